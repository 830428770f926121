"""What the projector shows of the table. It lags behind the state and follows it event by event."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import assert_never

from sugoroku.engine import events
from sugoroku.engine.state import Finished, State
from sugoroku.model.board import Answering
from sugoroku.model.ids import TEAM_SHAPES, SquareId, TeamId, TeamShape

AT_START: SquareId = ""
"""Where a team stands that has just been added: no event tells the start's id."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A team as it is shown."""

    id: TeamId
    name: str
    shape: TeamShape
    square: SquareId
    leaves: int = 0
    rests: int = 0
    arrived: int = 0
    pupils: int = field(default=5, compare=False)
    """Not told by events: only the state knows it."""


@dataclass(frozen=True, slots=True)
class TableView:
    """The table as shown. `faces`, the dice last rolled, come from events alone: not compared."""

    seats: tuple[Seat, ...]
    turn: TeamId
    round: int = 1
    bell: bool = False
    answering: Answering = "team"
    over: bool = False
    faces: tuple[int, ...] = field(default=(), compare=False)

    @classmethod
    def of(cls, state: State) -> "TableView":
        return cls(
            seats=tuple(
                Seat(t.id, t.name, t.shape, t.square, t.leaves, t.rests, t.arrived, t.pupils)
                for t in state.teams
            ),
            turn=state.turn,
            round=state.round,
            bell=state.bell,
            answering=state.answering,
            over=isinstance(state.phase, Finished),
        )

    def seat(self, team: TeamId) -> Seat | None:
        return next((seat for seat in self.seats if seat.id == team), None)

    @property
    def on_turn(self) -> Seat | None:
        return self.seat(self.turn)

    def names(self) -> dict[TeamId, str]:
        return {seat.id: seat.name for seat in self.seats}

    def member(self) -> int:
        """Which member of the team on turn rolls: they take turns, one a round; 0: no matter."""
        seat = self.on_turn
        return 0 if seat is None or seat.pupils < 2 else (self.round - 1) % seat.pupils + 1

    def after_all(self, happened: Iterable[events.AnyEvent]) -> "TableView":
        view = self
        for event in happened:
            view = view.after(event)
        return view

    def after(self, event: events.AnyEvent) -> "TableView":  # noqa: C901 - one arm an event
        """The table when `event` has been shown."""
        match event:
            case events.TurnBegan(team=team, round=number):
                return replace(self, turn=team, round=number)
            case events.Rolled(faces=faces):
                return replace(self, faces=faces)
            case events.Walked(team=team, path=path):
                return self._with(team, square=path[-1])
            case events.Jumped(team=team, end=end):
                return self._with(team, square=end)
            case events.TeamMoved(team=team, start=start, end=end) if start == end:
                return self
            case events.TeamMoved(team=team, end=end):  # at the goal, `Arrived` comes next
                return self._with(team, square=end, arrived=0)
            case events.LeavesChanged(team=team, total=n) | events.LeavesSet(team=team, total=n):
                return self._with(team, leaves=n)
            case events.RestGiven(team=team, turns=n) | events.RestSet(team=team, turns=n):
                return self._with(team, rests=n)
            case events.Rested(team=team, left=left):
                return self._with(team, rests=left)
            case events.Arrived(team=team, round=number):
                return self._with(team, arrived=number)
            case events.RoundCompleted(round=number):
                return replace(self, round=number)
            case events.GameEnded():
                return replace(self, over=True)
            case events.TeamAdded(team=team, name=name):
                return replace(self, seats=(*self.seats, self._newcomer(team, name)))
            case events.TeamRemoved(team=team):
                return self._without(team)
            case events.TeamRenamed(team=team, name=name):
                return self._with(team, name=name)
            case events.OrderChanged(teams=teams):
                by_id = {seat.id: seat for seat in self.seats}
                return replace(self, seats=tuple(by_id[team] for team in teams))
            case events.AnsweringChanged(mode=mode):
                return replace(self, answering=mode)
            case events.BellRung():
                return replace(self, bell=True)
            case (
                events.Stayed() | events.ForkReached() | events.Landed() | events.NoQuestion()
                | events.RollAgainGiven() | events.QuestionAsked() | events.Answered()
                | events.TurnPassed()
            ):  # fmt: skip
                return self
            case _:
                assert_never(event)

    def _with(self, team: TeamId, **changes: object) -> "TableView":
        return replace(
            self,
            seats=tuple(
                replace(seat, **changes) if seat.id == team else seat  # type: ignore[arg-type]
                for seat in self.seats
            ),
        )

    def _newcomer(self, team: TeamId, name: str) -> Seat:
        """At the start, with the first free shape."""
        taken = {seat.shape for seat in self.seats}
        shape = next((shape for shape in TEAM_SHAPES if shape not in taken), TEAM_SHAPES[0])
        return Seat(team, name, shape, AT_START)

    def _without(self, team: TeamId) -> "TableView":
        seats = tuple(seat for seat in self.seats if seat.id != team)
        turn = seats[0].id if self.turn == team and seats else self.turn
        return replace(self, seats=seats, turn=turn)
