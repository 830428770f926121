"""Figures from chances that are known, and from games that were played, each with its interval."""

import math
import statistics
from collections.abc import Mapping, Sequence
from fractions import Fraction

from sugoroku.model.forecast import Band, Figure, Length

SHARES = (0.5, 0.1, 0.9)
Z = 1.959964
"""95% of a normal distribution lie so many standard deviations about its mean."""
LONGEST_FRACTION = 400
"""Digits and the stroke; a longer fraction is only told as a number."""
MOST_BANDS = 10
_ROUNDING = 1e-12
"""What the sum of many chances may be off."""
_TAIL = 0.005


def exact(value: float | Fraction) -> Figure:
    fraction = str(value) if isinstance(value, Fraction) else ""
    shown = fraction if len(fraction) <= LONGEST_FRACTION else ""
    return Figure(value=float(value), basis="exact", fraction=shown)


def length_of(chances: Mapping[int, float], unit: int = 1, mean: Figure | None = None) -> Length:
    """Of numbers with known chances, divided by `unit`; `mean` when it is known better."""
    known = mean or exact(math.fsum(n * p for n, p in chances.items()) / unit)
    median, p10, p90 = (exact(percentile(chances, share) / unit) for share in SHARES)
    return Length(mean=known, median=median, p10=p10, p90=p90)


def percentile(chances: Mapping[int, float], share: float) -> int:
    """The smallest number that is not exceeded with at least the chance `share`."""
    below = 0.0
    numbers = sorted(chances)
    for number in numbers:
        below += chances[number]
        if below >= share - _ROUNDING:
            return number
    return numbers[-1]


def share_up_to(chances: Mapping[int, float], most: int) -> Figure:
    return exact(min(1.0, math.fsum(p for n, p in chances.items() if n <= most)))


# ------------------------------------------------------------------ from games played


def sampled_mean(values: Sequence[float]) -> Figure | None:
    """None for no values."""
    if not values:
        return None
    mean = statistics.fmean(values)
    error = Z * statistics.stdev(values) / math.sqrt(len(values)) if len(values) > 1 else math.inf
    return _sampled(mean, len(values), mean - error, mean + error)


def sampled_share(count: int, games: int) -> Figure | None:
    """Wilson's interval, which is honest near 0 and 1 too."""
    if not games:
        return None
    share, z2 = count / games, Z * Z / games
    middle = (share + z2 / 2) / (1 + z2)
    half = Z * math.sqrt(share * (1 - share) / games + z2 / (4 * games)) / (1 + z2)
    return _sampled(share, games, max(0.0, middle - half), min(1.0, middle + half))


def sampled_length(values: Sequence[float], cut_off: int, unit: int = 1) -> Length:
    """`cut_off`: games longer than any of the values; with them there is no mean, and percentiles
    only as far as they are below. Their intervals are from one played game to another.
    """
    ordered = sorted(value / unit for value in values)
    median, p10, p90 = (_sampled_percentile(ordered, cut_off, share) for share in SHARES)
    mean = None if cut_off else sampled_mean(ordered)
    return Length(mean=mean, median=median, p10=p10, p90=p90)


def _sampled_percentile(ordered: Sequence[float], cut_off: int, share: float) -> Figure | None:
    games = len(ordered) + cut_off
    rank = math.ceil(share * games)
    if not 0 < rank <= len(ordered):
        return None
    error = Z * math.sqrt(games * share * (1 - share))
    low, high = math.floor(rank - error), math.ceil(rank + error)
    upper = ordered[high - 1] if high <= len(ordered) else math.inf
    return _sampled(ordered[rank - 1], games, ordered[max(1, low) - 1], upper)


def _sampled(value: float, games: int, low: float, high: float) -> Figure:
    """An end of the interval that is not known is None."""
    ends = (end if math.isfinite(end) else None for end in (low, high))
    lower, upper = ends
    return Figure(value=value, basis="simulated", games=games, low=lower, high=upper)


# ------------------------------------------------------------------ bands of minutes


def bands_of(chances: Mapping[int, float]) -> tuple[Band, ...]:
    """Shares of games by minutes, of known chances of seconds."""
    edges = _edges(percentile(chances, _TAIL), percentile(chances, 1 - _TAIL))
    return tuple(
        Band(low=low, high=high, share=exact(math.fsum(
            p for n, p in chances.items() if 60 * low <= n and (high is None or n < 60 * high)
        )))
        for low, high in edges
    )  # fmt: skip


def sampled_bands(seconds: Sequence[int]) -> tuple[Band, ...]:
    """Shares of games by minutes, of games that were played."""
    if not seconds:
        return ()
    shares = dict.fromkeys(seconds, 0.0)
    for each in seconds:
        shares[each] += 1 / len(seconds)
    found = []
    for band in bands_of(shares):
        inside = sum(60 * band.low <= n and (band.high is None or n < 60 * band.high)
                     for n in seconds)  # fmt: skip
        share = sampled_share(inside, len(seconds))
        assert share is not None
        found.append(Band(low=band.low, high=band.high, share=share))
    return tuple(found)


def _edges(least: int, most: int) -> list[tuple[int, int | None]]:
    """Round steps in minutes; the first begins with 0, the last has no end."""
    for step in (1, 2, 5, 10, 20, 30, 60, 120, 240, 480, 960):
        first, last = least // 60 // step, most // 60 // step
        if last - first < MOST_BANDS:
            break
    inner = list(range((first + 1) * step, (last + 1) * step, step))
    return list(zip([0, *inner], [*inner, None], strict=True))
