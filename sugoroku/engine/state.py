"""What changes during a game. Immutable; every command gives a new one."""

from typing import Literal, Union

import msgspec

from sugoroku.model.board import Answering
from sugoroku.model.effects import AnyEffect
from sugoroku.model.ids import Level, QuestionId, SquareId, TeamId, TeamShape, Topic

EndReason = Literal["arrived", "bell", "teacher"]


class Team(msgspec.Struct, frozen=True, gc=False):
    """A team at the table. `played` is the last round in which it had its turn."""

    id: TeamId
    name: str
    shape: TeamShape
    pupils: int
    square: SquareId
    leaves: int = 0
    rests: int = 0
    played: int = 0
    arrived: int = 0
    """The round in which it reached the goal; 0: not yet."""


class AwaitRoll(msgspec.Struct, frozen=True, gc=False, tag_field="phase", tag="roll"):
    """The team on turn rolls: `Roll` or `EnterRoll`."""


class AwaitExit(msgspec.Struct, frozen=True, gc=False, tag_field="phase", tag="exit"):
    """The team stands at a fork with `steps` left: `ChooseExit`."""

    exits: tuple[SquareId, ...]
    steps: int
    by_effect: bool = False
    pending: tuple[AnyEffect, ...] = ()


class AwaitAnswer(msgspec.Struct, frozen=True, gc=False, tag_field="phase", tag="answer"):
    """A question is open: `Answer` or `AnswerAll`, as `State.answering` says.

    `order` is how its options are shown: indexes of the options in the file.
    """

    question: QuestionId
    order: tuple[int, ...]
    topic: Topic | None = None
    level: Level | None = None
    pending: tuple[AnyEffect, ...] = ()


class Finished(msgspec.Struct, frozen=True, gc=False, tag_field="phase", tag="finished"):
    """The game is over. `ranking`: (place, team id), best first; equals share a place."""

    ranking: tuple[tuple[int, TeamId], ...]
    reason: EndReason


Phase = Union[AwaitRoll, AwaitExit, AwaitAnswer, Finished]


class State(msgspec.Struct, frozen=True, gc=False):
    """The table. `teams` stand in the order of turns; `turn` is the id of the team on turn."""

    teams: tuple[Team, ...]
    turn: TeamId
    phase: Phase
    dice: int
    """State of the generator: 64 bits."""
    round: int = 1
    again: int = 0
    """How often `roll_again` has counted in this turn."""
    applied: tuple[SquareId, ...] = ()
    """With `chain`: squares that have applied in this turn."""
    asked: tuple[QuestionId, ...] = ()
    """Questions asked so far, latest last, since the pool was last refilled."""
    answering: Answering = "team"
    bell: bool = False
    """The game ends when this round is complete."""
    next_team: TeamId = 0
    """The id that a team added now would get."""
    extra_rolls: int = 0
    """Rolls that the team on turn still has from `roll_again`."""
    asked_again: int = 0
    """How often, in this turn, an answer has led to another question."""

    def team(self, team_id: TeamId) -> Team:
        """The team with this id; KeyError when it is not at the table."""
        for team in self.teams:
            if team.id == team_id:
                return team
        raise KeyError(team_id)

    @property
    def on_turn(self) -> Team:
        return self.team(self.turn)
