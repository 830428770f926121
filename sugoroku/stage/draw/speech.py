"""The mascot with its bubble, and the toast: short words at the foot of the board."""

from typing import TYPE_CHECKING

from sugoroku.model.layout import Theme
from sugoroku.stage.tokens import FLOOR

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

MASCOT_X, MASCOT_FEET, MASCOT_H = 132.0, 1066.0, 252.0
BUBBLE_X, BUBBLE_FOOT = 278.0, 1046.0
TALLEST = 236.0
"""A taller bubble would cover squares."""


def draw_speech(canvas: "Canvas", theme: Theme, pose: str, text: str, stage_w: float) -> None:
    """The mascot, and what it says; an empty text: it keeps silent."""
    canvas.mascot(theme, pose, MASCOT_X, MASCOT_FEET, MASCOT_H)
    if not text:
        return
    left = BUBBLE_X if theme.mascot else 64.0
    room = min(stage_w - left - 12, 1100)
    size = canvas.large(48.0)
    block = canvas.measure(text, size, room - 88)
    while block.h > TALLEST - 44 and size > FLOOR:
        size -= 1
        block = canvas.measure(text, size, room - 88)
    w, h = min(room, block.w + 104), max(140.0, block.h + (60 if block.h < 150 else 44))
    top = BUBBLE_FOOT - h
    canvas.bubble(left, top, w, h, "l" if theme.mascot else "", tail_y=h * 0.55)
    canvas.text(text, left + 46, top + h / 2, size, width=room - 88, valign="m")


def draw_toast(
    canvas: "Canvas", text: str, icon: str, stage_w: float, share: float = 1.0, top: bool = False
) -> None:
    """An ink pill in the middle of the foot (or the top); `share`: how much of it has come.

    On a card of ink it is told from the ground by its paper edge.
    """
    room = stage_w - 96
    size = canvas.large(50.0)
    block = canvas.measure(text, size, room - 190)
    if len(block.lines) > 1:
        size = float(FLOOR)
        block = canvas.measure(text, size, room - 190)
    w, h = block.w + 178, max(100.0, block.h + 44)
    x, y = (stage_w - w) / 2, (h + 28) * share - h if top else 1080 - (h + 40) * share
    canvas.rect(x - 4, y - 4, w + 8, h + 8, min(54, h / 2 + 4), "paper")
    canvas.rect(x, y, w, h, min(50, h / 2), "ink")
    canvas.svg(f"ui/{icon}", x + 68, y + h / 2, w=58, h=58, recolour="sun")
    canvas.text(text, x + 116, y + h / 2, size, "paper", width=room - 190, valign="m")
