"""How long games take by the clock: turns and questions counted together, round by round.

A state is a square and the questions so far, as one number, so that a turn adds a number to it.
Reckoned in floats; what is less likely than `NOTHING` is left out.
"""

import math
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence

from sugoroku.analysis.course import Course, TooLong, going_on
from sugoroku.analysis.sums import sum_of, sum_of_all
from sugoroku.analysis.turns import Turns
from sugoroku.model.board import End

NOTHING = 1e-13
"""A chance of one team to be on a square after so many questions that is not followed."""
ENOUGH = 1e-9
"""A share of games that may be longer than all that are told."""
MOST_UPDATES = 12_000_000
"""Products after which it is given up: two seconds or so."""

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
    """One team, round by round without end."""
    squares = list(turns.of)
    count = len(squares)
    moves, goals = _ways(turns)
    ring: deque[dict[int, float]] = deque([{squares.index(turns.game.roads.start): 1.0}])
    updates = 0
    while True:
        now = ring.popleft() if ring else {}
        arrives: dict[int, float] = defaultdict(float)
        for state, mass in now.items():
            if mass < NOTHING:
                continue
            asked, here = divmod(state, count)
            updates += len(moves[here])
            for shift, later, chance in moves[here]:
                while len(ring) <= later:
                    ring.append(defaultdict(float))
                ring[later][state + shift] += mass * chance
            for more, chance in goals[here]:
                arrives[asked + more] += mass * chance
        alive: dict[int, float] = defaultdict(float)
        for waiting in ring:
            for state, mass in waiting.items():
                alive[state // count] += mass
        if updates > MOST_UPDATES:
            raise TooLong
        yield _listed(arrives), _listed(alive)


def _ways(
    turns: Turns,
) -> tuple[list[list[tuple[int, int, float]]], list[list[tuple[int, float]]]]:
    """For each square: what a turn adds to the state, the rounds missed then, the chance; and of
    arriving the questions asked before and the chance."""
    place = {square: number for number, square in enumerate(turns.of)}
    moves, goals = [], []
    for here, turn in enumerate(turns.of.values()):
        ends = [(end, float(chance)) for end, chance in turn.ends.items()]
        goal = turns.game.goal
        goals.append([(end.questions, chance) for end, chance in ends if end.square == goal])
        moves.append(
            [
                (end.questions * len(place) + place[end.square] - here, end.rounds - 1, chance)
                for end, chance in ends
                if end.square != goal
            ]
        )
    return moves, goals


def _either(one: Sequence[float], other: Sequence[float]) -> list[float]:
    short, long = sorted((one, other), key=len)
    return [a + b for a, b in zip(short, long, strict=False)] + list(long[len(short) :])


def _listed(chances: Mapping[int, float]) -> list[float]:
    return [chances.get(number, 0.0) for number in range(max(chances, default=0) + 1)]
