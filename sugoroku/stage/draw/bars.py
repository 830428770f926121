"""What a class has answered, as bars. The number stands at each: colour and length are not all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.stage.draw.cards import fitting_size

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

Box = tuple[float, float, float, float]
Grown = Callable[[int], float]
"""How far the bar of a line has grown, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Bars:
    """`counts` of the options with these `texts`; `of`: pupils who answered."""

    texts: Sequence[str]
    counts: Sequence[int]
    of: int

    def share(self, place: int) -> float:
        return self.counts[place] / max(1, self.of)


def draw_columns(
    canvas: "Canvas", box: Box, bars: Bars, pictures: Sequence[str], grown: Grown
) -> None:
    """Bars that stand on faces, lowest first."""
    x, y, w, h = box
    n = len(bars.texts)
    each = min(w / 5, 360.0)
    left = x + (w - n * each) / 2
    ground = y + h - 232
    tallest = ground - y - 96
    most = max(1, *bars.counts)
    canvas.card(x, y, w, h, 48, "paper", "line", 12)
    for i, picture in enumerate(pictures):
        cx = left + (i + 0.5) * each
        tall = max(10.0, tallest * bars.counts[i] / most * grown(i)) if bars.counts[i] else 0.0
        if tall:
            canvas.rect(cx - each * 0.3, ground - tall, each * 0.6, tall, 22, "primary")
        canvas.rect(cx - each * 0.4, ground, each * 0.8, 8, 4, "line")
        canvas.text(
            str(bars.counts[i]), cx, ground - tall - 36, 62, "ink", "display", align="c",
            valign="m", ruby=False,
        )  # fmt: skip
        canvas.svg(picture, cx, ground + 76, w=124)
        canvas.text(
            bars.texts[i], cx, ground + 184, 45, "ink", align="c", valign="m", width=each - 28,
            max_h=92, min_size=40,
        )  # fmt: skip


def _label_room(canvas: "Canvas", w: float, texts: Sequence[str], size: float) -> float:
    """Width of the words left of the bars: as much as they need, at most a good half."""
    most = 0.5 if canvas.wide else 0.54
    if len(texts) > 5:  # there is one line for each
        size, most = 42, 0.64
    needed = max(canvas.measure(text, size).w for text in texts)
    return max(w * 0.2, min(w * most, needed + 8))


def draw_lines(canvas: "Canvas", box: Box, bars: Bars, grown: Grown) -> None:
    """A line an option: its words, a bar on its track, the number."""
    x, y, w, h = box
    n = len(bars.texts)
    each = min(150.0, (h - 40) / n)
    tall = n * each + 40
    canvas.card(x, y, w, tall, 48, "paper", "line", 12)
    room = _label_room(canvas, w, bars.texts, 52)
    size = fitting_size(canvas, bars.texts, (room, each - 8), canvas.large(52), 40)
    left, right = x + 36 + room + 34, x + w - 150
    thick = min(62.0, each * 0.52)
    for i, text in enumerate(bars.texts):
        middle = y + 20 + (i + 0.5) * each
        canvas.text(
            text, x + 36, middle, size, "ink", valign="m", width=room, max_h=each - 4, min_size=40
        )
        canvas.rect(left, middle - thick / 2, right - left, thick, thick / 2, "ground_deep")
        filled = (right - left) * bars.share(i) * grown(i)
        if bars.counts[i] and grown(i) > 0:
            canvas.rect(left, middle - thick / 2, max(thick, filled), thick, thick / 2, "primary")
        canvas.text(
            str(bars.counts[i]), x + w - 36, middle, min(62.0, each * 0.7), "ink", "display",
            align="r", valign="m", ruby=False,
        )  # fmt: skip


def draw_twin_lines(
    canvas: "Canvas", box: Box, bars: tuple[Bars | None, Bars], right: int | None, mark: str,
    names: tuple[str, str], grown: Grown,
) -> None:  # fmt: skip
    """A line an option with two bars, before (hollow) above after (full), as shares of a class.

    The right option has its mark and a ground of its own. Without a bar before: the one after.
    """
    x, y, w, h = box
    before, after = bars
    n = len(after.texts)
    legend = 78.0 if before is not None else 0.0
    each = min(150.0, (h - 30 - legend) / n)
    canvas.card(x, y, w, n * each + 30 + legend, 48, "paper", "line", 12)
    if before is not None:
        _draw_legend(canvas, x + 36, y + 16, w - 72, names)
    room = _label_room(canvas, w, after.texts, 50)
    size = fitting_size(canvas, after.texts, (room, each - 8), canvas.large(50), 40)
    left, end = x + 112 + room + 30, x + w - 120
    for i, text in enumerate(after.texts):
        top = y + 15 + legend + i * each
        middle = top + each / 2
        if i == right:
            canvas.rect(x + 14, top + 2, w - 28, each - 4, 26, "ok_tint", "ok_deep", 6)
            canvas.rect(x + 32, middle - 30, 60, 60, 30, "ok_deep")
            canvas.svg(f"ui/{mark}", x + 62, middle, w=38, recolour="paper")
        canvas.text(
            text, x + 110, middle, size, "ink", valign="m", width=room, max_h=each - 6, min_size=40
        )
        rows = [(after, True)] if before is None else [(before, False), (after, True)]
        thick = min(44.0, (each - 18) / len(rows) - 4)
        for k, (row, full) in enumerate(rows):
            at = middle + (k - (len(rows) - 1) / 2) * (thick + 6)
            filled = (end - left) * row.share(i) * grown(i)
            _draw_bar(canvas, left, at, max(thick, filled) if row.counts[i] else 0, thick, full)
            canvas.text(
                str(row.counts[i]), x + w - 40, at, max(36.0, thick * 0.96), "ink", "display",
                align="r", valign="m", ruby=False,
            )  # fmt: skip


def _draw_bar(
    canvas: "Canvas", left: float, middle: float, w: float, thick: float, full: bool
) -> None:
    if w <= 0:
        canvas.rect(left, middle - thick / 2, 8, thick, 4, "line")
        return
    canvas.rect(left, middle - thick / 2, w, thick, thick / 2, "primary")
    if not full:
        inner = thick - 12
        canvas.rect(left + 6, middle - inner / 2, w - 12, inner, inner / 2, "paper")


def _draw_legend(canvas: "Canvas", x: float, y: float, w: float, names: tuple[str, str]) -> None:
    for k, name in enumerate(names):
        left = x + k * w / 2
        _draw_bar(canvas, left, y + 30, 96, 34, k == 1)
        canvas.text(
            name, left + 116, y + 30, 46, "ink", "display", valign="m", width=w / 2 - 130, fit=True,
            min_size=40,
        )  # fmt: skip
