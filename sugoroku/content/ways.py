"""The roads of a board file: what squares there are, where they lead, what can be reached.

Works on the tree as written, so that all mistakes of a file can be told at once.
"""

from collections.abc import Iterable, Mapping

import msgspec

from sugoroku.content.document import Tree, groups_in, small_number, texts_in


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
    """A graph of squares with different ids, of which one is the goal; the goal has no exits.

    Sets of squares are numbers with a bit for each square, so that boards with many forks are
    looked through as fast as others.
    """

    def __init__(self, places: list[Place], finish: str) -> None:
        self.ids = [place.id for place in places]
        self.goal = next(place.id for place in places if place.group.get("kind") == "goal")
        self.finish = finish
        self.exits: dict[str, list[str]] = {}
        for place, following in zip(places, [*self.ids[1:], ""], strict=True):
            written = place.group.get("next")
            names = texts_in(written) if isinstance(written, list) else [following]
            known = [name for name in names if name in self.ids]
            self.exits[place.id] = known if place.id != self.goal else []
        self._number = {name: i for i, name in enumerate(self.ids)}
        self._stops = {place.id for place in places if place.group.get("stop") == "true"}
        self._stay = 1 << len(places)
        """The bit for the square on which a walk began."""
        self._on = [{name: self._bit(name) for name in self.ids}]
        self._back = [dict(self._on[0])]

    def walk(self, square: str, low: int, high: int) -> set[str]:
        """Where `low` to `high` steps on may end; at the goal the rule for the finish holds."""
        while len(self._on) <= high:
            left = len(self._on) - 1
            self._on.append({
                name: _union(self._enter(there, left) for there in exits) or self._bit(name)
                for name, exits in self.exits.items()
            })  # fmt: skip
        found = _union(self._on[steps][square] for steps in range(low, high + 1))
        return self._names(found | self._bit(square) if found & self._stay else found)

    def walk_back(self, square: str, steps: int) -> set[str]:
        return self._names(self._backward(square, steps))

    def _enter(self, square: str, left: int) -> int:
        """Where a walk ends that enters a square with so many steps left."""
        if left == 0 or (square in self._stops and square != self.goal):
            return self._bit(square)
        if square != self.goal:
            return self._on[left][square]
        if self.finish == "exact":
            return self._stay
        return self._backward(square, left) if self.finish == "bounce" else self._bit(square)

    def _backward(self, square: str, steps: int) -> int:
        while len(self._back) <= steps:
            last = self._back[-1]
            found = dict.fromkeys(self.ids, 0)
            for name, exits in self.exits.items():
                for there in exits:
                    found[there] |= last[name]
            self._back.append({name: mask or last[name] for name, mask in found.items()})
        return self._back[steps][square]

    def _bit(self, square: str) -> int:
        return 1 << self._number[square]

    def _names(self, mask: int) -> set[str]:
        return {name for i, name in enumerate(self.ids) if mask >> i & 1}


def _union(masks: Iterable[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found


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
