"""What happened: ids and final values, never sentences.

Three readers answer every event: `stage.motion.choreography`, `stage.captions`, `records`.
"""

from typing import Literal, Union

import msgspec

from sugoroku.model.board import Answering
from sugoroku.model.ids import QuestionId, SquareId, TeamId
from sugoroku.model.quiz import Response

Cause = Literal["roll", "effect"]


class Event(msgspec.Struct, frozen=True, gc=False, tag_field="event"):
    """Base of the events; never made itself."""


class TurnBegan(Event, frozen=True, tag="turn_began"):
    team: TeamId
    round: int


class Rolled(Event, frozen=True, tag="rolled"):
    """`faces` are the single dice; one number, the sum, when it was rolled with real dice."""

    team: TeamId
    faces: tuple[int, ...]
    total: int


class Walked(Event, frozen=True, tag="walked"):
    """Square by square; `path` begins with the square left and ends with the one reached."""

    team: TeamId
    path: tuple[SquareId, ...]
    cause: Cause


class Jumped(Event, frozen=True, tag="jumped"):
    """Straight from one square to another (`go_to`)."""

    team: TeamId
    start: SquareId
    end: SquareId


class Stayed(Event, frozen=True, tag="stayed"):
    """The roll was too high for the goal (`finish: exact`)."""

    team: TeamId
    total: int


class ForkReached(Event, frozen=True, tag="fork_reached"):
    team: TeamId
    square: SquareId
    exits: tuple[SquareId, ...]
    steps: int


class Landed(Event, frozen=True, tag="landed"):
    """A square's own effects begin to apply; not told of squares that have none and no text."""

    team: TeamId
    square: SquareId


class LeavesChanged(Event, frozen=True, tag="leaves_changed"):
    team: TeamId
    by: int
    total: int


class RestGiven(Event, frozen=True, tag="rest_given"):
    team: TeamId
    turns: int


class RollAgainGiven(Event, frozen=True, tag="roll_again_given"):
    team: TeamId


class QuestionAsked(Event, frozen=True, tag="question_asked"):
    """`swapped`: it takes the place of one that the teacher took away."""

    team: TeamId
    question: QuestionId
    order: tuple[int, ...]
    swapped: bool = False


class NoQuestion(Event, frozen=True, tag="no_question"):
    """A quiz square, but the edition has no question at all."""

    team: TeamId


class Answered(Event, frozen=True, tag="answered"):
    """One for each team that was asked. `on_turn`: this team's answer decides the moves."""

    team: TeamId
    question: QuestionId
    response: Response | None
    right: bool
    on_turn: bool


class Arrived(Event, frozen=True, tag="arrived"):
    team: TeamId
    round: int


class Rested(Event, frozen=True, tag="rested"):
    """A team missed its turn; `left` more to miss."""

    team: TeamId
    left: int


class RoundCompleted(Event, frozen=True, tag="round_completed"):
    round: int


class GameEnded(Event, frozen=True, tag="game_ended"):
    ranking: tuple[tuple[int, TeamId], ...]
    reason: Literal["arrived", "bell", "teacher"]


class TeamMoved(Event, frozen=True, tag="team_moved"):
    team: TeamId
    start: SquareId
    end: SquareId


class LeavesSet(Event, frozen=True, tag="leaves_set"):
    team: TeamId
    total: int


class RestSet(Event, frozen=True, tag="rest_set"):
    team: TeamId
    turns: int


class TurnPassed(Event, frozen=True, tag="turn_passed"):
    team: TeamId


class TeamAdded(Event, frozen=True, tag="team_added"):
    team: TeamId
    name: str


class TeamRemoved(Event, frozen=True, tag="team_removed"):
    team: TeamId


class TeamRenamed(Event, frozen=True, tag="team_renamed"):
    team: TeamId
    name: str


class OrderChanged(Event, frozen=True, tag="order_changed"):
    teams: tuple[TeamId, ...]


class AnsweringChanged(Event, frozen=True, tag="answering_changed"):
    mode: Answering


class BellRung(Event, frozen=True, tag="bell_rung"):
    round: int


AnyEvent = Union[
    TurnBegan,
    Rolled,
    Walked,
    Jumped,
    Stayed,
    ForkReached,
    Landed,
    LeavesChanged,
    RestGiven,
    RollAgainGiven,
    QuestionAsked,
    NoQuestion,
    Answered,
    Arrived,
    Rested,
    RoundCompleted,
    GameEnded,
    TeamMoved,
    LeavesSet,
    RestSet,
    TurnPassed,
    TeamAdded,
    TeamRemoved,
    TeamRenamed,
    OrderChanged,
    AnsweringChanged,
    BellRung,
]
