"""The dice: a generator whose whole state is one integer of 64 bits, kept in `State.dice`.

PCG-XSH-RS 64/32 on a multiplicative generator (`pcg32_fast`): M. E. O'Neill, *PCG: A Family of
Simple Fast Space-Efficient Statistically Good Algorithms for Random Number Generation*, 2014,
https://www.pcg-random.org/. Seeds are spread with SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
A state is odd and never 0; its period is 2**62.
"""

from collections.abc import Sequence
from typing import TypeVar

from sugoroku.model.board import Dice

T = TypeVar("T")

_MASK = 0xFFFF_FFFF_FFFF_FFFF


def seeded(seed: int) -> int:
    """The first state for a seed; only the lowest 64 bits of the seed count."""
    z = (seed + 0x9E37_79B9_7F4A_7C15) & _MASK
    z = (z ^ z >> 30) * 0xBF58_476D_1CE4_E5B9 & _MASK
    z = (z ^ z >> 27) * 0x94D0_49BB_1331_11EB & _MASK
    return z ^ z >> 31 | 1


def below(bound: int, state: int) -> tuple[int, int]:
    """A number from 0 to `bound` - 1, all equally likely, and the next state; bound <= 2**32.

    Words of an incomplete last run would be unfair and are thrown again; those under 0xFF000000
    cannot be, for bounds up to 2**24, which is decided at once.
    """
    while True:
        word = (state >> 22 ^ state) >> (state >> 61) + 22 & 0xFFFF_FFFF
        state = state * 6364136223846793005 & 0xFFFF_FFFF_FFFF_FFFF
        if word < 0xFF00_0000 or word < 0x1_0000_0000 - 0x1_0000_0000 % bound:
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
