"""What lies behind everything: the quiet page with a skyline, and the landscapes."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from sugoroku.stage.assets import opaque

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

SLANT = 70
"""Half of how far the border between two landscapes leans."""
BORDER = 22

# Points as fractions of the width, and lpx from y = 660; curves are in threes.
_PEAKS = (
    (0, 330), (0.06, 250), (0.11, 290), (0.2, 180), (0.24, 215), (0.3, 150), (0.345, 200),
    (0.42, 240), (0.5, 170), (0.56, 225), (0.64, 120), (0.675, 160), (0.71, 130), (0.79, 230),
    (0.87, 180), (0.94, 250), (1, 210),
)  # fmt: skip
_HILLS = (
    (0, 330), (0.1, 300), (0.16, 250), (0.24, 240), (0.3, 235), (0.36, 280), (0.42, 262),
    (0.52, 230), (0.56, 130), (0.64, 120), (0.72, 112), (0.76, 220), (0.84, 262), (0.9, 290),
    (0.95, 300), (1, 306),
)  # fmt: skip
_FOOT = ((0, 382), (0.25, 345), (0.4, 400), (0.6, 373), (0.8, 348), (0.9, 391), (1, 372))


def _path(points: Sequence[tuple[float, float]], width: float, curved: bool) -> str:
    pairs = [f"{fraction * width:.1f} {y:g}" for fraction, y in points]
    joint = " C" if curved else " L"
    if curved:
        rest = "".join(joint + " ".join(pairs[i : i + 3]) for i in range(1, len(pairs) - 2, 3))
    else:
        rest = "".join(joint + pair for pair in pairs[1:])
    return f"M{pairs[0]}{rest} L{width:.1f} 420 L0 420 Z"


def draw_skyline(canvas: "Canvas", kind: str) -> None:
    """The ground of the edition, with one soft band of hills at the foot."""
    p = canvas.palette
    key = ("skyline", kind, canvas.surface.get_size(), p.ground, p.ground_deep)
    canvas.surface.blit(canvas.assets.cache.get(key, lambda: _skyline(canvas, kind)), (0, 0))


def _skyline(canvas: "Canvas", kind: str) -> pygame.Surface:
    page = opaque(pygame.Surface(canvas.surface.get_size()))
    page.fill(canvas.colour("ground"))
    if kind not in ("mountains", "hills"):
        return page
    w, deep = canvas.W, canvas.palette.ground_deep
    far = _path(_PEAKS, w, False) if kind == "mountains" else _path(_HILLS, w, True)
    veil = 0.55 if kind == "mountains" else 0.6
    source = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w:.1f}" height="420" '
        f'viewBox="0 0 {w:.1f} 420"><path d="{far}" fill="{deep}" fill-opacity="{veil}"/>'
        f'<path d="{_path(_FOOT, w, True)}" fill="{deep}"/></svg>'
    )
    # A pixel more than the page, so that no bare column is left at the right.
    hills = canvas.assets.rasterise(source, page.get_width() + 2, canvas.px(420) + 2, fine=False)
    if hills is not None:
        page.blit(hills, (0, page.get_height() - hills.get_height() + 1))
    return page


def draw_backdrop(canvas: "Canvas", name: str, focus: float) -> None:
    """A landscape over the whole canvas."""
    size = canvas.surface.get_size()
    p = canvas.palette
    key = ("backdrop", name, focus, size, p.ground, p.ground_deep)
    canvas.surface.blit(
        canvas.assets.cache.get(key, lambda: _landscape(canvas, name, focus, size)), (0, 0)
    )


def _landscape(canvas: "Canvas", name: str, focus: float, size: tuple[int, int]) -> pygame.Surface:
    return _laid(canvas, canvas.assets.window(name, *size, focus), size)


def _laid(canvas: "Canvas", art: pygame.Surface | None, size: tuple[int, int]) -> pygame.Surface:
    """The art on the ground colour; without art, plain hills."""
    page = opaque(pygame.Surface(size))
    page.fill(canvas.colour("ground"))
    if art is None:
        page.blit(_skyline(canvas, "hills"), (0, 0))
    else:
        page.blit(art, (0, 0))
    return page


def draw_split(canvas: "Canvas", parts: Sequence[tuple[str, float]]) -> None:
    """Several landscapes side by side, with a leaning white border between them."""
    if len(parts) < 2:
        for name, focus in parts:
            draw_backdrop(canvas, name, focus)
        return
    p = canvas.palette
    key = ("split", tuple(parts), canvas.surface.get_size(), p.ground, p.ground_deep)
    canvas.surface.blit(canvas.assets.cache.get(key, lambda: _split(canvas, parts)), (0, 0))


def _split(canvas: "Canvas", parts: Sequence[tuple[str, float]]) -> pygame.Surface:
    """Only the part of each landscape that is seen is rasterised."""
    width, height = canvas.surface.get_size()
    page = opaque(pygame.Surface((width, height)))
    slant, border = canvas.px(SLANT), canvas.px(BORDER)
    n = len(parts)
    lefts = [0 if i == 0 else width * i // n - slant for i in range(n)]
    rights = [width if i == n - 1 else width * (i + 1) // n + slant for i in range(n)]
    spans = [right - left for left, right in zip(lefts, rights, strict=True)]
    arts = _windows(canvas, parts, spans)
    for i, (left, span) in enumerate(zip(lefts, spans, strict=True)):
        art = _laid(canvas, arts[i], (span, height))
        if i == 0:
            page.blit(art, (0, 0))
            continue
        for y in range(height):  # line by line: the left edge leans, and needs no mask
            skip = round(2 * slant * (1 - y / height))
            page.blit(art, (left + skip, y), (skip, y, span - skip, 1))
    for i in range(1, n):
        _border(page, width * i / n, slant, border)
    return page


def _windows(
    canvas: "Canvas", parts: Sequence[tuple[str, float]], spans: Sequence[int]
) -> list[pygame.Surface | None]:
    """The landscapes side by side in threads: this is most of the time to the first picture."""
    arts: list[pygame.Surface | None] = [None] * len(parts)
    height = canvas.surface.get_height()

    def rasterise(i: int) -> None:
        name, focus = parts[i]
        arts[i] = canvas.assets.window(name, spans[i], height, focus)

    threads = [threading.Thread(target=rasterise, args=(i,)) for i in range(1, len(parts))]
    for thread in threads:
        thread.start()
    rasterise(0)
    for thread in threads:
        thread.join()
    return arts


def _border(page: pygame.Surface, middle: float, slant: int, width: int) -> None:
    """Drawn at four times the size across, since a steep edge shows its steps."""
    height = page.get_height()
    room = 2 * slant + width + 8
    big = pygame.Surface((room * 4, height), pygame.SRCALPHA)
    big.fill((255, 255, 255, 0))
    half = width / 2
    top, foot = room / 2 + slant, room / 2 - slant
    corners = ((top - half, 0), (top + half, 0), (foot + half, height), (foot - half, height))
    pygame.draw.polygon(big, "white", [(x * 4, y) for x, y in corners])
    page.blit(pygame.transform.smoothscale(big, (room, height)), (middle - room / 2, 0))
