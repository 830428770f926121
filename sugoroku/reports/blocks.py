"""Survey items as tables: a row an option, a bar beside each, its numbers in words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from markupsafe import Markup

from sugoroku.model.survey import FEWEST_SHOWN
from sugoroku.reports.bars import row_of_bars
from sugoroku.reports.joining import Item, Pool
from sugoroku.reports.words import Words, of_pupils

FEW_PUPILS = 30
"""Below, a note says that a difference may be chance."""
MOST_VALUES = 10
"""Rows for the values of a number; more are put together."""


@dataclass(frozen=True, slots=True)
class Row:
    """`cells` stand right of the bars."""

    label: str
    bars: Markup
    cells: tuple[str, ...]
    right: bool = False
    """Of a question that has a right answer: this one."""


@dataclass(frozen=True, slots=True)
class Block:
    """One item as it stands on the page. `heads`: of the columns of numbers."""

    ask: str
    base: str
    heads: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    texts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    colour: Literal["pair", "before", "after"] = "after"


def block(item: Item, lessons: int, tr: Words, *, with_texts: bool) -> Block:
    """`lessons`: how many the report is about; the base says of how many this item speaks."""
    if item.when == "both":
        return _paired(item, lessons, tr, with_texts=with_texts)
    pool = item.before if item.when == "before" else item.after
    found = _single(item, pool, tr, with_texts=with_texts)
    return Block(
        ask=item.asked.ask,
        base=_base(pool, lessons, tr),
        heads=(tr("Pupils"),) if found else (),
        rows=found,
        texts=pool.texts if with_texts and pool.shown else (),
        notes=tuple(_notes(item, pool, tr, with_texts=with_texts)),
        colour="before" if item.when == "before" else "after",
    )


def _single(item: Item, pool: Pool, tr: Words, *, with_texts: bool) -> tuple[Row, ...]:
    if not pool.shown:
        return ()
    labels, (counts,) = _counts(item, (pool,), tr)
    return tuple(
        Row(
            label,
            row_of_bars((count / pool.answered,)),
            (of_pupils(count, pool.answered, tr),),
            right=place == item.asked.right,
        )
        for place, (label, count) in enumerate(zip(labels, counts, strict=True))
    )


def _paired(item: Item, lessons: int, tr: Words, *, with_texts: bool) -> Block:
    """Before and after the game, side by side."""
    pools = (item.before, item.after)
    rows: tuple[Row, ...] = ()
    if all(pool.shown for pool in pools):
        labels, counts = _counts(item, pools, tr)
        rows = tuple(
            Row(
                label,
                row_of_bars([n / pool.answered for n, pool in zip(pair, pools, strict=True)]),
                tuple(of_pupils(n, pool.answered, tr) for n, pool in zip(pair, pools, strict=True)),
                right=place == item.asked.right,
            )
            for place, (label, pair) in enumerate(
                zip(labels, zip(*counts, strict=True), strict=True)
            )
        )
    notes = dict.fromkeys(
        note for pool in pools for note in _notes(item, pool, tr, with_texts=with_texts)
    )
    before, after = (_base(pool, lessons, tr) for pool in pools)
    texts = tuple(text for pool in pools if pool.shown for text in pool.texts)
    return Block(
        ask=item.asked.ask,
        base=tr("Before: {before} · After: {after}", before=before, after=after),
        heads=(tr("Before"), tr("After")) if rows else (),
        rows=rows,
        texts=texts if with_texts else (),
        notes=tuple(notes),
        colour="pair",
    )


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


def _base(pool: Pool, lessons: int, tr: Words) -> str:
    """`15 pupils`, of several lessons `430 pupils in 86 lessons`."""
    pupils = tr.plural("{n} pupil", "{n} pupils", pool.answered)
    if lessons == 1:
        return pupils
    return tr.plural(
        "{pupils} in {n} lesson", "{pupils} in {n} lessons", len(pool.lessons), pupils=pupils
    )


def _notes(item: Item, pool: Pool, tr: Words, *, with_texts: bool) -> list[str]:
    found = []
    kind = item.asked.kind
    if pool.answered and not pool.shown or pool.withheld:
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
