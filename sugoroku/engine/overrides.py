"""What the teacher may do at any time before the game is over."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import structs

from sugoroku.engine import commands, drawing, events
from sugoroku.engine.draft import Result, move_to, open_draft
from sugoroku.engine.game import MOST_TEAMS, Game
from sugoroku.engine.landing import MOST_RESTS
from sugoroku.engine.refusals import Refusal, Refused
from sugoroku.engine.rotation import end_turn, finish, pass_on, wait
from sugoroku.engine.state import AwaitAnswer, AwaitExit, Finished, State, Team
from sugoroku.model.ids import TEAM_SHAPES, TeamId

FEWEST_TEAMS = 2
MOST_PUPILS = 10
MOST_LEAVES = 9999
LONGEST_NAME = 24
_LONGEST_WRITTEN = 3 * LONGEST_NAME
"""With the marks and joiners that take no room of their own."""
_JOINERS = "\u200c\u200d"


def override(game: Game, state: State, command: commands.AnyCommand) -> Result:
    """One of the teacher's commands. Refused GAME_OVER when the game is finished."""
    if type(state.phase) is Finished:
        raise Refused(Refusal.GAME_OVER)
    return HANDLERS[type(command)](game, state, command)


def _move_team(game: Game, state: State, command: commands.MoveTeam) -> Result:
    """The goal counts as arrival, leaving it takes the arrival back.

    For the team on turn an open question stays open; an open fork is dropped, and its walk is over.
    """
    team = _team(state, command.team)
    if command.square not in game.squares:
        raise Refused(Refusal.UNKNOWN_SQUARE)
    told = events.TeamMoved(team.id, team.square, command.square)
    if team.id != state.turn:
        return _move_other(game, state, team, told)
    draft = open_draft(game, state, state.dice, [told])
    move_to(draft, command.square)
    if command.square == game.goal or type(state.phase) is AwaitExit:
        return end_turn(draft)
    return wait(draft, state.phase)


def _move_other(game: Game, state: State, team: Team, told: events.TeamMoved) -> Result:
    """A team that is not on turn is moved."""
    all_told: list[events.AnyEvent] = [told]
    arrived = (team.arrived or state.round) if told.end == game.goal else 0
    changed = _with(state, team, square=told.end, arrived=arrived)
    if arrived and not team.arrived:
        all_told.append(events.Arrived(team.id, arrived))
        if game.end == "first":
            return finish(game, changed, tuple(all_told), "arrived")
    return changed, tuple(all_told)


def _set_leaves(game: Game, state: State, command: commands.SetLeaves) -> Result:
    team = _team(state, command.team)
    _check_number(command.leaves, 0, MOST_LEAVES)
    changed = _with(state, team, leaves=command.leaves)
    return changed, (events.LeavesSet(team.id, command.leaves),)


def _set_rest(game: Game, state: State, command: commands.SetRest) -> Result:
    team = _team(state, command.team)
    _check_number(command.turns, 0, MOST_RESTS)
    return _with(state, team, rests=command.turns), (events.RestSet(team.id, command.turns),)


def _pass_turn(game: Game, state: State, command: commands.PassTurn) -> Result:
    teams = list(_with(state, _team(state, state.turn), played=state.round).teams)
    return pass_on(game, state, teams, (events.TurnPassed(state.turn),), state.dice, state.asked)


def _swap_question(game: Game, state: State, command: commands.SwapQuestion) -> Result:
    if type(state.phase) is not AwaitAnswer:
        raise Refused(Refusal.WRONG_PHASE)
    phase, told, asked, after = drawing.swap(game, state.turn, state.phase, state.asked, state.dice)
    return structs.replace(state, phase=phase, asked=asked, dice=after), (told,)


