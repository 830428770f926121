"""The ways over a board: who leads where, how far it is, and where a number of steps ends.

Pure geometry without teams; `game` compiles it into tables once, `movement` walks by them.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Literal

import msgspec

from sugoroku.model.board import Board, Finish
from sugoroku.model.ids import SquareId

Course = Literal["moved", "stayed", "fork"]
MOST_TABLED_STEPS = 24
"""Longer walks are worked out when they happen."""


class Walk(msgspec.Struct, frozen=True, gc=False):
    """A walk from `path[0]` to `end`.

    "moved": it ends there; "stayed": the goal's rule `exact` forbids it; "fork": an exit must be
    chosen for the `left` steps.
    """

    course: Course
    path: tuple[SquareId, ...]
    end: SquareId
    left: int = 0
    jump: bool = False
    """Straight from one square to the other."""


class Roads(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """The graph of a board."""

    start: SquareId
    goal: SquareId
    finish: Finish
    exits: Mapping[SquareId, tuple[SquareId, ...]]
    back: Mapping[SquareId, SquareId | None]
    """One step back along the way; None at the start."""
    left: Mapping[SquareId, int]
    """Steps to the goal along the shortest way; where none is, as many as the board has squares."""
    stops: frozenset[SquareId]
    walks: dict[SquareId, tuple[Walk, ...]]
    """By square, then steps: the short walks over no chosen exit."""

    @classmethod
    def of(cls, board: Board) -> "Roads":
        """ValueError when ids repeat, an exit is unknown, or not exactly one goal is there.

        A square without exits, other than the goal, leads to the next square of the file.
        """
        squares = board.squares
        ids = [square.id for square in squares]
        goals = [square.id for square in squares if square.kind == "goal"]
        if len(set(ids)) != len(ids) or len(goals) != 1 or ids[0] == goals[0]:
            raise ValueError(f"board {board.id}: ids must differ, with one goal that is not first")
        after = dict(pairwise(ids))
        exits: dict[SquareId, tuple[SquareId, ...]] = {}
        for square in squares:
            implied = (after[square.id],) if square.id in after else ()
            exits[square.id] = () if square.id == goals[0] else square.exits or implied
        if unknown := {way for ways in exits.values() for way in ways}.difference(ids):
            raise ValueError(f"board {board.id}: exits to unknown squares {sorted(unknown)}")
        before: dict[SquareId, list[SquareId]] = {name: [] for name in ids}
        for name, ways in exits.items():
            for way in ways:
                before[way].append(name)
        roads = cls(
            start=ids[0],
            goal=goals[0],
            finish=board.rules.finish,
            exits=exits,
            back=_steps_back(ids, before, _distances(ids[0], exits)),
            left={name: len(ids) for name in ids} | _distances(goals[0], before),
            stops=frozenset(square.id for square in squares if square.stop),
            walks={},
        )
        most = min(board.rules.dice.high, MOST_TABLED_STEPS)
        for name in ids:
            roads.walks[name] = tuple(roads._walk(name, steps, None) for steps in range(most + 1))
        return roads

    def walk(self, start: SquareId, steps: int, way: SquareId | None = None) -> Walk:
        """Square by square from `start`, first over the exit `way` when it is a fork.

        Ends at a square with `stop`, at a fork, or at the goal, where `finish` decides.
        """
        if way is None and 0 <= steps < len(self.walks[start]):
            return self.walks[start][steps]
        return self._walk(start, steps, way)

    def _walk(self, start: SquareId, steps: int, way: SquareId | None) -> Walk:
        path = [start]
        here = start
        while steps > 0 and here != self.goal:
            exits = self.exits[here]
            if way is not None:
                exits, way = (way,), None
            elif len(exits) > 1:
                if self._all_too_far(here, exits, steps):
                    return Walk("stayed", (start,), start)
                return Walk("fork", tuple(path), here, steps)
            if not exits:
                break
            here = exits[0]
            path.append(here)
            steps -= 1
            if here in self.stops:
                break
        if here == self.goal and steps > 0 and start != self.goal:
            return self._beyond_goal(path, steps)
        return Walk("moved", tuple(path), here)

    def walk_back(self, start: SquareId, steps: int) -> Walk:
        """Back along the way, never beyond the start; stop squares and forks do not matter."""
        path = [start]
        for _ in range(steps):
            before = self.back[path[-1]]
            if before is None:
                break
            path.append(before)
        return Walk("moved", tuple(path), path[-1])

    def _all_too_far(self, fork: SquareId, exits: tuple[SquareId, ...], steps: int) -> bool:
        """With `finish: exact`: no exit of the fork can take so many steps."""
        return self.finish == "exact" and all(
            self._walk(fork, steps, way).course == "stayed" for way in exits
        )

    def _beyond_goal(self, path: list[SquareId], steps: int) -> Walk:
        """The walk `path` has reached the goal with `steps` to spare."""
        if self.finish == "exact":
            return Walk("stayed", (path[0],), path[0])
        if self.finish == "bounce":
            came = path[-2::-1][:steps]
            path.extend(came)
            path.extend(self.walk_back(path[-1], steps - len(came)).path[1:])
        return Walk("moved", tuple(path), path[-1])


def _distances(start: SquareId, ways: Mapping[SquareId, Iterable[SquareId]]) -> dict[SquareId, int]:
    """Fewest steps from `start` to each square that can be reached."""
    found = {start: 0}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for there in ways[here]:
            if there not in found:
                found[there] = found[here] + 1
                queue.append(there)
    return found


def _steps_back(
    ids: list[SquareId],
    before: Mapping[SquareId, list[SquareId]],
    far: Mapping[SquareId, int],
) -> dict[SquareId, SquareId | None]:
    """Each square's predecessor; of several the one nearest to the start, then first written."""
    back: dict[SquareId, SquareId | None] = {}
    for name in ids:
        ways = before[name] if name != ids[0] else []
        back[name] = min(ways, key=lambda way: far.get(way, len(ids)), default=None)
    return back
