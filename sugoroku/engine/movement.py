"""Walking and jumping of the team on turn. What the reached square does is `landing`'s affair."""

from sugoroku.engine.draft import Draft, Effects, move_to
from sugoroku.engine.events import Cause, ForkReached, Jumped, Stayed, Walked
from sugoroku.engine.roads import Walk
from sugoroku.engine.state import AwaitExit
from sugoroku.model.ids import SquareId


def walk(draft: Draft, steps: int, cause: Cause, way: SquareId | None = None) -> Walk:
    """Walks `steps` on, first over the exit `way` of a fork; what came of it is in the result."""
    start = draft.square
    walks = draft.game.walks[start]
    if way is None and 0 <= steps < len(walks):
        done = walks[steps]
    else:
        done = draft.game.roads.walk(start, steps, way)
    if done.course == "stayed":
        draft.events.append(Stayed(draft.turn, steps))
    else:
        follow(draft, done, cause)
    return done


def walk_back(draft: Draft, steps: int) -> None:
    """Walks back along the way, never beyond the start."""
    follow(draft, draft.game.roads.walk_back(draft.square, steps), "effect")


def jump(draft: Draft, square: SquareId) -> None:
    """Straight to another square."""
    draft.events.append(Jumped(draft.turn, draft.square, square))
    move_to(draft, square)


def follow(draft: Draft, done: Walk, cause: Cause) -> None:
    """Goes the way that `done` has found."""
    path = done.path
    if len(path) > 1:
        draft.events.append(Walked(draft.turn, path, cause))
        move_to(draft, done.end)


def reach_fork(draft: Draft, done: Walk, by_effect: bool, pending: Effects) -> AwaitExit:
    """The walk has come to a fork. `pending`: effects still to apply once it is over."""
    exits = draft.game.roads.exits[done.end]
    draft.events.append(ForkReached(draft.turn, done.end, exits, done.left))
    return AwaitExit(exits, done.left, by_effect, pending)
