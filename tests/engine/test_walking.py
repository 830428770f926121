"""Walking: stops, the three ways to finish, forks, back along the way."""

import pytest

from boards import COUPLES, Table, forked, road, with_square
from sugoroku.engine import events as e
from sugoroku.engine.commands import ChooseExit, EnterRoll, Roll
from sugoroku.engine.game import Game
from sugoroku.engine.refusals import Refusal
from sugoroku.engine.state import AwaitExit, AwaitRoll, Finished
from sugoroku.model.board import Dice
from sugoroku.model.effects import Advance, Back, GoTo


def test_first_turn_is_told_at_the_start() -> None:
    table = Table(road(10), teams=3)
    assert table.events == (e.TurnBegan(0, 1),)
    assert table.squares() == ["0", "0", "0"]
    assert [team.shape for team in table.state.teams] == ["circle", "square", "star"]


def test_roll_walks_square_by_square_and_passes_the_turn() -> None:
    table = Table(road(10))
    assert table.roll(3) == (
        e.Rolled(0, (3,), 3),
        e.Walked(0, ("0", "1", "2", "3"), "roll"),
        e.TurnBegan(1, 1),
    )
    assert table.squares() == ["3", "0"]


def test_virtual_die_is_drawn_from_the_state() -> None:
    table = Table(road(30), seed=5)
    again = Table(road(30), seed=5)
    assert table.do(Roll(), Roll(), Roll()) == again.do(Roll(), Roll(), Roll())
    assert table.state == again.state
    assert table.state.dice != Table(road(30), seed=5).state.dice


def test_entered_roll_leaves_the_dice_alone() -> None:
    table = Table(road(10))
    before = table.state.dice
    table.roll(3)
    assert table.state.dice == before


@pytest.mark.parametrize("value", [0, 7, -1, 100])
def test_roll_outside_the_die_is_refused(value: int) -> None:
    assert Table(road(10)).refuses(EnterRoll(value)) is Refusal.ROLL_OUTSIDE_DICE


def test_two_dice_show_two_faces_and_a_real_roll_their_sum() -> None:
    table = Table(road(40, dice=COUPLES))
    rolled = table.do(Roll())[0]
    assert isinstance(rolled, e.Rolled)
    assert len(rolled.faces) == 2
    assert sum(rolled.faces) == rolled.total
    assert table.squares()[0] == str(rolled.total)
    assert table.refuses(EnterRoll(1)) is Refusal.ROLL_OUTSIDE_DICE
    assert table.roll(12)[0] == e.Rolled(1, (12,), 12)


def test_large_dice_walk_without_tables() -> None:
    table = Table(road(200, dice=Dice(3, 50)))
    table.roll(150)
    assert table.squares()[0] == "150"


def test_stop_ends_the_walk_there() -> None:
    table = Table(road(10, squares={2: {"stop": True}}))
    assert table.roll(5)[1] == e.Walked(0, ("0", "1", "2"), "roll")
    table.roll(1)
    assert table.roll(4)[1] == e.Walked(0, ("2", "3", "4", "5", "6"), "roll")


def test_clamp_drops_surplus_steps() -> None:
    table = Table(road(3))
    assert table.roll(5)[:3] == (
        e.Rolled(0, (5,), 5),
        e.Walked(0, ("0", "1", "2", "3"), "roll"),
        e.Arrived(0, 1),
    )


def test_exact_does_not_walk_a_roll_that_is_too_high() -> None:
    table = Table(road(3, finish="exact"))
    assert table.roll(4) == (e.Rolled(0, (4,), 4), e.Stayed(0, 4), e.TurnBegan(1, 1))
    assert table.squares()[0] == "0"
    assert e.Arrived(1, 1) in table.roll(3)


def test_exact_counts_a_stop_before_the_goal() -> None:
    table = Table(road(3, finish="exact", squares={2: {"stop": True}}))
    table.roll(6)
    assert table.squares()[0] == "2"


def test_bounce_walks_surplus_steps_back_the_way_it_came() -> None:
    table = Table(road(5, finish="bounce"))
    table.put(0, square="3")
    assert table.roll(6)[1] == e.Walked(0, ("3", "4", "5", "4", "3", "2", "1"), "roll")
    assert table.team(0).arrived == 0


def test_bounce_never_goes_beyond_the_start() -> None:
    table = Table(road(2, finish="bounce"))
    assert table.roll(6)[1] == e.Walked(0, ("0", "1", "2", "1", "0"), "roll")


def test_bounce_lands_on_the_square_it_comes_back_to() -> None:
    table = Table(road(5, {4: (GoTo("1"),)}, finish="bounce"))
    table.put(0, square="3")
    assert table.roll(3)[2:4] == (e.Landed(0, "4"), e.Jumped(0, "4", "1"))


def test_bounce_arrives_when_exact() -> None:
    table = Table(road(5, finish="bounce"))
    assert e.Arrived(0, 1) in table.roll(5)


@pytest.mark.parametrize("finish", ["clamp", "exact", "bounce"])
@pytest.mark.parametrize("rolls", [1, 2, 3, 4, 5, 6])
def test_goal_is_one_step_away(finish: str, rolls: int) -> None:
    table = Table(road(1, finish=finish))
    table.roll(rolls)
    arrived = table.team(0).arrived == 1
    assert arrived == (finish == "clamp" or rolls == 1)


