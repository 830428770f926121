"""How long games take by the clock: turns and questions counted together, round by round.

For each square there is a row of chances, by the number of questions so far, kept in one whole
number, so that whole rows are added at once: many times as fast as floats one by one, and finer.
"""

import math
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence

from sugoroku.analysis.course import Course, TooLong, going_on
from sugoroku.analysis.sums import coarser, listed, sum_of, sum_of_all
from sugoroku.analysis.turns import Turns
from sugoroku.model.board import End

NOTHING = 1e-13
"""A share of games that ends in a round which is not looked at."""
ENOUGH = 1e-9
"""A share of games that may be longer than all that are told."""
MOST_WORK = 150_000_000
"""Slots of rows after which it is given up: two seconds or so."""
_FEW_SLOTS = 20
"""The work of a row beside its slots."""
_PLACES, _FINER, _SLOT = 72, 52, 128
"""Binary places of a chance and of the chances of a turn; bits of a slot, which holds both."""

Round = tuple[Sequence[float], Sequence[float]]
"""Of one team the chances of 0, 1, 2, … questions so far: of arriving in this round, and of being
on its way after it."""


def time_chances(
    turns: Turns, course: Course, teams: int, end: End, pace: tuple[int, int]
) -> dict[int, float]:
    """The chance of each length of a game in seconds, when a turn takes `pace[0]` seconds, and a
    question `pace[1]` more. TooLong when there are too many cases.
    """
    if end == "all":
        return _of_last(turns, course, teams, pace)
    turn, question = pace
    found: dict[int, float] = defaultdict(float)
    before: Sequence[float] = [1.0]
    for t, (arrives, alive) in enumerate(_walk(turns), 1):
        on = going_on(course.alive[t], teams, end)
        if going_on(course.alive[t - 1], teams, end) - on > NOTHING:
            for seat in range(teams):  # the first to arrive in this round
                count = teams * t if end == "round" else teams * (t - 1) + seat + 1
                others = before if end == "first" else _either(arrives, alive)
                questions = sum_of_all(
                    [arrives, sum_of(alive, seat), sum_of(others, teams - 1 - seat)]
                )
                for asked, chance in enumerate(questions):
                    found[count * turn + asked * question] += chance
        if on < ENOUGH:
            break
        before = alive
    return found


def _of_last(turns: Turns, course: Course, teams: int, pace: tuple[int, int]) -> dict[int, float]:
    """With `end: all` the clock runs for each team until it has arrived itself."""
    turn, question = pace
    unit = math.gcd(turn, question)
    alone: dict[int, float] = defaultdict(float)
    for t, (arrives, _) in enumerate(_walk(turns), 1):
        for asked, chance in enumerate(arrives):
            alone[(t * turn + asked * question) // unit] += chance
        if going_on(course.alive[t], teams, "all") < ENOUGH:
            break
    return {at * unit: chance for at, chance in enumerate(sum_of(_listed(alone), teams))}


def _walk(turns: Turns) -> Iterator[Round]:
    """One team, round by round without end.

    A row is one whole number with a slot for each number of questions. What comes to a square is
    added up in steps of 2**-`_PLACES` / 2**`_FINER`, and told in steps of 2**-`_PLACES`.
    """
    ways = _ways(turns)
    goal = len(ways)
    ring: deque[dict[int, int]] = deque([defaultdict(int)])
    ring[0][list(turns.of).index(turns.game.roads.start)] = 1 << _PLACES + _FINER
    work = 0
    while True:
        now = ring.popleft() if ring else {}
        arrives = 0
        for here, sum_of_ways in now.items():
            row = _told(sum_of_ways)
            work += len(ways[here]) * (_FEW_SLOTS + row.bit_length() // _SLOT)
            for there, later, shift, chance in ways[here]:
                if there == goal:
                    arrives += (row << shift) * chance
                    continue
                while len(ring) <= later:
                    ring.append(defaultdict(int))
                ring[later][there] += (row << shift) * chance
        alive = sum(sum(waiting.values()) for waiting in ring)
        if work > MOST_WORK:
            raise TooLong
        yield _chances(arrives), _chances(alive)


def _told(row: int) -> int:
    return coarser(row, _FINER, _SLOT, _PLACES)


def _chances(row: int) -> list[float]:
    return listed(_told(row), _PLACES, _SLOT)


def _ways(turns: Turns) -> list[list[tuple[int, int, int, int]]]:
    """For each square: where the next turn begins (after all squares: the goal), the rounds missed
    before, the bits that the questions move a row, and the chance in steps of 2**-`_FINER`."""
    place = {square: number for number, square in enumerate(turns.of)}
    place[turns.game.goal] = len(place)
    return [
        [
            (place[end.square], end.rounds - 1, _SLOT * end.questions, round(chance * 2**_FINER))
            for end, chance in turn.ends.items()
        ]
        for turn in turns.of.values()
    ]


def _either(one: Sequence[float], other: Sequence[float]) -> list[float]:
    short, long = sorted((one, other), key=len)
    return [a + b for a, b in zip(short, long, strict=False)] + list(long[len(short) :])


def _listed(chances: Mapping[int, float]) -> list[float]:
    return [chances.get(number, 0.0) for number in range(max(chances, default=0) + 1)]
