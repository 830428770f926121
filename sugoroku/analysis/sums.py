"""The chances of a sum of independent numbers, each given as the chances of 0, 1, 2, ….

A row of chances is one whole number with a slot of so many bits for each chance; a product of two
rows is then the row of the sum (Kronecker's substitution), many times as fast as a loop over pairs.
"""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce

_PLACES = 80
"""Binary places of a chance: smaller ones count as none."""
_SLOT = 176
"""Bits of a product of two, and of the sum of as many as there may be."""


def sum_of(chances: Sequence[float], count: int) -> list[float]:
    """Of `count` numbers with the same chances; 0 for none of them."""
    return sum_of_all([chances] * count)


def sum_of_all(numbers: Iterable[Sequence[float]]) -> list[float]:
    """Of different ones."""
    rows = [_packed(chances) for chances in numbers]
    return listed(reduce(_product, rows, 1 << _PLACES), _PLACES, _SLOT)


def _product(one: int, other: int) -> int:
    return coarser(one * other, _PLACES, _SLOT, _PLACES)


def _packed(chances: Sequence[float]) -> int:
    slots = (int(math.ldexp(chance, _PLACES)).to_bytes(_SLOT // 8, "little") for chance in chances)
    return int.from_bytes(b"".join(slots), "little")


def listed(row: int, places: int, slot: int) -> list[float]:
    """The chances of a row in steps of 2**-`places`, at least one."""
    size = slot // 8
    slots = row.bit_length() // slot + 1
    written = row.to_bytes(size * slots, "little")
    return [
        math.ldexp(int.from_bytes(written[at : at + size], "little"), -places)
        for at in range(0, size * slots, size)
    ]


def coarser(row: int, finer: int, slot: int, places: int) -> int:
    """A row in steps of 2**-(`places` + `finer`), told in steps of 2**-`places`."""
    slots = row.bit_length() // slot + 1
    return row >> finer & _mask(places, slot, -(-slots // 64) * 64)


@lru_cache(maxsize=256)
def _mask(places: int, slot: int, slots: int) -> int:
    """The bits that a chance up to 1 may take in each slot."""
    ones = (1 << places + 1) - 1
    return int.from_bytes(ones.to_bytes(slot // 8, "little") * slots, "little")
