"""A small edition with everything in it, and a way to play it by numbers."""

from pathlib import Path

from sugoroku.engine import commands
from sugoroku.engine.state import AwaitAnswer, AwaitExit, Finished, State
from sugoroku.model.board import Board, Dice, Rules, Square
from sugoroku.model.edition import Edition
from sugoroku.model.effects import Advance, Back, Leaves, Rest, RollAgain
from sugoroku.model.quiz import (
    Choice,
    Deck,
    Estimate,
    Guessed,
    Order,
    Picked,
    Question,
    Response,
    Several,
    Sorted,
    TrueFalse,
)
from sugoroku.model.setup import GameSetup, TeamSetup
from sugoroku.model.survey import ChoiceItem, Faces, NumberItem, SeveralItem, Survey, TextItem
from sugoroku.model.text import Text
from sugoroku.session.session import Session

GOAL = 40
HOSTILE = '=HYPERLINK("http://evil.example";"漢字《かんじ》")'


def text(source: str, domain: str = "small") -> Text:
    return Text(source, source, domain)


QUESTIONS: tuple[Question, ...] = (
    Choice(
        id="deck/choice",
        topic="energy",
        ask=text("Which?"),
        options=(text("漢字《かんじ》"), text(HOSTILE), text("Third")),
        answer=1,
    ),
    TrueFalse(id="deck/truth", topic="water", ask=text("Is it?"), answer=True),
    Several(
        id="deck/several",
        topic="waste",
        level=2,
        ask=text("Which ones?"),
        options=(text("A"), text("B"), text("C")),
        answers=(0, 2),
    ),
    Estimate(
        id="deck/estimate",
        topic="nature",
        ask=text("How much?"),
        answer=17500,
        tolerance=500,
        low=0,
        high=50000,
        step=500,
        unit=text("kg"),
    ),
    Order(
        id="deck/order",
        topic="city",
        ask=text("In order?"),
        options=(text("One"), text("Two"), text("Three")),
    ),
)

SURVEY = Survey(
    id="survey",
    language="en",
    title=text("How was it?"),
    items=(
        Faces(id="fun", ask=text("Fun?"), scale=(text("little"), text("some"), text("great"))),
        ChoiceItem(id="again", ask=text("Again?"), options=(text("Yes"), text("No"))),
        SeveralItem(id="will_do", ask=text("Will you?"), options=(text("x"), text("y"), text("z"))),
        TextItem(id="noticed", ask=text("What?"), optional=True),
        NumberItem(id="age", ask=text("Age?"), low=-10, high=99),
    ),
)


def board() -> Board:
    def square(number: int, *exits: int, **more: object) -> Square:
        kind = more.pop("kind", "plain")
        names = tuple(f"s{n}" for n in exits)
        return Square(id=f"s{number}", kind=kind, exits=names, **more)  # type: ignore[arg-type]

    road = (
        square(0, 1, kind="start"),
        square(1, 2, kind="quiz"),
        square(2, 3, 5, effects=(Leaves(3),)),
        square(3, 4, kind="quiz"),
        square(4, 6, kind="event", effects=(Rest(1),)),
        square(5, 6, kind="quiz"),
        square(6, 7, effects=(RollAgain(),)),
        square(7, 8, kind="event", effects=(Back(3), Leaves(-2))),
        *(square(n, n + 1, kind="quiz") for n in range(8, GOAL)),
        square(GOAL, kind="goal"),
    )
    return Board(
        id="small",
        language="en",
        title=text("Small"),
        rules=Rules(dice=Dice(1, 4), right=(Advance(1), Leaves(5)), wrong=(Back(2),)),
        squares=road,
    )


def edition(survey: Survey | None = SURVEY) -> Edition:
    deck = Deck(id="deck", language="en", title=text("Deck"), questions=QUESTIONS)
    return Edition(board=board(), decks=(deck,), survey=survey)


def setup(seed: int = 7, teams: int = 3, everyone: bool = False) -> GameSetup:
    names = ("=1+1", "Oaks", "あおば", "Falcons", "Río", "Six")
    return GameSetup(
        teams=tuple(TeamSetup(name) for name in names[:teams]),
        seed=seed,
        answering="everyone" if everyone else "team",
    )


def response(question: Question, number: int) -> Response | None:
    """An answer that fits; 0: none."""
    if number % 7 == 0:
        return None
    match question:
        case TrueFalse():
            return Picked((number % 2,))
        case Choice(options=options):
            return Picked((number % len(options),))
        case Several():
            return Picked(((0, 2), (1,), (0,))[number % 3])
        case Estimate():
            return Guessed((17500.0, 3.5, 49000.0)[number % 3])
        case Order():
            return Sorted(((0, 1, 2), (2, 0, 1))[number % 2])


def command(state: State, number: int) -> commands.AnyCommand:
    """A command that mostly fits the state; the same number gives the same one."""
    if number % 6 == 0:
        return _teacher(state, number // 6)
    questions = {question.id: question for question in QUESTIONS}
    match state.phase:
        case AwaitAnswer(question=question):
            if state.answering == "team":
                return commands.Answer(response(questions[question], number))
            return commands.AnswerAll(
                tuple(response(questions[question], number + i) for i in range(len(state.teams)))
            )
        case AwaitExit(exits=exits):
            return commands.ChooseExit(exits[number % len(exits)])
        case _:
            return commands.EnterRoll(1 + number % 5) if number % 4 == 0 else commands.Roll()


def _teacher(state: State, number: int) -> commands.AnyCommand:
    team = state.teams[number % len(state.teams)].id
    some: tuple[commands.AnyCommand, ...] = (
        commands.SetLeaves(team, number % 40),
        commands.MoveTeam(team, f"s{number % GOAL}"),
        commands.SetRest(team, number % 3),
        commands.PassTurn(),
        commands.SwapQuestion(),
        commands.AddTeam(f"New {number}"),
        commands.RemoveTeam(team),
        commands.RenameTeam(team, "+Renamed"),
        commands.OrderTeams(tuple(t.id for t in reversed(state.teams))),
        commands.SetAnswering("everyone" if state.answering == "team" else "team"),
        commands.SetLeaves(99, 1),
        commands.RingBell() if number % 3 == 0 else commands.SetLeaves(team, 1),
    )
    return some[number % len(some)]


def act(session: Session, number: int) -> None:
    """Undo, redo or a command; may raise Refused. Does nothing when it cannot be done."""
    if number % 11 == 0 and session.can_undo:
        session.undo(1 + number % min(3, len(session.steps)))
    elif number % 11 == 1 and session.can_redo:
        session.redo()
    else:
        session.submit(command(session.state, number))


def over(session: Session) -> bool:
    return isinstance(session.state.phase, Finished)


class PlainWords:
    """English, as the program's translator would give it."""

    language = "en"

    def __call__(self, message: str, /, **values: object) -> str:
        return message.format(**values) if values else message

    def plain(self, text: Text) -> str:
        return text.source.replace("《かんじ》", "")

    def number(self, value: float) -> str:
        return f"{value:,.6f}".rstrip("0").rstrip(".")


HERE = Path(__file__).resolve().parent
