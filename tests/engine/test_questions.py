"""Questions: which are drawn, what fits as an answer, and what answers do."""

import math
from itertools import pairwise

import pytest

from boards import Table, choice, road
from sugoroku.engine import events as e
from sugoroku.engine.commands import Answer, AnswerAll, AnyCommand, Roll, SetAnswering, SwapQuestion
from sugoroku.engine.grading import is_right
from sugoroku.engine.refusals import Refusal, Refused
from sugoroku.engine.state import AwaitAnswer, AwaitRoll
from sugoroku.model.effects import Advance, AnyEffect, Leaves, Quiz, Rest, RollAgain
from sugoroku.model.quiz import (
    Choice,
    Estimate,
    Guessed,
    Order,
    Picked,
    Question,
    Response,
    Several,
    Sorted,
    TrueFalse,
)
from sugoroku.model.text import Text

RIGHT, WRONG = Picked((0,)), Picked((1,))
OPTIONS = (Text("A"), Text("B"), Text("C"))
EVERY_SQUARE: dict[int, tuple[AnyEffect, ...]] = {number: (Quiz(),) for number in range(1, 60)}

TRUTH = TrueFalse(id="deck/t", topic="water", ask=Text("?"), answer=True)
SEVERAL = Several(id="deck/s", topic="water", ask=Text("?"), options=OPTIONS, answers=(0, 2))
ESTIMATE = Estimate(
    id="deck/e", topic="water", ask=Text("?"), answer=0.3, tolerance=0.1, low=0, high=1, step=0.1
)
ORDER = Order(id="deck/o", topic="water", ask=Text("?"), options=OPTIONS)


def quiz_table(*questions: Question, **more: object) -> Table:
    """Every square asks; a right answer gives 2 leaves, a wrong one takes 1."""
    rules = {"right": (Leaves(2),), "wrong": (Leaves(-1),)}
    return Table(road(60, EVERY_SQUARE, **rules), questions, **more)  # type: ignore[arg-type]


def question(table: Table) -> AwaitAnswer:
    assert isinstance(table.state.phase, AwaitAnswer)
    return table.state.phase


def test_quiz_square_asks_of_its_topic_and_level() -> None:
    squares = {2: {"kind": "quiz", "topic": "energy", "level": 2}}
    questions = [choice(0), choice(1, "energy", 1), choice(2, "energy", 2)]
    table = Table(road(20, squares=squares), questions)
    told = table.roll(2)
    assert told[2] == e.Landed(0, "2")
    assert question(table).question == "deck/q2"
    assert (question(table).topic, question(table).level) == ("energy", 2)
    assert table.refuses(Roll()) is Refusal.WRONG_PHASE


def test_quiz_square_with_a_quiz_of_its_own_asks_once() -> None:
    squares = {2: {"kind": "quiz", "topic": "energy"}}
    table = Table(road(20, {2: (Leaves(1), Quiz("water"))}, squares), [choice(0, "water")])
    assert table.roll(2)[3] == e.LeavesChanged(0, 1, 1)
    assert question(table).topic == "water"


@pytest.mark.parametrize(
    ("topic", "level", "grade", "fits"),
    [
        ("energy", 2, None, {1}),
        ("energy", 3, None, {0, 1}),  # no such level: any of the topic
        ("waste", 1, None, {0, 1, 2, 3}),  # no such topic: any at all
        ("water", 3, 6, {3}),
        ("water", 3, 5, {2}),
        ("energy", 2, 3, {0}),
        ("waste", 3, 3, {0, 2}),
        (None, 2, 4, {1}),
    ],
)
def test_what_fits_topic_level_and_grade(topic, level, grade, fits) -> None:  # type: ignore[no-untyped-def]
    questions = [
        choice(0, "energy", 1),
        choice(1, "energy", 2),
        choice(2, "water", 1),
        choice(3, "water", 3),
    ]
    table = Table(road(60, {2: (Quiz(topic, level),)}), questions, grade=grade)
    pool = table.game.pools[topic, level][0]
    assert set(pool) == {f"deck/q{number}" for number in fits}


