"""A number to be guessed: a line from low to high, moved by keys, clicks or typed digits."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sugoroku.stage import intents
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import draw_focus

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

PAGE = 10
"""Up and down move by so many steps."""
SIDE = 150
"""Width of the − and + fields at the ends."""


@dataclass(slots=True, eq=False)
class NumberLine(Widget):
    """`shown` writes a number as the language does; `unit` stands behind it."""

    low: float = 0
    high: float = 100
    step: float = 1
    value: float = 50
    touched: bool = False
    unit: str = ""
    shown: Callable[[float], str] = str
    on_change: Callable[[float], None] | None = None
    typed: str = ""
    _at: tuple[float, float] | None = field(default=None, init=False)

    def handle(self, intent: intents.Intent) -> bool:
        match intent:
            case intents.MoveFocus(direction="left") | intents.Character(text="-"):
                self._set(self.value - self.step)
            case intents.MoveFocus(direction="right") | intents.Character(text="+"):
                self._set(self.value + self.step)
            case intents.MoveFocus(direction="up"):
                self._set(self.value + PAGE * self.step)
            case intents.MoveFocus(direction="down"):
                self._set(self.value - PAGE * self.step)
            case _:
                return False
        return True

    def _set(self, value: float) -> None:
        if self.on_change is not None:
            self.on_change(value)

    def point(self, x: float) -> None:
        """A click: on the fields at the ends one step, on the line straight there."""
        if x < self.x + SIDE:
            self._set(self.value - self.step)
        elif x > self.x + self.w - SIDE:
            self._set(self.value + self.step)
        else:
            share = (x - self.x - SIDE - 30) / (self.w - 2 * SIDE - 60)
            self._set(self.low + max(0.0, min(1.0, share)) * (self.high - self.low))

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        if self.focused:
            draw_focus(canvas, x, y, w, h + 12, 44)
        canvas.card(x, y, w, h, 44, "paper", "line", 12)
        for left, icon in ((x + 22, "minus"), (x + w - 22 - 112, "plus")):
            canvas.rect(left, y + h / 2 - 48, 112, 112, 56, "line")
            canvas.rect(left, y + h / 2 - 56, 112, 112, 56, "primary_tint")
            canvas.svg(f"ui/{icon}", left + 56, y + h / 2, w=54, recolour="primary")
        number = f"{self.shown(self.value)} {self.unit}".strip()
        canvas.text(
            number, x + w / 2, y + h * 0.34, 110, "ink" if self.touched else "ink_soft", "display",
            align="c", valign="m", width=w - 2 * SIDE - 20, fit=True,
        )  # fmt: skip
        left, right, line = x + SIDE + 30, x + w - SIDE - 30, y + h * 0.64
        canvas.rect(left, line - 12, right - left, 24, 12, "ground_deep")
        share = (self.value - self.low) / (self.high - self.low)
        knob = left + share * (right - left)
        canvas.rect(left, line - 12, max(24, knob - left), 24, 12, "primary")
        canvas.rect(knob - 30, line - 30, 60, 60, 30, "primary_deep")
        canvas.rect(knob - 20, line - 20, 40, 40, 20, "sun")
        for at, value, align in ((left, self.low, "l"), (right, self.high, "r")):
            canvas.text(
                self.shown(value), at, line + 62, 45, "ink_soft",
                align="l" if align == "l" else "r", valign="m",
            )  # fmt: skip
