"""Places on the board that can be chosen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.stage.widgets.base import Widget

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


@dataclass(slots=True, eq=False)
class ExitSpot(Widget):
    """One way out of a fork: a ring around its first square, and the number that chooses it."""

    label: str = ""
    below: bool = False
    """Where the number hangs, so that two ways close together do not cover each other."""

    def draw(self, canvas: "Canvas") -> None:
        chosen = self.focused or self.hovered
        grow = 10.0 if chosen else 0.0
        x, y = self.x - grow, self.y - grow
        w, h = self.w + 2 * grow, self.h + 2 * grow
        canvas.rect(x, y, w, h, 40, None, "ink", 16)
        canvas.rect(x, y, w, h, 40, None, "sun" if chosen else "paper", 9)
        cx, cy, r = x + w / 2, y + h + 34 if self.below else y - 34, 44.0
        canvas.rect(cx - r, cy - r, 2 * r, 2 * r, r, "sun" if chosen else "paper", "ink", 7)
        canvas.text(self.label, cx, cy - 1, 56, "ink", "display", align="c", valign="m", ruby=False)
