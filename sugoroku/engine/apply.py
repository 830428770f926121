"""`apply(game, state, command)`: the door of the rule sheet.

Here are the commands of a turn; those of the teacher are in `overrides`.
"""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from sugoroku.engine import movement, overrides
from sugoroku.engine.commands import Answer, AnswerAll, AnyCommand, ChooseExit, EnterRoll, Roll
from sugoroku.engine.dice import below, roll
from sugoroku.engine.draft import Draft, Result, open_draft, seat
from sugoroku.engine.drawing import ask
from sugoroku.engine.events import Answered, AnyEvent, Arrived, LeavesChanged, Rolled
from sugoroku.engine.game import Game
from sugoroku.engine.grading import GRADERS, is_right
from sugoroku.engine.landing import after_move, land, resolve
from sugoroku.engine.refusals import Refusal, Refused
from sugoroku.engine.rotation import finish, pass_on, wait
from sugoroku.engine.scripts import Effects, Script
from sugoroku.engine.state import AwaitAnswer, AwaitExit, AwaitRoll, Finished, State, Team
from sugoroku.model.effects import AnyEffect, Leaves, Quiz
from sugoroku.model.ids import QuestionId
from sugoroku.model.quiz import Response

Told = tuple[AnyEvent, ...]

MOST_ASKED_AGAIN = 3
"""So often may answers lead to another question in one turn."""


def apply(game: Game, state: State, command: AnyCommand) -> Result:
    """The next state and what happened; raises Refused, and only that, when it does not fit."""
    return _HANDLERS[type(command)](game, state, command)


def _wrong_phase(state: State) -> Refused:
    over = type(state.phase) is Finished
    return Refused(Refusal.GAME_OVER if over else Refusal.WRONG_PHASE)


def _roll(game: Game, state: State, command: Roll) -> Result:
    if type(state.phase) is not AwaitRoll:
        raise _wrong_phase(state)
    turn = state.turn
    if turn < game.scripted:
        face, after = below(game.die, state.dice)
        teams = [*state.teams]
        at = turn if turn < len(teams) and teams[turn].id == turn else seat(state)
        team = teams[at]
        script = game.scripts[turn][team.square][face]
        if script is None:
            return _go(game, state, (face + 1,), after)
        if script.quiet and not state.extra_rolls:
            teams[at] = replace(team, square=script.end, played=state.round)
            return pass_on(game, state, teams, script.events, after, state.asked)
        return _play(game, state, at, script, script.events, after)
    faces, after = roll(game.dice, state.dice)
    return _go(game, state, faces, after)


def _enter_roll(game: Game, state: State, command: EnterRoll) -> Result:
    if type(state.phase) is not AwaitRoll:
        raise _wrong_phase(state)
    if not game.dice.low <= command.value <= game.dice.high:
        raise Refused(Refusal.ROLL_OUTSIDE_DICE)
    return _go(game, state, (command.value,), state.dice)


def _go(game: Game, state: State, faces: tuple[int, ...], after: int) -> Result:
    """The team on turn walks what it has rolled; `after`: the dice from now on."""
    total = sum(faces)
    draft = open_draft(game, state, after, [Rolled(state.turn, faces, total)])
    done = game.roads.walk(draft.square, total)
    movement.go(draft, done, total, "roll")
    if done.course == "fork":
        return wait(draft, movement.reach_fork(draft, done, False, ()))
    return resolve(draft, land(draft) if done.course == "moved" else ())


def _play(game: Game, state: State, at: int, script: Script, told: Told, after: int) -> Result:
    """The script is played; then the turn passes, a question is opened, or other effects apply.

    `at`: where the team on turn stands; `told`: the events of the script; `after`: the dice.
    """
    rest = script.rest
    teams = [*state.teams]
    if rest and type(rest[0]) is Quiz:
        opened = ask(game, state.turn, rest[0], rest[1:], state.asked, after)
        if opened is not None:
            phase, question, asked, after = opened
            teams[at] = replace(teams[at], square=script.end)
            waiting = replace(state, teams=tuple(teams), phase=phase, dice=after, asked=asked)
            return waiting, told + (question,)  # noqa: RUF005 (faster)
    elif script.end == game.goal:
        arrived = state.round
        told = (*told, Arrived(state.turn, arrived))
        teams[at] = replace(teams[at], square=script.end, played=arrived, arrived=arrived)
        if game.end == "first":
            return finish(game, replace(state, teams=tuple(teams), dice=after), told, "arrived")
        return pass_on(game, state, teams, told, after, state.asked)
    draft = open_draft(game, state, after, list(told))
    draft.square = script.end
    return resolve(draft, rest)


