"""Landing: every effect, in order; chains; extra rolls; what arrival leaves of them."""

from boards import Table, choice, road
from sugoroku.engine import events as e
from sugoroku.engine.commands import Answer, PassTurn
from sugoroku.engine.state import AwaitAnswer, AwaitRoll
from sugoroku.model.effects import Advance, Back, GoTo, Leaves, Quiz, Rest, RollAgain
from sugoroku.model.text import Text


def test_effects_apply_in_the_order_written() -> None:
    table = Table(road(20, {2: (Leaves(3), Advance(4), Rest(1), Leaves(-1))}))
    assert table.roll(2)[2:] == (
        e.Landed(0, "2"),
        e.LeavesChanged(0, 3, 3),
        e.Walked(0, ("2", "3", "4", "5", "6"), "effect"),
        e.RestGiven(0, 1),
        e.LeavesChanged(0, -1, 2),
        e.TurnBegan(1, 1),
    )


def test_leaves_never_fall_below_none() -> None:
    table = Table(road(20, {2: (Leaves(-5),), 3: (Leaves(2), Leaves(-5))}))
    assert table.roll(2)[2:] == (e.Landed(0, "2"), e.TurnBegan(1, 1))
    assert table.roll(3)[3:5] == (e.LeavesChanged(1, 2, 2), e.LeavesChanged(1, -2, 0))


def test_square_with_a_text_alone_is_told_and_a_plain_one_is_not() -> None:
    squares = {1: {"kind": "fact"}, 2: {"text": Text("A bench.")}}
    table = Table(road(20, squares=squares), teams=3)
    assert table.roll(1)[2] == e.Landed(0, "1")
    assert table.roll(2)[2] == e.Landed(1, "2")
    assert table.roll(3)[2] == e.RoundCompleted(1)


def test_go_to_jumps_and_the_new_square_does_not_apply() -> None:
    table = Table(road(20, {2: (GoTo("9"),), 9: (Leaves(5),)}))
    assert table.roll(2)[2:] == (
        e.Landed(0, "2"),
        e.Jumped(0, "2", "9"),
        e.TurnBegan(1, 1),
    )


def test_advance_by_an_effect_stops_where_a_roll_would() -> None:
    table = Table(road(20, {2: (Advance(6),)}, {5: {"stop": True}}))
    assert table.roll(2)[3] == e.Walked(0, ("2", "3", "4", "5"), "effect")


def test_chain_applies_the_new_square_first_and_each_once() -> None:
    effects = {2: (Advance(2), Leaves(1)), 4: (Leaves(10), Back(2))}
    table = Table(road(20, effects, chain=True))
    assert table.roll(2)[2:] == (
        e.Landed(0, "2"),
        e.Walked(0, ("2", "3", "4"), "effect"),
        e.Landed(0, "4"),
        e.LeavesChanged(0, 10, 10),
        e.Walked(0, ("4", "3", "2"), "effect"),
        e.LeavesChanged(0, 1, 11),
        e.TurnBegan(1, 1),
    )
    assert table.state.applied == ()


def test_chain_remembers_over_an_extra_roll() -> None:
    table = Table(road(20, {2: (RollAgain(), Back(1)), 1: (Leaves(1),)}, chain=True))
    table.roll(2)
    assert table.state.applied == ("2", "1")
    assert table.roll(1)[2:] == (e.TurnBegan(1, 1),)  # square 2 has applied in this turn


def test_chain_may_lead_to_a_question_and_go_on_after_it() -> None:
    effects = {2: (Advance(2), Leaves(1)), 4: (Quiz(), Leaves(10))}
    table = Table(road(20, effects, chain=True), [choice(0)])
    table.roll(2)
    assert isinstance(table.state.phase, AwaitAnswer)
    assert table.do(Answer(None))[1:] == (
        e.LeavesChanged(0, 10, 10),
        e.LeavesChanged(0, 1, 11),
        e.TurnBegan(1, 1),
    )


def test_roll_again_keeps_the_turn() -> None:
    table = Table(road(30, {2: (RollAgain(),)}))
    assert table.roll(2)[2:] == (e.Landed(0, "2"), e.RollAgainGiven(0))
    assert table.state.turn == 0
    assert table.state.phase == AwaitRoll()
    assert table.roll(1)[-1] == e.TurnBegan(1, 1)
    assert table.state.again == 0


