"""What a square or an answer does to the team on turn, effect by effect.

To add an effect: `model/effects`, its schema and builder in `content`, and a line in `_EFFECTS`.
"""

from collections.abc import Callable
from typing import Any

from sugoroku.engine import drawing, movement
from sugoroku.engine.draft import Draft, Result, change_leaves
from sugoroku.engine.events import Landed, NoQuestion, RestGiven, RollAgainGiven
from sugoroku.engine.rotation import end_turn, wait
from sugoroku.engine.scripts import MOVES, Effects
from sugoroku.engine.state import Phase
from sugoroku.model.effects import Advance, Back, GoTo, Leaves, Quiz, Rest, RollAgain

MOST_RESTS = 9
"""A team never has to miss more turns than this."""
MOST_EXTRA_ROLLS = 3
"""In one turn."""

Next = Effects | Phase
"""The effects still to apply, or what the class must do before."""


def land(draft: Draft) -> Effects:
    """The effects of the square reached; none at the goal, nor twice in a turn with `chain`."""
    game = draft.game
    square = draft.square
    if square not in game.told:
        return ()
    if game.chain:
        if square in draft.applied:
            return ()
        draft.applied = (*draft.applied, square)
    draft.events.append(Landed(draft.turn, square))
    return game.effects[square]


def resolve(draft: Draft, effects: Effects) -> Result:
    """Applies the effects in their order and ends the turn, unless the class must act before."""
    while effects:
        effect = effects[0]
        following = _EFFECTS[type(effect)](draft, effect, effects[1:])
        if not isinstance(following, tuple):
            return wait(draft, following)
        effects = following
    return end_turn(draft)


def after_move(draft: Draft, effects: Effects) -> Effects:
    """What is still to apply when an effect has moved the team; with `chain` the new square first.

    A team at the goal has finished its turn: only its leaves are still counted.
    """
    game = draft.game
    if draft.square == game.goal:
        return tuple(effect for effect in effects if isinstance(effect, Leaves))
    return land(draft) + effects if game.chain else effects


def _move(draft: Draft, effect: Advance | Back | GoTo, rest: Effects) -> Next:
    done = MOVES[type(effect)](draft.game.roads, draft.square, effect)
    movement.go(draft, done, effect.steps if isinstance(effect, Advance) else 0, "effect")
    if done.course == "fork":
        return movement.reach_fork(draft, done, True, rest)
    return rest if done.course == "stayed" else after_move(draft, rest)


def _rest(draft: Draft, effect: Rest, rest: Effects) -> Next:
    draft.rests = min(MOST_RESTS, draft.rests + effect.turns)
    draft.events.append(RestGiven(draft.turn, draft.rests))
    return rest


def _roll_again(draft: Draft, effect: RollAgain, rest: Effects) -> Next:
    if draft.again < MOST_EXTRA_ROLLS:
        draft.again += 1
        draft.extra_rolls += 1
        draft.events.append(RollAgainGiven(draft.turn))
    return rest


def _leaves(draft: Draft, effect: Leaves, rest: Effects) -> Next:
    change_leaves(draft, effect.amount)
    return rest


def _quiz(draft: Draft, effect: Quiz, rest: Effects) -> Next:
    opened = drawing.ask(draft.game, draft.turn, effect, rest, draft.asked, draft.dice)
    if opened is None:
        draft.events.append(NoQuestion(draft.turn))
        return rest
    phase, told, draft.asked, draft.dice = opened
    draft.events.append(told)
    return phase


_EFFECTS: dict[type, Callable[[Draft, Any, Effects], Next]] = {
    Advance: _move,
    Back: _move,
    GoTo: _move,
    Rest: _rest,
    RollAgain: _roll_again,
    Leaves: _leaves,
    Quiz: _quiz,
}
