"""Settings that are changed in place: on or off, one of several, a number."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sugoroku.stage import intents
from sugoroku.stage.tokens import FLOOR, TOUCH_MIN
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import draw_focus

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


@dataclass(slots=True, eq=False)
class Toggle(Widget):
    """On or off; the knob carries a tick or a cross. Usually 150 × 84."""

    on: bool = False
    on_change: Callable[[bool], None] | None = None

    def press(self) -> None:
        if not self.enabled:
            return
        self.on = not self.on
        if self.on_change is not None:
            self.on_change(self.on)
        if self.on_press is not None:
            self.on_press()

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        if self.focused and self.enabled:
            draw_focus(canvas, x, y, w, h, h / 2)
        track = "ok_deep" if self.on else "miss"
        canvas.rect(x, y, w, h, h / 2, track if self.enabled else "disabled_deep")
        knob = h - 16
        left = x + w - knob - 8 if self.on else x + 8
        canvas.rect(left, y + 8, knob, knob, knob / 2, "primary_tint" if self.hovered else "paper")
        canvas.svg(
            "ui/check" if self.on else "ui/cross", left + knob / 2, y + h / 2, w=knob * 0.6,
            recolour="ok_deep" if self.on else "miss_deep",
        )  # fmt: skip


@dataclass(slots=True, eq=False)
class Parted(Widget):
    """A widget whose parts can be pressed; it remembers which place was asked about last.

    A press by pointer comes right after `contains`, when nothing has the focus; a press by
    keys comes with the focus.
    """

    _place: tuple[float, float] | None = field(default=None, init=False, repr=False)

    def contains(self, x: float, y: float) -> bool:
        self._place = (x, y)
        return self.x <= x <= self.x + self.w and self.y <= y <= self.y + self.h

    def taken_place(self) -> tuple[float, float] | None:
        place, self._place = self._place, None
        return None if self.focused else place


@dataclass(slots=True, eq=False)
class Segmented(Parted):
    """One of a few words in a row. Arrows move the choice; Enter goes round."""

    choices: Sequence[str] = ()
    index: int = 0
    on_change: Callable[[int], None] | None = None
    size: float = 50
    least: float = FLOOR
    ruby: bool | None = None

    def press(self) -> None:
        if not self.enabled or not self.choices:
            return
        place = self.taken_place()
        if place is None:
            self._choose((self.index + 1) % len(self.choices))
        else:
            part = int((place[0] - self.x) / max(1, self.w) * len(self.choices))
            self._choose(max(0, min(len(self.choices) - 1, part)))

    def handle(self, intent: intents.Intent) -> bool:
        if not self.enabled:
            return False
        if isinstance(intent, intents.MoveFocus) and intent.direction in ("left", "right"):
            index = self.index + (1 if intent.direction == "right" else -1)
            if 0 <= index < len(self.choices):
                self._choose(index)
                return True
        return False

    def _choose(self, index: int) -> None:
        if index == self.index:
            return
        self.index = index
        if self.on_change is not None:
            self.on_change(index)

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        r = min(36.0, h / 2)
        if self.focused and self.enabled:
            draw_focus(canvas, x, y, w, h, r)
        canvas.rect(x, y, w, h, r, "ground_deep" if self.enabled else "disabled")
        if not self.choices:
            return
        part = (w - 16) / len(self.choices)
        for i, choice in enumerate(self.choices):
            left = x + 8 + i * part
            chosen = i == self.index
            if chosen:
                thumb = "primary" if self.enabled else "miss"
                canvas.rect(left, y + 8, part, h - 16, max(0, r - 8), thumb)
            canvas.text(
                choice, left + part / 2, y + h / 2, self.size, "paper" if chosen else "ink",
                "display", part - 16, "c", "m", fit=True, ruby=self.ruby,
                min_size=min(self.least, self.size),
            )  # fmt: skip


@dataclass(slots=True, eq=False)
class Stepper(Parted):
    """− n +. Arrows, plus, minus and digits change the number; stacked where it is narrow."""

    value: int = 0
    low: int = 0
    high: int = 99
    step: int = 1
    on_change: Callable[[int], None] | None = None
    size: float = 62

    @property
    def _button(self) -> float:
        """The side of the square buttons."""
        if self._stacked:
            return min((self.w - 12) / 2, max(TOUCH_MIN, self.h * 0.5))
        return min(self.h, self.w * 0.4)

    @property
    def _stacked(self) -> bool:
        return self.w < 2.7 * TOUCH_MIN and self.h > 1.7 * TOUCH_MIN

    def press(self) -> None:
        if not self.enabled:
            return
        place = self.taken_place()
        if place is None:
            self._set(self.value + self.step if self.value < self.high else self.low)
            return
        reach = self._button + 8
        if self._stacked and place[1] < self.y + self.h - self._button:
            return
        if place[0] <= self.x + reach:
            self._set(self.value - self.step)
        elif place[0] >= self.x + self.w - reach:
            self._set(self.value + self.step)

    def handle(self, intent: intents.Intent) -> bool:
        match intent:
            case intents.MoveFocus(direction="left") | intents.Character(text="-"):
                self._set(self.value - self.step)
            case intents.MoveFocus(direction="right") | intents.Character(text="+"):
                self._set(self.value + self.step)
            case intents.Character(text=text) if text.isdecimal():
                longer = self.value * 10 + int(text)
                self._set(longer if longer <= self.high else int(text))
            case _:
                return False
        return True

    def _set(self, value: int) -> None:
        value = max(self.low, min(self.high, value))
        if value == self.value:
            return
        self.value = value
        if self.on_change is not None:
            self.on_change(value)

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        d = self._button
        if self.focused and self.enabled:
            draw_focus(canvas, x, y, w, h + 8, 30)
            canvas.rect(x, y, w, h + 8, 30, "ground")
        top = y + h - d
        self._draw_button(canvas, x, top, d, "minus", self.value > self.low)
        self._draw_button(canvas, x + w - d, top, d, "plus", self.value < self.high)
        middle = y + (h - d) / 2 if self._stacked else y + h / 2
        room = w - 8 if self._stacked else w - 2 * d - 8
        canvas.text(
            str(self.value), x + w / 2, middle, self.size, "ink", "display", room, "c", "m",
            fit=True, ruby=False, min_size=min(FLOOR, self.size),
        )  # fmt: skip

    def _draw_button(
        self, canvas: "Canvas", x: float, y: float, d: float, icon: str, able: bool
    ) -> None:
        able = able and self.enabled
        r = min(30.0, d / 2)
        canvas.rect(x, y + 8, d, d, r, "line" if able else "disabled_deep")
        canvas.rect(x, y, d, d, r, "primary_tint" if able else "disabled")
        canvas.svg(
            f"ui/{icon}", x + d / 2, y + d / 2, w=min(56.0, d * 0.56),
            recolour="ink" if able else "miss",
        )  # fmt: skip
