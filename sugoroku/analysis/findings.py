"""What an author or a teacher should know about a board."""

from sugoroku.analysis.exact import Known
from sugoroku.analysis.figures import exact, sampled_share
from sugoroku.analysis.part import Part
from sugoroku.analysis.sample import Sample
from sugoroku.analysis.turns import Turns
from sugoroku.analysis.ways import lost_squares, most_turns, never_applied, never_landed
from sugoroku.model.edition import Edition
from sugoroku.model.forecast import Figure, Finding, FindingKind
from sugoroku.model.ids import SquareId

SHORT_SHARE = 0.6
"""Of the lesson: when nine games of ten are over by then, pupils wait."""
NEARLY = 1.2
"""Of the lesson: when half of the games are longer, the bell will not do."""
SELDOM = 0.05
"""Of the games: an aim that so few classes reach, or miss, is none."""
WORTH_TELLING = 0.05
"""Of a roll, lost at the goal."""


def findings_of(
    edition: Edition,
    turns: Turns | None,
    known: Known | None,
    part: Part,
    sample: Sample,
    teams: int,
) -> tuple[Finding, ...]:
    """Mistakes first, then what is good to know, then how the figures were found."""
    found = [*_dead_ends(turns), *_unused(edition, turns, part, sample)]
    if sample.cut_off:
        share = sampled_share(sample.cut_off, sample.games)
        found.append(Finding(kind="cut_off", number=sample.most_rounds, figure=share))
    found += _lesson(part, edition.board.minutes)
    found += _walks(turns, known)
    found += _questions(edition, part, teams)
    found += _aim(edition.board.rules.class_leaves, part)
    found += _reasons(turns, part)
    return tuple(found)


def _dead_ends(turns: Turns | None) -> list[Finding]:
    if turns is None:
        return []
    game = turns.game
    lost = lost_squares(turns)
    short = tuple(
        square
        for square in lost
        if game.roads.finish == "exact" and game.roads.left[square] < game.dice.low
    )
    others = tuple(square for square in lost if square not in short)
    found = []
    if short:
        found.append(Finding(kind="trap_dice", squares=short, number=game.dice.low))
    if others:
        found.append(Finding(kind="trap", squares=others))
    return found


def _unused(edition: Edition, turns: Turns | None, part: Part, sample: Sample) -> list[Finding]:
    if turns is None:
        start = edition.board.squares[0].id
        missed = {name for name, figure in part.landings.items() if not figure.value} - {start}
        squares = tuple(square.id for square in edition.board.squares if square.id in missed)
        return [Finding(kind="dead", squares=squares, number=sample.games)] if squares else []
    kinds: dict[FindingKind, tuple[SquareId, ...]] = {
        "dead": never_landed(turns),
        "mute": never_applied(turns),
    }
    return [Finding(kind=kind, squares=squares) for kind, squares in kinds.items() if squares]


def _lesson(part: Part, lesson: int) -> list[Finding]:
    """Whether games fit into `lesson` minutes."""
    median, p90 = part.minutes.median, part.minutes.p90
    if median is None:
        return []
    kind: FindingKind = "tight" if median.value <= NEARLY * lesson else "long"
    if p90 is not None and p90.value <= lesson:
        kind = "short" if p90.value <= SHORT_SHARE * lesson else "fits"
    return [Finding(kind=kind, number=lesson, figure=part.within)]


def _walks(turns: Turns | None, known: Known | None) -> list[Finding]:
    found = []
    if known and known.stays >= WORTH_TELLING:
        found.append(Finding(kind="stays", figure=exact(known.stays)))
    if turns is not None and not lost_squares(turns):
        most = most_turns(turns)
        if most is not None:
            found.append(Finding(kind="longest", number=most))
        else:
            long = known.long_walk if known else None
            found.append(Finding(kind="no_longest", figure=None if long is None else exact(long)))
    return found


def _questions(edition: Edition, part: Part, teams: int) -> list[Finding]:
    """Whether there are enough for a game."""
    figure, there = part.questions, len(edition.questions)
    if figure is None or not there or figure.value * teams <= there:
        return []
    return [Finding(kind="repeats", number=there, figure=figure)]


def _aim(leaves: int, part: Part) -> list[Finding]:
    """Whether the aim of the class is one: neither out of reach nor given away."""
    figure = part.aim
    if not leaves or figure is None or SELDOM <= figure.value <= 1 - SELDOM:
        return []
    kind: FindingKind = "aim_high" if figure.value < SELDOM else "aim_low"
    return [Finding(kind=kind, number=leaves, figure=figure)]


def _reasons(turns: Turns | None, part: Part) -> list[Finding]:
    """Why something was simulated that other boards have exactly."""
    if turns is None:
        return [Finding(kind="too_many_situations")]
    kinds: dict[FindingKind, bool] = {
        "forks": turns.forks,
        "questions_differ": turns.differing,
        "too_long": turns.exact and _simulated(part.minutes.median),
    }
    return [Finding(kind=kind) for kind, holds in kinds.items() if holds]


def _simulated(figure: Figure | None) -> bool:
    return figure is not None and figure.basis == "simulated"
