"""The table while one command is worked out: the only thing in the engine that changes in place.

`apply` opens a draft of the state, the rules work on it, and `State` is built from it once. The
changing fields of the team on turn lie open (`square`, `leaves`, `rests`, `arrived`); `store` puts
them back among the `teams`.
"""

from typing import Literal

import msgspec

from sugoroku.engine.events import AnyEvent, Arrived, GameEnded, LeavesChanged
from sugoroku.engine.game import Game, ranking
from sugoroku.engine.state import Finished, Phase, State, Team
from sugoroku.model.ids import QuestionId, SquareId, TeamId


class Draft(msgspec.Struct):
    """Fields as in `State` and, for the team on turn, as in `Team`."""

    game: Game
    state: State
    """As it was before the command."""
    teams: list[Team]
    at: int
    """Where the team on turn stands in `teams`."""
    square: SquareId
    leaves: int
    rests: int
    arrived: int
    turn: TeamId
    phase: Phase
    dice: int
    round: int
    again: int
    applied: tuple[SquareId, ...]
    asked: tuple[QuestionId, ...]
    extra_rolls: int
    asked_again: int
    events: list[AnyEvent]


Reason = Literal["arrived", "bell", "teacher"]
Result = tuple[State, tuple[AnyEvent, ...]]


def open_draft(game: Game, state: State, *events: AnyEvent) -> Draft:
    """A draft of `state`, of which `events` are told already."""
    turn = state.turn
    at = 0
    for team in state.teams:
        if team.id == turn:
            break
        at += 1
    return Draft(
        game,
        state,
        list(state.teams),
        at,
        team.square,
        team.leaves,
        team.rests,
        team.arrived,
        turn,
        state.phase,
        state.dice,
        state.round,
        state.again,
        state.applied,
        state.asked,
        state.extra_rolls,
        state.asked_again,
        list(events),
    )


def close(draft: Draft) -> Result:
    """The state that the draft has come to, and what is told of it."""
    before = draft.state
    state = State(
        tuple(draft.teams),
        draft.turn,
        draft.phase,
        draft.dice,
        draft.round,
        draft.again,
        draft.applied,
        draft.asked,
        before.answering,
        before.bell,
        before.next_team,
        draft.extra_rolls,
        draft.asked_again,
    )
    return state, tuple(draft.events)


def store(draft: Draft, played: int) -> None:
    """Puts the team on turn back among the teams; `played`: the last round it had its turn in."""
    teams = draft.teams
    at = draft.at
    team = teams[at]
    teams[at] = Team(
        team.id,
        team.name,
        team.shape,
        team.pupils,
        draft.square,
        draft.leaves,
        draft.rests,
        played,
        draft.arrived,
    )


def arrive(draft: Draft) -> None:
    """The team on turn has reached the goal."""
    draft.arrived = draft.round
    draft.events.append(Arrived(draft.turn, draft.round))


def change_leaves(draft: Draft, amount: int) -> None:
    """Gives or takes leaves, never below none; no change is not told."""
    total = max(0, draft.leaves + amount)
    by = total - draft.leaves
    if by:
        draft.leaves = total
        draft.events.append(LeavesChanged(draft.turn, by, total))


def finish(draft: Draft, reason: Reason) -> None:
    """The game is over; every team must be stored."""
    places = ranking(draft.game, tuple(draft.teams))
    draft.phase = Finished(places, reason)
    draft.events.append(GameEnded(places, reason))
