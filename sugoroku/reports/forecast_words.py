"""A forecast in words and numbers: the same for the page and for a terminal.

What was simulated is marked with ≈ and stands with its interval.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sugoroku.model.forecast import Figure, Forecast, Length
from sugoroku.reports.words import Words, percent

NONE = "–"
LONGEST_FRACTION = 21
"""Signs of a fraction that is still told beside its number."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: its cells, and how they were found."""

    label: str
    cells: tuple[str, ...]
    how: str
    share: float = 0.0
    """Of the row's bar, where it has one."""


def lengths(forecast: Forecast, tr: Words) -> list[Line]:
    """Cells: mean, median, and from where to where eight of ten games lie."""
    rows = (
        (tr("Minutes of a game"), forecast.minutes),
        (tr("Rounds of a game"), forecast.rounds),
        (tr("Turns of all teams"), forecast.turns),
        (tr("Turns of one team to the goal"), forecast.one_team.turns),
    )
    return [_length(label, length, tr) for label, length in rows]


def _length(label: str, length: Length, tr: Words) -> Line:
    figures = (length.mean, length.median, length.p10, length.p90)
    ends = [length.p10, length.p90]
    span = NONE
    if length.p10 and length.p90:
        low, high = tr.number(_rounded(length.p10.value)), tr.number(_rounded(length.p90.value))
        span = _marked(ends, f"{low}–{high}")
    return Line(label, (number(length.mean, tr), number(length.median, tr), span), how(figures, tr))


def numbers(forecast: Forecast, tr: Words) -> list[Line]:
    """Single figures that are known; one cell. A board without leaves tells none."""
    one, leaves = forecast.one_team, forecast.class_leaves
    rows: list[tuple[str, Figure | None]] = [
        (tr("Questions for each team"), forecast.questions_per_team),
        (tr("Leaves of the whole class"), leaves if leaves and leaves.value else None),
        (tr("Fewest turns of a team to the goal"), one.fewest),
        (tr("Most frequent number of turns"), one.mode),
        (tr("Rolls of a team to the goal"), one.rolls),
    ]
    found = [Line(label, (number(fig, tr),), how([fig], tr)) for label, fig in rows if fig]
    if forecast.aim_reached:
        label = tr("The class reaches {n} leaves", n=tr.number(forecast.class_aim))
        found.insert(2, _share(label, forecast.aim_reached, tr))
    return found


def seats(forecast: Forecast, tr: Words) -> list[Line]:
    """How often each seat is first."""
    return [
        _share(tr("Team {n}", n=tr.number(seat)), figure, tr)
        for seat, figure in enumerate(forecast.wins, 1)
    ]


def bands(forecast: Forecast, tr: Words) -> list[Line]:
    """How many games take so many minutes."""
    found = []
    for band in forecast.minute_bands:
        low, high = tr.number(band.low), tr.number(band.high or 0)
        if band.high is None:
            label = tr("{n} minutes and more", n=low)
        elif band.low == 0:
            label = tr("less than {n} minutes", n=high)
        else:
            label = tr("{least} to {most} minutes", least=low, most=high)
        found.append(_share(label, band.share, tr))
    return found


def _share(label: str, figure: Figure, tr: Words) -> Line:
    return Line(label, (share(figure, tr),), how([figure], tr), figure.value)


def share(figure: Figure | None, tr: Words, *, brief: bool = False) -> str:
    """`43%`, when simulated `≈ 26% (24%–27%)`, or without its interval if `brief`."""
    if figure is None:
        return NONE
    text = percent(figure.value, 1, tr)
    if not brief and figure.low is not None and figure.high is not None:
        text += f" ({percent(figure.low, 1, tr)}–{percent(figure.high, 1, tr)})"
    return _marked([figure], text)


def number(figure: Figure | None, tr: Words, *, brief: bool = False) -> str:
    """`5.2 = 889/171`, when simulated `≈ 5.2 (5–5.4)`; only its number if `brief`."""
    if figure is None:
        return NONE
    text = tr.number(_rounded(figure.value))
    if not brief and "/" in figure.fraction and len(figure.fraction) <= LONGEST_FRACTION:
        text += f" = {figure.fraction}"
    if not brief and figure.low is not None and figure.high is not None:
        low, high = tr.number(_rounded(figure.low)), tr.number(_rounded(figure.high))
        text += f" ({low}–{high})" if low != high else ""
    return _marked([figure], text)


def _rounded(value: float) -> float:
    return round(value, 2 if abs(value) < 10 else 1 if abs(value) < 1000 else 0)


def _marked(figures: Iterable[Figure | None], text: str) -> str:
    simulated = any(figure is not None and figure.basis == "simulated" for figure in figures)
    return f"≈ {text}" if simulated else text


def how(figures: Iterable[Figure | None], tr: Words) -> str:
    """`exact`, `simulated (3600 games)`, or both for a row that has both."""
    known = [figure for figure in figures if figure is not None]
    words = [tr("exact")] if any(figure.basis == "exact" for figure in known) else []
    played = {figure.games for figure in known if figure.basis == "simulated"}
    words += [
        tr.plural("simulated ({n} game)", "simulated ({n} games)", games)
        for games in sorted(played)
    ]
    return " · ".join(words)


def facts(forecast: Forecast, tr: Words) -> list[tuple[str, str]]:
    """What the figures hold for."""
    count, _, sides = forecast.dice.partition(" × ")
    return [
        (tr("Teams"), tr.number(forecast.teams)),
        (tr("Squares"), tr.number(forecast.squares)),
        (tr("Dice"), f"{count} (1–{sides})"),
        (tr("Rule at the goal"), forecast.finish),
        (tr("End of the game"), forecast.end),
        (tr("Right answers (assumed)"), percent(forecast.right, 1, tr)),
    ]


def assumptions(forecast: Forecast, tr: Words) -> list[str]:
    """How to read the figures."""
    found = [
        tr(
            "A turn is taken to last {turn} seconds, a question with its reason {question} more.",
            turn=forecast.turn_seconds,
            question=forecast.question_seconds,
        ),
        tr("A turn that a team misses counts as a turn."),
        tr("“Exact” figures follow from the rules, each way a turn can go weighed by its chance."),
        tr("≈ marks what was found by playing games; in brackets the 95% interval."),
    ]
    if forecast.arithmetic == "fractions":
        found.append(tr("The mean of one team was reckoned in fractions, without any rounding."))
    return found
