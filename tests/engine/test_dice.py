"""The dice: the reference stream, fairness, and that nothing but the state counts."""

from collections import Counter
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from sugoroku.engine import dice
from sugoroku.model.board import Dice


def numbers(bound: int, state: int, count: int) -> list[int]:
    found = []
    for _ in range(count):
        number, state = dice.below(bound, state)
        found.append(number)
    return found


def test_words_are_those_of_the_reference_library() -> None:
    """pcg-c, test-low/expected/check-mcg-64-xsh-rs-32.out, seeded with 42."""
    expected = [0x00000000, 0x5C400CCC, 0x03A8459E, 0x9BDB59C5, 0xF1C9DCF5, 0xAAC0AF3B]
    assert numbers(2**32, 42 | 1, 6) == expected


def test_seeds_are_spread_as_by_splitmix64() -> None:
    """The first number of SplitMix64 for the seed 0, made odd."""
    assert dice.seeded(0) == 0xE220A8397B1DCDAF
    assert dice.seeded(2**64) == dice.seeded(0)
    assert dice.seeded(-1) == dice.seeded(2**64 - 1)


@given(st.integers(-(2**70), 2**70), st.integers(1, 2**32))
def test_number_is_below_the_bound_and_state_has_64_bits(seed: int, bound: int) -> None:
    state = dice.seeded(seed)
    number, after = dice.below(bound, state)
    assert 0 <= number < bound
    assert 0 < after < 2**64
    assert after % 2 == 1


def test_faces_come_equally_often() -> None:
    count = Counter(numbers(6, dice.seeded(3), 60_000))
    assert sum((count[face] - 10_000) ** 2 / 10_000 for face in range(6)) < 20.5  # 5 df, 0.1 %


def test_pairs_of_rolls_come_equally_often() -> None:
    rolls = numbers(6, dice.seeded(4), 72_000)
    count = Counter(zip(rolls[::2], rolls[1::2], strict=True))
    assert sum((count[a, b] - 1000) ** 2 / 1000 for a in range(6) for b in range(6)) < 66.6


def test_seeds_side_by_side_begin_differently() -> None:
    first = Counter(dice.below(6, dice.seeded(seed))[0] for seed in range(6000))
    assert sum((first[face] - 1000) ** 2 / 1000 for face in range(6)) < 20.5


def test_orders_come_equally_often() -> None:
    state = dice.seeded(5)
    count: Counter[tuple[int, ...]] = Counter()
    for _ in range(24_000):
        order, state = dice.shuffled(4, state)
        count[order] += 1
    expected = [count[order] for order in permutations(range(4))]
    assert sum((n - 1000) ** 2 / 1000 for n in expected) < 49.7  # 23 df, 0.1 %


@given(st.integers(0, 20), st.integers())
def test_shuffled_holds_every_number_once(n: int, seed: int) -> None:
    order, _ = dice.shuffled(n, dice.seeded(seed))
    assert sorted(order) == list(range(n))


@given(st.integers(1, 5), st.integers(2, 20), st.integers())
def test_roll_shows_every_die(count: int, sides: int, seed: int) -> None:
    faces, _ = dice.roll(Dice(count, sides), dice.seeded(seed))
    assert len(faces) == count
    assert all(1 <= face <= sides for face in faces)
