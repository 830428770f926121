"""Round by round: when one team arrives, and what follows for several that walk alike.

Teams do not touch each other's walks, so a game is over when the first (`end: round`, `first`) or
the last (`all`) of independent walks is. Reckoned in floats.
"""

import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from sugoroku.analysis.sums import sum_of
from sugoroku.analysis.turns import Turns
from sugoroku.model.board import End
from sugoroku.model.ids import SquareId

NOTHING = 1e-16
"""A share of games that is not looked for any more."""
RARE = 1e-4
"""A share of walks of one team that is not: its percentiles are all before it."""
MOST_UPDATES = 15_000_000
"""Products after which a walk is given up as too long: two seconds or so."""


class TooLong(Exception):
    """Games on this board are so long that they cannot be reckoned round by round."""


@dataclass(frozen=True, slots=True)
class Course:
    """One team. `arrives[t]`: the chance to arrive in round t; `alive[t]`: to be on its way after
    it. Both begin with round 0, in which nothing happens.
    """

    arrives: tuple[float, ...]
    alive: tuple[float, ...]
    begun: tuple[float, ...]
    """By round: see `begun`."""
    visits: dict[SquareId, float]
    """How many turns all teams together begin on each square in a game, on average."""

    def rounds(self) -> Iterator[int]:
        return iter(range(1, len(self.arrives)))


def course_of(turns: Turns, teams: int, end: End) -> Course:
    """TooLong when games may go on for too many rounds; the goal can be reached from everywhere."""
    squares = list(turns.of)
    ways = _ways(turns)
    count = len(squares)
    ring: deque[list[float]] = deque([[0.0] * count])
    ring[0][squares.index(turns.game.roads.start)] = 1.0
    arrives, alive, weights, visits = [0.0], [1.0], [0.0], [0.0] * count
    updates = 0
    while alive[-1] > RARE or going_on(alive[-1], teams, end) > NOTHING:
        now = ring.popleft()
        arrived = 0.0
        for here, mass in enumerate(now):
            if not mass:
                continue
            updates += len(ways[here])
            for there, later, chance in ways[here]:
                if there < 0:
                    arrived += mass * chance
                    continue
                while len(ring) <= later:
                    ring.append([0.0] * count)
                ring[later][there] += mass * chance
        arrives.append(arrived)
        alive.append(math.fsum(map(math.fsum, ring)))
        weights.append(begun(alive[-2], alive[-1], teams, end))
        for here, mass in enumerate(now):
            visits[here] += weights[-1] * mass
        if updates > MOST_UPDATES:
            raise TooLong
    return Course(
        tuple(arrives), tuple(alive), tuple(weights), dict(zip(squares, visits, strict=True))
    )


def _ways(turns: Turns) -> list[list[tuple[int, int, float]]]:
    """For each square the next one (-1: the goal), the rounds missed before, the chance."""
    place = {square: number for number, square in enumerate(turns.of)}
    place[turns.game.goal] = -1
    found = []
    for turn in turns.of.values():
        chances: dict[tuple[int, int], float] = {}
        for end, chance in turn.ends.items():
            key = place[end.square], end.rounds - 1
            chances[key] = chances.get(key, 0.0) + float(chance)
        found.append([(there, later, chance) for (there, later), chance in chances.items()])
    return found


def begun(before: float, after: float, teams: int, end: End) -> float:
    """How many teams have their turn in a round, divided by the chance that one is on its way.

    `before`, `after`: the chance of one team to be on its way before and after its turn in it.
    """
    match end:
        case "round":  # as long as all others have been on their way
            return float(teams * before ** (teams - 1))
        case "first":  # those before it have not arrived in this round either
            return math.fsum(after**seat * before ** (teams - 1 - seat) for seat in range(teams))
        case "all":
            return float(teams)


def rounds_chances(course: Course, teams: int, end: End) -> dict[int, float]:
    """The chance of a game to be over in each round."""
    on = [going_on(alive, teams, end) for alive in course.alive]
    return {t: on[t - 1] - on[t] for t in course.rounds()}


def rounds_mean(course: Course, teams: int, end: End) -> float:
    return math.fsum(going_on(alive, teams, end) for alive in course.alive)


def turns_mean(course: Course) -> float:
    """Of all teams together; a missed turn counts as one."""
    return math.fsum(course.begun[t] * course.alive[t - 1] for t in course.rounds())


def going_on(alive: float, teams: int, end: End) -> float:
    """The chance that a game goes on when each team is on its way with the chance `alive`."""
    if end != "all":
        return float(alive**teams)
    return -math.expm1(teams * math.log1p(-alive)) if alive < 1 else 1.0


def turns_chances(course: Course, teams: int, end: End) -> dict[int, float]:
    """The chance of each number of turns of all teams together."""
    match end:
        case "round":
            return {teams * t: p for t, p in rounds_chances(course, teams, end).items()}
        case "first":
            return {
                (t - 1) * teams + seat + 1: p
                for t in course.rounds()
                for seat, p in enumerate(_first_to_arrive(course, teams, t))
            }
        case "all":
            return dict(enumerate(sum_of(course.arrives, teams)))


def seat_chances(course: Course, teams: int) -> tuple[float, ...]:
    """With `end: first`: the chance of each seat to arrive before all others."""
    each = [_first_to_arrive(course, teams, t) for t in course.rounds()]
    return tuple(map(math.fsum, zip(*each, strict=True)))


def _first_to_arrive(course: Course, teams: int, t: int) -> list[float]:
    before, after, arrives = course.alive[t - 1], course.alive[t], course.arrives[t]
    return [arrives * after**seat * before ** (teams - 1 - seat) for seat in range(teams)]
