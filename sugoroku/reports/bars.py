"""Bars for one row of a table, drawn by pygal: plain SVG without scripts, styles and texts.

The numbers stand in the cell beside them, so that a bar needs no words of its own.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from markupsafe import Markup
from pygal import HorizontalBar
from pygal.view import Box

WIDTH, HEIGHT = 300, 20
_NEEDLESS = {"defs", "title", "desc", "text"}


def row_of_bars(shares: Sequence[float]) -> Markup:
    """One bar above the other, each from 0 to 1 of the track's length.

    The colours are those of the page's classes `color-0`, `color-1`.
    """
    return _drawn(tuple(round(share, 3) for share in shares))


@lru_cache(maxsize=2048)
def _drawn(shares: tuple[float, ...]) -> Markup:
    chart = HorizontalBar(
        width=WIDTH,
        height=HEIGHT * len(shares),
        margin=0,
        spacing=0,
        range=(0, 1),
        show_legend=False,
        show_x_labels=False,
        show_y_labels=False,
        show_x_guides=False,
        show_y_guides=False,
        js=(),
        css=(),
        classes=("bars",),
        disable_xml_declaration=True,
        no_prefix=True,
    )
    for number, share in enumerate(shares):
        chart.add(str(number), [share])
    chart.add_xml_filter(_tidied)
    return Markup(chart.render())  # made of numbers only


def _tidied(root: Any) -> Any:
    """Leaves the track and its bars; cuts the air off that pygal leaves around them."""
    _prune(root)
    width, height = WIDTH, float(root.get("viewBox").split()[3])
    air = Box.margin / (1 + 2 * Box.margin)
    for name in ("id", "xmlns"):
        root.attrib.pop(name, None)
    root.set("viewBox", f"{width * air:.1f} {height * air:.1f} "
                        f"{width * (1 - 2 * air):.1f} {height * (1 - 2 * air):.1f}")  # fmt: skip
    root.set("preserveAspectRatio", "none")
    root.set("aria-hidden", "true")
    root.set("focusable", "false")
    return root


def _prune(node: Any) -> None:
    for child in list(node):
        named = isinstance(child.tag, str)  # a comment is not
        if (
            not named
            or child.tag.rpartition("}")[2] in _NEEDLESS
            or "tooltip" in child.get("class", "").split()
        ):
            node.remove(child)
            continue
        _prune(child)
        if child.tag.endswith("g") and len(child) == 0:
            node.remove(child)
