"""The contract of a widget: a rectangle that draws itself and may be pressed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sugoroku.stage import intents

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


@dataclass(slots=True, eq=False)
class Widget:
    """`x, y, w, h` in lpx. `keys` are characters that press it without focus.

    `primary`: what Enter, Space and the clicker press when nothing has the focus.
    """

    x: float
    y: float
    w: float
    h: float
    on_press: Callable[[], None] | None = None
    keys: tuple[str, ...] = ()
    primary: bool = False
    enabled: bool = True
    focusable: bool = True
    focused: bool = field(default=False, init=False)
    hovered: bool = field(default=False, init=False)
    pressed: bool = field(default=False, init=False)

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x <= self.x + self.w and self.y <= y <= self.y + self.h

    def press(self) -> None:
        if self.enabled and self.on_press is not None:
            self.on_press()

    def handle(self, intent: intents.Intent) -> bool:
        """Intents that only this widget understands (arrows in a slider); True: taken."""
        return False

    def draw(self, canvas: "Canvas") -> None:
        raise NotImplementedError
