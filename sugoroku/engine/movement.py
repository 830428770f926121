"""Walking and jumping of the team on turn. What the reached square does is `landing`'s affair."""

from sugoroku.engine.draft import Draft, move_to
from sugoroku.engine.events import Cause, ForkReached, Stayed
from sugoroku.engine.roads import Walk
from sugoroku.engine.scripts import Effects, tell
from sugoroku.engine.state import AwaitExit


def go(draft: Draft, done: Walk, steps: int, cause: Cause) -> None:
    """Goes the way that `done` has found for so many steps; it may be none at all."""
    if done.course == "stayed":
        draft.events.append(Stayed(draft.turn, steps))
        return
    draft.events.extend(tell(done, draft.turn, cause))
    if done.end != done.path[0]:
        move_to(draft, done.end)


def reach_fork(draft: Draft, done: Walk, by_effect: bool, pending: Effects) -> AwaitExit:
    """The walk has come to a fork. `pending`: effects still to apply once it is over."""
    exits = draft.game.roads.exits[done.end]
    draft.events.append(ForkReached(draft.turn, done.end, exits, done.left))
    return AwaitExit(exits, done.left, by_effect, pending)
