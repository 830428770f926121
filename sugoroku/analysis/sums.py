"""The chances of a sum of independent numbers, each given as the chances of 0, 1, 2, …."""

import math
from collections.abc import Iterable, Sequence
from functools import reduce

_BITS = 80
"""Binary places of a chance: smaller ones count as none."""
_SLOT = 22
"""Bytes of a product of two, and of the sum of as many as there may be."""


def sum_of(chances: Sequence[float], count: int) -> list[float]:
    """Of `count` numbers with the same chances; 0 for none of them."""
    return sum_of_all([chances] * count)


def sum_of_all(numbers: Iterable[Sequence[float]]) -> list[float]:
    return reduce(_convolved, numbers, [1.0])


def _convolved(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """All products at once: a product of two whole numbers with a slot for each chance
    (Kronecker's substitution), many times as fast as a loop over pairs."""
    count = len(one) + len(other) - 1
    product = (_packed(one) * _packed(other)).to_bytes(_SLOT * count, "little")
    slots = (product[at : at + _SLOT] for at in range(0, _SLOT * count, _SLOT))
    return [math.ldexp(int.from_bytes(slot, "little"), -2 * _BITS) for slot in slots]


def _packed(chances: Sequence[float]) -> int:
    slots = (int(math.ldexp(chance, _BITS)).to_bytes(_SLOT, "little") for chance in chances)
    return int.from_bytes(b"".join(slots), "little")
