"""What the teacher may do at any time, and what is refused even to the teacher."""

import pytest

from boards import Table, choice, forked, road
from sugoroku.engine import commands as c
from sugoroku.engine import events as e
from sugoroku.engine.refusals import Refusal
from sugoroku.engine.state import AwaitAnswer, AwaitRoll, Finished
from sugoroku.model.effects import Leaves, Quiz, RollAgain

EVERY = (
    c.MoveTeam(0, "1"),
    c.SetLeaves(0, 1),
    c.SetRest(0, 1),
    c.PassTurn(),
    c.SwapQuestion(),
    c.AddTeam("New"),
    c.RemoveTeam(0),
    c.RenameTeam(0, "New"),
    c.OrderTeams((1, 0)),
    c.SetAnswering("team"),
    c.RingBell(),
    c.EndGame(),
)


@pytest.mark.parametrize("command", EVERY, ids=lambda command: type(command).__name__)
def test_nothing_goes_after_the_end(command: c.AnyCommand) -> None:
    table = Table(road(10))
    table.do(c.EndGame())
    assert table.refuses(command) is Refusal.GAME_OVER


@pytest.mark.parametrize(
    "command",
    [c.MoveTeam(9, "1"), c.SetLeaves(9, 1), c.SetRest(9, 1), c.RemoveTeam(9), c.RenameTeam(9, "N")],
    ids=lambda command: type(command).__name__,
)
def test_unknown_team(command: c.AnyCommand) -> None:
    assert Table(road(10)).refuses(command) is Refusal.UNKNOWN_TEAM


def test_team_is_moved_without_effects() -> None:
    table = Table(road(10, {4: (Leaves(5),)}))
    assert table.do(c.MoveTeam(1, "4")) == (e.TeamMoved(1, "0", "4"),)
    assert table.do(c.MoveTeam(0, "4")) == (e.TeamMoved(0, "0", "4"),)
    assert table.state.turn == 0
    assert [team.leaves for team in table.state.teams] == [0, 0]
    assert table.refuses(c.MoveTeam(0, "nowhere")) is Refusal.UNKNOWN_SQUARE


def test_moving_to_the_goal_arrives_and_away_from_it_takes_that_back() -> None:
    table = Table(road(10), teams=3)
    assert table.do(c.MoveTeam(2, "10")) == (e.TeamMoved(2, "0", "10"), e.Arrived(2, 1))
    assert table.do(c.MoveTeam(2, "10")) == (e.TeamMoved(2, "10", "10"),)
    assert table.team(2).arrived == 1
    table.do(c.MoveTeam(2, "9"))
    assert table.team(2).arrived == 0
    table.roll(1, 1)
    assert table.state.turn == 2


def test_moving_the_team_on_turn_to_the_goal_passes_the_turn() -> None:
    table = Table(road(10))
    assert table.do(c.MoveTeam(0, "10")) == (
        e.TeamMoved(0, "0", "10"),
        e.Arrived(0, 1),
        e.TurnBegan(1, 1),
    )


@pytest.mark.parametrize("team", [0, 1])
def test_moving_any_team_to_the_goal_may_end_the_game(team: int) -> None:
    table = Table(road(10, end="first"))
    table.do(c.MoveTeam(team, "10"))
    assert isinstance(table.state.phase, Finished)


def test_moving_the_team_on_turn_keeps_its_open_question() -> None:
    table = Table(road(10, {2: (Quiz(),)}, right=(Leaves(1),)), [choice(0)])
    table.roll(2)
    table.do(c.MoveTeam(0, "5"))
    assert isinstance(table.state.phase, AwaitAnswer)
    assert table.squares()[0] == "5"


def test_moving_the_team_at_a_fork_ends_its_walk_and_turn() -> None:
    table = Table(forked())
    table.roll(4)
    assert table.do(c.MoveTeam(0, "a")) == (e.TeamMoved(0, "f", "a"), e.TurnBegan(1, 1))
    table.roll(4)
    table.do(c.MoveTeam(0, "j"))  # not on turn: the fork stays open
    assert table.do(c.ChooseExit("s1"))[-1] == e.TurnBegan(0, 2)


def test_leaves_are_set() -> None:
    table = Table(road(10))
    assert table.do(c.SetLeaves(1, 9999)) == (e.LeavesSet(1, 9999),)
    assert table.refuses(c.SetLeaves(1, 10000)) is Refusal.BAD_NUMBER
    assert table.refuses(c.SetLeaves(1, -1)) is Refusal.BAD_NUMBER


def test_rest_is_set_and_lifted() -> None:
    table = Table(road(10))
    assert table.do(c.SetRest(1, 1)) == (e.RestSet(1, 1),)
    assert table.roll(1)[2:] == (e.Rested(1, 0), e.RoundCompleted(1), e.TurnBegan(0, 2))
    table.do(c.SetRest(1, 9), c.SetRest(1, 0))
    assert table.roll(1)[-1] == e.TurnBegan(1, 2)
    assert table.refuses(c.SetRest(1, 10)) is Refusal.BAD_NUMBER
    assert table.refuses(c.SetRest(1, -1)) is Refusal.BAD_NUMBER


