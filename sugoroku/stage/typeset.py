"""Sets text: furigana, half-width brackets, lines. Works in pixels; `Canvas` speaks lpx."""

import math
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

import pygame
import pygame.font

from sugoroku.stage.assets import Assets
from sugoroku.stage.furigana import clean, hidden
from sugoroku.stage.linebreak import Atom, Paragraph, Widths, add_phrases, choose, kind, paragraphs
from sugoroku.stage.tokens import LEADING_JA, LEADING_LATIN, LEADING_RUBY, RUBY_GAP, RUBY_RATIO

Align = Literal["l", "c", "r"]

ASCENT = 0.88
"""From the top of the em box to the base line, of the size."""
RUBY_ROOM = RUBY_RATIO + RUBY_GAP
RUBY_APART = 0.35
"""Of the size of the readings: what is at least free between two of them."""
LEAN = 0.25
"""How far a long reading may lean over a kana beside it, in em."""
WIDEST = 16_000
"""Surfaces are never wider than this many pixels; a text so long is a fault anyway."""
KEPT = 800

# Signs set narrower than their em box: advance and shift, in em.
_OPEN, _CLOSE = (0.56, -0.44), (0.56, 0.0)
NARROW = {
    **dict.fromkeys("（「『【〈《〔［｛", _OPEN),
    **dict.fromkeys("）」』】〉》〕］｝", _CLOSE),
    "：": (0.7, -0.15),
    "・": (0.6, -0.2),
}


@dataclass(frozen=True, slots=True)
class Run:
    """A text at its place: pixels from the left of its line and from the top of the block."""

    text: str
    x: float
    baseline: float
    face: str
    px: int


