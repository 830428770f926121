"""A large card with a picture, for one of a few ways to go on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.stage.widgets.base import Widget

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


@dataclass(slots=True, eq=False)
class WayCard(Widget):
    """`picture` is one of the assets; `number` is the key that chooses it."""

    picture: str = ""
    number: str = ""
    label: str = ""
    line: str = ""

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        if (self.focused or self.hovered) and self.enabled:
            canvas.rect(x - 12, y - 12, w + 24, h + 38, 58, "ink")
            canvas.rect(x - 7, y - 7, w + 14, h + 28, 54, "sun")
        down = 8 if self.pressed else 0
        canvas.rect(x, y + 14, w, h, 48, "line" if self.enabled else "disabled_deep")
        canvas.rect(x, y + down, w, h, 48, "paper" if self.enabled else "disabled")
        middle = y + down + h / 2
        side = 250.0 if canvas.wide else 184.0
        canvas.svg(self.picture, x + 30 + side / 2, middle + 14, w=side, h=h - 60)
        canvas.rect(x + 22, y + down + 20, 68, 68, 34, "primary")
        canvas.text(
            self.number, x + 56, y + down + 53, 46, "paper", "display", align="c", valign="m",
            ruby=False,
        )  # fmt: skip
        left = x + 30 + side + (34 if canvas.wide else 24)
        room = x + w - 30 - left
        canvas.text(
            self.label, left, y + down + 74, 58, "ink", "display", valign="m", width=room, fit=True
        )
        top = y + down + 122
        canvas.text(
            self.line, left, top, 46, "ink", width=room, max_h=y + down + h - 18 - top, min_size=40
        )
