"""How many hands are up for an option: a number, less and more."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.stage.widgets.button import draw_focus
from sugoroku.stage.widgets.switch import Parted

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

Spot = tuple[float, float, float]
"""Centre and diameter of a round button."""


@dataclass(slots=True, eq=False)
class CountCard(Parted):
    """A tall one stands under a face (`picture`), a flat one is a line with a letter.

    `share` (0 to 1) fills the flat one from the left: the class sees the bar grow. `on_count`
    takes −1 or +1.
    """

    text: str = ""
    letter: str = ""
    picture: str = ""
    calm: bool = False
    count: int = 0
    share: float = 0.0
    size: float = 50
    on_count: Callable[[int], None] | None = None

    def press(self) -> None:
        place = self.taken_place()
        if not self.enabled or self.on_count is None or place is None:
            return
        for (cx, cy, d), by in zip(self._spots(), (-1, 1), strict=True):
            if abs(place[0] - cx) <= d / 2 + 6 and abs(place[1] - cy) <= d / 2 + 6:
                self.on_count(by)
                return
        self.on_count(0)  # it is this one that is typed at

    def _spots(self) -> tuple[Spot, Spot]:
        """Less and more."""
        x, y, w, h = self.x, self.y, self.w, self.h
        if self.picture:
            d = min(92.0, (w - 70) / 2)
            return (x + 26 + d / 2, y + h - 66, d), (x + w - 26 - d / 2, y + h - 66, d)
        d = min(92.0, h - 14)
        right = x + w - 22 - d / 2
        return (right - d - 130, y + h / 2, d), (right, y + h / 2, d)

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        r = 48 if self.picture else min(40.0, h / 2)
        ledge = 14 if self.picture else 10 if h > 80 else 6
        if self.focused:
            draw_focus(canvas, x, y, w, h + ledge, r)
        canvas.rect(x, y + ledge, w, h, r, "line")
        canvas.rect(x, y, w, h, r, "miss_tint" if self.calm else "paper")
        if self.picture:
            self._draw_tall(canvas)
        else:
            self._draw_flat(canvas)
        for (cx, cy, d), icon in zip(self._spots(), ("minus", "plus"), strict=True):
            able = icon == "plus" or self.count > 0
            canvas.rect(
                cx - d / 2, cy - d / 2 + 6, d, d, d / 2, "line" if able else "disabled_deep"
            )
            canvas.rect(cx - d / 2, cy - d / 2, d, d, d / 2, "primary_tint" if able else "disabled")
            canvas.svg(f"ui/{icon}", cx, cy, w=d * 0.5, recolour="primary" if able else "miss")

    def _draw_tall(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        canvas.svg(self.picture, x + w / 2, y + 94, w=min(150, w * 0.62), h=150)
        canvas.text(
            self.text, x + w / 2, y + 222, 48, "ink", align="c", valign="m", width=w - 14,
            max_h=104, min_size=34,
        )  # fmt: skip
        self._draw_count(canvas, x + w / 2, y + h - 150, 78, w - 40)

    def _draw_flat(self, canvas: "Canvas") -> None:
        x, y, h = self.x, self.y, self.h
        less, more = self._spots()
        left = x + min(84.0, h) + 22
        room = less[0] - less[2] / 2 - 24 - left
        if self.share > 0:  # behind the words
            filled = max(28.0, room * min(1.0, self.share))
            canvas.rect(left - 12, y + 8, filled + 12, h - 16, min(24.0, h / 2), "primary_tint")
        d = min(76.0, h - 12)
        colour = "miss" if self.calm else "primary"
        middle = y + h / 2
        canvas.rect(x + 16, middle - d / 2, d, d, d / 2, colour)
        canvas.text(
            self.letter, x + 16 + d / 2, middle - 1, min(46.0, d * 0.68), "paper", "display",
            align="c", valign="m", ruby=False,
        )  # fmt: skip
        canvas.text(
            self.text, left + 8, middle, self.size, "ink", valign="m", width=room - 16, max_h=h - 6,
            min_size=min(36.0, self.size),
        )  # fmt: skip
        self._draw_count(canvas, (less[0] + more[0]) / 2, middle, min(66.0, h * 0.8), 110)

    def _draw_count(self, canvas: "Canvas", cx: float, cy: float, size: float, room: float) -> None:
        canvas.text(
            str(self.count), cx, cy, size, "ink", "display", align="c", valign="m", width=room,
            fit=True, ruby=False,
        )  # fmt: skip
