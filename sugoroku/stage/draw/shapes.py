"""Rounded rectangles drawn fast: filled bars and four cached, antialiased corners.

Rasterising them as SVG costs some milliseconds each; a screen has forty of them.
"""

import functools

import pygame
import pygame.draw
import pygame.transform

FINE = 4
"""Corners are drawn this many times larger, then scaled down."""

Box = tuple[int, int, int, int]
Rgb = tuple[int, int, int]


@functools.lru_cache(maxsize=512)
def _disc(radius: int, colour: Rgb, hole: int = 0) -> pygame.Surface:
    """An antialiased disc of this radius, with a hole of radius `hole` if not 0."""
    big = 2 * radius * FINE
    made = pygame.Surface((big, big), pygame.SRCALPHA)
    made.fill((*colour, 0))  # the colour also where nothing is: else the edge goes grey
    centre = (big / 2 - 0.5, big / 2 - 0.5)
    pygame.draw.circle(made, colour, centre, radius * FINE)
    if hole > 0:
        pygame.draw.circle(made, (*colour, 0), centre, hole * FINE)
    return pygame.transform.smoothscale(made, (2 * radius, 2 * radius))


def _corners(target: pygame.Surface, box: Box, radius: int, colour: Rgb, hole: int = 0) -> None:
    x, y, w, h = box
    disc = _disc(radius, colour, hole)
    r = radius
    for dx, sx in ((0, 0), (w - r, r)):
        for dy, sy in ((0, 0), (h - r, r)):
            target.blit(disc, (x + dx, y + dy), (sx, sy, r, r))


def fill_rounded(target: pygame.Surface, box: Box, radius: int, colour: Rgb) -> None:
    """An opaque rounded rectangle."""
    x, y, w, h = box
    if w <= 0 or h <= 0:
        return
    r = max(0, min(radius, w // 2, h // 2))
    if r == 0:
        target.fill(colour, box)
        return
    if h > 2 * r:
        target.fill(colour, (x, y + r, w, h - 2 * r))
    if w > 2 * r:
        target.fill(colour, (x + r, y, w - 2 * r, r))
        target.fill(colour, (x + r, y + h - r, w - 2 * r, r))
    _corners(target, (x, y, w, h), r, colour)


def frame_rounded(target: pygame.Surface, box: Box, radius: int, width: int, colour: Rgb) -> None:
    """The outline alone, `width` pixels inwards from the box."""
    x, y, w, h = box
    if w <= 0 or h <= 0 or width <= 0:
        return
    if 2 * width >= min(w, h):
        fill_rounded(target, box, radius, colour)
        return
    r = max(0, min(radius, w // 2, h // 2))
    side = max(r, width)
    target.fill(colour, (x + side, y, w - 2 * side, width))
    target.fill(colour, (x + side, y + h - width, w - 2 * side, width))
    target.fill(colour, (x, y + side, width, h - 2 * side))
    target.fill(colour, (x + w - width, y + side, width, h - 2 * side))
    if r > width:
        _corners(target, box, r, colour, r - width)
    else:
        _solid_corners(target, box, r, width, colour)


def _solid_corners(target: pygame.Surface, box: Box, radius: int, width: int, colour: Rgb) -> None:
    """Corners of an outline whose inner edge is square."""
    x, y, w, h = box
    for dx in (0, w - width):
        for dy in (0, h - width):
            square = pygame.Surface((2 * width, 2 * width), pygame.SRCALPHA)
            fill_rounded(square, (0, 0, 2 * width, 2 * width), radius, colour)
            part = (width if dx else 0, width if dy else 0, width, width)
            target.blit(square, (x + dx, y + dy), part)


def veiled_rounded(size: tuple[int, int], radius: int, colour: Rgb, alpha: int) -> pygame.Surface:
    """A see-through rounded rectangle as a surface of its own."""
    made = pygame.Surface(size, pygame.SRCALPHA)
    made.fill((*colour, 0))
    fill_rounded(made, (0, 0, *size), radius, colour)
    made.set_alpha(alpha)
    return made


def tail_path(tail: str, w: float, h: float, tail_x: float, tail_y: float) -> str:
    """The tail of a speech bubble, in lpx from its upper left corner."""
    x, y = tail_x, tail_y
    if tail == "l":
        return (
            f"M6 {y - 30} C-18 {y - 14} -34 {y + 6} -52 {y + 16} "
            f"C-30 {y + 24} -10 {y + 22} 6 {y + 16} Z"
        )
    if tail == "r":
        return (
            f"M{w - 6} {y - 30} C{w + 18} {y - 14} {w + 34} {y + 6} {w + 52} {y + 16} "
            f"C{w + 30} {y + 24} {w + 10} {y + 22} {w - 6} {y + 16} Z"
        )
    if tail == "b":
        return (
            f"M{x - 26} {h - 6} C{x - 18} {h + 18} {x - 6} {h + 34} {x + 14} {h + 46} "
            f"C{x + 22} {h + 28} {x + 22} {h + 10} {x + 26} {h - 6} Z"
        )
    return ""
