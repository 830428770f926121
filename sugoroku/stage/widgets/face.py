"""A smiley to be chosen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import draw_focus

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


@dataclass(slots=True, eq=False)
class FaceCard(Widget):
    """A smiley with its word."""

    picture: str = "smiley/smiley-3"
    label: str = ""
    chosen: bool = False

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        if self.chosen:
            canvas.rect(x - 14, y - 14, w + 28, h + 42, 62, "ink")
            canvas.rect(x - 8, y - 8, w + 16, h + 30, 56, "sun")
        elif self.focused:
            draw_focus(canvas, x, y, w, h + 14, 48)
        canvas.card(x, y, w, h, 48, "paper", "line", 14)
        canvas.svg(self.picture, x + w / 2, y + h * 0.42, w=min(248, w * 0.74))
        canvas.text(
            self.label, x + w / 2, y + h * 0.85, 48, "ink", "display" if self.chosen else "text",
            align="c", valign="m", width=w - 14, max_h=h * 0.3, min_size=34,
        )  # fmt: skip
