"""The two large cards of «true or not true»."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import HOVER_SHARE, draw_focus, mixed

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


@dataclass(slots=True, eq=False)
class TruthCard(Widget):
    """A large mark, the word beside it, and the letter in the corner."""

    letter: str = "A"
    text: str = ""
    mark: str = "check"
    chosen: bool = False

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        if self.focused:
            draw_focus(canvas, x, y, w, h + 12, 40)
        face = mixed(canvas, "paper", "primary_tint", 4 * HOVER_SHARE if self.hovered else 0)
        down = 8 if self.pressed else 0
        canvas.rect(x, y + 12, w, h, 40, "line")
        ring = 9 if self.chosen else 0
        canvas.rect(x, y + down, w, h, 40, "primary")
        canvas.rect(x + ring, y + down + ring, w - 2 * ring, h - 2 * ring, 40 - ring, face)
        mark = min(230.0, h * 0.6, w * 0.34)
        middle = y + down + h / 2
        canvas.rect(x + 48, middle - mark / 2, mark, mark, mark / 2, "primary_tint")
        canvas.svg(f"ui/{self.mark}", x + 48 + mark / 2, middle, w=mark * 0.62, recolour="primary")
        left = x + 48 + mark + 34
        canvas.text(
            self.text, left, middle, 84, "ink", "display", valign="m", width=x + w - 24 - left,
            fit=True,
        )  # fmt: skip
        canvas.rect(x + 26, y + down + 26, 74, 74, 37, "primary")
        canvas.text(
            self.letter, x + 63, y + down + 62, 48, "paper", "display", align="c", valign="m",
            ruby=False,
        )  # fmt: skip