def test_grade_is_dropped_last() -> None:
    table = Table(road(60, {2: (Quiz("water", 1),)}), [choice(0, "energy", 3)], grade=3)
    table.roll(2)
    assert question(table).question == "deck/q0"


def test_no_question_at_all_goes_on_with_the_turn() -> None:
    table = Table(road(60, {2: (Quiz(), Leaves(1))}))
    assert table.roll(2)[3:] == (
        e.NoQuestion(0),
        e.LeavesChanged(0, 1, 1),
        e.TurnBegan(1, 1),
    )


def asked_in_turn(table: Table, times: int) -> list[str]:
    found = []
    for _ in range(times):
        table.roll(1)
        found.append(question(table).question)
        table.do(Answer(RIGHT))
    return found


@pytest.mark.parametrize("seed", range(20))
def test_questions_do_not_repeat_until_they_run_out(seed: int) -> None:
    table = quiz_table(*(choice(number) for number in range(5)), seed=seed)
    names = asked_in_turn(table, 13)
    assert len(set(names[:5])) == 5
    assert names[5] != names[4]
    assert len({names[4], *names[5:9]}) == 5  # all come back except the last
    assert all(a != b for a, b in pairwise(names))


def test_only_question_is_asked_again() -> None:
    assert asked_in_turn(quiz_table(choice(0)), 3) == ["deck/q0"] * 3


def test_running_out_of_one_topic_keeps_the_others_asked() -> None:
    effects = {1: (Quiz("water"),), 2: (Quiz("energy"),), 3: (Quiz("water"),)}
    table = Table(road(60, effects), [choice(0, "water"), choice(1, "energy")])
    table.roll(1)
    table.do(Answer(None))
    table.roll(2)
    table.do(Answer(None))
    table.roll(2)
    assert table.state.asked == ("deck/q1", "deck/q0")


def test_options_are_shuffled_unless_they_keep_their_order() -> None:
    kept = Choice(
        id="deck/k", topic="water", ask=Text("?"), options=OPTIONS, answer=0, keep_order=True
    )
    orders = {question_order(choice(0), seed) for seed in range(60)}
    assert len(orders) == 6
    assert {question_order(kept, seed) for seed in range(9)} == {(0, 1, 2)}
    assert {question_order(TRUTH, seed) for seed in range(9)} == {(0, 1)}
    assert {question_order(ESTIMATE, seed) for seed in range(9)} == {()}
    assert len({question_order(SEVERAL, seed) for seed in range(60)}) == 6


def test_order_question_is_never_shown_solved() -> None:
    orders = {question_order(ORDER, seed) for seed in range(99)}
    assert len(orders) == 5
    assert (0, 1, 2) not in orders


def test_many_options_are_shuffled_too() -> None:
    many = Several(id="deck/m", topic="water", ask=Text("?"), options=OPTIONS * 3, answers=(1,))
    assert sorted(question_order(many, 1)) == list(range(9))
    assert question_order(many, 1) != question_order(many, 2)


def question_order(asked: Question, seed: int) -> tuple[int, ...]:
    table = quiz_table(asked, seed=seed)
    table.roll(1)
    return question(table).order


@pytest.mark.parametrize(
    ("asked", "response", "right"),
    [
        (choice(0), Picked((0,)), True),
        (choice(0), Picked((2,)), False),
        (TRUTH, Picked((0,)), True),
        (TRUTH, Picked((1,)), False),
        (SEVERAL, Picked((2, 0)), True),
        (SEVERAL, Picked((0,)), False),
        (SEVERAL, Picked(()), False),
        (SEVERAL, Picked((0, 1, 2)), False),
        (ESTIMATE, Guessed(0.3), True),
        (ESTIMATE, Guessed(0.4), True),  # 0.4 - 0.3 > 0.1 in binary
        (ESTIMATE, Guessed(0.2), True),
        (ESTIMATE, Guessed(0.41), False),
        (ESTIMATE, Guessed(1), False),
        (ORDER, Sorted((0, 1, 2)), True),
        (ORDER, Sorted((1, 0, 2)), False),
    ],
)
def test_right_and_wrong(asked: Question, response: Response, right: bool) -> None:
    assert is_right(asked, response) is right


