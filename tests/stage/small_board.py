"""A small edition with everything a board can do, made in Python; and games played on it."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import random
from collections.abc import Iterator

from sugoroku.engine import commands, events
from sugoroku.engine.apply import apply
from sugoroku.engine.game import Game
from sugoroku.engine.refusals import Refused
from sugoroku.engine.state import AwaitAnswer, AwaitExit, Finished, State
from sugoroku.model.board import Board, Dice, Finish, Rules, Square
from sugoroku.model.edition import Edition
from sugoroku.model.effects import Advance, Back, GoTo, Leaves, Rest, RollAgain
from sugoroku.model.quiz import Choice, Deck, Picked
from sugoroku.model.setup import GameSetup, TeamSetup
from sugoroku.model.text import Text

ONE_DIE = Dice()
Step = tuple[State, tuple[events.AnyEvent, ...], State]


def squares() -> tuple[Square, ...]:
    plain = [Square(id=f"p{i}", kind="plain") for i in range(1, 16)]
    special = {
        2: Square(id="p2", kind="quiz", topic="water"),
        3: Square(id="p3", kind="event", mood="good", text=Text("!"), effects=(Advance(2),)),
        4: Square(id="p4", kind="plain", exits=("p5", "side1")),
        6: Square(id="p6", kind="event", effects=(Leaves(5), RollAgain())),
        7: Square(id="p7", kind="event", mood="bad", effects=(Leaves(-3), Back(2))),
        9: Square(id="p9", kind="event", effects=(Rest(1),)),
        10: Square(id="p10", kind="fact", text=Text("a fact")),
        11: Square(id="p11", kind="event", effects=(GoTo("p1"),)),
        13: Square(id="p13", kind="event", effects=(GoTo("goal"),)),
    }
    side = (
        Square(id="side1", kind="plain", exits=("side2",)),
        Square(id="side2", kind="quiz", exits=("p8",)),
    )
    road = [special.get(i, square) for i, square in enumerate(plain, 1)]
    start = Square(id="start", kind="start")
    return (start, *road, Square(id="goal", kind="goal"), *side)


def edition(finish: Finish = "clamp", dice: Dice = ONE_DIE, **rules: object) -> Edition:
    deck = Deck(
        id="d", language="en", title=Text("d"),
        questions=tuple(
            Choice(
                id=f"d/{i}", topic="water", ask=Text("?"), options=(Text("a"), Text("b")), answer=0
            )
            for i in range(3)
        ),
    )  # fmt: skip
    board = Board(
        id="small", language="en", title=Text("Small"), squares=squares(),
        rules=Rules(
            finish=finish, dice=dice, right=(Leaves(10), Advance(1)), class_leaves=100, **rules
        ),
        tips=(Text("Tip 0"), Text("Tip 1"), Text("Tip 2")),
    )  # fmt: skip
    return Edition(board=board, decks=(deck,))


def setup(teams: int = 3, seed: int = 1, **more: object) -> GameSetup:
    names = ("Ann's", "Bear", "Cat", "Dog", "Elk", "Fox")
    return GameSetup(teams=tuple(TeamSetup(n, 3) for n in names[:teams]), seed=seed, **more)


def steps(seed: int, most: int = 120, finish: Finish = "clamp") -> Iterator[Step]:
    """A game with all sorts of commands, the teacher's too; refused ones are left out."""
    chance = random.Random(seed)
    game = Game.of(edition(finish), setup(chance.randint(2, 6), seed))
    state, _ = game.start()
    for _ in range(most):
        if isinstance(state.phase, Finished):
            return
        before = state
        try:
            state, told = apply(game, state, _command(chance, state))
        except Refused:
            continue
        yield before, told, state


def _command(chance: random.Random, state: State) -> commands.AnyCommand:
    team = chance.choice(state.teams).id
    where = chance.choice([square.id for square in squares()])
    order = [t.id for t in state.teams]
    chance.shuffle(order)
    odd: list[commands.AnyCommand] = [
        commands.MoveTeam(team, where), commands.SetLeaves(team, chance.randint(0, 40)),
        commands.SetRest(team, chance.randint(0, 2)), commands.PassTurn(),
        commands.SwapQuestion(), commands.AddTeam("New"), commands.RemoveTeam(team),
        commands.RenameTeam(team, "Renamed"), commands.OrderTeams(tuple(order)),
        commands.SetAnswering(chance.choice(("team", "everyone"))),
    ]  # fmt: skip
    if chance.random() < 0.02:
        return chance.choice((commands.RingBell(), commands.EndGame()))
    if chance.random() < 0.25:
        return chance.choice(odd)
    match state.phase:
        case AwaitExit(exits=exits):
            return commands.ChooseExit(chance.choice(exits))
        case AwaitAnswer():
            answers = tuple(Picked((chance.randint(0, 1),)) for _ in state.teams)
            if state.answering == "everyone":
                return commands.AnswerAll(answers)
            return commands.Answer(chance.choice((None, answers[0])))
        case _:
            return commands.Roll()
