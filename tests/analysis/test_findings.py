"""What a forecast warns of, and what it says of how it was found."""

from typing import Any

import pytest
from msgspec import structs

from boards import choice, edition, forked, road, with_square
from sugoroku.analysis.forecast import forecast
from sugoroku.model.board import Board, Dice
from sugoroku.model.effects import Advance, Back, GoTo, Leaves, Quiz
from sugoroku.model.forecast import Figure, Finding, Forecast


def told(
    board: Board, share: float = 0.6, games: int = 30, teams: int = 2, **question: Any
) -> Forecast:
    questions = [choice(number) for number in range(3)]
    return forecast(edition(board, [*questions, choice(3, **question)]), teams, share, games)


def finding(found: Forecast, kind: str) -> Finding:
    return next(each for each in found.findings if each.kind == kind)


def kinds(found: Forecast) -> set[str]:
    return {each.kind for each in found.findings}


def bases(found: Forecast) -> set[str]:
    lengths = (found.minutes, found.rounds, found.turns, found.one_team.turns)
    figures = [f for one in lengths for f in (one.mean, one.median, one.p10, one.p90)]
    assert all(isinstance(figure, Figure) for figure in figures)
    return {figure.basis for figure in figures if figure is not None}


def test_squares_that_no_team_comes_to() -> None:
    found = told(road(6, {2: (Advance(2),)}, {2: {"stop": True}}, dice=Dice(2, 6)))
    assert finding(found, "dead").squares == ("1", "3", "5")
    assert finding(found, "dead").number == 0
    uses = {use.id: use.landings for use in found.landings}
    assert uses["3"] is not None and uses["3"].value == 0


def test_only_with_chain_jumps_set_off_what_is_there() -> None:
    effects = {1: (Advance(2),), 2: (Advance(1),), 3: (Leaves(1),)}
    stops = {1: {"stop": True}}
    assert finding(told(road(5, effects, stops)), "mute").squares == ("3",)
    assert "mute" not in kinds(told(road(5, effects, stops, chain=True)))


def test_two_dice_that_can_never_end() -> None:
    found = told(road(8, dice=Dice(2, 6), finish="exact"))
    assert finding(found, "trap_dice").squares == ("7",)
    assert finding(found, "trap_dice").number == 2
    assert finding(found, "cut_off").figure is not None
    assert found.rounds.mean is None and found.minutes.mean is None
    assert "trap_dice" not in kinds(told(road(8, dice=Dice(2, 6), finish="bounce")))


def test_a_board_that_only_right_answers_lead_out_of() -> None:
    board = road(4, {3: (Quiz(),)}, {3: {"stop": True}}, wrong=(GoTo("0"),))
    assert finding(told(board, 0), "trap").squares == ("0", "1", "2")
    assert kinds(told(board, 0.5)).isdisjoint({"trap", "cut_off"})


def test_longest_walks() -> None:
    assert finding(told(road(12)), "longest").number == 12
    endless = finding(told(road(12, {5: (Back(3),)})), "no_longest")
    assert endless.figure is not None and endless.figure.basis == "exact"


def test_rolls_lost_at_the_goal() -> None:
    found = finding(told(road(1, finish="exact")), "stays")
    assert found.figure is not None and found.figure.value == pytest.approx(5)


def test_forks_are_played_and_never_called_exact() -> None:
    found = told(with_square(forked(), "k", kind="event", effects=(Back(1),)))
    assert "forks" in kinds(found) and bases(found) == {"simulated"}
    assert found.one_team.fewest is not None and found.one_team.fewest.basis == "exact"
    assert found.minutes.mean is not None and found.minutes.mean.games == 30
    assert found.minutes.mean.low is not None


def test_questions_with_moves_of_their_own_are_played() -> None:
    board = road(9, {3: (Quiz(),)}, right=(Advance(1),))
    assert bases(told(board)) == {"exact"}
    assert bases(told(board, right=(Advance(1), Leaves(7)))) == {"exact"}
    differing = told(board, right=(Advance(2),))
    assert bases(differing) == {"simulated"} and "questions_differ" in kinds(differing)


def test_more_questions_than_the_decks_have() -> None:
    board = road(30, {number: (Quiz(),) for number in range(1, 30)})
    assert finding(told(board), "repeats").number == 4


@pytest.mark.parametrize(
    ("minutes", "kind"), [(999, "short"), (26, "fits"), (24, "tight"), (12, "long")]
)
def test_whether_it_fits_the_lesson(minutes: int, kind: str) -> None:
    board = structs.replace(road(100), minutes=minutes)
    found = told(board)
    assert finding(found, kind).number == minutes
    assert found.lesson_minutes == minutes and found.within_lesson is not None


def test_a_board_too_tangled_to_try_all_ways_is_played() -> None:
    quizzes = {number: (Quiz(),) for number in range(1, 400)}
    found = told(road(400, quizzes, right=(Advance(1),), chain=True), games=5)
    assert bases(found) == {"simulated"} and "too_many_situations" in kinds(found)


@pytest.mark.parametrize(("aim", "kind"), [(5000, "aim_high"), (1, "aim_low")])
def test_an_aim_of_the_class_that_is_none(aim: int, kind: str) -> None:
    board = road(12, {number: (Leaves(5),) for number in range(1, 12)})
    found = told(structs.replace(board, rules=structs.replace(board.rules, class_leaves=aim)))
    assert finding(found, kind).number == aim
    assert kinds(found) & {"aim_high", "aim_low"} == {kind}
    assert kinds(told(board)).isdisjoint({"aim_high", "aim_low"})


def test_same_seed_same_forecast_and_intervals_hold_their_value() -> None:
    found = told(forked())
    assert found == told(forked())
    for figure in found.wins:
        assert figure.low is not None and figure.high is not None
        assert 0 <= figure.low <= figure.value <= figure.high <= 1
