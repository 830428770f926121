"""The board without its pieces: scenery, ribbon, ropeways, squares. Drawn once a size and kept."""

import math
from typing import TYPE_CHECKING

import pygame

from sugoroku.model.board import Square
from sugoroku.model.edition import Edition
from sugoroku.model.effects import Advance, Back, GoTo, Rest, RollAgain
from sugoroku.stage import tokens
from sugoroku.stage.draw.rail import stage_width
from sugoroku.stage.path import TILE_SHARE, Layout, lay_out

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

SHADOW = "#10243E"
_SHORT_CUT = 0.5
"""A ropeway is drawn only where its chord is shorter than this share of the road between."""


class BoardPicture:
    """Draws one edition's board; keeps the finished picture of the last size and colours."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._layout: Layout | None = None
        self._key: tuple[object, ...] = ()
        self._kept: pygame.Surface | None = None

    def layout_for(self, canvas_w: float) -> Layout:
        """Where the squares are on a canvas of this width."""
        width = stage_width(canvas_w)
        if self._layout is None or abs(self._layout.width - width) > 0.01:
            self._layout = lay_out(self.edition.board, self.edition.theme, width)
        return self._layout

    def draw(self, canvas: "Canvas") -> None:
        layout = self.layout_for(canvas.W)
        key = (canvas.surface.get_size(), canvas.palette)
        if self._kept is None or self._key != key:
            self._draw_all(canvas, layout)
            self._kept, self._key = canvas.surface.copy(), key
        else:
            canvas.surface.blit(self._kept, (0, 0))

    def _draw_all(self, canvas: "Canvas", layout: Layout) -> None:
        theme = self.edition.theme
        if theme.backdrop:
            canvas.backdrop(theme.backdrop, theme.focus)
        else:
            canvas.skyline(theme.skyline)
        _draw_ribbon(canvas, layout)
        for square in self.edition.board.squares:
            _draw_ropeway(canvas, layout, square)
        squares = sorted(self.edition.board.squares, key=lambda s: layout.at(s.id)[1])
        for square in squares:
            if square.id not in (layout.start, layout.goal):
                _draw_tile(canvas, layout, square)
        x, y = layout.at(layout.start)
        canvas.svg("tile/start", x - 6, y - 10, w=layout.tile * 1.55)
        x, y = layout.at(layout.goal)
        canvas.svg(theme.goal or "tile/goal", x, y - 34, w=layout.tile * 2.0)


def tile_art(square: Square, layout: Layout) -> str:
    """The picture that tells what a square does. What cannot be told by mood goes first."""
    if square.kind in ("start", "goal", "quiz", "fact"):
        return square.kind
    for effect in square.effects:
        match effect:
            case RollAgain():
                return "roll-again"
            case Rest():
                return "skip"
            case GoTo(square=target):
                up = layout.number(target) > layout.number(square.id)
                return "jump-up" if up else "jump-down"
            case _:
                pass
    if square.mood != "neutral":
        return f"event-{square.mood}"
    for effect in square.effects:
        if isinstance(effect, Advance | Back):
            return "jump-up" if isinstance(effect, Advance) == (effect.steps >= 0) else "jump-down"
    if square.kind == "event":
        return "fact" if not square.effects else "event-good"
    return "plain"


def _draw_ribbon(canvas: "Canvas", layout: Layout) -> None:
    """Shadow, edge, then the ribbon itself; side roads join without a seam."""
    paths = ["M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in line) for line in layout.lines]

    def strokes(colour: str, width: float, down: float, opacity: float) -> str:
        return "".join(
            f'<path d="{path}" transform="translate(0 {down:g})" fill="none" stroke="{colour}" '
            f'stroke-opacity="{opacity:g}" stroke-width="{width:.1f}" stroke-linecap="round" '
            'stroke-linejoin="round"/>'
            for path in paths
        )

    w, palette = layout.ribbon, canvas.palette
    body = (
        strokes(SHADOW, w + 6, 14, 0.16)
        + strokes(palette.ribbon_edge, w + 4, 6, 1)
        + strokes(palette.ribbon, w, 0, 1)
    )
    canvas.shape(body, 0, 0, canvas.W, 1080)


def _draw_tile(canvas: "Canvas", layout: Layout, square: Square) -> None:
    x, y = layout.at(square.id)
    art, w = tile_art(square, layout), layout.tile
    canvas.svg(f"tile/{art}", x, y + 3, w=w)
    if art == "plain":
        canvas.text(
            str(layout.number(square.id)), x, y - w * 0.03, 46, "ink", "display",
            width=w - 6, align="c", valign="m", fit=True,
        )  # fmt: skip


def _draw_ropeway(canvas: "Canvas", layout: Layout, square: Square) -> None:
    """A dotted line to where a square leads, if that is a real short cut."""
    target = next((e.square for e in square.effects if isinstance(e, GoTo)), None)
    if target is None or square.kind in ("start", "goal") or target not in layout.points:
        return
    (x0, y0), (x1, y1) = layout.at(square.id), layout.at(target)
    chord = math.hypot(x1 - x0, y1 - y0)
    between = abs(layout.number(target) - layout.number(square.id)) * layout.tile
    if chord < 1.2 * layout.tile or chord >= _SHORT_CUT * between / TILE_SHARE:
        return
    colour = tokens.TILE[tile_art(square, layout)]
    t = 1 - layout.tile * 0.72 / chord  # stops short of the square it leads to
    ex, ey = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t
    angle = math.degrees(math.atan2(y1 - y0, x1 - x0))
    left, top = min(x0, x1) - 40, min(y0, y1) - 40  # only this part is rasterised
    w, h = abs(x1 - x0) + 80, abs(y1 - y0) + 80
    way = f"M{x0 - left:.0f} {y0 - top:.0f} L{ex - left:.0f} {ey - top:.0f}"
    line = f'd="{way}" fill="none" stroke-linecap="round"'
    body = (
        f'<path {line} stroke="#FFFFFF" stroke-width="26"/>'
        f'<path {line} stroke="{colour}" stroke-width="12" stroke-dasharray="2 24"/>'
        f'<g transform="translate({ex - left:.1f} {ey - top:.1f}) rotate({angle:.1f})">'
        f'<path d="M-16 -26 L30 0 L-16 26 Z" fill="{colour}" stroke="#FFFFFF" stroke-width="9" '
        'stroke-linejoin="round"/></g>'
    )
    canvas.shape(body, left, top, w, h)
