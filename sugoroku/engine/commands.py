"""What can be asked of the table. Which command may come next is told by the phase.

The teacher's commands may come at any time before the game is finished.
"""

from typing import Union

import msgspec

from sugoroku.model.board import Answering
from sugoroku.model.ids import SquareId, TeamId
from sugoroku.model.quiz import Response


class Command(msgspec.Struct, frozen=True, tag_field="command"):
    """Base of the commands; never made itself."""


class Roll(Command, frozen=True, tag="roll"):
    """The program rolls the dice."""


class EnterRoll(Command, frozen=True, tag="enter_roll"):
    """The class rolled real dice; `value` is their sum."""

    value: int


class ChooseExit(Command, frozen=True, tag="choose_exit"):
    square: SquareId


class Answer(Command, frozen=True, tag="answer"):
    """The team on turn answers; None: no answer."""

    response: Response | None


class AnswerAll(Command, frozen=True, tag="answer_all"):
    """Every team answers, in the order of `State.teams`; None: no answer."""

    responses: tuple[Response | None, ...]


class MoveTeam(Command, frozen=True, tag="move_team"):
    """The teacher puts a team on a square; no effect applies."""

    team: TeamId
    square: SquareId


class SetLeaves(Command, frozen=True, tag="set_leaves"):
    team: TeamId
    leaves: int


class SetRest(Command, frozen=True, tag="set_rest"):
    team: TeamId
    turns: int


class PassTurn(Command, frozen=True, tag="pass_turn"):
    """The turn goes to the next team; an open question is dropped without penalty."""


class SwapQuestion(Command, frozen=True, tag="swap_question"):
    """«Not learned yet»: another question of the same kind is drawn, no penalty."""


class AddTeam(Command, frozen=True, tag="add_team"):
    """A new team at the start, last in the order, with the first free shape."""

    name: str
    pupils: int = 5


class RemoveTeam(Command, frozen=True, tag="remove_team"):
    team: TeamId


class RenameTeam(Command, frozen=True, tag="rename_team"):
    team: TeamId
    name: str


class OrderTeams(Command, frozen=True, tag="order_teams"):
    """A new order of turns: every team's id once."""

    teams: tuple[TeamId, ...]


class SetAnswering(Command, frozen=True, tag="set_answering"):
    mode: Answering


class RingBell(Command, frozen=True, tag="ring_bell"):
    """The game ends when this round is complete."""


class EndGame(Command, frozen=True, tag="end_game"):
    """The game ends now."""


AnyCommand = Union[
    Roll,
    EnterRoll,
    ChooseExit,
    Answer,
    AnswerAll,
    MoveTeam,
    SetLeaves,
    SetRest,
    PassTurn,
    SwapQuestion,
    AddTeam,
    RemoveTeam,
    RenameTeam,
    OrderTeams,
    SetAnswering,
    RingBell,
    EndGame,
]
