"""The minutes that are left of the game: quiet, for the teacher."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.stage.widgets.base import Widget

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

SOON = 5
"""From so many minutes on it wears the colour of the sun."""


@dataclass(slots=True, eq=False)
class ClockPill(Widget):
    minutes: int = 0

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        soon = self.minutes <= SOON
        if self.focused:
            canvas.rect(x - 9, y - 9, w + 18, h + 18, h / 2 + 9, "ink")
            canvas.rect(x - 5, y - 5, w + 10, h + 10, h / 2 + 5, "sun")
        canvas.rect(x, y, w, h, h / 2, "sun" if soon else "paper", alpha=1.0 if soon else 0.88)
        canvas.svg("ui/clock", x + 50, y + h / 2, w=52, recolour="ink")
        canvas.text(
            str(self.minutes), x + 94, y + h / 2, 50, "ink", "display", valign="m", ruby=False
        )