def _choose_exit(game: Game, state: State, command: ChooseExit) -> Result:
    phase = state.phase
    if type(phase) is not AwaitExit:
        raise _wrong_phase(state)
    if command.square not in phase.exits:
        raise Refused(Refusal.UNKNOWN_EXIT)
    draft = open_draft(game, state, state.dice, [])
    done = game.roads.walk(draft.square, phase.steps, command.square)
    movement.go(draft, done, phase.steps, "effect" if phase.by_effect else "roll")
    if done.course == "fork":
        return wait(draft, movement.reach_fork(draft, done, phase.by_effect, phase.pending))
    if done.course == "stayed":
        return resolve(draft, phase.pending)
    return resolve(draft, after_move(draft, phase.pending) if phase.by_effect else land(draft))


def _answer(game: Game, state: State, command: Answer) -> Result:
    phase = state.phase
    if type(phase) is not AwaitAnswer:
        raise _wrong_phase(state)
    if state.answering != "team":
        raise Refused(Refusal.WRONG_ANSWERING)
    name = phase.question
    turn = state.turn
    response = command.response
    question = game.questions[name]
    right = response is not None and GRADERS[type(question)](question, response)
    answered = Answered(turn, name, response, right, True)
    if response is not None and not phase.pending:
        scripts = (game.right_scripts if right else game.wrong_scripts)[name]
        if turn < len(scripts):
            teams = [*state.teams]
            at = turn if turn < len(teams) and teams[turn].id == turn else seat(state)
            team = teams[at]
            script = scripts[turn][team.square]
            told = (answered,) + script.events  # noqa: RUF005 (faster)
            if script.quiet and not state.extra_rolls:
                teams[at] = replace(team, square=script.end, played=state.round)
                return pass_on(game, state, teams, told, state.dice, state.asked)
            return _play(game, state, at, script, told, state.dice)
    draft = open_draft(game, state, state.dice, [answered])
    return resolve(draft, _consequences(draft, name, response, right) + phase.pending)


def _answer_all(game: Game, state: State, command: AnswerAll) -> Result:
    phase = state.phase
    if type(phase) is not AwaitAnswer:
        raise _wrong_phase(state)
    if state.answering != "everyone":
        raise Refused(Refusal.WRONG_ANSWERING)
    if len(command.responses) != len(state.teams):
        raise Refused(Refusal.ANSWER_DOES_NOT_FIT)
    question = phase.question
    rights = [_grade(game, question, response) for response in command.responses]
    answered = list(zip(state.teams, command.responses, rights, strict=True))
    told: list[AnyEvent] = [
        Answered(team.id, question, response, right, team.id == state.turn)
        for team, response, right in answered
    ]
    teams = tuple(
        _rewarded(team, game.leaves[question], told) if right and team.id != state.turn else team
        for team, _, right in answered
    )
    draft = open_draft(game, replace(state, teams=teams), state.dice, told)
    mine, right = command.responses[draft.at], rights[draft.at]
    return resolve(draft, _consequences(draft, question, mine, right) + phase.pending)


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


def _rewarded(team: Team, effects: tuple[Leaves, ...], told: list[AnyEvent]) -> Team:
    """A team that is not on turn and was right too."""
    leaves = team.leaves
    for effect in effects:
        total = max(0, leaves + effect.amount)
        if total != leaves:
            told.append(LeavesChanged(team.id, total - leaves, total))
            leaves = total
    return replace(team, leaves=leaves)


_HANDLERS: dict[type, Callable[[Game, State, Any], Result]] = {
    Roll: _roll,
    EnterRoll: _enter_roll,
    ChooseExit: _choose_exit,
    Answer: _answer,
    AnswerAll: _answer_all,
    **dict.fromkeys(overrides.HANDLERS, overrides.override),
}
