"""Survey items as tables: a row an option, a bar beside each, its numbers in words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median
from typing import Literal

from markupsafe import Markup

from sugoroku.model.survey import FEWEST_SHOWN
from sugoroku.reports.bars import row_of_bars
from sugoroku.reports.joining import Item, Pool
from sugoroku.reports.words import Words, of_pupils

FEW_PUPILS = 30
"""Below, a note says that a difference may be chance."""
MOST_BESIDE = 4
"""Lessons that stand side by side in every table."""
NONE = "–"
MOST_VALUES = 10
"""Rows for the values of a number; more are put together."""


@dataclass(frozen=True, slots=True)
class Row:
    """`cells` stand right of the bars."""

    label: str
    bars: Markup
    cells: tuple[str, ...]
    lessons: tuple[str, ...] = ()
    """Of single lessons, where they stand side by side."""
    right: bool = False
    """Of a question that has a right answer: this one."""


@dataclass(frozen=True, slots=True)
class Block:
    """One item as it stands on the page. `heads`: of the columns of numbers."""

    ask: str
    base: str
    heads: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    texts: tuple[tuple[str, int], ...] = ()
    """Each with how often it was written."""
    notes: tuple[str, ...] = ()
    colour: Literal["pair", "before", "after"] = "after"


def block(item: Item, lessons: int, tr: Words, *, with_texts: bool) -> Block:
    """`lessons`: how many the report is about. A few stand side by side, beside their sum."""
    pools = _pools(item)
    notes = dict.fromkeys(
        note for pool in pools for note in _notes(item, pool, tr, with_texts=with_texts)
    )
    rows = _rows(item, pools, lessons, tr) if all(pool.shown for pool in pools) else ()
    heads = (tr("Before"), tr("After")) if len(pools) > 1 else (tr("Pupils"),)
    return Block(
        ask=item.asked.ask,
        base=_bases(item, lessons, tr),
        heads=heads if rows else (),
        lessons=tuple(map(tr.number, range(1, lessons + 1))) if rows and rows[0].lessons else (),
        rows=rows,
        texts=_texts(pools) if with_texts else (),
        notes=tuple(notes),
        colour="pair" if item.when == "both" else item.when,
    )


def side_by_side(lessons: int) -> bool:
    """Each lesson has a column of its own."""
    return 1 < lessons <= MOST_BESIDE


def _pools(item: Item) -> tuple[Pool, ...]:
    match item.when:
        case "both":
            return item.before, item.after
        case "before":
            return (item.before,)
        case "after":
            return (item.after,)


def _rows(item: Item, pools: Sequence[Pool], lessons: int, tr: Words) -> tuple[Row, ...]:
    labels, counts = _counts(item, pools, tr)
    found = []
    for place, label in enumerate(labels):
        numbers = [side[place] for side in counts]
        found.append(
            Row(
                label,
                row_of_bars([n / pool.answered for n, pool in zip(numbers, pools, strict=True)]),
                tuple(
                    of_pupils(n, pool.answered, tr) for n, pool in zip(numbers, pools, strict=True)
                ),
                lessons=tuple(_there(pools, lesson, place, tr) for lesson in range(lessons))
                if side_by_side(lessons) and item.asked.kind != "number"
                else (),
                right=place == item.asked.right,
            )
        )
    return tuple(found)


def _there(pools: Sequence[Pool], lesson: int, option: int, tr: Words) -> str:
    """How many of one lesson chose an option, before and after; what is too few is left out."""
    found = [dict(pool.each).get(lesson) for pool in pools]
    counts = [
        tally.counts[option]
        if tally is not None and tally.answered >= FEWEST_SHOWN and tally.counts
        else None
        for tally in found
    ]
    if all(count is None for count in counts):
        return NONE
    return " → ".join(NONE if count is None else tr.number(count) for count in counts)


def _counts(
    item: Item, pools: Sequence[Pool], tr: Words
) -> tuple[tuple[str, ...], tuple[tuple[int, ...], ...]]:
    """The words of the rows, and a count a row for each pool."""
    if item.asked.kind != "number":
        return item.asked.options, tuple(pool.counts for pool in pools)
    values = sorted({number for pool in pools for number in pool.numbers})
    if not values:
        return (), tuple(() for _ in pools)
    step = -(-(values[-1] - values[0] + 1) // MOST_VALUES)
    starts = range(values[0], values[-1] + 1, step)
    labels = tuple(
        tr.number(low) if step == 1 else f"{tr.number(low)}–{tr.number(low + step - 1)}"
        for low in starts
    )
    found = [Counter((n - values[0]) // step for n in pool.numbers) for pool in pools]
    return labels, tuple(tuple(each[n] for n in range(len(labels))) for each in found)


def _bases(item: Item, lessons: int, tr: Words) -> str:
    """Both moments where both are shown, or one of them is not because there were too few."""
    told = {"before": item.before, "after": item.after}
    if item.when != "both":
        told = {m: pool for m, pool in told.items() if m == item.when or pool.withheld}
    bases = {m: _base(pool, lessons, tr) for m, pool in told.items()}
    if len(bases) == 1:
        return bases.popitem()[1]
    return tr("Before: {before} · After: {after}", **bases)


def _base(pool: Pool, lessons: int, tr: Words) -> str:
    """`15 pupils`, of several lessons `430 pupils in 86 lessons`; too few are not counted."""
    if pool.withheld and not pool.each:
        return tr("fewer than {n} pupils: not broken down", n=tr.number(FEWEST_SHOWN))
    pupils = tr.plural("{n} pupil", "{n} pupils", pool.answered)
    if lessons == 1:
        return pupils
    return tr.plural(
        "{pupils} in {n} lesson", "{pupils} in {n} lessons", len(pool.each), pupils=pupils
    )


def _texts(pools: Sequence[Pool]) -> tuple[tuple[str, int], ...]:
    """What was written alike stands once, where it came first."""
    shown = (pool.texts for pool in pools if pool.shown)
    return tuple(Counter(text.strip() for text in chain.from_iterable(shown)).items())


def _notes(item: Item, pool: Pool, tr: Words, *, with_texts: bool) -> list[str]:
    found = []
    kind = item.asked.kind
    if (pool.answered and not pool.shown) or pool.withheld:
        found.append(
            tr(
                "Answers of fewer than {n} pupils are not shown: one could guess whose they are.",
                n=FEWEST_SHOWN,
            )
        )
    elif not pool.answered:
        found.append(tr("Nobody answered this question."))
    elif kind == "several":
        found.append(tr("Several answers were possible: the shares add up to more than 100%."))
    elif kind == "number":
        found.append(tr("Middle value: {n}", n=tr.number(median(pool.numbers))))
    elif kind == "text" and not with_texts:
        found.append(tr("The texts were left out of this report."))
    elif kind == "text":
        found.append(tr("In an order that does not tell who wrote what."))
    return found


def small_numbers(pupils: int, tr: Words) -> str:
    """An honest word on how much a class of this size can tell; empty for many pupils."""
    if not 0 < pupils < FEW_PUPILS:
        return ""
    return tr(
        "{n} pupils are few: each one counts for {points} percentage points, "
        "and a difference of two or three pupils may be chance.",
        n=tr.number(pupils),
        points=tr.number(round(100 / pupils)),
    )
