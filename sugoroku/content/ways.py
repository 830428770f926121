"""The roads of a board file: what squares there are, where they lead, what can be reached.

Works on the tree as written, so that all mistakes of a file can be told at once.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from sugoroku.content.document import Tree, groups_in, small_number


class Place(msgspec.Struct, frozen=True):
    """One square of the board: its id and its place in the list of the file."""

    id: str
    row: int
    group: dict[str, Tree]


def places_of(tree: Tree, most: int) -> list[Place]:
    """Every square with `repeat` written out, `most` + 1 at the most.

    A square without an id has its number as id.
    """
    found: list[Place] = []
    for row, group in groups_in(tree, "squares"):
        for _ in range(repeats(group)):
            name = group.get("id")
            found.append(Place(name if isinstance(name, str) else str(len(found)), row, group))
            if len(found) > most:
                return found
    return found


def repeats(group: dict[str, Tree]) -> int:
    return small_number(group.get("repeat")) or 1


class Ways:
    """A graph of squares. Ids that do not exist are left out; a goal has no exits."""

    def __init__(self, places: list[Place], finish: str) -> None:
        self.ids = [place.id for place in places]
        self.goals = {place.id for place in places if place.group.get("kind") == "goal"}
        self.stops = {place.id for place in places if place.group.get("stop") == "true"}
        self.finish = finish
        known = set(self.ids)
        self.exits: dict[str, tuple[str, ...]] = {}
        for place, following in zip(places, [*self.ids[1:], ""], strict=True):
            written = place.group.get("next")
            names = written if isinstance(written, list) else [following]
            ways = tuple(name for name in names if isinstance(name, str) and name in known)
            self.exits.setdefault(place.id, () if place.id in self.goals else ways)
        self.before: dict[str, set[str]] = {name: set() for name in known}
        for name, ways in self.exits.items():
            for way in ways:
                self.before[way].add(name)
        self.walk = lru_cache(maxsize=None)(self._walk)
        self.walk_back = lru_cache(maxsize=None)(self._walk_back)

    def _walk(self, square: str, steps: int) -> frozenset[str]:
        """Where `steps` on may end; at the goal the rule for the finish holds."""
        ends: set[str] = set()
        front = {square}
        for left in range(steps, 0, -1):
            reached = {there for here in front for there in self.exits[here]}
            for goal in reached & self.goals:
                ends |= self._at_goal(goal, left - 1, square)
            halted = reached & self.stops
            ends |= halted
            ends |= {here for here in front if not self.exits[here] and here not in self.goals}
            front = reached - self.goals - halted
        return frozenset(ends | front)

    def _at_goal(self, goal: str, left: int, start: str) -> frozenset[str]:
        if left == 0 or self.finish not in ("exact", "bounce"):
            return frozenset({goal})
        return frozenset({start}) if self.finish == "exact" else self.walk_back(goal, left)

    def _walk_back(self, square: str, steps: int) -> frozenset[str]:
        front = {square}
        for _ in range(steps):
            front = {way for here in front for way in self.before[here] or {here}}
        return frozenset(front)


def reached_from(start: str, ways: Mapping[str, Iterable[str]]) -> set[str]:
    """All squares that can be reached."""
    found, todo = {start}, [start]
    while todo:
        for there in ways.get(todo.pop(), ()):
            if there not in found:
                found.add(there)
                todo.append(there)
    return found


def loop_in(ways: dict[str, set[str]]) -> list[str]:
    """A loop as the list of its squares; empty when there is none."""
    left = dict(ways)
    while ended := [name for name, ends in left.items() if not ends & left.keys()]:
        for name in ended:
            del left[name]
    if not left:
        return []
    trail = [min(left)]
    while True:
        here = min(left[trail[-1]] & left.keys())
        if here in trail:
            return trail[trail.index(here) :]
        trail.append(here)
