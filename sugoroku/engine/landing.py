"""What a square or an answer does to the team on turn, effect by effect.

To add an effect: `model/effects`, its schema and builder in `content`, and a line in `_EFFECTS`.
"""

from collections.abc import Callable
from typing import Any

from sugoroku.engine import drawing, movement
from sugoroku.engine.draft import Draft, change_leaves
from sugoroku.engine.events import Landed, RestGiven, RollAgainGiven
from sugoroku.model.effects import Advance, AnyEffect, Back, GoTo, Leaves, Quiz, Rest, RollAgain

MOST_RESTS = 9
"""A team never has to miss more turns than this."""
MOST_EXTRA_ROLLS = 3
"""In one turn."""

Effects = tuple[AnyEffect, ...]


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


def resolve(draft: Draft, effects: Effects) -> bool:
    """Applies the effects in their order. False: a question or a fork waits for the class."""
    while effects:
        effect = effects[0]
        more = _EFFECTS[type(effect)](draft, effect, effects[1:])
        if more is None:
            return False
        effects = more
    return True


def after_move(draft: Draft, effects: Effects) -> Effects:
    """What is still to apply when an effect has moved the team; with `chain` the new square first.

    A team at the goal has finished its turn: only its leaves are still counted.
    """
    if draft.arrived:
        return tuple(effect for effect in effects if type(effect) is Leaves)
    return land(draft) + effects if draft.game.chain else effects


def _advance(draft: Draft, effect: Advance, rest: Effects) -> Effects | None:
    course = movement.walk(draft, effect.steps, "effect", rest)
    if course == "fork":
        return None
    return rest if course == "stayed" else after_move(draft, rest)


def _back(draft: Draft, effect: Back, rest: Effects) -> Effects:
    movement.walk_back(draft, effect.steps)
    return after_move(draft, rest)


def _go_to(draft: Draft, effect: GoTo, rest: Effects) -> Effects:
    movement.jump(draft, effect.square)
    return after_move(draft, rest)


def _rest(draft: Draft, effect: Rest, rest: Effects) -> Effects:
    draft.rests = min(MOST_RESTS, draft.rests + effect.turns)
    draft.events.append(RestGiven(draft.turn, draft.rests))
    return rest


def _roll_again(draft: Draft, effect: RollAgain, rest: Effects) -> Effects:
    if draft.again < MOST_EXTRA_ROLLS:
        draft.again += 1
        draft.extra_rolls += 1
        draft.events.append(RollAgainGiven(draft.turn))
    return rest


def _leaves(draft: Draft, effect: Leaves, rest: Effects) -> Effects:
    change_leaves(draft, effect.amount)
    return rest


def _quiz(draft: Draft, effect: Quiz, rest: Effects) -> Effects | None:
    return None if drawing.ask(draft, effect.topic, effect.level, rest) else rest


_EFFECTS: dict[type, Callable[[Draft, Any, Effects], Effects | None]] = {
    Advance: _advance,
    Back: _back,
    GoTo: _go_to,
    Rest: _rest,
    RollAgain: _roll_again,
    Leaves: _leaves,
    Quiz: _quiz,
}
