"""The contract of a screen, and what all screens have in common.

A scene paints a still picture (`paint`), names its widgets (`build`), and may have motion
on top of it (`animate`). The loop draws the still picture only when it is stale.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.i18n.translator import Translator
from sugoroku.model.layout import Theme
from sugoroku.settings import Settings
from sugoroku.stage import intents
from sugoroku.stage.motion.entrance import Entrance, Part
from sugoroku.stage.motion.toast import Toast
from sugoroku.stage.widgets.base import Widget

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas
    from sugoroku.stage.sounds import Sounds


@dataclass(slots=True)
class Context:
    """What every scene may use. `tr` and `theme` are replaced when language or edition change."""

    tr: Translator
    theme: Theme
    settings: Settings
    sounds: "Sounds"
    now_ms: Callable[[], float]
    """Milliseconds of a monotonic clock; stands still while nothing should move."""


class Scene:
    """Base of all screens. A subclass overrides `enter`, `build`, `paint`, `animate`, `handle`."""

    typing = False
    """True while a text field has the keyboard: characters then arrive as `TextTyped`."""

    scanning = True
    """With a clicker alone: PageUp goes from widget to widget, PageDown presses."""

    toast_on_top = True
    """A short message comes from above: at the foot are the buttons."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.widgets: list[Widget] = []
        self.stale = True
        self._toast: Toast | None = None
        self._entrance: Entrance | None = None

    @property
    def tr(self) -> Translator:
        return self.context.tr

    def enter(self) -> None:
        """Look texts up; called when the screen appears and after a change of language."""

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        """The widgets for this size; called whenever the picture is stale."""
        return ()

    def paint(self, canvas: "Canvas") -> None:
        """The still picture under the widgets."""

    def paint_over(self, canvas: "Canvas") -> None:
        """What lies still above the widgets (a bubble, a mascot)."""

    def animate(self, canvas: "Canvas") -> bool:
        """Draw what moves, over the still picture; True while the motion goes on."""
        return False

    def finish_motion(self) -> bool:
        """End a running motion at once, with its outcome; True if one was running."""
        return False

    def tick(self) -> None:
        """Called once a frame, also when nothing moves (timers)."""

    def refresh(self) -> None:
        """The picture is to be drawn again."""
        self.stale = True

    # ------------------------------------------------------------------ how it comes on

    def come_on(self, duration: float) -> None:
        """From `enter`: the parts of the screen rise, once. `paint` calls `ground_painted`."""
        if self._entrance is None:
            reduced = self.context.settings.motion == "reduced"
            self._entrance = Entrance(duration, reduced)

    def ground_painted(self, canvas: "Canvas") -> None:
        """From `paint`: what was painted so far lies still while the parts come."""
        if self._entrance is not None:
            self._entrance.keep_ground(canvas)

    def parts(self, canvas: "Canvas") -> Sequence[Part]:
        """What comes on, in this order."""
        return ()

    @property
    def coming(self) -> bool:
        return self._entrance is not None and not self._entrance.over

    # ------------------------------------------------------------------ a short message

    def toast(self, text: str, icon: str = "warn") -> None:
        """Say something for a moment, at the foot of whatever is on show."""
        now = self.context.now_ms()
        self._toast = Toast(text, icon, now, self.context.settings.motion == "reduced")
        self._toast.settle(now)
        self.refresh()

    def toast_width(self, canvas: "Canvas") -> float:
        """The toast stands in the middle of this width."""
        return canvas.W

    def tick_toast(self) -> None:
        toast = self._toast
        if toast is None:
            return
        now = self.context.now_ms()
        if toast.over(now):
            self._toast = None
            self.refresh()
        elif toast.settle(now):
            self.refresh()

    def animate_all(self, canvas: "Canvas") -> bool:
        """`animate`, and the toast while it comes or goes."""
        if self._entrance is not None and self.coming:
            if self._entrance.draw(canvas, self.parts(canvas), self.context.now_ms()):
                return True
            self.refresh()
        moving = self.animate(canvas)
        if self._toast is not None and not self._toast.standing:
            self._toast.draw(
                canvas, self.toast_width(canvas), self.context.now_ms(), self.toast_on_top
            )
            return True
        return moving

    # ------------------------------------------------------------------ drawing, by the loop

    def render(self, canvas: "Canvas") -> None:
        """Draw the whole still picture. Widgets keep focus and press by their place."""
        before = self.widgets
        self.widgets = list(self.build(canvas))
        for was, now in zip(before, self.widgets, strict=False):
            if now is not was and now.enabled:
                now.focused = (was.focused and now.focusable) or now.focused
                now.pressed, now.hovered = was.pressed, was.hovered
        self.paint(canvas)
        for widget in self.widgets:
            widget.draw(canvas)
        self.paint_over(canvas)
        if self._toast is not None and self._toast.standing:
            self._toast.draw(
                canvas, self.toast_width(canvas), self.context.now_ms(), self.toast_on_top
            )
        self.stale = False

    # ------------------------------------------------------------------ input, by the loop

    def handle(self, intent: intents.Intent) -> bool:
        """Intents of this screen alone; True: taken. Called before the widgets see it."""
        return False

    def on_back(self) -> None:
        """Escape or PageUp, when nothing else took it."""

    def dispatch(self, intent: intents.Intent) -> None:
        """Bring an intent to the motion, the scene, or the widget it means."""
        if not isinstance(intent, intents.PointerMove | intents.PointerUp) and self._hurry(intent):
            self.refresh()
            return
        if self.handle(intent):
            return
        focused = self.focused()
        if focused is not None and focused.handle(intent):
            self.refresh()
            return
        match intent:
            case intents.Go(clicker=clicker):
                target = None if clicker and not self.scanning else focused
                target = target or next((w for w in self.widgets if w.primary and w.enabled), None)
                if target is not None:
                    target.press()
            case intents.Back(clicker=True) if self.scanning:
                self._move_focus("next")
            case intents.Back():
                self.on_back()
            case intents.MoveFocus(direction=direction):
                self._move_focus(direction)
            case intents.Character(text=text):
                for widget in self.widgets:
                    if widget.enabled and text in widget.keys:
                        widget.press()
                        break
            case intents.PointerDown(x=x, y=y):
                self._pointer_down(x, y)
            case intents.PointerUp(x=x, y=y):
                self._pointer_up(x, y)
            case intents.PointerMove(x=x, y=y):
                self._pointer_move(x, y)
            case _:
                pass

    def _hurry(self, intent: intents.Intent) -> bool:
        """End what moves at once, with its outcome; True: that was all the key did."""
        if self._toast is not None and self._toast.standing:
            self._toast = None  # what is typed next must not lie under it
            self.refresh()
        came = self._entrance is not None and self._entrance.running
        if self._entrance is not None:
            self._entrance.end()
        # A second Enter while a card comes belongs to the screen before.
        return self.finish_motion() or (came and isinstance(intent, intents.Go))

    def focused(self) -> Widget | None:
        return next((w for w in self.widgets if w.focused and w.enabled), None)

    def focus(self, widget: Widget | None) -> None:
        for other in self.widgets:
            other.focused = other is widget
        self.refresh()

    def _move_focus(self, direction: intents.Direction) -> None:
        able = [w for w in self.widgets if w.enabled and w.focusable]
        if not able:
            return
        now = self.focused()
        if now is None:
            first = next((w for w in able if w.primary), able[0])
            self.focus(able[0] if direction in ("next", "right", "down") else first)
            return
        if direction in ("next", "previous"):
            step = 1 if direction == "next" else -1
            self.focus(able[(able.index(now) + step) % len(able)])
            return
        best = _nearest(now, able, direction)
        if best is not None:
            self.focus(best)

    def _pointer_down(self, x: float, y: float) -> None:
        for widget in reversed(self.widgets):
            if widget.enabled and widget.contains(x, y):
                widget.pressed = True
                self.refresh()
                return

    def _pointer_up(self, x: float, y: float) -> None:
        for widget in self.widgets:
            if widget.pressed:
                widget.pressed = False
                self.refresh()
                if widget.contains(x, y):
                    for other in self.widgets:
                        other.focused = False
                    widget.press()
                return

    def _pointer_move(self, x: float, y: float) -> None:
        for widget in self.widgets:
            over = widget.enabled and widget.contains(x, y)
            if over != widget.hovered:
                widget.hovered = over
                self.refresh()


def _nearest(now: Widget, able: Sequence[Widget], direction: intents.Direction) -> Widget | None:
    """The widget next to `now` that way; sideways distance counts double."""
    cx, cy = now.x + now.w / 2, now.y + now.h / 2
    dx, dy = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}[direction]

    def distance(widget: Widget) -> float | None:
        ox, oy = widget.x + widget.w / 2 - cx, widget.y + widget.h / 2 - cy
        along = ox * dx + oy * dy
        return along + 2 * abs(ox * dy + oy * dx) if along > 1 else None

    reachable = [(d, i) for i, w in enumerate(able) if (d := distance(w)) is not None]
    return able[min(reachable)[1]] if reachable else None
