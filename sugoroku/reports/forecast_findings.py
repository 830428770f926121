"""What an author or a teacher should know about a board, in sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sugoroku.model.forecast import FindingKind, Forecast
from sugoroku.model.ids import SquareId
from sugoroku.reports.forecast_words import number, share
from sugoroku.reports.words import Words, percent

MOST_NAMED = 12
WARNINGS = frozenset(
    {
        "dead",
        "mute",
        "trap",
        "trap_dice",
        "cut_off",
        "long",
        "short",
        "repeats",
        "aim_high",
        "aim_low",
    }
)


@dataclass(frozen=True, slots=True)
class Said:
    text: str
    warning: bool


def N_(message: str) -> str:
    """Marks a message for the catalogues without translating it."""
    return message


_SENTENCES: Mapping[FindingKind, str] = {
    "trap_dice": N_(
        "With the finish “exact” the goal is out of reach from {squares}: the smallest roll is "
        "{n}. Take one die, or the finish “clamp” or “bounce”."
    ),
    "trap": N_(
        "From {squares} the goal is out of reach when {right} of the answers are right. "
        "Lead the road on, or take out the moves that send teams back."
    ),
    "dead": N_("No team can ever come to stand on {squares}. Look at the jumps before it."),
    "mute": N_(
        "Only jumps lead to {squares}, and a jump does not set off what is written there. "
        "“chain: true” would change that."
    ),
    "cut_off": N_(
        "{share} of the games were not over after {n} rounds; therefore no mean can be told."
    ),
    "fits": N_("It fits the lesson: {share} of the games are over in {n} minutes."),
    "tight": N_(
        "It is about as long as the lesson: {share} of the games are over in {n} minutes. "
        "In the others, ring the bell."
    ),
    "long": N_(
        "It is too long for the lesson: {share} of the games are over in {n} minutes. "
        "Fewer teams or squares, or more moves ahead, would help."
    ),
    "short": N_(
        "It is short for a lesson of {n} minutes: nine games of ten are over in {minutes} minutes."
    ),
    "stays": N_(
        "With the finish “exact”, {value} rolls of a team are too high for the goal, on average."
    ),
    "longest": N_("No team ever needs more than {n} turns."),
    "no_longest": N_(
        "There is no longest game: a team may be sent back or wait again and again. "
        "One team in a thousand needs more than {value} turns."
    ),
    "repeats": N_(
        "A game asks about {asked} questions, and the decks have {n}: some are asked twice."
    ),
    "aim_high": N_(
        "The class hardly ever reaches its aim of {n} leaves ({share} of the games): it has "
        "{leaves} at the end, on average. Set a lower class_leaves."
    ),
    "aim_low": N_(
        "The class nearly always reaches its aim of {n} leaves ({share} of the games): it has "
        "{leaves} at the end, on average. Set a higher class_leaves."
    ),
    "forks": N_(
        "Teams choose their way at forks. The games were played with blind choices, "
        "so that their length is not exact."
    ),
    "questions_differ": N_(
        "Some questions have moves of their own, and it matters which ones are drawn. "
        "Therefore the length of games is not exact."
    ),
    "too_many_situations": N_(
        "A turn on this board can go in too many ways to try them all. "
        "Everything was found by playing."
    ),
    "too_long": N_("Games are very long here: what is marked with ≈ was found by playing."),
}
_PLAYED_DEAD = N_("In {n} games no team came to stand on {squares}.")
_PLAYED_NO_LONGEST = N_(
    "There is no longest game: a team may be sent back or wait again and again."
)


def findings(forecast: Forecast, tr: Words) -> list[Said]:
    """In the order of the forecast: mistakes first."""
    found = []
    for finding in forecast.findings:
        figure = finding.figure
        sentence = _SENTENCES[finding.kind]
        if finding.kind == "dead" and finding.number:
            sentence = _PLAYED_DEAD
        elif finding.kind == "no_longest" and figure is None:
            sentence = _PLAYED_NO_LONGEST
        asked = forecast.questions_per_team
        text = tr(
            sentence,
            squares=named(finding.squares, tr),
            n=tr.number(finding.number),
            value=number(figure, tr),
            share=share(figure, tr),
            right=percent(forecast.right, 1, tr),
            minutes=number(forecast.minutes.p90, tr),
            leaves=number(forecast.class_leaves, tr, brief=True),
            asked=tr.number(round(asked.value * forecast.teams)) if asked else "",
        )
        found.append(Said(text, finding.kind in WARNINGS))
    return found


def named(squares: Sequence[SquareId], tr: Words) -> str:
    """`“park”, “12” and “13”`."""
    shown = [tr("“{name}”", name=square) for square in squares[:MOST_NAMED]]
    more = len(squares) - len(shown)
    if more:
        shown.append(tr.plural("{n} more", "{n} more", more))
    return tr.listed(shown) if shown else ""
