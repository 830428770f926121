"""What follows of itself: the moves after a roll or an answer, as far as nothing else decides.

A script goes on until a fork, the goal, or an effect that needs the table (leaves, rest, a quiz,
another roll). `game` writes the scripts of all rolls once; that makes a turn fast, nothing else.
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from sugoroku.engine.events import AnyEvent, Cause, Jumped, Landed, Rolled, Walked
from sugoroku.engine.roads import Roads, Walk
from sugoroku.model.effects import Advance, AnyEffect, Back, GoTo
from sugoroku.model.ids import SquareId, TeamId

Effects = tuple[AnyEffect, ...]


class Script(msgspec.Struct, frozen=True, gc=False):
    """The team is told to come to `end`; the effects `rest` are still to apply there.

    `quiet`: nothing is left to do, and it is not the goal; the turn is over.
    """

    events: tuple[AnyEvent, ...]
    end: SquareId
    rest: Effects
    quiet: bool


def follow(
    roads: Roads, turn: TeamId, square: SquareId, effects: Effects, told: tuple[AnyEvent, ...]
) -> Script:
    """The script of the leading effects, for a team on `square`; never with `chain`."""
    while effects:
        effect = effects[0]
        move = MOVES.get(type(effect))
        if move is None:
            break
        done = move(roads, square, effect)
        if done.course != "moved" or done.end == roads.goal:
            break
        told += tell(done, turn, "effect")
        square = done.end
        effects = effects[1:]
    return Script(told, square, effects, not effects)


def roll_script(
    roads: Roads,
    told: frozenset[SquareId],
    effects: dict[SquareId, Effects],
    turn: TeamId,
    square: SquareId,
    total: int,
) -> Script | None:
    """The script of a roll; None when the walk comes to a fork or cannot be walked."""
    done = roads.walk(square, total)
    if done.course != "moved" or square == roads.goal:
        return None
    events: tuple[AnyEvent, ...] = (Rolled(turn, (total,), total), *tell(done, turn, "roll"))
    if done.end not in told:
        return Script(events, done.end, (), done.end != roads.goal)
    return follow(roads, turn, done.end, effects[done.end], (*events, Landed(turn, done.end)))


def tell(done: Walk, turn: TeamId, cause: Cause) -> tuple[AnyEvent, ...]:
    """A walk or jump as it is told; one that leads nowhere is not."""
    path = done.path
    if done.jump:
        return (Jumped(turn, path[0], done.end),)
    return (Walked(turn, path, cause),) if len(path) > 1 else ()


MOVES: Mapping[type, Callable[[Roads, SquareId, Any], Walk]] = {
    Advance: lambda roads, square, effect: roads.walk(square, effect.steps),
    Back: lambda roads, square, effect: roads.walk_back(square, effect.steps),
    GoTo: lambda roads, square, effect: Walk(
        "moved", (square, effect.square), effect.square, jump=True
    ),
}
"""Where the effects lead that move a team."""
