"""What scenes draw on: a canvas 1080 lpx high, as wide as the window, in pixels of the screen."""

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pygame
import pygame.transform

from sugoroku.model.layout import Palette, Theme
from sugoroku.stage.assets import Assets, substitute
from sugoroku.stage.draw import scenery, shapes
from sugoroku.stage.furigana import from_year
from sugoroku.stage.tokens import FLOOR, SHARED
from sugoroku.stage.typeset import Align, Layout, Typesetter

Valign = Literal["t", "m", "b"]
Anchor = Literal["c", "b", "bl", "br", "tl", "tr", "t", "l", "r"]

# The share of a picture's width and height that lies left of and above its anchor.
_ANCHORS: dict[str, tuple[float, float]] = {
    "c": (0.5, 0.5), "b": (0.5, 1), "bl": (0, 1), "br": (1, 1), "tl": (0, 0), "tr": (1, 0),
    "t": (0.5, 0), "l": (0, 0.5), "r": (1, 0.5),
}  # fmt: skip
_VALIGNS = {"t": 0.0, "m": 0.5, "b": 1.0}


@dataclass(frozen=True, slots=True)
class Block:
    """A text as it was set, in lpx: `size` is what it was shrunk to, `lines` are its texts."""

    w: float
    h: float
    lines: tuple[str, ...]
    size: float


@functools.lru_cache(maxsize=256)
def _rgb(colour: str) -> pygame.Color:
    try:
        return pygame.Color(colour)
    except ValueError:
        return pygame.Color("#FF00FF")  # a misspelt name is seen at once, and is no crash


