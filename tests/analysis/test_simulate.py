"""Simulated games: known numbers, seeds, boards that never end."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "engine"))

from boards import choice, chutes_and_ladders, edition, forked, road
from sugoroku.analysis.answers import wrong_response
from sugoroku.analysis.simulate import MOST_ROUNDS, simulate
from sugoroku.engine.grading import is_right
from sugoroku.model.effects import GoTo, Leaves, Quiz
from sugoroku.model.quiz import Estimate, Order, Question, Several, TrueFalse, right_response
from sugoroku.model.text import Text

OPTIONS = (Text("A"), Text("B"), Text("C"))
QUESTIONS: list[Question] = [
    choice(0),
    TrueFalse(id="deck/t", topic="water", ask=Text("?"), answer=False),
    Several(id="deck/s", topic="water", ask=Text("?"), options=OPTIONS, answers=(0, 2)),
    Estimate(
        id="deck/e", topic="water", ask=Text("?"), answer=4, tolerance=1, low=0, high=9, step=1
    ),
    Order(id="deck/o", topic="water", ask=Text("?"), options=OPTIONS),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: type(question).__name__)
def test_right_and_wrong_responses_are_that(question: Question) -> None:
    assert is_right(question, right_response(question))
    assert not is_right(question, wrong_response(question))


def test_same_seed_same_result() -> None:
    board = edition(road(20, {5: (Quiz(),)}, right=(Leaves(1),)), QUESTIONS)
    assert simulate(board, 50, 3, seed=4) == simulate(board, 50, 3, seed=4)
    assert simulate(board, 50, 3, seed=4) != simulate(board, 50, 3, seed=5)


def test_chutes_and_ladders_for_one() -> None:
    result = simulate(edition(chutes_and_ladders()), 1000, 1, seed=1)
    assert abs(result.rounds_mean - 39.2251) < 3
    assert result.turns_mean == result.rounds_mean
    assert result.rounds_p10 <= result.rounds_median <= result.rounds_p90
    assert (result.cut_off, result.wins) == (0, (1.0,))


@pytest.mark.parametrize(("share", "leaves"), [(1.0, 6.0), (0.0, 0.0)])
@pytest.mark.parametrize("answering", ["team", "everyone"])
def test_share_of_right_answers_decides_the_leaves(
    share: float, leaves: float, answering: str
) -> None:
    squares = {1: {"stop": True}, 2: {"stop": True}, 3: {"stop": True}}
    effects = {number: (Quiz(),) for number in squares}
    board = road(4, effects, squares, right=(Leaves(1),), answering=answering)
    result = simulate(edition(board, QUESTIONS), 20, 2, seed=1, right_share=share)
    assert result.class_leaves_mean == leaves * (2 if answering == "everyone" else 1)
    assert result.questions_per_team == 3
    assert result.turns_mean == 8


def test_board_that_never_ends_is_cut_off() -> None:
    board = road(3, {2: (GoTo("0"),)}, {2: {"stop": True}})
    result = simulate(edition(board), 3, 2, seed=1)
    assert result.cut_off == 3
    assert result.rounds_mean == 0
    assert MOST_ROUNDS < 10_000


def test_forks_are_chosen_and_seats_win_alike() -> None:
    result = simulate(edition(forked()), 600, 3, seed=1)
    assert result.cut_off == 0
    assert max(result.wins) - min(result.wins) < 0.12
