"""Walking and jumping of the team on turn. What the reached square does is `landing`'s affair."""

from sugoroku.engine.draft import Draft, arrive
from sugoroku.engine.events import Cause, ForkReached, Jumped, Stayed, Walked
from sugoroku.engine.roads import Course, Walk
from sugoroku.engine.state import AwaitExit
from sugoroku.model.effects import AnyEffect
from sugoroku.model.ids import SquareId


def walk(
    draft: Draft,
    steps: int,
    cause: Cause,
    pending: tuple[AnyEffect, ...] = (),
    way: SquareId | None = None,
) -> Course:
    """Walks `steps` on, over the exit `way` of a fork. "fork": an exit is awaited.

    `pending`: the effects that are still to come when a fork interrupts the walk.
    """
    start = draft.square
    walks = draft.game.walks[start]
    if way is None and 0 <= steps < len(walks):
        done = walks[steps]
    else:
        done = draft.game.roads.walk(start, steps, way)
    if done.course == "stayed":
        draft.events.append(Stayed(draft.turn, steps))
    else:
        _follow(draft, done, cause)
        if done.course == "fork":
            _reach_fork(draft, done, cause, pending)
    return done.course


def walk_back(draft: Draft, steps: int) -> None:
    """Walks back along the way, never beyond the start."""
    _follow(draft, draft.game.roads.walk_back(draft.square, steps), "effect")


def jump(draft: Draft, square: SquareId) -> None:
    """Straight to another square."""
    draft.events.append(Jumped(draft.turn, draft.square, square))
    draft.square = square
    if square == draft.game.goal:
        arrive(draft)


def _follow(draft: Draft, done: Walk, cause: Cause) -> None:
    path = done.path
    if len(path) > 1:
        end = done.end
        draft.events.append(Walked(draft.turn, path, cause))
        draft.square = end
        if end == draft.game.goal:
            arrive(draft)


def _reach_fork(draft: Draft, done: Walk, cause: Cause, pending: tuple[AnyEffect, ...]) -> None:
    exits = draft.game.roads.exits[done.end]
    draft.phase = AwaitExit(exits, done.left, cause == "effect", pending)
    draft.events.append(ForkReached(draft.turn, done.end, exits, done.left))