class Canvas:
    """Lengths are lpx, colours are token names or `#RRGGBB`; nothing here raises."""

    H = 1080.0

    def __init__(
        self, surface: pygame.Surface, assets: Assets, typesetter: Typesetter, palette: Palette
    ) -> None:
        self.surface = surface
        self.assets = assets
        self.typesetter = typesetter
        self.palette = palette
        self.language = "en"
        self.furigana = True
        self.furigana_year = 0
        """Readings only above words with a kanji of this school year or later; 0: above all."""
        self.text_scale = 1.0
        self.contrast = False
        self.k = max(1, surface.get_height()) / self.H
        self.W = surface.get_width() / self.k

    @property
    def wide(self) -> bool:
        return self.W > 1600

    @property
    def margin(self) -> int:
        return 64 if self.wide else 44

    def large(self, size: float) -> float:
        """A size of type as the class has chosen it; for texts that may shrink to fit."""
        return size * self.text_scale

    def px(self, v: float) -> int:
        """A length or place in pixels of the surface."""
        return round(v * self.k)

    def colour(self, name: str) -> pygame.Color:
        """A name of the palette or of the shared tokens, or `#RRGGBB`."""
        return _rgb(self._hex(name))

    def _hex(self, name: str) -> str:
        if name.startswith("#"):
            return name
        return SHARED.get(name) or str(getattr(self.palette, name, name))

    def _solid(self, name: str) -> tuple[int, int, int]:
        colour = self.colour(name)
        return colour.r, colour.g, colour.b

    def _box(self, x: float, y: float, w: float, h: float) -> tuple[int, int, int, int]:
        """Whole pixels: edges are rounded, so that neighbours meet."""
        left, top = self.px(x), self.px(y)
        return left, top, self.px(x + w) - left, self.px(y + h) - top

    # ------------------------------------------------------------------ boxes

    def fill(self, colour: str) -> None:
        self.surface.fill(self.colour(colour))

    def rect(  # noqa: PLR0913, PLR0917
        self, x: float, y: float, w: float, h: float, r: float = 0, fill: str | None = "paper",
        stroke: str | None = None, stroke_w: float = 0, alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """A rounded rectangle. The stroke is centred on its edge; `alpha` is that of the fill."""
        r = max(0.0, min(r, w / 2, h / 2))
        solid = fill is not None and alpha >= 0.995
        if stroke is not None and stroke_w > 0:
            half = stroke_w / 2
            outer = self._box(x - half, y - half, w + stroke_w, h + stroke_w)
            radius = self.px(r + half) if r > 0 else 0
            width = max(1, self.px(stroke_w))
            if solid:  # no hem of the fill shows through the edge when the stroke lies below it
                shapes.fill_rounded(self.surface, outer, radius, self._solid(stroke))
                x, y, w, h = x + half, y + half, w - stroke_w, h - stroke_w
                r = max(0.0, r - half)
            else:
                shapes.frame_rounded(self.surface, outer, radius, width, self._solid(stroke))
        box = self._box(x, y, w, h)
        if fill is not None and solid:
            shapes.fill_rounded(self.surface, box, self.px(r), self._solid(fill))
        elif fill is not None and alpha > 0 and box[2] > 0 and box[3] > 0:
            self._veil(box, self.px(r), self._solid(fill), round(alpha * 255))

    def _veil(
        self, box: tuple[int, int, int, int], r: int, rgb: tuple[int, int, int], alpha: int
    ) -> None:
        size = box[2:]
        made = self.assets.cache.get(
            ("veil", size, r, rgb, alpha), lambda: shapes.veiled_rounded(size, r, rgb, alpha)
        )
        self.surface.blit(made, box[:2])

    def card(  # noqa: PLR0913, PLR0917
        self, x: float, y: float, w: float, h: float, r: float = 44, fill: str = "paper",
        ledge: str = "ground_deep", depth: float = 10,
        stroke: str | None = None, stroke_w: float = 0,
    ) -> None:  # fmt: skip
        """A card on its ledge: the same shape a little lower, instead of a shadow."""
        self.rect(x, y + depth, w, h, r, ledge, stroke and ledge, stroke_w)
        self.rect(x, y, w, h, r, fill, stroke, stroke_w)

    def scrim(self, alpha: int = 165) -> None:
        """A veil of ink over everything drawn so far."""
        size, rgb = self.surface.get_size(), self._solid("ink")

        def make() -> pygame.Surface:
            veil = pygame.Surface(size)
            veil.fill(rgb)
            veil.set_alpha(alpha)
            return veil

        self.surface.blit(self.assets.cache.get(("scrim", size, rgb, alpha), make), (0, 0))

    def ring(
        self, cx: float, cy: float, r: float, w: float, fraction: float, fg: str, bg: str
    ) -> None:
        """A gauge around a centre, from the top clockwise."""
        c = r + w
        fore, back = self._hex(fg), self._hex(bg)
        circle = f'<circle cx="{c}" cy="{c}" r="{r}" fill="none" stroke-width="{w}" stroke='
        body = f'{circle}"{back}"/>'
        if fraction >= 0.999:
            body += f'{circle}"{fore}"/>'
        elif fraction > 0:
            angle = 2 * math.pi * fraction
            x, y = c + r * math.sin(angle), c - r * math.cos(angle)
            body += (
                f'<path d="M{c} {c - r} A{r} {r} 0 {int(fraction > 0.5)} 1 {x:.2f} {y:.2f}" '
                f'fill="none" stroke="{fore}" stroke-width="{w}" stroke-linecap="round"/>'
            )
        self.shape(body, cx - c, cy - c, 2 * c, 2 * c)

    def bubble(
        self, x: float, y: float, w: float, h: float, tail: Literal["l", "r", "b", ""] = "l",
        tail_x: float | None = None, tail_y: float | None = None, r: float = 44,
    ) -> None:  # fmt: skip
        """A speech bubble on a ledge; its tail points at the mascot's mouth."""
        at_x = w * 0.3 if tail_x is None else tail_x
        at_y = h * 0.62 if tail_y is None else tail_y
        path = shapes.tail_path(tail, w, h, at_x, at_y)
        for colour, down in (("line", 10), ("paper", 0)):
            if path:
                c = self._hex(colour)
                stroke = f'stroke="{c}" stroke-width="4" stroke-linejoin="round"'
                self._tail(f'<path d="{path}" fill="{c}" {stroke}/>', x, y + down, w, h, tail)
            self.rect(x, y + down, w, h, r, colour)

    def _tail(self, body: str, x: float, y: float, w: float, h: float, tail: str) -> None:
        """Only the strip beside the bubble that holds the tail is rasterised."""
        left, top, right, bottom = {
            "l": (-60.0, 0.0, 10.0, h),
            "r": (w - 10, 0.0, w + 60, h),
            "b": (0.0, h - 10, w, h + 54),
        }[tail]
        moved = f'<g transform="translate({-left:.2f} {-top:.2f})">{body}</g>'
        self.shape(moved, x + left, y + top, right - left, bottom - top)

    # ------------------------------------------------------------------ pictures

    def svg(  # noqa: PLR0913, PLR0917
        self, name: str, x: float, y: float, w: float | None = None, h: float | None = None,
        anchor: Anchor = "c", recolour: str | None = None, alpha: float | None = None,
        angle: float = 0, flip: bool = False,
    ) -> tuple[float, float]:  # fmt: skip
        """A picture of the assets; `w` and `h` are limits, its shape stays. Returns its size.

        `alpha` 0 … 1 (or up to 255), `recolour` for one-colour glyphs, `angle` anticlockwise.
        """
        aspect = self.assets.aspect(name)
        if w is None and h is None:
            w = h = 96
        height = min(n for n in (h, None if w is None else w / aspect) if n is not None)
        size = max(1, self.px(height * aspect)), max(1, self.px(height))
        tint = None if recolour is None else self._hex(recolour)
        picture = self.assets.picture(name, *size, tint)
        if angle or flip:
            picture = self._turned(picture, (name, size, tint), angle, flip)
        self._stamp(picture, x, y, anchor, alpha)
        return picture.get_width() / self.k, picture.get_height() / self.k

    def _turned(
        self, picture: pygame.Surface, key: tuple[object, ...], angle: float, flip: bool
    ) -> pygame.Surface:
        def make() -> pygame.Surface:
            made = pygame.transform.flip(picture, True, False) if flip else picture
            return pygame.transform.rotozoom(made, angle, 1) if angle else made

        return self.assets.cache.get(("turned", key, round(angle, 1), flip), make)

    def _stamp(
        self, picture: pygame.Surface, x: float, y: float, anchor: str, alpha: float | None
    ) -> None:
        ax, ay = _ANCHORS.get(anchor, (0.5, 0.5))
        place = (
            round(x * self.k - ax * picture.get_width()),
            round(y * self.k - ay * picture.get_height()),
        )
        if alpha is None:
            self.surface.blit(picture, place)
            return
        veil = round(alpha * 255 if alpha <= 1 else alpha)
        picture.set_alpha(max(0, min(255, veil)))
        self.surface.blit(picture, place)
        picture.set_alpha(255)  # it is shared with others through the cache

    def shape(
        self, svg_body: str, x: float, y: float, w: float, h: float, pad: float = 0,
        alpha: float | None = None,
    ) -> None:  # fmt: skip
        """An SVG fragment whose coordinates are lpx from (x, y)."""
        width, height = w + 2 * pad, h + 2 * pad
        size = max(1, self.px(width)), max(1, self.px(height))
        # The box is what the pixels cover, so that the fragment is not squeezed by rounding.
        seen_w, seen_h = size[0] / self.k, size[1] / self.k
        source = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{seen_w:.3f}" height="{seen_h:.3f}" '
            f'viewBox="{-pad:g} {-pad:g} {seen_w:.3f} {seen_h:.3f}">{svg_body}</svg>'
        )
        picture = self.assets.cache.get(
            ("shape", source, size),
            lambda: self.assets.rasterise(source, *size, about="a shape") or substitute(*size),
        )
        self._stamp(picture, x - pad, y - pad, "tl", alpha)

    def backdrop(self, name: str, focus: float) -> None:
        scenery.draw_backdrop(self, name, focus)

    def split_backdrops(self, parts: Sequence[tuple[str, float]]) -> None:
        """Landscapes side by side: (name, focus) each."""
        scenery.draw_split(self, parts)

    def skyline(self, kind: str) -> None:
        scenery.draw_skyline(self, kind)

    def token(
        self, shape: str, x: float, y: float, h: float, anchor: Anchor = "c", mark: bool = False
    ) -> tuple[float, float]:
        """A team's piece; `mark`: without face and shadow, for lists."""
        return self.svg(f"token/{shape}{'-mark' if mark else ''}", x, y, h=h, anchor=anchor)

    def mascot(
        self, theme: Theme, pose: str, x: float, y: float, h: float, anchor: Anchor = "b"
    ) -> tuple[float, float]:
        if not theme.mascot:
            return 0.0, 0.0
        name = f"{theme.mascot}-{pose}"
        if not self.assets.has(name) and self.assets.has(f"{theme.mascot}-neutral"):
            name = f"{theme.mascot}-neutral"
        return self.svg(name, x, y, h=h, anchor=anchor)

    # ------------------------------------------------------------------ text

    def measure(
        self, text: str, size: float, width: float | None = None, face: str = "text",
        ruby: bool | None = None,
    ) -> Block:  # fmt: skip
        return self._block(self._set(text, size, width, face, ruby))

    def _set(
        self, text: str, size: float, width: float | None, face: str, ruby: bool | None,
        tight: bool = False,
    ) -> Layout:  # fmt: skip
        shown = self.furigana if ruby is None else ruby
        room = None if width is None else width * self.k
        text = from_year(text, self.furigana_year)
        return self.typesetter.layout(text, size * self.k, room, face, shown, tight)

    def _block(self, layout: Layout) -> Block:
        k = self.k
        lines = tuple(line.text for line in layout.lines)
        return Block(layout.width / k, layout.height / k, lines, layout.size / k)

    def text(  # noqa: PLR0913, PLR0917
        self, text: str, x: float, y: float, size: float, colour: str = "ink", face: str = "text",
        width: float | None = None, align: Align = "l", valign: Valign = "t",
        max_h: float | None = None, min_size: float = FLOOR, fit: bool = False,
        ruby: bool | None = None,
    ) -> Block:  # fmt: skip
        """Draw a text at its reference point. `fit`: one line that shrinks, then is cut.

        `max_h`: a paragraph that shrinks to `min_size` and then runs over.
        """
        if fit:
            layout = self._fitted(text, size, width, face, min_size, ruby)
        elif max_h is not None:
            layout = self._shrunk(text, size, width, face, max_h, min_size, ruby)
        else:
            layout = self._set(text, size, width, face, ruby)
        if layout.has_text:
            surface, pad = self.typesetter.render(layout, self._solid(colour), align)
            share = {"l": 0.0, "c": 0.5, "r": 1.0}[align]
            left = round(x * self.k - layout.width * share) - pad
            top = round(y * self.k - layout.height * _VALIGNS[valign]) - pad
            self.surface.blit(surface, (left, top))
        return self._block(layout)

    def _fitted(
        self, text: str, size: float, width: float | None, face: str, min_size: float,
        ruby: bool | None,
    ) -> Layout:  # fmt: skip
        layout = self._set(text, size, None, face, ruby)
        if width is None:
            return layout
        room = width * self.k + 0.5
        while layout.width > room and size > min_size:
            # Widths are nearly proportional to sizes: one or two steps are enough.
            size = max(min_size, min(size - 1, math.floor(size * room / layout.width)))
            layout = self._set(text, size, None, face, ruby)
        if layout.width <= room:
            return layout
        shown = self.furigana if ruby is None else ruby
        return self.typesetter.shortened(text, size * self.k, room, face, shown)

    def _shrunk(
        self, text: str, size: float, width: float | None, face: str, max_h: float,
        min_size: float, ruby: bool | None,
    ) -> Layout:  # fmt: skip
        """The largest size at which the paragraph fits, found by halving."""

        def fits(layout: Layout) -> bool:
            tall = layout.height <= max_h * self.k + 0.5
            return tall and (width is None or layout.width <= width * self.k + 1)

        layout = self._set(text, size, width, face, ruby)
        low, high = math.ceil(min(min_size, size)), math.ceil(size)
        if fits(layout):
            return layout
        best = self._set(text, low, width, face, ruby) if low < high else layout
        if not fits(best):
            return self._set(text, low, width, face, ruby, tight=True)
        while high - low > 1:
            middle = (low + high) // 2
            tried = self._set(text, middle, width, face, ruby)
            if fits(tried):
                low, best = middle, tried
            else:
                high = middle
        return best

    def pill(  # noqa: PLR0913, PLR0917
        self, x: float, y: float, h: float, label: str, size: float = 45, fill: str = "paper",
        colour: str = "ink", icon: str | None = None, anchor: Literal["l", "c", "r"] = "l",
        face: str = "display", pad: float = 28, stroke: str | None = None,
        recolour: str | None = None, ruby: bool | None = None, width: float | None = None,
    ) -> float:  # fmt: skip
        """A word on a rounded ground, `y` its upper edge. Returns its width.

        `icon` is a picture of the assets; one-colour `ui/` glyphs take the colour of the text.
        """
        glyph = h * 0.66 if icon else 0.0
        gap = 14 if icon else 0
        limit = None if width is None else width - 2 * pad - glyph - gap
        needed = self.measure(label, size, None, face, ruby).w
        inner = needed if limit is None else min(needed, limit)
        w = inner + 2 * pad + glyph + gap
        left = x - w * {"l": 0.0, "c": 0.5, "r": 1.0}[anchor]
        self.rect(left, y, w, h, h / 2, fill, stroke, 5 if stroke else 0)
        if icon:
            tint = recolour or (colour if icon.startswith("ui/") else None)
            self.svg(icon, left + pad + glyph / 2 - 4, y + h / 2, glyph, glyph, recolour=tint)
        self.text(
            label, left + pad + glyph + gap, y + h / 2, size, colour, face, inner + 1,
            valign="m", fit=True, ruby=ruby,
        )  # fmt: skip
        return w
