"""Turns and rounds, the three ends, the bell, and the ranking."""

from boards import Table, road
from sugoroku.engine import events as e
from sugoroku.engine.commands import EndGame, MoveTeam, RingBell, Roll
from sugoroku.engine.refusals import Refusal
from sugoroku.engine.state import Finished


def places(table: Table) -> tuple[tuple[int, int], ...]:
    assert isinstance(table.state.phase, Finished)
    return table.state.phase.ranking


def test_turns_go_round_the_table() -> None:
    table = Table(road(30), teams=3)
    assert [table.roll(1)[-1] for _ in range(4)] == [
        e.TurnBegan(1, 1),
        e.TurnBegan(2, 1),
        e.TurnBegan(0, 2),
        e.TurnBegan(1, 2),
    ]
    assert [team.played for team in table.state.teams] == [2, 1, 1]


def test_end_round_lets_all_have_equal_turns() -> None:
    table = Table(road(3), teams=3)
    table.roll(1)
    table.roll(6)
    assert not isinstance(table.state.phase, Finished)
    table.roll(1)
    assert places(table) == ((1, 1), (2, 0), (2, 2))
    assert {team.played for team in table.state.teams} == {1}


def test_end_first_ends_at_once() -> None:
    table = Table(road(3, end="first"), teams=3)
    table.roll(1)
    assert table.roll(6)[-2:] == (
        e.Arrived(1, 1),
        e.GameEnded(((1, 1), (2, 0), (3, 2)), "arrived"),
    )
    assert table.state.turn == 1


def test_end_all_waits_for_all_and_passes_those_who_arrived() -> None:
    table = Table(road(3, end="all"), teams=2)
    table.roll(6)
    assert table.roll(1)[-2:] == (e.RoundCompleted(1), e.TurnBegan(1, 2))
    assert table.roll(1)[-2:] == (e.RoundCompleted(2), e.TurnBegan(1, 3))
    assert table.roll(1)[-3:] == (
        e.Arrived(1, 3),
        e.RoundCompleted(3),
        e.GameEnded(((1, 0), (2, 1)), "arrived"),
    )


def test_bell_ends_the_game_with_the_round() -> None:
    table = Table(road(30), teams=2)
    table.roll(2)
    assert table.do(RingBell()) == (e.BellRung(1),)
    assert table.refuses(RingBell()) is Refusal.BELL_ALREADY_RUNG
    assert table.roll(1)[-2:] == (
        e.RoundCompleted(1),
        e.GameEnded(((1, 0), (2, 1)), "bell"),
    )


def test_bell_and_arrival_in_one_round_count_as_arrival() -> None:
    table = Table(road(3), teams=2)
    table.do(RingBell())
    table.roll(3)
    told = table.roll(1)[-1]
    assert isinstance(told, e.GameEnded)
    assert told.reason == "arrived"


def test_teacher_ends_the_game_now() -> None:
    table = Table(road(30), teams=2)
    assert table.do(EndGame()) == (e.GameEnded(((1, 0), (1, 1)), "teacher"),)
    assert table.refuses(EndGame()) is Refusal.GAME_OVER
    assert table.refuses(Roll()) is Refusal.GAME_OVER


def test_ranking_arrival_then_way_left_then_leaves_and_equals_share() -> None:
    table = Table(road(10), teams=6)
    table.put(0, square="7", leaves=1)
    table.put(1, square="10", arrived=2)
    table.put(2, square="7", leaves=3)
    table.put(3, square="10", arrived=1)
    table.put(4, square="7", leaves=1)
    table.put(5, square="8")
    table.do(EndGame())
    assert places(table) == ((1, 3), (2, 1), (3, 5), (4, 2), (5, 0), (5, 4))


def test_leaves_decide_among_those_who_arrived_together() -> None:
    table = Table(road(10), teams=2)
    table.put(0, square="10", arrived=3, leaves=1)
    table.put(1, square="10", arrived=3, leaves=2)
    table.do(EndGame())
    assert places(table) == ((1, 1), (2, 0))


def test_moving_the_last_team_home_ends_the_game() -> None:
    table = Table(road(10, end="all"), teams=2)
    table.roll(1)
    table.do(MoveTeam(0, "10"))
    assert table.do(MoveTeam(1, "10"))[-3:] == (
        e.Arrived(1, 1),
        e.RoundCompleted(1),
        e.GameEnded(((1, 0), (1, 1)), "arrived"),
    )