def _add_team(game: Game, state: State, command: commands.AddTeam) -> Result:
    if len(state.teams) >= MOST_TEAMS:
        raise Refused(Refusal.TOO_MANY_TEAMS)
    name = _clean_name(command.name)
    _check_number(command.pupils, 1, MOST_PUPILS)
    taken = {team.shape for team in state.teams}
    shape = next(shape for shape in TEAM_SHAPES if shape not in taken)
    team = Team(state.next_team, name, shape, command.pupils, game.roads.start)
    changed = structs.replace(state, teams=(*state.teams, team), next_team=team.id + 1)
    return changed, (events.TeamAdded(team.id, name),)


def _remove_team(game: Game, state: State, command: commands.RemoveTeam) -> Result:
    team = _team(state, command.team)
    if len(state.teams) <= FEWEST_TEAMS:
        raise Refused(Refusal.TOO_FEW_TEAMS)
    told = events.TeamRemoved(team.id)
    teams = tuple(other for other in state.teams if other.id != team.id)
    if team.id != state.turn:
        return structs.replace(state, teams=teams), (told,)
    changed = structs.replace(state, teams=teams, turn=teams[0].id)
    return pass_on(game, changed, list(teams), (told,), state.dice, state.asked)


def _rename_team(game: Game, state: State, command: commands.RenameTeam) -> Result:
    team = _team(state, command.team)
    name = _clean_name(command.name)
    return _with(state, team, name=name), (events.TeamRenamed(team.id, name),)


def _order_teams(game: Game, state: State, command: commands.OrderTeams) -> Result:
    teams = {team.id: team for team in state.teams}
    if sorted(command.teams) != sorted(teams):
        raise Refused(Refusal.BAD_ORDER)
    changed = structs.replace(state, teams=tuple(teams[number] for number in command.teams))
    return changed, (events.OrderChanged(command.teams),)


def _set_answering(game: Game, state: State, command: commands.SetAnswering) -> Result:
    changed = structs.replace(state, answering=command.mode)
    return changed, (events.AnsweringChanged(command.mode),)


def _ring_bell(game: Game, state: State, command: commands.RingBell) -> Result:
    if state.bell:
        raise Refused(Refusal.BELL_ALREADY_RUNG)
    return structs.replace(state, bell=True), (events.BellRung(state.round),)


def _end_game(game: Game, state: State, command: commands.EndGame) -> Result:
    return finish(game, state, (), "teacher")


def _team(state: State, number: TeamId) -> Team:
    for team in state.teams:
        if team.id == number:
            return team
    raise Refused(Refusal.UNKNOWN_TEAM)


def _with(state: State, team: Team, **changes: Any) -> State:
    """The state with some fields of one team changed."""
    changed = structs.replace(team, **changes)
    teams = tuple(changed if other.id == team.id else other for other in state.teams)
    return structs.replace(state, teams=teams)


def _check_number(number: int, low: int, high: int) -> None:
    if not low <= number <= high:
        raise Refused(Refusal.BAD_NUMBER)


def _clean_name(name: str) -> str:
    """The name without space around it; BAD_NAME unless 1 to 24 characters of it can be seen."""
    name = name.strip()
    kinds = [unicodedata.category(char) for char in name if char not in _JOINERS]
    # Control characters, changes of direction, lone surrogates, line breaks.
    if len(name) > _LONGEST_WRITTEN or {"Cc", "Cf", "Cs", "Zl", "Zp"}.intersection(kinds):
        raise Refused(Refusal.BAD_NAME)
    seen = sum(not kind.startswith("M") for kind in kinds)
    if not 1 <= seen <= LONGEST_NAME:
        raise Refused(Refusal.BAD_NAME)
    return name


HANDLERS: Mapping[type, Callable[[Game, State, Any], Result]] = {
    commands.MoveTeam: _move_team,
    commands.SetLeaves: _set_leaves,
    commands.SetRest: _set_rest,
    commands.PassTurn: _pass_turn,
    commands.SwapQuestion: _swap_question,
    commands.AddTeam: _add_team,
    commands.RemoveTeam: _remove_team,
    commands.RenameTeam: _rename_team,
    commands.OrderTeams: _order_teams,
    commands.SetAnswering: _set_answering,
    commands.RingBell: _ring_bell,
    commands.EndGame: _end_game,
}
