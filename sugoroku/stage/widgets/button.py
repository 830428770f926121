"""Buttons: with a label, round ones with a picture, and chips to choose from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sugoroku.stage.tokens import BUTTON_LEDGE, FLOOR, PRESSED_LEDGE
from sugoroku.stage.widgets.base import Widget

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

ButtonKind = Literal["primary", "secondary", "go", "danger", "quiet"]

# Face, ledge, label, edge.
_KINDS: dict[str, tuple[str, str, str, str | None]] = {
    "primary": ("primary", "primary_deep", "paper", None),
    "secondary": ("paper", "line", "ink", "line"),
    "go": ("sun", "sun_deep", "ink", None),
    "danger": ("warn_tint", "warn_deep", "ink", None),
    "quiet": ("primary_tint", "line", "ink", None),
}
_DISABLED = ("disabled", "disabled_deep", "miss", None)
HOVER_SHARE = 0.14
DOWN = 8
"""How far a pressed face moves."""


def mixed(canvas: "Canvas", a: str, b: str, share: float) -> str:
    """The colour at `share` of the way from a to b."""
    made = canvas.colour(a).lerp(canvas.colour(b), share)
    return f"#{made.r:02X}{made.g:02X}{made.b:02X}"


def draw_focus(
    canvas: "Canvas", x: float, y: float, w: float, h: float, r: float, ink: float = 6
) -> None:
    """The ring around whatever has the focus: ink inside, sun outside. Drawn below the widget."""
    sun = ink + 7
    canvas.rect(x - sun, y - sun, w + 2 * sun, h + 2 * sun, r + sun, "focus")
    canvas.rect(x - ink, y - ink, w + 2 * ink, h + 2 * ink, r + ink, "ink")


@dataclass(slots=True, eq=False)
class Button(Widget):
    """A word on a ledge. `h` is the height of the face; the ledge lies 12 lpx below it.

    One `primary` kind for each screen. `icon` is a glyph of `ui/`. The label shrinks to the
    floor, then it is cut.
    """

    label: str = ""
    kind: ButtonKind = "primary"
    icon: str | None = None
    size: float = 50
    radius: float = 36
    ruby: bool | None = None

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        r = min(self.radius, h / 2)
        face, ledge, ink, edge = _KINDS[self.kind] if self.enabled else _DISABLED
        if self.focused and self.enabled:
            draw_focus(canvas, x, y, w, h + BUTTON_LEDGE, r)
        down, depth = 0, BUTTON_LEDGE
        if not self.enabled:
            down, depth = 6, 6
        elif self.pressed:
            down, depth = DOWN, PRESSED_LEDGE
        elif self.hovered:
            face = mixed(canvas, face, ledge, HOVER_SHARE)
        canvas.rect(x, y + down + depth, w, h, r, ledge)
        hem = 5 if edge else 0
        if edge:
            canvas.rect(x, y + down, w, h, r, edge)
        canvas.rect(x + hem, y + down + hem, w - 2 * hem, h - 2 * hem, r - hem, face)
        self._draw_label(canvas, y + down + h / 2, ink)

    def _draw_label(self, canvas: "Canvas", middle: float, ink: str) -> None:
        gap = 18 if self.icon else 0
        size = self.size
        room = self.w - 40
        needed = canvas.measure(self.label, size, None, "display", self.ruby).w
        glyph = size * 1.15 if self.icon else 0.0
        if needed + glyph + gap > room:
            size = max(min(FLOOR, size), size * (room - gap) / (needed + glyph))
            glyph = size * 1.15 if self.icon else 0.0
            needed = canvas.measure(self.label, size, None, "display", self.ruby).w
        shown = min(needed, room - glyph - gap) if self.label else -gap
        left = self.x + (self.w - shown - glyph - gap) / 2
        if self.icon:
            canvas.svg(f"ui/{self.icon}", left + glyph / 2, middle, w=glyph, recolour=ink)
        if self.label:
            canvas.text(
                self.label, left + glyph + gap, middle - size * 0.02, size, ink, "display",
                room - glyph - gap, valign="m", fit=True, ruby=self.ruby, min_size=min(34, size),
            )  # fmt: skip


@dataclass(slots=True, eq=False)
class RoundButton(Widget):
    """A glyph of `ui/` on a disc, usually 92 × 92."""

    icon: str = "pause"
    kind: ButtonKind = "secondary"

    def draw(self, canvas: "Canvas") -> None:
        d = min(self.w, self.h)
        x, y = self.x + (self.w - d) / 2, self.y + (self.h - d) / 2
        face, ledge, ink, _ = _KINDS[self.kind] if self.enabled else _DISABLED
        if self.focused and self.enabled:
            draw_focus(canvas, x, y, d, d + 8, d / 2)
        down, depth = 0, 8
        if self.pressed:
            down, depth = 5, 3
        elif self.hovered and self.enabled:
            face = mixed(canvas, face, ledge, HOVER_SHARE)
        canvas.rect(x, y + down + depth, d, d, d / 2, ledge)
        canvas.rect(x, y + down, d, d, d / 2, face)
        canvas.svg(f"ui/{self.icon}", x + d / 2, y + down + d / 2, w=d * 0.52, recolour=ink)


@dataclass(slots=True, eq=False)
class ChoiceChip(Widget):
    """One of several words of which one or more may be chosen; a tick says so, not the colour."""

    label: str = ""
    chosen: bool = False
    icon: str | None = None
    """A picture of the assets (`topic/water`), shown while it is not chosen."""
    size: float = 46
    ruby: bool | None = None

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        face, ledge, ink = "paper", "line", "ink"
        if not self.enabled:
            face, ledge, ink = _DISABLED[:3]
        elif self.chosen:
            face, ledge, ink = "primary", "primary_deep", "paper"
        if self.focused and self.enabled:
            draw_focus(canvas, x, y, w, h + 8, h / 2)
        if self.hovered and self.enabled:
            face = mixed(canvas, face, ledge, HOVER_SHARE)
        down = 5 if self.pressed else 0
        canvas.rect(x, y + 8, w, h, h / 2, ledge)
        canvas.rect(x, y + down, w, h, h / 2, face)
        picture = "ui/check" if self.chosen else self.icon
        glyph = min(h * 0.6, 64) if picture else 0.0
        gap = 14 if picture else 0
        room = w - 48 - glyph - gap
        needed = min(canvas.measure(self.label, self.size, None, "display", self.ruby).w, room)
        left = x + (w - needed - glyph - gap) / 2
        middle = y + down + h / 2
        if picture:
            tint = ink if picture.startswith("ui/") else None
            canvas.svg(picture, left + glyph / 2, middle, glyph, glyph, recolour=tint)
        canvas.text(
            self.label, left + glyph + gap, middle, self.size, ink, "display", room,
            valign="m", fit=True, ruby=self.ruby,
        )  # fmt: skip
