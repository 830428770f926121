"""What can be told of a board before a class plays it. Each figure says how it was found."""

from typing import Literal

import msgspec

from sugoroku.model.board import End, Finish, SquareKind
from sugoroku.model.ids import SquareId

Basis = Literal["exact", "simulated"]
Arithmetic = Literal["fractions", "floats"]
FindingKind = Literal[
    "forks",
    "questions_differ",
    "too_many_situations",
    "too_long",
    "dead",
    "mute",
    "trap",
    "trap_dice",
    "stays",
    "longest",
    "no_longest",
    "cut_off",
    "repeats",
    "aim_high",
    "aim_low",
    "fits",
    "tight",
    "long",
    "short",
]


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One number. `low` and `high`: the 95% interval of what was simulated in `games` games.

    An exact figure has no interval: it follows from the rules, but for the rounding of floats;
    `fraction` ("889/171") has none at all, "" when it was not reckoned so.
    """

    value: float
    basis: Basis
    fraction: str = ""
    games: int = 0
    low: float | None = None
    high: float | None = None


class Length(msgspec.Struct, frozen=True, kw_only=True):
    """How long something takes; eight of ten games lie from `p10` to `p90`. None: not known."""

    mean: Figure | None = None
    median: Figure | None = None
    p10: Figure | None = None
    p90: Figure | None = None


class OneTeam(msgspec.Struct, frozen=True, kw_only=True):
    """A team that plays alone until it arrives. A turn that it misses counts as one."""

    turns: Length
    mode: Figure | None = None
    """The number of turns that comes most often."""
    fewest: Figure | None = None
    rolls: Figure | None = None
    """Mean; more than its turns when squares let it roll again, fewer when it rests."""


class SquareUse(msgspec.Struct, frozen=True, kw_only=True):
    """How often the teams come to stand on a square in a game, all together."""

    id: SquareId
    number: int
    """Place in the file, the start is 0."""
    kind: SquareKind
    landings: Figure | None


class Band(msgspec.Struct, frozen=True, kw_only=True):
    """Games of `low` to below `high` minutes; `high` None: and more."""

    low: int
    high: int | None
    share: Figure


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something an author or a teacher should know, by its kind."""

    kind: FindingKind
    squares: tuple[SquareId, ...] = ()
    figure: Figure | None = None
    number: int = 0


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """Where the middles of the squares and the road lie, in one unit; `tile` is a square's side."""

    tile: float
    points: tuple[tuple[SquareId, float, float], ...]
    lines: tuple[tuple[tuple[float, float], ...], ...] = ()


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """All that `sugoroku analyze` tells of a board."""

    format: Literal["forecast/1"] = "forecast/1"
    board: str
    title: str
    teams: int
    right: float
    """Share of questions assumed to be answered right, 0 … 1."""
    dice: str
    finish: Finish
    end: End
    chain: bool
    squares: int
    arithmetic: Arithmetic
    """Of the mean of one team and what follows from it; all else exact is reckoned in floats."""
    turn_seconds: int
    question_seconds: int
    lesson_minutes: int
    rounds: Length
    turns: Length
    """Of all teams together."""
    minutes: Length
    minute_bands: tuple[Band, ...]
    within_lesson: Figure | None
    """Share of games that are over in `lesson_minutes`."""
    one_team: OneTeam
    questions_per_team: Figure | None
    class_leaves: Figure | None
    class_aim: int
    """0: the board sets none."""
    aim_reached: Figure | None
    wins: tuple[Figure, ...]
    """By seat: share of games in which it is first; a shared first place counts for each."""
    landings: tuple[SquareUse, ...]
    findings: tuple[Finding, ...]
    picture: Picture | None = None
