"""Hypothesis strategies: any board, any questions, and any command at any time."""

from hypothesis import strategies as st
from msgspec import structs

from boards import choice, edition, forked, road
from sugoroku.engine import commands as c
from sugoroku.engine.game import Game
from sugoroku.engine.state import AwaitAnswer, AwaitExit, AwaitRoll, State
from sugoroku.model.board import Board, Dice
from sugoroku.model.effects import Advance, AnyEffect, Back, GoTo, Leaves, Quiz, Rest, RollAgain
from sugoroku.model.quiz import Choice, Guessed, Picked, Response, Sorted
from sugoroku.model.setup import GameSetup, TeamSetup

LENGTH = 12
TOPIC = st.sampled_from((None, "energy", "water", "waste"))
LEVEL = st.sampled_from((None, 1, 2, 3))


def effects(squares: list[str], quizzes: bool = True) -> st.SearchStrategy[tuple[AnyEffect, ...]]:
    kinds: list[st.SearchStrategy[AnyEffect]] = [
        st.builds(Advance, st.integers(1, 30)),
        st.builds(Back, st.integers(1, 30)),
        st.builds(GoTo, st.sampled_from(squares)),
        st.builds(Rest, st.integers(1, 3)),
        st.builds(RollAgain),
        st.builds(Leaves, st.integers(-5, 5)),
    ]
    if quizzes:
        kinds.append(st.builds(Quiz, TOPIC, LEVEL))
    return st.lists(st.one_of(kinds), max_size=3).map(tuple)


@st.composite
def boards(draw: st.DrawFn) -> Board:
    rules = {
        "dice": draw(st.sampled_from((Dice(), Dice(2, 6), Dice(1, 3), Dice(3, 20)))),
        "finish": draw(st.sampled_from(("clamp", "exact", "bounce"))),
        "end": draw(st.sampled_from(("round", "first", "all"))),
        "answering": draw(st.sampled_from(("team", "everyone"))),
        "chain": draw(st.booleans()),
    }
    plain = draw(st.sampled_from((forked(), road(LENGTH), road(1))))
    names = [square.id for square in plain.squares]
    rules["right"] = draw(effects(names))
    rules["wrong"] = draw(effects(names))
    squares = tuple(
        structs.replace(
            square,
            effects=draw(st.one_of(st.just(()), effects(names))),
            stop=draw(st.integers(0, 7)) == 0,
            kind="quiz" if square.kind == "plain" and draw(st.booleans()) else square.kind,
        )
        for square in plain.squares
    )
    changed = {name: value for name, value in rules.items()}
    return structs.replace(plain, squares=squares, rules=structs.replace(plain.rules, **changed))


@st.composite
def games(draw: st.DrawFn) -> Game:
    board = draw(boards())
    names = [square.id for square in board.squares]
    own = st.one_of(st.none(), effects(names))
    questions: list[Choice] = [
        choice(
            number,
            draw(st.sampled_from(("energy", "water"))),
            draw(st.sampled_from((1, 2, 3))),
            right=draw(own),
            wrong=draw(own),
        )
        for number in range(draw(st.integers(0, 4)))
    ]
    setup = GameSetup(
        teams=tuple(TeamSetup(f"Team {n}") for n in range(draw(st.integers(2, 6)))),
        seed=draw(st.integers(0, 2**64 - 1)),
        grade=draw(st.sampled_from((None, 3, 6))),
    )
    return Game.of(edition(board, questions), setup)


RESPONSES: st.SearchStrategy[Response | None] = st.one_of(
    st.none(),
    st.builds(Picked, st.tuples(st.integers(0, 2))),
    st.builds(Picked, st.lists(st.integers(-1, 4), max_size=3).map(tuple)),
    st.builds(Guessed, st.floats()),
    st.builds(Sorted, st.permutations(range(3)).map(tuple)),
)


def next_in_turn(state: State, draw: st.DrawFn) -> c.AnyCommand:
    """A command of the turn that fits the phase."""
    phase = state.phase
    if isinstance(phase, AwaitExit):
        return c.ChooseExit(draw(st.sampled_from(phase.exits)))
    if isinstance(phase, AwaitAnswer):
        picked = st.sampled_from((None, Picked((0,)), Picked((1,))))
        if state.answering == "everyone":
            return c.AnswerAll(tuple(draw(picked) for _ in state.teams))
        return c.Answer(draw(picked))
    assert isinstance(phase, AwaitRoll)
    return c.Roll()


def any_command(game: Game) -> st.SearchStrategy[c.AnyCommand]:
    """Any command at all, fitting or not."""
    teams = st.integers(0, 7)
    squares = st.sampled_from([*game.squares, "nowhere"])
    names = st.text(max_size=30)
    return st.one_of(
        st.just(c.Roll()),
        st.builds(c.EnterRoll, st.integers(0, 40)),
        st.builds(c.ChooseExit, squares),
        st.builds(c.Answer, RESPONSES),
        st.builds(c.AnswerAll, st.lists(RESPONSES, max_size=6).map(tuple)),
        st.builds(c.MoveTeam, teams, squares),
        st.builds(c.SetLeaves, teams, st.integers(-1, 10000)),
        st.builds(c.SetRest, teams, st.integers(-1, 10)),
        st.just(c.PassTurn()),
        st.just(c.SwapQuestion()),
        st.builds(c.AddTeam, names, st.integers(0, 11)),
        st.builds(c.RemoveTeam, teams),
        st.builds(c.RenameTeam, teams, names),
        st.builds(c.OrderTeams, st.permutations(range(6)).map(tuple)),
        st.builds(c.SetAnswering, st.sampled_from(("team", "everyone"))),
        st.just(c.RingBell()),
        st.just(c.EndGame()),
    )
