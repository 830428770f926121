"""What is added up, what is not, and what must not be told."""

from classes import asked, fun, knowing, lesson, said
from hypothesis import given
from hypothesis import strategies as st

from sugoroku.model.results import LessonResults
from sugoroku.reports.joining import Item, Known, Pool, counted, items, known, misfits, questions


def one(lessons: list[LessonResults], item: str, when: str = "after") -> Item:
    return next(i for i in items(lessons) if i.asked.item == item and i.when == when)


def added(pool: Pool) -> tuple[int, ...]:
    return tuple(place for place, _ in pool.each)


def test_identical_items_are_added_up() -> None:
    found = one([lesson(1), lesson(2, after=(fun(0, 5, 5),))], "fun")
    assert found.after.answered == 25 and found.after.counts == (1, 9, 15)
    assert added(found.after) == (0, 1) and not found.after.withheld


def test_what_differs_in_anything_stands_apart_and_is_named() -> None:
    differing = lesson(3, after=(fun(0, 5, 5, options=("Little", "Some", "Most")),))
    lessons = [lesson(1), lesson(2), differing]
    found = [item for item in items(lessons) if item.asked.item == "fun"]
    assert [item.after.counts for item in found] == [(2, 8, 20), (0, 5, 5)]
    (misfit,) = misfits(lessons)
    assert misfit.item == "fun" and misfit.differing == ("options",)
    assert misfit.lessons == ((0, 1), (2,))
    assert not list(misfits([lesson(1), lesson(2)]))


def test_before_and_after_are_compared_over_classes_that_have_both() -> None:
    only_after = lesson(2, before=(), after=(knowing(0, 15, 0),))
    lessons = [lesson(1), only_after]
    both, rest = one(lessons, "gas", "both"), one(lessons, "gas", "after")
    assert both.before.counts == (6, 3, 6) and both.after.counts == (2, 12, 1)
    assert rest.after.counts == (0, 15, 0) and added(rest.after) == (1,)
    found = known(items(lessons))
    assert found is not None
    assert (found.right_before, found.before, found.right_after, found.after) == (3, 15, 12, 15)


def test_a_small_group_is_not_even_added_to_others() -> None:
    alone = [lesson(1), lesson(2, after=(fun(1, 1, 2),))]
    found = one(alone, "fun").after
    assert found.counts == (1, 4, 10) and found.withheld == 4 and added(found) == (0,)
    together = [*alone, lesson(3, after=(fun(0, 0, 3),))]
    assert one(together, "fun").after.counts == (2, 5, 15)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=6))
def test_no_small_group_can_be_told_by_taking_away(sizes: list[int]) -> None:
    lessons = [lesson(n, before=(), after=(fun(0, 0, size),)) for n, size in enumerate(sizes, 1)]
    pool = one(lessons, "fun").after
    large = sum(size for size in sizes if size >= 5)
    assert pool.answered - large == 0 or pool.answered - large >= 5
    assert pool.answered + pool.withheld == sum(sizes)


def pupils(before: int, after: int, day: int = 1) -> LessonResults:
    """So many know nothing before the game, and everything after it; 0: not asked."""
    return lesson(
        day,
        before=(knowing(0, 0, before),) if before else (),
        after=(knowing(0, after, 0),) if after else (),
    )


def test_a_class_counts_on_both_sides_of_a_comparison_or_on_none() -> None:
    lessons = [lesson(1), lesson(2, before=(knowing(0, 3, 0),), after=(knowing(0, 6, 0),))]
    both = one(lessons, "gas", "both")
    assert added(both.before) == added(both.after) == (0,)
    assert known(items(lessons)) == Known(right_before=3, before=15, right_after=12, after=15)
    rest = one(lessons, "gas", "after")
    assert rest.after.counts == (0, 6, 0) and rest.before.withheld == 3
    assert not rest.before.shown


