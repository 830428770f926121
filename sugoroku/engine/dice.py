"""The dice: a generator whose whole state is one integer of 64 bits, kept in `State.dice`.

PCG-XSH-RS 64/32 (`pcg_oneseq_64_xsh_rs_32` of the reference library): M. E. O'Neill, *PCG: A Family
of Simple Fast Space-Efficient Statistically Good Algorithms for Random Number Generation*, 2014,
https://www.pcg-random.org/. Seeds are spread with SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
Numbers below a bound are fair: the words of an incomplete last run are thrown again.
"""

from collections.abc import Sequence
from typing import TypeVar

from sugoroku.model.board import Dice

T = TypeVar("T")

_MASK = 0xFFFF_FFFF_FFFF_FFFF
_WORD = 0xFFFF_FFFF
_FACTOR = 6364136223846793005
_STEP = 1442695040888963407
_WORDS = 0x1_0000_0000
_SAFE = 0xFF00_0000
"""Words below it are fair for every bound up to 2**24: the usual case, decided at once."""


def seeded(seed: int) -> int:
    """The first state for a seed; only the lowest 64 bits of the seed count."""
    z = (seed + 0x9E37_79B9_7F4A_7C15) & _MASK
    z = (z ^ z >> 30) * 0xBF58_476D_1CE4_E5B9 & _MASK
    z = (z ^ z >> 27) * 0x94D0_49BB_1331_11EB & _MASK
    return z ^ z >> 31


def below(bound: int, state: int) -> tuple[int, int]:
    """A number from 0 to `bound` - 1, all equally likely, and the next state; bound <= 2**32."""
    while True:
        word = (state >> 22 ^ state) >> (state >> 61) + 22 & _WORD
        state = state * _FACTOR + _STEP & _MASK
        if word < _SAFE or word < _WORDS - _WORDS % bound:
            return word % bound, state


def roll(dice: Dice, state: int) -> tuple[tuple[int, ...], int]:
    """The face of each die, and the next state."""
    if dice.count == 1:
        face, state = below(dice.sides, state)
        return (face + 1,), state
    faces = []
    for _ in range(dice.count):
        face, state = below(dice.sides, state)
        faces.append(face + 1)
    return tuple(faces), state


def shuffled(n: int, state: int) -> tuple[tuple[int, ...], int]:
    """The numbers 0 to `n` - 1 in a random order, and the next state."""
    order = list(range(n))
    for last in range(n - 1, 0, -1):
        other, state = below(last + 1, state)
        order[last], order[other] = order[other], order[last]
    return tuple(order), state


def draw(pool: Sequence[T], state: int) -> tuple[T, int]:
    """One of a pool that is not empty, and the next state."""
    which, state = below(len(pool), state)
    return pool[which], state