def test_turn_is_passed_and_an_open_question_dropped() -> None:
    table = Table(road(10, {2: (Quiz(),)}, wrong=(Leaves(-1),)), [choice(0)])
    table.put(0, leaves=3)
    table.roll(2)
    assert table.do(c.PassTurn()) == (e.TurnPassed(0), e.TurnBegan(1, 1))
    assert table.team(0).leaves == 3
    table = Table(forked())
    table.roll(4)
    assert table.do(c.PassTurn())[-1] == e.TurnBegan(1, 1)
    assert table.squares()[0] == "f"


def test_added_team_has_the_first_free_shape_and_plays_this_round() -> None:
    table = Table(road(10), teams=3)
    table.do(c.RemoveTeam(1))
    assert table.do(c.AddTeam("  New  ", 7)) == (e.TeamAdded(3, "New"),)
    added = table.team(3)
    assert (added.shape, added.pupils, added.square) == ("square", 7, "0")
    assert [team.id for team in table.state.teams] == [0, 2, 3]
    table.roll(1, 1)
    assert table.state.turn == 3
    assert table.roll(2)[1] == e.Walked(3, ("0", "1", "2"), "roll")
    table.do(c.RemoveTeam(3), c.AddTeam("Newer"))
    assert table.state.teams[-1].id == 4  # ids are never used again


def test_seventh_team_is_refused() -> None:
    assert Table(road(10), teams=6).refuses(c.AddTeam("New")) is Refusal.TOO_MANY_TEAMS


@pytest.mark.parametrize("pupils", [0, 11, -1])
def test_pupils_of_an_added_team(pupils: int) -> None:
    assert Table(road(10)).refuses(c.AddTeam("New", pupils)) is Refusal.BAD_NUMBER


@pytest.mark.parametrize("name", ["チーム・もり", "Ñandú", "x" * 24, "🐸", "👩‍🔬 Lab", "が" * 24])
def test_good_names(name: str) -> None:
    table = Table(road(10))
    table.do(c.RenameTeam(1, name + " "), c.AddTeam(name))
    assert table.team(1).name == name


@pytest.mark.parametrize(
    "name",
    [
        *("", "  ", "\u3000", "x" * 25, "a\nb", "a\x00b", "a\u202eb", "a\u2028b"),
        *("\ud800", "\u0301", "\u200d", "a" + "\u0301" * 80),
    ],
)
def test_bad_names(name: str) -> None:
    table = Table(road(10))
    assert table.refuses(c.RenameTeam(1, name)) is Refusal.BAD_NAME
    assert table.refuses(c.AddTeam(name)) is Refusal.BAD_NAME


def test_removing_the_team_on_turn_passes_the_turn() -> None:
    table = Table(road(10, {2: (RollAgain(), Quiz())}), [choice(0)], teams=3)
    table.roll(2)
    assert table.do(c.RemoveTeam(0)) == (e.TeamRemoved(0), e.TurnBegan(1, 1))
    assert table.state.phase == AwaitRoll()
    assert (table.state.again, table.state.extra_rolls) == (0, 0)


def test_removing_another_team_leaves_the_turn() -> None:
    table = Table(road(10), teams=3)
    assert table.do(c.RemoveTeam(2)) == (e.TeamRemoved(2),)
    assert table.state.turn == 0
    assert table.refuses(c.RemoveTeam(1)) is Refusal.TOO_FEW_TEAMS


def test_removing_the_last_team_of_the_round_may_end_the_game() -> None:
    table = Table(road(10), teams=3)
    table.roll(1)
    table.do(c.MoveTeam(1, "10"))
    assert table.do(c.RemoveTeam(2))[-1] == e.GameEnded(((1, 1), (2, 0)), "arrived")
    assert table.state.turn in {team.id for team in table.state.teams}


def test_order_of_turns_changes_from_the_next_turn_on() -> None:
    table = Table(road(10), teams=3)
    assert table.do(c.OrderTeams((2, 1, 0))) == (e.OrderChanged((2, 1, 0)),)
    assert table.state.turn == 0
    assert table.roll(1)[-1] == e.TurnBegan(2, 1)
    assert table.roll(1)[-1] == e.TurnBegan(1, 1)
    assert table.roll(1)[-1] == e.TurnBegan(2, 2)


@pytest.mark.parametrize("order", [(), (0, 1), (0, 1, 1), (0, 1, 3), (0, 1, 2, 2)])
def test_bad_orders(order: tuple[int, ...]) -> None:
    assert Table(road(10), teams=3).refuses(c.OrderTeams(order)) is Refusal.BAD_ORDER