def test_an_after_without_a_before_to_show_is_shown_by_itself() -> None:
    (found,) = items([pupils(3, 6)])
    assert found.when == "after" and found.after.answered == 6
    assert (found.before.answered, found.before.withheld) == (0, 3)
    (found,) = items([pupils(6, 3)])
    assert found.when == "before" and found.before.answered == 6
    assert (found.after.answered, found.after.withheld) == (0, 3)
    (found,) = items([pupils(3, 4)])
    assert found.when == "both" and (found.before.withheld, found.after.withheld) == (3, 4)


def test_small_groups_are_compared_when_together_they_are_none_on_either_side() -> None:
    lessons = [pupils(15, 15, 1), pupils(3, 15, 2), pupils(4, 15, 3)]
    (found,) = items(lessons)
    assert added(found.before) == added(found.after) == (0, 1, 2)
    assert found.before.answered == 22
    (found, *rest) = items([*lessons, pupils(2, 2, 4)])
    assert added(found.before) == added(found.after) == (0, 1, 2)
    assert not any(item.before.shown or item.after.shown for item in rest)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=6))
def test_nobody_is_told_by_taking_away_and_classes_are_the_same(
    sizes: list[tuple[int, int]],
) -> None:
    lessons = [pupils(before, after, day) for day, (before, after) in enumerate(sizes, 1)]
    found = items(lessons)
    for side, total in enumerate(map(sum, zip(*sizes, strict=True))):
        pools = [(item.before, item.after)[side] for item in found]
        for pool in pools:
            small = sum(n for n in (tally.answered for _, tally in pool.each) if n < 5)
            assert small == 0 or small >= 5
            assert pool.answered == 0 or pool.answered >= 5
            assert pool.withheld < 5
        assert sum(pool.answered + pool.withheld for pool in pools) == total
        places = [place for pool in pools for place, _ in pool.each]
        assert len(set(places)) == len(places)
        assert {n for n, size in enumerate(sizes) if size[side] >= 5} <= set(places)
    for item in found:
        if item.when == "both":
            assert added(item.before) == added(item.after)
        else:
            assert not (item.before if item.when == "after" else item.after).each


@given(st.lists(st.integers(0, 9), min_size=1, max_size=6))
def test_no_small_group_can_be_told_from_how_many_answered(sizes: list[int]) -> None:
    lessons = [pupils(0, size, day) for day, size in enumerate(sizes, 1)]
    shown, withheld = counted(lessons, "after")
    small = shown - sum(size for size in sizes if size >= 5)
    assert (small == 0 or small >= 5) and 0 <= withheld < 5
    assert shown + withheld == sum(sizes)


def test_texts_of_a_small_class_are_withheld_and_those_of_several_mixed() -> None:
    few = lesson(1, after=(fun(0, 0, 3), said("Mine")))
    assert one([few], "noticed").after.texts == ()
    first = lesson(1, after=(fun(0, 0, 9), said("a1", "a2", "a3", "a4")))
    second = lesson(2, after=(fun(0, 0, 9), said("b1", "b2", "b3", "b4")))
    texts = one([first, second], "noticed").after.texts
    assert sorted(texts) == ["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4"]
    assert [text[0] for text in texts] not in (list("aaaabbbb"), list("bbbbaaaa"))
    assert one([second, first], "noticed").after.texts == texts
    assert one([first], "noticed").after.texts == ("a1", "a2", "a3", "a4")


def test_questions_of_the_quiz_are_added_up_word_for_word() -> None:
    reworded = asked("a", 1, 4, ask="Another wording?")
    found = questions([lesson(1), lesson(2), lesson(3, quiz=(reworded,))])
    sums = {question.ask: (question.right, question.answers) for question in found}
    assert sums == {
        "Question a?": (4, 12),
        "Question b?": (10, 10),
        "Another wording?": (1, 4),
    }


def test_what_was_known_by_too_few_is_not_told() -> None:
    few = lesson(1, before=(knowing(1, 1, 1),), after=(knowing(0, 3, 0),))
    assert known(items([few])) is None