@dataclass(frozen=True, slots=True)
class SetLine:
    text: str
    width: float
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A text set at a size, all in pixels. `key` names it among the rendered ones."""

    key: tuple[object, ...]
    width: float
    height: float
    size: float
    lines: tuple[SetLine, ...]

    @property
    def has_text(self) -> bool:
        return any(line.runs for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Box:
    """An atom with its measures. `left`, `right`: how far its reading leans out of it."""

    atom: Atom
    advance: float
    space: float
    base: float
    ruby: float
    left: float = 0.0
    right: float = 0.0


class Typesetter:
    """Layouts and rendered blocks are kept, so that a repaint is a blit."""

    def __init__(self, assets: Assets) -> None:
        self.assets = assets
        self._advances: dict[tuple[str, int, str], float] = {}
        self._layouts: OrderedDict[tuple[object, ...], Layout] = OrderedDict()

    # ------------------------------------------------------------------ layout

    def layout(
        self, text: str, size: float, width: float | None = None,
        face: str = "text", ruby: bool = True, tight: bool = False,
    ) -> Layout:  # fmt: skip
        """Set a text in lines of at most `width` pixels (None: only where it has line ends).

        `tight`: no line more than needed, even if a word must be broken.
        """
        size = round(size, 2)
        room = None if width is None else max(1, round(width))
        key = (text, size, room, face, ruby, tight)
        found = self._layouts.get(key)
        if found is not None:
            self._layouts.move_to_end(key)
            return found
        lines: list[Sequence[_Box]] = []
        for paragraph in paragraphs(text, ruby):
            boxes = self._boxes(paragraph, size, face)
            lines.extend(boxes[a:b] for a, b in _spans(paragraph, boxes, room, tight))
            if not boxes:
                lines.append(())
        made = self._place(key, lines, size, face)
        self._layouts[key] = made
        if len(self._layouts) > KEPT:
            self._layouts.popitem(last=False)
        return made

    def shortened(
        self, text: str, size: float, width: float, face: str = "text", ruby: bool = True
    ) -> Layout:
        """One line that fits, its end replaced by an ellipsis."""
        whole = self.layout(text, size, None, face, ruby)
        if whole.width <= width:
            return whole
        # Readings go with the end of the text: a cut mark would leave half a reading.
        plain = hidden(text) if ruby else clean(text)
        shown = plain.replace("\n", " ")
        low, high = 0, len(shown)
        while low < high:
            middle = (low + high + 1) // 2
            tried = self._shortened_to(shown, middle, size, face)
            low, high = (middle, high) if tried.width <= width else (low, middle - 1)
        return self._shortened_to(shown, low, size, face)

    def _shortened_to(self, shown: str, signs: int, size: float, face: str) -> Layout:
        kept = shown[:signs].rstrip()
        dots = "..." if kept[-1:].isascii() and kept else "…"
        return self.layout(kept + dots, size, None, face, False)

    def advance(self, face: str, px: int, text: str) -> float:
        """How far a text moves the pen, in pixels."""
        key = (face, px, text)
        found = self._advances.get(key)
        if found is None:
            try:
                found = float(self.assets.font(face, px).size(_drawn(text))[0]) if text else 0.0
            except (pygame.error, ValueError, UnicodeError):
                found = 0.0
            if len(self._advances) > 30_000:
                self._advances.clear()
            self._advances[key] = found
        return found

    def _boxes(self, paragraph: Paragraph, size: float, face: str) -> list[_Box]:
        px, ruby_px = _px(size), _px(size * RUBY_RATIO)
        boxes: list[_Box] = []
        atoms = paragraph.atoms
        for i, atom in enumerate(atoms):
            narrow = NARROW.get(atom.base)
            base = px * narrow[0] if narrow else self.advance(face, px, atom.base)
            space = sum(
                px if sign == "\u3000" else self.advance(face, px, " ") for sign in atom.space
            )
            ruby = self.advance("text", ruby_px, atom.ruby)
            left = right = 0.0
            if ruby > base:
                each = min((ruby - base) / 2, LEAN * px)
                left = each if i > 0 and _yields(atoms[i - 1], before=True) else 0.0
                free = i + 1 < len(atoms) and not atom.space and _yields(atoms[i + 1])
                right = each if free else 0.0
            advance = max(base, ruby) - left - right + space
            boxes.append(_Box(atom, advance, space, base, ruby, left, right))
        for i, (box, following) in enumerate(pairwise(boxes)):
            if box.ruby and following.ruby and not box.space:
                apart = RUBY_APART * ruby_px - _slack(box, ruby_px) - _slack(following, ruby_px)
                if apart > 0:  # two readings must not be read as one
                    wider = box.advance + apart
                    boxes[i] = replace(box, advance=wider, space=apart)
        return boxes

    def _place(
        self, key: tuple[object, ...], lines: Sequence[Sequence[_Box]], size: float, face: str
    ) -> Layout:
        """Lines below each other. From three lines on the step is constant."""
        marked = [any(box.atom.ruby for box in line) for line in lines]
        loose = len(lines) > 2 and any(marked)
        east = any(kind(s) in "hkc" for line in lines for box in line for s in box.atom.base[:1])
        plain = LEADING_JA if east else LEADING_LATIN
        top = size * RUBY_ROOM if loose or (marked and marked[0]) else 0.0
        baseline = top + size * ASCENT
        placed: list[SetLine] = []
        for i, line in enumerate(lines):
            if i:
                baseline += size * (LEADING_RUBY if loose or marked[i] else plain)
            placed.append(self._set_line(line, baseline, size, face))
        width = max((line.width for line in placed), default=0.0)
        height = baseline + size * (1 - ASCENT)
        return Layout(key, width, height, size, tuple(placed))

    def _set_line(self, line: Sequence[_Box], baseline: float, size: float, face: str) -> SetLine:
        px, ruby_px = _px(size), _px(size * RUBY_RATIO)
        # The bottom of the ruby's em box stands a little above the em box of the base.
        above = baseline - size * (ASCENT + RUBY_GAP) - ruby_px * (1 - ASCENT)
        runs: list[Run] = []
        pen = line[0].left if line else 0.0
        for box in line:
            atom = box.atom
            start = pen - box.left
            span = max(box.base, box.ruby)
            shift = NARROW[atom.base][1] * px if atom.base in NARROW else 0.0
            if atom.base:
                x = start + (span - box.base) / 2 + shift
                runs.append(Run(atom.base, x, baseline, face, px))
            if atom.ruby:
                runs.extend(self._ruby(atom.ruby, start, span, above, ruby_px))
            pen += box.advance
        if line:
            pen += line[-1].right - line[-1].space
        text = "".join(box.atom.base + box.atom.space for box in line)
        return SetLine(text.rstrip(" \u3000"), pen, tuple(runs))

    def _ruby(self, ruby: str, x: float, span: float, baseline: float, px: int) -> list[Run]:
        """Centred if it nearly fills the span, else spread 1:2:1."""
        gap = span - self.advance("text", px, ruby)
        if gap <= px * 0.5 or len(ruby) < 2:
            return [Run(ruby, x + gap / 2, baseline, "text", px)]
        step = gap / len(ruby)
        runs, pen = [], x + step / 2
        for sign in ruby:
            runs.append(Run(sign, pen, baseline, "text", px))
            pen += self.advance("text", px, sign) + step
        return runs

    # ------------------------------------------------------------------ rendering

    def render(
        self, layout: Layout, colour: tuple[int, int, int], align: Align = "l"
    ) -> tuple[pygame.Surface, int]:
        """The block as a surface, and how far it reaches out of the block on every side."""
        pad = math.ceil(layout.size * 0.4)
        key = ("text", layout.key, colour, align)
        made = self.assets.cache.get(key, lambda: self._render(layout, colour, align, pad))
        return made, pad

    def _render(
        self, layout: Layout, colour: tuple[int, int, int], align: Align, pad: int
    ) -> pygame.Surface:
        width = min(WIDEST, math.ceil(layout.width)) + 2 * pad
        height = min(WIDEST, math.ceil(layout.height)) + 2 * pad
        made = pygame.Surface((width, height), pygame.SRCALPHA)
        made.fill((*colour, 0))
        share = {"l": 0.0, "c": 0.5, "r": 1.0}[align]
        for line in layout.lines:
            left = pad + (layout.width - line.width) * share
            for run in line.runs:
                font = self.assets.font(run.face, run.px)
                try:
                    glyphs = font.render(_drawn(run.text), True, colour)
                except (pygame.error, ValueError, UnicodeError):
                    continue
                made.blit(
                    glyphs, (round(left + run.x), round(pad + run.baseline) - font.get_ascent())
                )
        return made


def _slack(box: _Box, ruby_px: int) -> float:
    """What is free beside a reading, within the span of its word."""
    gap = max(0.0, box.base - box.ruby)
    spread = gap > ruby_px * 0.5 and len(box.atom.ruby) > 1
    return gap / len(box.atom.ruby) / 2 if spread else gap / 2


def _px(size: float) -> int:
    return max(4, round(size))


def _drawn(text: str) -> str:
    """Narrow no-break spaces have no glyph, and … has raised dots, which suit only kana."""
    text = text.replace("\u202f", "\u00a0")
    return text.replace("…", "...") if text.strip("…") else text


def _yields(atom: Atom, before: bool = False) -> bool:
    """Whether a reading beside this atom may lean over it: kana without a reading.

    Also a comma before it, whose right half is empty.
    """
    if atom.ruby or not atom.base or (before and atom.space):
        return False
    sign = atom.base[-1 if before else 0]
    return kind(sign) in "hk" or (before and sign in "、。")


def _spans(
    paragraph: Paragraph, boxes: Sequence[_Box], room: int | None, tight: bool
) -> list[tuple[int, int]]:
    if not boxes:
        return []
    if room is None:
        return [(0, len(boxes))]
    upto = [0.0]
    for box in boxes:
        upto.append(upto[-1] + box.advance)
    widths = Widths(upto, *zip(*((b.space, b.left, b.right) for b in boxes), strict=True))
    if widths.line(0, len(boxes)) > room:
        add_phrases(paragraph)
    return choose(widths, paragraph.penalties, room, tight)
