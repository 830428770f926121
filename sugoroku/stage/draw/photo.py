"""The picture that belongs to a question: SVG, PNG or JPEG from the edition's folders."""

import logging
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

log = logging.getLogger("sugoroku.stage")


def has_photo(canvas: "Canvas", file: str) -> bool:
    """Whether there is such a file; a question without its picture is asked all the same."""
    return canvas.assets.find(file) is not None


def draw_photo(canvas: "Canvas", file: str, x: float, y: float, w: float, h: float) -> None:
    """In the middle of the box, as large as it fits, on paper."""
    canvas.card(x, y, w, h, 40, "paper", "line", 10)
    x, y, w, h = x + 14, y + 14, w - 28, h - 28
    if file.lower().endswith(".svg"):
        canvas.svg(file[: -len(".svg")], x + w / 2, y + h / 2, w=w, h=h)
        return
    box = canvas.px(w), canvas.px(h)
    made = canvas.assets.cache.get(("photo", file, box), lambda: _scaled(canvas, file, box))
    canvas.surface.blit(
        made,
        (
            canvas.px(x + w / 2) - made.get_width() // 2,
            canvas.px(y + h / 2) - made.get_height() // 2,
        ),
    )


def _scaled(canvas: "Canvas", file: str, box: tuple[int, int]) -> pygame.Surface:
    path = canvas.assets.find(file)
    try:
        loaded = pygame.image.load(str(path)).convert_alpha()
    except (pygame.error, OSError) as fault:
        log.warning("picture %r cannot be shown: %s", file, fault)
        return pygame.Surface((1, 1), pygame.SRCALPHA)
    share = min(box[0] / loaded.get_width(), box[1] / loaded.get_height())
    size = max(1, round(loaded.get_width() * share)), max(1, round(loaded.get_height() * share))
    return pygame.transform.smoothscale(loaded, size)
