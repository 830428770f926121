"""`apply(game, state, command)`: the door of the rule sheet.

Here are the commands of a turn; those of the teacher are in `overrides`.
"""

from collections.abc import Callable
from typing import Any

from msgspec import structs

from sugoroku.engine import dice, landing, movement, overrides
from sugoroku.engine.commands import Answer, AnswerAll, AnyCommand, ChooseExit, EnterRoll, Roll
from sugoroku.engine.draft import Draft, Result, close, open_draft, store
from sugoroku.engine.events import Answered, Cause, LeavesChanged, Rolled
from sugoroku.engine.game import Game
from sugoroku.engine.grading import is_right
from sugoroku.engine.refusals import Refusal, Refused
from sugoroku.engine.rotation import end_turn
from sugoroku.engine.state import AwaitAnswer, AwaitExit, AwaitRoll, Finished, State
from sugoroku.model.effects import AnyEffect, Leaves, Quiz
from sugoroku.model.ids import QuestionId
from sugoroku.model.quiz import Response

MOST_ASKED_AGAIN = 3
"""So often may answers lead to another question in one turn."""

Effects = tuple[AnyEffect, ...]


def apply(game: Game, state: State, command: AnyCommand) -> Result:
    """The next state and what happened; raises Refused, and only that, when it does not fit."""
    if type(state.phase) is Finished:
        raise Refused(Refusal.GAME_OVER)
    return _HANDLERS[type(command)](game, state, command)


def _roll(game: Game, state: State, command: Roll) -> Result:
    if type(state.phase) is not AwaitRoll:
        raise Refused(Refusal.WRONG_PHASE)
    faces, after = dice.roll(game.dice, state.dice)
    draft = open_draft(game, state)
    draft.dice = after
    return _go(draft, faces, sum(faces))


def _enter_roll(game: Game, state: State, command: EnterRoll) -> Result:
    if type(state.phase) is not AwaitRoll:
        raise Refused(Refusal.WRONG_PHASE)
    if not game.dice.low <= command.value <= game.dice.high:
        raise Refused(Refusal.ROLL_OUTSIDE_DICE)
    return _go(open_draft(game, state), (command.value,), command.value)


def _go(draft: Draft, faces: tuple[int, ...], total: int) -> Result:
    """The team on turn has rolled `total`."""
    draft.events.append(Rolled(draft.turn, faces, total))
    course = movement.walk(draft, total, "roll")
    if course == "fork":
        return _wait(draft)
    return _go_on(draft, landing.land(draft) if course == "moved" else ())


def _go_on(draft: Draft, effects: Effects) -> Result:
    """Applies the effects, then ends the turn unless something must be waited for."""
    if effects and not landing.resolve(draft, effects):
        return _wait(draft)
    end_turn(draft)
    return close(draft)


def _wait(draft: Draft) -> Result:
    """The team stays on turn: a fork or a question is open."""
    store(draft, draft.teams[draft.at].played)
    return close(draft)


def _choose_exit(game: Game, state: State, command: ChooseExit) -> Result:
    phase = state.phase
    if type(phase) is not AwaitExit:
        raise Refused(Refusal.WRONG_PHASE)
    if command.square not in phase.exits:
        raise Refused(Refusal.UNKNOWN_EXIT)
    draft = open_draft(game, state)
    cause: Cause = "effect" if phase.by_effect else "roll"
    course = movement.walk(draft, phase.steps, cause, phase.pending, command.square)
    if course == "fork":
        return _wait(draft)
    if course == "stayed":
        return _go_on(draft, phase.pending)
    if phase.by_effect:
        return _go_on(draft, landing.after_move(draft, phase.pending))
    return _go_on(draft, landing.land(draft))


def _answer(game: Game, state: State, command: Answer) -> Result:
    phase = state.phase
    if type(phase) is not AwaitAnswer:
        raise Refused(Refusal.WRONG_PHASE)
    if state.answering != "team":
        raise Refused(Refusal.WRONG_ANSWERING)
    question = phase.question
    response = command.response
    right = _grade(game, question, response)
    draft = open_draft(game, state, Answered(state.turn, question, response, right, True))
    return _go_on(draft, _consequences(draft, question, response, right) + phase.pending)


def _answer_all(game: Game, state: State, command: AnswerAll) -> Result:
    phase = state.phase
    if type(phase) is not AwaitAnswer:
        raise Refused(Refusal.WRONG_PHASE)
    if state.answering != "everyone":
        raise Refused(Refusal.WRONG_ANSWERING)
    if len(command.responses) != len(state.teams):
        raise Refused(Refusal.ANSWER_DOES_NOT_FIT)
    question = phase.question
    rights = [_grade(game, question, response) for response in command.responses]
    draft = open_draft(game, state)
    for team, response, right in zip(state.teams, command.responses, rights, strict=True):
        on_turn = team.id == state.turn
        draft.events.append(Answered(team.id, question, response, right, on_turn))
    for at, right in enumerate(rights):
        if right and at != draft.at:
            _give_leaves(draft, at, game.leaves[question])
    mine, right = command.responses[draft.at], rights[draft.at]
    return _go_on(draft, _consequences(draft, question, mine, right) + phase.pending)


def _grade(game: Game, question: QuestionId, response: Response | None) -> bool:
    return response is not None and is_right(game.questions[question], response)


def _consequences(
    draft: Draft, question: QuestionId, response: Response | None, right: bool
) -> Effects:
    """The effects of the answer of the team on turn; no answer has no penalty."""
    if response is None:
        return ()
    game = draft.game
    effects = game.right[question] if right else game.wrong[question]
    if not game.answers_ask:
        return effects
    allowed: list[AnyEffect] = []
    for effect in effects:
        if type(effect) is Quiz:
            if draft.asked_again >= MOST_ASKED_AGAIN:
                continue
            draft.asked_again += 1
        allowed.append(effect)
    return tuple(allowed)


def _give_leaves(draft: Draft, at: int, effects: tuple[Leaves, ...]) -> None:
    """A team that is not on turn was right too."""
    for effect in effects:
        team = draft.teams[at]
        total = max(0, team.leaves + effect.amount)
        by = total - team.leaves
        if by:
            draft.teams[at] = structs.replace(team, leaves=total)
            draft.events.append(LeavesChanged(team.id, by, total))


_HANDLERS: dict[type, Callable[[Game, State, Any], Result]] = {
    Roll: _roll,
    EnterRoll: _enter_roll,
    ChooseExit: _choose_exit,
    Answer: _answer,
    AnswerAll: _answer_all,
    **overrides.HANDLERS,
}
