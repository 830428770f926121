"""A large card of a menu."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.stage.widgets.base import Widget

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


@dataclass(slots=True, eq=False)
class MenuCard(Widget):
    """An icon and one or two lines."""

    label: str = ""
    icon: str = ""
    danger: bool = False

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        if (self.focused or self.hovered) and self.enabled:
            canvas.rect(x - 11, y - 11, w + 22, h + 34, 50, "ink")
            canvas.rect(x - 6, y - 6, w + 12, h + 24, 46, "sun")
        face, ledge, ink, text = "primary_tint", "line", "primary", "ink"
        if not self.enabled:
            face, ledge, ink, text = "disabled", "disabled_deep", "miss", "miss"
        elif self.danger:
            face, ledge, ink = "warn_tint", "warn_deep", "warn_deep"
        canvas.rect(x, y + 12, w, h, 40, ledge)
        canvas.rect(x, y, w, h, 40, face)
        canvas.rect(x + 20, y + h / 2 - 46, 92, 92, 46, "paper")
        canvas.svg(f"ui/{self.icon}", x + 66, y + h / 2, w=56, recolour=ink)
        canvas.text(
            self.label, x + 130, y + h / 2, 49, text, "display", valign="m",
            width=w - 146, max_h=h - 20, min_size=38,
        )  # fmt: skip
