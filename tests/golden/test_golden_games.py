"""Whole games, written down. When the rules change: `pytest tests/golden --update-golden`."""

import sys
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "engine"))

from playing import play  # noqa: E402

from boards import Effects, choice, chutes_and_ladders, edition, forked, road, with_square  # noqa: E402
from sugoroku.engine import commands as c  # noqa: E402
from sugoroku.engine.game import Game  # noqa: E402
from sugoroku.model.board import Board, Dice  # noqa: E402
from sugoroku.model.effects import (  # noqa: E402
    Advance,
    Back,
    GoTo,
    Leaves,
    Quiz,
    Rest,
    RollAgain,
)
from sugoroku.model.setup import GameSetup, TeamSetup  # noqa: E402

QUESTIONS = [choice(number, topic="energy" if number % 2 else "water") for number in range(6)]
MIXED: dict[int, Effects] = {
    3: (Quiz("energy"),),
    5: (Advance(2), Leaves(1)),
    7: (Quiz(),),
    9: (Rest(1),),
    11: (Back(3),),
    13: (RollAgain(),),
    15: (Quiz("water"),),
    17: (GoTo("8"), Leaves(-2)),
}
RIGHT, WRONG = (Leaves(2), Advance(1)), (Back(1),)

BOARDS: dict[str, Board] = {
    "one_road": road(20, MIXED, right=RIGHT, wrong=WRONG),
    "exact_chain": road(20, MIXED, right=RIGHT, wrong=WRONG, finish="exact", chain=True),
    "bounce_everyone": road(20, MIXED, right=RIGHT, finish="bounce", answering="everyone"),
    "end_all_two_dice": road(30, MIXED, right=RIGHT, end="all", dice=Dice(2, 6)),
    "forks": with_square(forked(end="all", finish="exact"), "k", effects=(Back(4),)),
    "chutes_and_ladders": chutes_and_ladders(),
    "teacher": road(20, MIXED, right=RIGHT, wrong=WRONG),
}


def teacher() -> Iterator[c.AnyCommand | None]:
    """A lesson in which the teacher uses everything."""
    yield from (c.EnterRoll(3), c.SwapQuestion(), c.PassTurn(), c.EnterRoll(9), None, None)
    yield from (c.AddTeam("ひまわり", 4), c.RenameTeam(0, "もり"), c.OrderTeams((3, 1, 0, 2)))
    yield from (c.SetLeaves(1, 7), c.SetRest(1, 1), c.MoveTeam(2, "6"), c.SetAnswering("everyone"))
    yield from (None, None, None, None, c.RemoveTeam(0), None, None, None, c.ChooseExit("1"))
    yield from (c.EnterRoll(9), c.MoveTeam(7, "1"), None, c.RingBell(), c.RingBell(), None, None)
    yield from repeat(None, 20)


@pytest.mark.parametrize("name", BOARDS)
def test_golden_game(name: str, pytestconfig: pytest.Config) -> None:
    teams = tuple(TeamSetup(f"Team {number}") for number in range(3))
    game = Game.of(edition(BOARDS[name], QUESTIONS), GameSetup(teams=teams, seed=2026))
    played = play(game, teacher() if name == "teacher" else repeat(None, 2000))
    golden = HERE / f"{name}.txt"
    if pytestconfig.getoption("--update-golden", default=False):
        golden.write_text(played, encoding="utf-8", newline="\n")
    assert played == golden.read_text(encoding="utf-8")
