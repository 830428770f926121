"""The window itself: hints for SDL, its smallest size, the part of it that is drawn on."""

import logging
import os
import sys
import warnings

import pygame
import pygame.display

log = logging.getLogger("sugoroku.stage")

SMALLEST = (640, 480)
NARROWEST, WIDEST = 4 / 3, 2440 / 1080
"""Shapes of the canvas; what is left of the window is filled with the ground colour."""


def prepare_environment() -> None:
    """Hints that SDL reads when the display is opened."""
    if sys.platform.startswith("linux"):
        # Without a GPU the window is 5 to 11 times faster when SDL does not go through OpenGL.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")


def within_desktop(size: tuple[int, int]) -> tuple[int, int]:
    """A window that leaves room for its frame and the task bar, in the same shape."""
    desktop = pygame.display.get_desktop_sizes()[0]
    share = min(1.0, 0.9 * desktop[0] / size[0], 0.85 * desktop[1] / size[1])
    return round(size[0] * share), round(size[1] * share)


def desktop_size(display: int = 0) -> tuple[int, int]:
    """Of the whole screen; of the first one when there is none of that number."""
    sizes = pygame.display.get_desktop_sizes()
    return sizes[display] if display < len(sizes) else sizes[0]


def current_size() -> tuple[int, int]:
    """Of the window, without its frame."""
    width, height = pygame.display.get_window_size()
    return width, height


def set_title(title: str) -> None:
    """What stands in the frame of the window."""
    pygame.display.set_caption(title)


def set_smallest_size() -> None:
    """Only reached by a call that is going away; without it a tiny window is just tiny."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            pygame.Window.from_display_module().minimum_size = SMALLEST
    except (AttributeError, ValueError, pygame.error) as fault:
        log.info("no smallest size of the window: %s", fault)


def canvas_area(width: int, height: int) -> pygame.Rect:
    """The largest middle part of a window that is neither too narrow nor too wide."""
    w, h = width, height
    if w < h * NARROWEST - 1:
        h = round(w / NARROWEST)
    elif w > h * WIDEST:
        w = round(h * WIDEST)
    return pygame.Rect((width - w) // 2, (height - h) // 2, w, h)
