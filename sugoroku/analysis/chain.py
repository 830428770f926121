"""The walk of one team as an absorbing Markov chain: how often it begins a turn on each square.

Squares are taken out one by one, the ways over them laid on those that remain (Grassmann, Taksar
and Heyman, Operations Research 33(5), 1985). Nothing is ever subtracted, so that floats keep their
digits however long a game is; with fractions the same steps are exact.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

from sugoroku.analysis.turns import Turns
from sugoroku.model.ids import SquareId

Number = TypeVar("Number", float, Fraction)

MOST_SQUARES = 150
"""Larger boards are reckoned in floats: fractions grow by some digits a square."""
MOST_FRACTIONS = 60_000
"""Steps with fractions after which floats go on: a second or so."""


class TooManyFractions(Exception):
    """The board's jumps lead everywhere: floats must do."""


@dataclass(slots=True)
class Chain(Generic[Number]):
    """Chances to move on from a square to the next turn's, and to arrive at the goal."""

    moves: dict[SquareId, dict[SquareId, Number]]
    arrive: dict[SquareId, Number]


def visits(turns: Turns) -> dict[SquareId, float] | dict[SquareId, Fraction]:
    """How many turns a team begins on each square on its way from the start to the goal, on
    average; as fractions where the board is small enough.

    The goal can be reached from every square.
    """
    if len(turns.of) <= MOST_SQUARES:
        try:
            return _visits(_chain(turns, Fraction), turns, MOST_FRACTIONS)
        except TooManyFractions:
            pass
    return _visits(_chain(turns, float), turns, 0)


def _chain(turns: Turns, number: Callable[[Fraction], Number]) -> Chain[Number]:
    moves: dict[SquareId, dict[SquareId, Number]] = {}
    arrive: dict[SquareId, Number] = {}
    for square, turn in turns.of.items():
        ways: dict[SquareId, Fraction] = {}
        for end, chance in turn.ends.items():
            ways[end.square] = ways.get(end.square, Fraction(0)) + chance
        arrive[square] = number(ways.pop(turns.game.goal, Fraction(0)))
        ways.pop(square, None)  # a turn that leads nowhere: see `_visits`
        moves[square] = {there: number(chance) for there, chance in ways.items()}
    return Chain(moves, arrive)


def _visits(chain: Chain[Number], turns: Turns, most: int) -> dict[SquareId, Number]:
    """`most`: steps after which TooManyFractions is raised; 0: never.

    The chance to leave a square at all is the sum of the ways out of it. Squares near the goal go
    first: few ways lead back from them, so that few new ones have to be laid.
    """
    roads = turns.game.roads
    others = sorted(chain.moves.keys() - {roads.start}, key=lambda name: (roads.left[name], name))
    before = _befores(chain.moves)
    leaving: dict[SquareId, Number] = {}
    coming: dict[SquareId, dict[SquareId, Number]] = {}
    steps = 0
    for square in others:
        leaving[square] = sum(chain.moves[square].values(), start=chain.arrive[square])
        steps += len(before[square]) * (1 + len(chain.moves[square]))
        if 0 < most < steps:
            raise TooManyFractions
        coming[square] = _taken_out(chain, square, before, leaving[square])
    found = {roads.start: 1 / chain.arrive[roads.start]}
    for square in reversed(others):
        flow = (found[here] * chance for here, chance in coming[square].items())
        found[square] = sum(flow, start=0 * leaving[square]) / leaving[square]
    return found


def _befores(moves: Mapping[SquareId, Mapping[SquareId, object]]) -> dict[SquareId, set[SquareId]]:
    before: dict[SquareId, set[SquareId]] = {square: set() for square in moves}
    for square, ways in moves.items():
        for there in ways:
            before[there].add(square)
    return before


def _taken_out(
    chain: Chain[Number], square: SquareId, before: dict[SquareId, set[SquareId]], leaving: Number
) -> dict[SquareId, Number]:
    """Lays all ways over `square` on the squares that remain; the chances to come to it."""
    ways, arrive = chain.moves.pop(square), chain.arrive[square]
    for there in ways:
        before[there].discard(square)
    coming = {}
    for here in before.pop(square):
        from_here = chain.moves[here]
        coming[here] = from_here.pop(square)
        share = coming[here] / leaving
        chain.arrive[here] += share * arrive
        for there, chance in ways.items():
            if there != here:  # to come back is to stay: see `_visits`
                from_here[there] = from_here.get(there, 0 * chance) + share * chance
                before[there].add(here)
    return coming
