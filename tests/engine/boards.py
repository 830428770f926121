"""Small boards and a table to play them at, for the tests of the rules."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import structs

from sugoroku.engine.apply import apply
from sugoroku.engine.commands import AnyCommand, EnterRoll
from sugoroku.engine.events import AnyEvent
from sugoroku.engine.game import Game
from sugoroku.engine.refusals import Refusal, Refused
from sugoroku.engine.state import State, Team
from sugoroku.model.board import Board, Dice, Rules, Square, SquareKind
from sugoroku.model.edition import Edition
from sugoroku.model.effects import Advance, AnyEffect, Back
from sugoroku.model.ids import Level, Topic
from sugoroku.model.quiz import Choice, Deck, Question
from sugoroku.model.setup import GameSetup, TeamSetup
from sugoroku.model.text import Text

Effects = tuple[AnyEffect, ...]


def road(
    goal: int,
    effects: Mapping[int, Effects] | None = None,
    squares: Mapping[int, Mapping[str, Any]] | None = None,
    **rules: Any,
) -> Board:
    """Squares "0" to str(goal) in one line; `squares` adds fields to single ones."""
    given = effects or {}
    more = squares or {}

    def square(number: int) -> Square:
        kind: SquareKind = {0: "start", goal: "goal"}.get(number, "plain")  # type: ignore[assignment]
        if kind == "plain" and number in given:
            kind = "event"
        plain = Square(
            id=str(number),
            kind=kind,
            effects=given.get(number, ()),
            exits=() if number == goal else (str(number + 1),),
        )
        return structs.replace(plain, **more.get(number, {}))

    return Board(
        id="road",
        language="en",
        title=Text("Road"),
        squares=tuple(square(number) for number in range(goal + 1)),
        rules=Rules(**rules),
    )


def forked(**rules: Any) -> Board:
    """A fork at "f": the short way s1, the long way l1 l2 l3, both to "j", then the goal.

    start - a - f - s1 ----------- j - k - goal
                  \\ l1 - l2 - l3 /
    """
    ways = {
        "start": ("a",),
        "a": ("f",),
        "f": ("s1", "l1"),
        "s1": ("j",),
        "l1": ("l2",),
        "l2": ("l3",),
        "l3": ("j",),
        "j": ("k",),
        "k": ("goal",),
        "goal": (),
    }
    kinds: dict[str, SquareKind] = {"start": "start", "goal": "goal"}
    return Board(
        id="forked",
        language="en",
        title=Text("Forked"),
        squares=tuple(
            Square(id=name, kind=kinds.get(name, "plain"), exits=exits)
            for name, exits in ways.items()
        ),
        rules=Rules(**rules),
    )


def with_square(board: Board, name: str, **fields: Any) -> Board:
    """The board with some fields of one square changed."""
    squares = tuple(
        structs.replace(square, **fields) if square.id == name else square
        for square in board.squares
    )
    return structs.replace(board, squares=squares)


def choice(number: int, topic: Topic = "climate", level: Level = 1, **fields: Any) -> Choice:
    """Question q<number>; its first option is right."""
    return Choice(
        id=f"deck/q{number}",
        topic=topic,
        level=level,
        ask=Text(f"Question {number}"),
        options=(Text("right"), Text("wrong"), Text("also wrong")),
        answer=0,
        **fields,
    )


def edition(board: Board, questions: Sequence[Question] = ()) -> Edition:
    deck = Deck(id="deck", language="en", title=Text("Deck"), questions=tuple(questions))
    return Edition(board=board, decks=(deck,))


class Table:
    """A game in progress that remembers its last events."""

    def __init__(
        self, board: Board, questions: Sequence[Question] = (), teams: int = 2, **setup: Any
    ) -> None:
        names = tuple(TeamSetup(f"Team {number}") for number in range(teams))
        chosen = GameSetup(teams=names, **{"seed": 1, **setup})
        self.game = Game.of(edition(board, questions), chosen)
        self.state: State
        self.events: tuple[AnyEvent, ...]
        self.state, self.events = self.game.start()

    def do(self, *commands: AnyCommand) -> tuple[AnyEvent, ...]:
        """Applies the commands; the events of the last one."""
        for command in commands:
            self.state, self.events = apply(self.game, self.state, command)
        return self.events

    def roll(self, *values: int) -> tuple[AnyEvent, ...]:
        """Enters rolls of real dice; the events of the last one."""
        return self.do(*(EnterRoll(value) for value in values))

    def put(self, team: int, **fields: Any) -> None:
        """Changes a team behind the rules' back."""
        teams = tuple(
            structs.replace(other, **fields) if other.id == team else other
            for other in self.state.teams
        )
        self.state = structs.replace(self.state, teams=teams)

    def refuses(self, command: AnyCommand) -> Refusal:
        """Why the command is refused; AssertionError when it is not."""
        before = self.state
        try:
            apply(self.game, self.state, command)
        except Refused as refused:
            assert self.state == before
            return refused.refusal
        raise AssertionError(f"{command} was not refused")

    def team(self, team: int) -> Team:
        return self.state.team(team)

    def squares(self) -> list[str]:
        return [team.square for team in self.state.teams]


COUPLES = Dice(count=2, sides=6)
LADDERS: dict[int, Effects] = {
    **{at: (Advance(to - at),) for at, to in {1: 38, 4: 14, 9: 31, 21: 42, 28: 84, 36: 44}.items()},
    **{at: (Advance(to - at),) for at, to in {51: 67, 71: 91, 80: 100}.items()},
    **{at: (Back(at - to),) for at, to in {16: 6, 47: 26, 49: 11, 56: 53, 62: 19}.items()},
    **{at: (Back(at - to),) for at, to in {64: 60, 87: 24, 93: 73, 95: 75, 98: 78}.items()},
}


def chutes_and_ladders() -> Board:
    """The board of Milton Bradley; a roll too high for square 100 is not walked."""
    return road(100, LADDERS, finish="exact", end="all")
