"""The team on turn while one command is worked out: the only thing in the engine that changes.

`apply` opens a draft of the state, the rules work on it, and `rotation` makes the next state of it.
"""

import msgspec

from sugoroku.engine.events import AnyEvent, Arrived, LeavesChanged
from sugoroku.engine.game import Game
from sugoroku.engine.state import State, Team
from sugoroku.model.ids import QuestionId, SquareId, TeamId


class Draft(msgspec.Struct, gc=False):
    """Fields of the same names as in `State` and, for the team on turn, in `Team`."""

    game: Game
    state: State
    """As it was before the command."""
    at: int
    """Where the team on turn stands in `State.teams`."""
    turn: TeamId
    square: SquareId
    leaves: int
    rests: int
    dice: int
    asked: tuple[QuestionId, ...]
    applied: tuple[SquareId, ...]
    again: int
    extra_rolls: int
    asked_again: int
    events: list[AnyEvent]


Result = tuple[State, tuple[AnyEvent, ...]]


def seat(state: State) -> int:
    """Where the team on turn stands in the order of turns."""
    turn = state.turn
    teams = state.teams
    if turn < len(teams) and teams[turn].id == turn:
        return turn  # as long as nobody has left or changed places
    return [team.id for team in teams].index(turn)


def open_draft(game: Game, state: State, dice: int, events: list[AnyEvent]) -> Draft:
    """A draft of `state`, with the generator at `dice` and `events` told so far."""
    turn = state.turn
    at = seat(state)
    team = state.teams[at]
    return Draft(
        game,
        state,
        at,
        turn,
        team.square,
        team.leaves,
        team.rests,
        dice,
        state.asked,
        state.applied,
        state.again,
        state.extra_rolls,
        state.asked_again,
        events,
    )


def drafted_team(draft: Draft, played: int) -> Team:
    """The team on turn as it is now; `played`: the last round in which it had its turn."""
    team = draft.state.teams[draft.at]
    square = draft.square
    return Team(
        team.id,
        team.name,
        team.shape,
        team.pupils,
        square,
        draft.leaves,
        draft.rests,
        played,
        draft.state.round if square == draft.game.goal else 0,
    )


def move_to(draft: Draft, square: SquareId) -> None:
    """The team on turn stands on `square` now; the goal is its arrival."""
    draft.square = square
    if square == draft.game.goal:
        draft.events.append(Arrived(draft.turn, draft.state.round))


def change_leaves(draft: Draft, amount: int) -> None:
    """Gives or takes leaves, never below none; no change is not told."""
    total = max(0, draft.leaves + amount)
    by = total - draft.leaves
    if by:
        draft.leaves = total
        draft.events.append(LeavesChanged(draft.turn, by, total))