def test_roll_again_counts_three_times_in_a_turn() -> None:
    every = {number: (RollAgain(),) for number in range(1, 30)}
    table = Table(road(30, every))
    table.roll(1, 1, 1)
    assert table.state.again == 3
    assert table.roll(1)[2:] == (e.Landed(0, "4"), e.TurnBegan(1, 1))
    table.roll(1)
    assert table.state.again == 1


def test_two_extra_rolls_are_both_rolled() -> None:
    table = Table(road(30, {2: (RollAgain(), RollAgain())}))
    table.roll(2)
    assert table.roll(1)[-1] == e.Walked(0, ("2", "3"), "roll")
    assert table.state.turn == 0
    assert table.roll(1)[-1] == e.TurnBegan(1, 1)


def test_extra_roll_waits_until_the_question_is_answered() -> None:
    table = Table(road(30, {2: (RollAgain(), Quiz())}), [choice(0)])
    table.roll(2)
    table.do(Answer(None))
    assert table.state.turn == 0
    assert table.state.phase == AwaitRoll()
    assert table.roll(1)[-1] == e.TurnBegan(1, 1)


def test_passing_the_turn_forfeits_the_extra_roll() -> None:
    table = Table(road(30, {2: (RollAgain(),)}))
    table.roll(2)
    table.do(PassTurn())
    assert table.state.turn == 1
    assert table.state.extra_rolls == 0


def test_rest_is_announced_and_counted() -> None:
    table = Table(road(30, {2: (Rest(2),)}))
    assert table.roll(2)[3] == e.RestGiven(0, 2)
    assert table.roll(1)[2:] == (e.RoundCompleted(1), e.Rested(0, 1), e.TurnBegan(1, 2))
    assert table.roll(3)[2:] == (e.RoundCompleted(2), e.Rested(0, 0), e.TurnBegan(1, 3))
    assert table.roll(1)[2:] == (e.RoundCompleted(3), e.TurnBegan(0, 4))


def test_rests_add_up_to_nine_at_most() -> None:
    table = Table(road(30, {2: (Rest(2), Rest(3)), 3: (Rest(100),)}))
    assert table.roll(2)[3:5] == (e.RestGiven(0, 2), e.RestGiven(0, 5))
    assert e.RestGiven(1, 9) in table.roll(3)


def test_all_resting_teams_lets_rounds_go_by() -> None:
    table = Table(road(30, {2: (Rest(2),)}))
    table.roll(2)
    assert table.roll(2)[4:] == (
        e.RoundCompleted(1),
        e.Rested(0, 1),
        e.Rested(1, 1),
        e.RoundCompleted(2),
        e.Rested(0, 0),
        e.Rested(1, 0),
        e.RoundCompleted(3),
        e.TurnBegan(0, 4),
    )


def test_effect_may_arrive_and_then_only_leaves_count() -> None:
    effects = {2: (Advance(9), Leaves(4), Rest(2), RollAgain(), GoTo("1"), Quiz())}
    table = Table(road(5, effects), [choice(0)])
    assert table.roll(2)[3:] == (
        e.Walked(0, ("2", "3", "4", "5"), "effect"),
        e.Arrived(0, 1),
        e.LeavesChanged(0, 4, 4),
        e.TurnBegan(1, 1),
    )
    assert table.team(0).square == "5"


def test_go_to_the_goal_arrives_and_its_effects_do_not_apply() -> None:
    squares = {5: {"effects": (Leaves(9), GoTo("1")), "text": Text("Home")}}
    table = Table(road(5, {2: (GoTo("5"),)}, squares, chain=True))
    assert table.roll(2)[3:] == (e.Jumped(0, "2", "5"), e.Arrived(0, 1), e.TurnBegan(1, 1))


def test_effect_too_far_for_exact_is_not_walked_and_the_rest_applies() -> None:
    table = Table(road(5, {3: (Advance(3), Leaves(1))}, finish="exact"))
    assert table.roll(3)[3:5] == (e.Stayed(0, 3), e.LeavesChanged(0, 1, 1))
    assert table.squares()[0] == "3"


def test_effect_bounces_at_the_goal() -> None:
    table = Table(road(5, {3: (Advance(3),)}, finish="bounce"))
    assert table.roll(3)[3] == e.Walked(0, ("3", "4", "5", "4"), "effect")


def test_back_from_the_start_walks_nowhere() -> None:
    table = Table(road(10, {2: (GoTo("0"), Back(1))}))
    assert table.roll(2)[3:] == (e.Jumped(0, "2", "0"), e.TurnBegan(1, 1))
