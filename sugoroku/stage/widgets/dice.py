"""Entering what real dice showed: a button for every sum, and digits on the keyboard."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from sugoroku.stage.tokens import TOUCH_MIN
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

GAP = 12.0
LEDGE = 12.0
_MOST_BUTTONS = 20


def _columns(count: int) -> int:
    return 3 if count <= 6 else 4 if count <= 12 else 5


def pad_height(low: int, high: int) -> float:
    """What the buttons take, without the ledge of the last row."""
    count = high - low + 1
    if count > _MOST_BUTTONS:
        return 2 * 96 + GAP + LEDGE
    rows = ceil(count / _columns(count))
    return rows * TOUCH_MIN + (rows - 1) * (GAP + LEDGE)


@dataclass(slots=True)
class DicePad:
    """What has been typed or stepped to. `enter` is called with a finished number."""

    low: int
    high: int
    enter: Callable[[int], None]
    typed: str = ""
    chosen: int = 0

    def type(self, text: str) -> bool:
        """A digit. Numbers that only it can mean are entered at once; `12` waits for its 2."""
        if not text.isdecimal():
            return False
        able = range(self.low, self.high + 1)
        self.typed += text
        begun = [n for n in able if str(n).startswith(self.typed)]
        if not begun:
            self.typed = text
            begun = [n for n in able if str(n).startswith(text)]
        if not begun:
            self.typed = ""
        elif len(begun) == 1:
            self.typed = ""
            self.enter(begun[0])
        return True

    def confirm(self) -> bool:
        """Enter after a number that could have gone on."""
        if self.typed and self.low <= int(self.typed) <= self.high:
            number, self.typed = int(self.typed), ""
            self.enter(number)
            return True
        return False

    def widgets(self, x: float, y: float, w: float, changed: Callable[[], None]) -> list[Widget]:
        """One button for each sum; for many dice a stepper."""
        count = self.high - self.low + 1
        if count > _MOST_BUTTONS:
            return self._stepper(x, y, w, changed)
        columns = _columns(count)
        each = (w - (columns - 1) * GAP) / columns
        return [
            _number(
                x + (i % columns) * (each + GAP),
                y + (i // columns) * (TOUCH_MIN + GAP + LEDGE),
                each,
                number=self.low + i,
                enter=self.enter,
                waiting=bool(self.typed) and str(self.low + i).startswith(self.typed),
            )
            for i in range(count)
        ]

    def _stepper(self, x: float, y: float, w: float, changed: Callable[[], None]) -> list[Widget]:
        self.chosen = min(self.high, max(self.low, self.chosen or self.low))

        def step(by: int) -> None:
            self.chosen = min(self.high, max(self.low, self.chosen + by))
            changed()

        half = (w - GAP) / 2
        return [
            Button(
                x, y + 96 + GAP + LEDGE, w, 96, label=str(self.chosen), size=60, primary=True,
                on_press=lambda: self.enter(self.chosen),
            ),
            Button(x, y, half, 96, label="−", size=60, kind="secondary", on_press=lambda: step(-1)),
            Button(
                x + half + GAP, y, half, 96, label="+", size=60, kind="secondary",
                on_press=lambda: step(1),
            ),
        ]  # fmt: skip


@dataclass(slots=True, eq=False)
class NumberKey(Button):
    """A button that is narrower than words need."""

    def _draw_label(self, canvas: "Canvas", middle: float, ink: str) -> None:
        canvas.text(
            self.label, self.x + self.w / 2, middle - 1, self.size, ink, "display", self.w - 12,
            align="c", valign="m", fit=True, ruby=False,
        )  # fmt: skip


def _number(
    x: float, y: float, w: float, *, number: int, enter: Callable[[int], None], waiting: bool
) -> Button:
    return NumberKey(
        x, y, w, TOUCH_MIN, label=str(number), size=58, kind="go" if waiting else "quiet",
        on_press=lambda: enter(number), radius=30,
    )  # fmt: skip