@pytest.mark.parametrize(
    ("asked", "response"),
    [
        (choice(0), Picked(())),
        (choice(0), Picked((0, 1))),
        (choice(0), Picked((3,))),
        (choice(0), Picked((-1,))),
        (choice(0), Guessed(0)),
        (choice(0), Sorted((0, 1, 2))),
        (TRUTH, Picked((2,))),
        (TRUTH, Picked((0, 1))),
        (SEVERAL, Picked((0, 0))),
        (SEVERAL, Picked((0, 3))),
        (SEVERAL, Sorted((0, 2))),
        (ESTIMATE, Guessed(-0.1)),
        (ESTIMATE, Guessed(1.1)),
        (ESTIMATE, Guessed(math.nan)),
        (ESTIMATE, Guessed(math.inf)),
        (ESTIMATE, Picked((0,))),
        (ORDER, Sorted((0, 1))),
        (ORDER, Sorted((0, 1, 1))),
        (ORDER, Sorted((0, 1, 3))),
        (ORDER, Picked((0, 1, 2))),
    ],
)
def test_answers_outside_the_options_are_refused(asked: Question, response: Response) -> None:
    with pytest.raises(Refused) as refused:
        is_right(asked, response)
    assert refused.value.refusal is Refusal.ANSWER_DOES_NOT_FIT
    table = quiz_table(asked)
    table.roll(1)
    assert table.refuses(Answer(response)) is Refusal.ANSWER_DOES_NOT_FIT


def test_right_wrong_and_no_answer_of_the_team() -> None:
    table = quiz_table(choice(0))
    table.roll(1)
    assert table.do(Answer(RIGHT)) == (
        e.Answered(0, "deck/q0", RIGHT, True, True),
        e.LeavesChanged(0, 2, 2),
        e.TurnBegan(1, 1),
    )
    table.put(1, leaves=5)
    table.roll(1)
    assert table.do(Answer(WRONG))[1] == e.LeavesChanged(1, -1, 4)
    table.roll(1)
    assert table.do(Answer(None)) == (
        e.Answered(0, "deck/q0", None, False, True),
        e.TurnBegan(1, 2),
    )


def test_question_has_effects_of_its_own() -> None:
    own = choice(0, right=(Advance(1),), wrong=())
    table = quiz_table(own)
    table.roll(1)
    assert table.do(Answer(RIGHT))[1] == e.Walked(0, ("1", "2"), "effect")
    table.put(1, leaves=5)
    table.roll(1)
    assert table.do(Answer(WRONG))[1:] == (e.RoundCompleted(1), e.TurnBegan(0, 2))


def test_effects_after_a_quiz_wait_for_the_answer() -> None:
    effects = {2: (Quiz(), Leaves(7), Quiz())}
    table = Table(road(20, effects, right=(Leaves(1),)), [choice(0)])
    table.roll(2)
    assert question(table).pending == (Leaves(7), Quiz())
    assert table.do(Answer(RIGHT))[1:3] == (e.LeavesChanged(0, 1, 1), e.LeavesChanged(0, 7, 8))
    assert isinstance(table.events[3], e.QuestionAsked)
    assert table.do(Answer(None))[-1] == e.TurnBegan(1, 1)


def test_answers_may_ask_again_three_times_in_a_turn() -> None:
    table = Table(road(20, {2: (Quiz(),)}, right=(Quiz(), Leaves(1))), [choice(0)])
    table.roll(2)
    for _ in range(3):
        table.do(Answer(RIGHT))
        assert isinstance(table.state.phase, AwaitAnswer)
    table.do(Answer(RIGHT))
    assert isinstance(table.state.phase, AwaitRoll)
    assert table.team(0).leaves == 4
    assert table.state.asked_again == 0


def test_answer_without_a_question_is_refused() -> None:
    table = quiz_table(choice(0))
    for command in (Answer(None), AnswerAll((None, None)), SwapQuestion()):
        assert table.refuses(command) is Refusal.WRONG_PHASE