def test_passing_a_fork_asks_for_the_exit() -> None:
    table = Table(forked())
    assert table.roll(4)[1:] == (
        e.Walked(0, ("start", "a", "f"), "roll"),
        e.ForkReached(0, "f", ("s1", "l1"), 2),
    )
    assert table.state.phase == AwaitExit(("s1", "l1"), 2)
    assert table.state.turn == 0
    assert table.refuses(ChooseExit("j")) is Refusal.UNKNOWN_EXIT
    assert table.refuses(Roll()) is Refusal.WRONG_PHASE
    assert table.do(ChooseExit("l1")) == (
        e.Walked(0, ("f", "l1", "l2"), "roll"),
        e.TurnBegan(1, 1),
    )


def test_stopping_on_a_fork_asks_when_leaving_it() -> None:
    table = Table(forked())
    assert table.roll(2)[-1] == e.TurnBegan(1, 1)
    table.roll(1)
    assert table.roll(3) == (e.Rolled(0, (3,), 3), e.ForkReached(0, "f", ("s1", "l1"), 3))
    assert table.do(ChooseExit("s1"))[0] == e.Walked(0, ("f", "s1", "j", "k"), "roll")


def test_fork_with_stop_ends_the_walk() -> None:
    table = Table(with_square(forked(), "f", stop=True))
    table.roll(6)
    assert table.squares()[0] == "f"
    assert isinstance(table.state.phase, AwaitRoll)


def test_fork_two_forks_in_one_roll() -> None:
    board = with_square(forked(), "s1", exits=("j", "l3"))
    table = Table(board)
    table.roll(6)
    assert table.do(ChooseExit("s1"))[-1] == e.ForkReached(0, "s1", ("j", "l3"), 3)
    assert table.do(ChooseExit("l3"))[0] == e.Walked(0, ("s1", "l3", "j", "k"), "roll")


def test_exact_stays_at_the_fork_when_the_chosen_way_is_too_short() -> None:
    table = Table(forked(finish="exact"))
    table.put(0, square="f")
    table.roll(5)
    assert table.do(ChooseExit("s1")) == (e.Stayed(0, 5), e.TurnBegan(1, 1))
    assert table.squares()[0] == "f"


def test_exact_does_not_ask_when_every_way_is_too_short() -> None:
    board = with_square(forked(finish="exact"), "l1", exits=("j",))
    table = Table(board)
    table.put(0, square="f")
    assert table.roll(6)[1] == e.Stayed(0, 6)


def test_effect_walks_over_a_fork_and_goes_on_with_the_rest() -> None:
    board = with_square(forked(), "a", effects=(Advance(2), GoTo("start")))
    table = Table(board)
    table.roll(1)
    assert table.state.phase == AwaitExit(("s1", "l1"), 1, True, (GoTo("start"),))
    assert table.do(ChooseExit("s1")) == (
        e.Walked(0, ("f", "s1"), "effect"),
        e.Jumped(0, "s1", "start"),
        e.TurnBegan(1, 1),
    )


def test_back_takes_the_way_nearest_to_the_start() -> None:
    table = Table(with_square(forked(), "k", effects=(Back(3),)))
    table.put(0, square="l3")
    assert table.roll(2)[3] == e.Walked(0, ("k", "j", "s1", "f"), "effect")


def test_back_never_goes_beyond_the_start() -> None:
    table = Table(road(10, {2: (Back(5),)}))
    assert table.roll(2)[3] == e.Walked(0, ("2", "1", "0"), "effect")


def test_square_without_exits_leads_to_the_next_of_the_file() -> None:
    table = Table(road(4, squares={1: {"exits": ()}}))
    table.roll(3)
    assert table.squares()[0] == "3"


def test_arrival_ends_the_game_at_the_end_of_the_round() -> None:
    table = Table(road(3))
    assert table.roll(3)[-1] == e.TurnBegan(1, 1)
    assert table.roll(1)[-2:] == (
        e.RoundCompleted(1),
        e.GameEnded(((1, 0), (2, 1)), "arrived"),
    )
    assert table.state.phase == Finished(((1, 0), (2, 1)), "arrived")
    for command in (Roll(), EnterRoll(1), ChooseExit("1")):
        assert table.refuses(command) is Refusal.GAME_OVER


@pytest.mark.parametrize(
    "board",
    [
        with_square(road(3), "1", exits=("nowhere",)),
        with_square(road(3), "3", kind="plain"),
        with_square(road(3), "2", kind="goal"),
        with_square(road(3), "2", id="1"),
        with_square(road(3), "2", effects=(GoTo("nowhere"),)),
    ],
)
def test_boards_that_cannot_be_played_are_errors(board) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match="road"):
        Table(board)


@pytest.mark.parametrize("teams", [0, 7])
def test_teams_that_cannot_play_are_errors(teams: int) -> None:
    with pytest.raises(ValueError, match="teams"):
        Table(road(3), teams=teams)


def test_six_teams_of_all_shapes_play() -> None:
    table = Table(road(30), teams=6)
    table.roll(1, 2, 3, 4, 5)
    assert table.roll(6)[-2:] == (e.RoundCompleted(1), e.TurnBegan(0, 2))
    assert len({team.shape for team in table.state.teams}) == 6
    assert isinstance(table.game, Game)
