"""Boards whose numbers others have worked out, and small ones that can be done by hand."""

from fractions import Fraction

import pytest
from board40 import edition as forty_squares

from boards import choice, chutes_and_ladders, edition, road
from sugoroku.analysis.forecast import forecast
from sugoroku.model.board import Board, Dice
from sugoroku.model.effects import Advance, Back, Leaves, Quiz, Rest, RollAgain
from sugoroku.model.forecast import Figure, Forecast, Length

EXPECTED_ROLLS = Fraction(
    225837582538403273407117496273279920181931269186581786048583,
    5757472998140039232950575874628786131130999406013041613400,
)
"""Chutes and Ladders; Althoen, King and Schilling, Mathematical Gazette 77, 1993."""
TURNS_OF_FORTY = 34.8287568199
"""The game of benchmarks/board40.py, four teams, reckoned from its chain apart."""


def told(board: Board, teams: int = 4, right: float = 0.6, questions: int = 0) -> Forecast:
    return forecast(edition(board, [choice(n) for n in range(questions)]), teams, right, games=20)


def exact(figure: Figure | None) -> float:
    assert figure is not None and figure.basis == "exact"
    assert figure.low is None and figure.high is None and figure.games == 0
    return figure.value


def span(length: Length) -> tuple[float, float, float]:
    return exact(length.p10), exact(length.median), exact(length.p90)


def fraction(figure: Figure | None) -> Fraction:
    exact(figure)
    return Fraction(figure.fraction)  # type: ignore[union-attr]


def test_chutes_and_ladders() -> None:
    found = told(chutes_and_ladders(), teams=1)
    assert fraction(found.one_team.turns.mean) == EXPECTED_ROLLS
    assert exact(found.one_team.turns.mean) == pytest.approx(39.2251223082, abs=5e-11)
    assert exact(found.one_team.turns.median) == 32
    assert exact(found.one_team.mode) == 22
    assert exact(found.one_team.fewest) == 7
    assert exact(found.rounds.mean) == pytest.approx(float(EXPECTED_ROLLS), rel=1e-12)
    assert found.arithmetic == "fractions"


def test_twelve_squares_and_a_spinner() -> None:
    """The first square is the start: 4 leads to 5, 6 to 11, 7 to 2, 9 to 8."""
    jumps = {3: (Advance(1),), 5: (Advance(5),), 6: (Back(5),), 8: (Back(1),)}
    found = told(road(11, jumps, dice=Dice(1, 3)), teams=1)
    assert fraction(found.one_team.turns.mean) == Fraction(889, 171)
    assert exact(found.rounds.mean) == pytest.approx(889 / 171, rel=1e-13)


def test_a_hundred_empty_squares_with_an_exact_finish() -> None:
    found = told(road(100, finish="exact"), teams=1)
    assert exact(found.one_team.turns.mean) == pytest.approx(100 / 3, rel=1e-12)


def test_the_game_of_the_benchmark_ends_with_the_first_of_four() -> None:
    found = forecast(forty_squares(), 4, 0.6, games=20)
    assert exact(found.turns.mean) == pytest.approx(TURNS_OF_FORTY, abs=5e-11)
    assert sum(map(exact, found.wins)) == pytest.approx(1, abs=1e-12)
    assert list(map(exact, found.wins)) == sorted(map(exact, found.wins), reverse=True)


def test_one_step_from_a_coin_for_two_teams() -> None:
    """A die with two sides, two steps to go: one turn or two, each with one half."""
    first = told(road(2, dice=Dice(1, 2)), teams=2)
    assert fraction(first.one_team.turns.mean) == Fraction(3, 2)
    assert exact(first.rounds.mean) == pytest.approx(1.25, abs=1e-15)
    assert exact(first.turns.mean) == pytest.approx(2.5, abs=1e-15)
    assert exact(told(road(2, dice=Dice(1, 2), end="all"), 2).rounds.mean) == 1.75
    at_once = told(road(2, dice=Dice(1, 2), end="first"), 2)
    assert list(map(exact, at_once.wins)) == [0.75, 0.25]
    assert exact(at_once.turns.mean) == pytest.approx(0.5 + 0.25 * 2 + 0.25 * 3, abs=1e-15)


def test_questions_minutes_and_landings_by_hand() -> None:
    """One square with a question before the goal; a right answer walks on."""
    board = road(2, {1: (Quiz(),)}, {1: {"stop": True}}, right=(Advance(1), Leaves(1)))
    found = told(board, teams=2, right=0.25, questions=3)
    assert exact(found.questions_per_team) == 1
    assert fraction(found.one_team.turns.mean) == Fraction(7, 4)
    over_at_once = 1 - 0.75**2
    assert exact(found.rounds.mean) == pytest.approx(2 - over_at_once)
    minutes = [(2 * 25 + 2 * 40) / 60, (4 * 25 + 2 * 40) / 60]
    assert exact(found.minutes.mean) == pytest.approx(
        over_at_once * minutes[0] + (1 - over_at_once) * minutes[1]
    )
    assert span(found.minutes) == (minutes[0], minutes[1], minutes[1])
    assert [exact(use.landings) for use in found.landings[:2]] == [0, 2]
    arrivals = 2 * 0.25 + (1 - over_at_once) * 2
    assert exact(found.landings[2].landings) == pytest.approx(arrivals)


def test_missed_turns_count_and_extra_rolls_do_not() -> None:
    effects = {1: (Rest(2),), 2: (RollAgain(),)}
    board = road(3, effects, {1: {"stop": True}, 2: {"stop": True}})
    found = told(board, teams=1)
    assert fraction(found.one_team.turns.mean) == 4
    assert fraction(found.one_team.rolls) == 3
    assert exact(found.one_team.fewest) == 4


def test_large_boards_are_reckoned_in_floats() -> None:
    found = told(road(400), teams=2)
    assert found.arithmetic == "floats"
    mean = found.one_team.turns.mean
    assert mean is not None and mean.fraction == ""
    overshoot = (91 / 6) / 7 - 1 / 2
    assert exact(mean) == pytest.approx((400 + overshoot) / 3.5, rel=1e-12)
