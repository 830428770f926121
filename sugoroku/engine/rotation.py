"""Whose turn it is, when a round is complete, and when the game ends."""

from collections.abc import Sequence

from msgspec.structs import replace

from sugoroku.engine.draft import Draft, Result, drafted_team
from sugoroku.engine.events import AnyEvent, GameEnded, Rested, RoundCompleted, TurnBegan
from sugoroku.engine.game import Game
from sugoroku.engine.state import AwaitRoll, EndReason, Finished, Phase, State, Team
from sugoroku.model.board import End
from sugoroku.model.ids import QuestionId, TeamId

AWAIT_ROLL = AwaitRoll()


def end_turn(draft: Draft) -> Result:
    """The team on turn has done all its effects: it rolls again, or the turn passes."""
    game = draft.game
    state = draft.state
    arrived = draft.square == game.goal
    if draft.extra_rolls and not arrived:
        draft.extra_rolls -= 1
        return wait(draft, AWAIT_ROLL)
    teams = list(state.teams)
    teams[draft.at] = drafted_team(draft, state.round)
    if arrived and game.end == "first":
        ended = replace(state, teams=tuple(teams), dice=draft.dice, asked=draft.asked)
        return finish(game, ended, tuple(draft.events), "arrived")
    return pass_on(game, state, teams, tuple(draft.events), draft.dice, draft.asked)


def wait(draft: Draft, phase: Phase) -> Result:
    """The team stays on turn, and the class has to do what `phase` says."""
    state = draft.state
    teams = list(state.teams)
    teams[draft.at] = drafted_team(draft, teams[draft.at].played)
    after = State(
        tuple(teams),
        state.turn,
        phase,
        draft.dice,
        state.round,
        draft.again,
        draft.applied,
        draft.asked,
        state.answering,
        state.bell,
        state.next_team,
        draft.extra_rolls,
        draft.asked_again,
    )
    return after, tuple(draft.events)


def pass_on(
    game: Game,
    state: State,
    teams: list[Team],
    told: tuple[AnyEvent, ...],
    dice: int,
    asked: tuple[QuestionId, ...],
) -> Result:
    """The turn goes to the first team, in the order of turns, that has not played in this round.

    Ends: a round in which nobody can play takes one from the rests of every team still on its way.
    """
    current = state.round
    while True:
        for team in teams:
            if team.played < current and not team.arrived:
                if team.rests:
                    told += (_rest(teams, team, current),)
                    continue
                turn = team.id
                after = State(
                    tuple(teams),
                    turn,
                    AWAIT_ROLL,
                    dice,
                    current,
                    0,
                    (),
                    asked,
                    state.answering,
                    state.bell,
                    state.next_team,
                )
                return after, told + (TurnBegan(turn, current),)  # noqa: RUF005 (faster)
        told += (RoundCompleted(current),)
        reason = _reason_to_end(game.end, teams, state.bell)
        if reason is not None:
            ended = replace(state, teams=tuple(teams), dice=dice, asked=asked, round=current)
            return finish(game, ended, told, reason)
        current += 1


def finish(game: Game, state: State, told: tuple[AnyEvent, ...], reason: EndReason) -> Result:
    """The game is over: the last state, with its ranking."""
    places = ranking(game, state.teams)
    after = replace(
        state, phase=Finished(places, reason), again=0, applied=(), extra_rolls=0, asked_again=0
    )
    return after, (*told, GameEnded(places, reason))


def ranking(game: Game, teams: Sequence[Team]) -> tuple[tuple[int, TeamId], ...]:
    """(place, team), best first: arrival, squares left, leaves; equals share a place."""
    left = game.roads.left
    merits = sorted(
        [
            ((not team.arrived, team.arrived, left[team.square], -team.leaves), at, team.id)
            for at, team in enumerate(teams)
        ]
    )
    places: list[tuple[int, TeamId]] = []
    last = None
    place = 0
    for number, (merit, _, team_id) in enumerate(merits, 1):
        if merit != last:
            place, last = number, merit
        places.append((place, team_id))
    return tuple(places)


def _rest(teams: list[Team], team: Team, current: int) -> Rested:
    """The team misses its turn of this round."""
    left = team.rests - 1
    teams[teams.index(team)] = replace(team, rests=left, played=current)
    return Rested(team.id, left)


def _reason_to_end(end: End, teams: Sequence[Team], bell: bool) -> EndReason | None:
    """Why the game ends with the round just completed, if it does."""
    for team in teams:
        if team.arrived:
            if end != "all" or all([team.arrived for team in teams]):
                return "arrived"
            break
    return "bell" if bell else None