def test_mode_of_answering_comes_from_setup_or_board() -> None:
    assert Table(road(9, answering="everyone")).state.answering == "everyone"
    assert Table(road(9, answering="everyone"), answering="team").state.answering == "team"


@pytest.mark.parametrize(
    ("mode", "command"), [("everyone", Answer(RIGHT)), ("team", AnswerAll((RIGHT, RIGHT)))]
)
def test_wrong_mode_of_answering_is_refused(mode: str, command: AnyCommand) -> None:
    table = quiz_table(choice(0), answering=mode)
    table.roll(1)
    assert table.refuses(command) is Refusal.WRONG_ANSWERING


def test_mode_may_change_while_a_question_is_open() -> None:
    table = quiz_table(choice(0))
    table.roll(1)
    assert table.do(SetAnswering("everyone")) == (e.AnsweringChanged("everyone"),)
    table.do(AnswerAll((RIGHT, None)))
    assert table.team(0).leaves == 2


def test_every_right_team_gets_the_leaves_and_one_the_moves() -> None:
    rules = {"right": (Leaves(2), Advance(3), Rest(1), RollAgain(), Leaves(1))}
    table = Table(road(60, EVERY_SQUARE, answering="everyone", **rules), [choice(0)], teams=4)
    table.put(3, square="60", arrived=1, played=1)
    table.roll(5)
    assert table.do(AnswerAll((RIGHT, RIGHT, WRONG, RIGHT))) == (
        e.Answered(0, "deck/q0", RIGHT, True, True),
        e.Answered(1, "deck/q0", RIGHT, True, False),
        e.Answered(2, "deck/q0", WRONG, False, False),
        e.Answered(3, "deck/q0", RIGHT, True, False),
        e.LeavesChanged(1, 2, 2),
        e.LeavesChanged(1, 1, 3),
        e.LeavesChanged(3, 2, 2),
        e.LeavesChanged(3, 1, 3),
        e.LeavesChanged(0, 2, 2),
        e.Walked(0, ("5", "6", "7", "8"), "effect"),
        e.RestGiven(0, 1),
        e.RollAgainGiven(0),
        e.LeavesChanged(0, 1, 3),
    )
    assert table.squares() == ["8", "0", "0", "60"]


def test_wrong_answers_of_the_others_cost_nothing() -> None:
    table = quiz_table(choice(0), answering="everyone")
    table.put(1, leaves=5)
    table.roll(1)
    table.do(AnswerAll((None, WRONG)))
    assert table.team(1).leaves == 5


@pytest.mark.parametrize("responses", [(), (RIGHT,), (RIGHT,) * 3, (Picked((9,)), RIGHT)])
def test_answers_of_all_must_fit(responses: tuple[Response, ...]) -> None:
    table = quiz_table(choice(0), answering="everyone")
    table.roll(1)
    assert table.refuses(AnswerAll(responses)) is Refusal.ANSWER_DOES_NOT_FIT


def test_swapped_question_is_another_one_without_penalty() -> None:
    table = quiz_table(choice(0), choice(1))
    table.roll(1)
    first = question(table).question
    told = table.do(SwapQuestion())
    second = question(table).question
    assert second != first
    assert told == (e.QuestionAsked(0, second, question(table).order, True),)
    assert set(table.state.asked) == {first, second}
    table.do(SwapQuestion())
    assert question(table).question == first
    assert table.team(0).leaves == 0


def test_swap_of_the_only_fitting_question_looks_further() -> None:
    questions = [choice(0, "water"), choice(1, "energy")]
    table = Table(road(20, {2: (Quiz("water"), Leaves(1))}), questions)
    table.roll(2)
    table.do(SwapQuestion())
    assert question(table).question == "deck/q1"
    assert question(table).topic == "water"
    assert question(table).pending == (Leaves(1),)


def test_swap_of_the_only_question_is_refused() -> None:
    table = quiz_table(choice(0))
    table.roll(1)
    assert table.refuses(SwapQuestion()) is Refusal.NO_OTHER_QUESTION
