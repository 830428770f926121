"""The card of a possible answer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sugoroku.model.ids import TeamShape
from sugoroku.stage.tokens import FLOOR
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import HOVER_SHARE, draw_focus, mixed

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

OptionState = Literal["rest", "chosen", "correct", "wrong", "dim"]

# Face, ledge, badge, text.
_STATES = {
    "rest": ("paper", "line", "primary", "ink"),
    "chosen": ("paper", "line", "primary", "ink"),
    "correct": ("ok_tint", "ok_deep", "ok_deep", "ink"),
    "wrong": ("miss_tint", "miss", "miss", "ink"),
    "dim": ("paper", "ground_deep", "miss", "ink_soft"),
}
_RINGS = {"correct": ("ok_deep", 8), "chosen": ("primary", 9)}
LEDGE = 12
RADIUS = 40


@dataclass(slots=True, eq=False)
class OptionCard(Widget):
    """A letter in a badge and the answer beside it.

    Right and wrong are told by mark, ring and colour together; `mark` is the edition's
    (`theme.correct_mark`): a ring in Japan, a tick in Chile.
    """

    letter: str = "A"
    text: str = ""
    state: OptionState = "rest"
    mark: Literal["maru", "check"] = "check"
    size: float = 54
    badge: float | None = None
    ruby: bool | None = None
    calm: bool = False
    """Not an answer but the lack of one; as good as the others, and quieter."""
    numbered: bool = False
    """The badge keeps its number, whatever the state is."""
    own: tuple[TeamShape, str] | None = None
    """The place that a team gave this answer, shown at the right with the team's shape."""

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        face, ledge, badge, ink = _STATES[self.state]
        if self.calm:
            face, badge = "miss_tint", "miss"
        if self.focused and self.enabled:
            draw_focus(canvas, x, y, w, h + LEDGE, RADIUS)
        if self.hovered and self.enabled and self.state == "rest":
            face = mixed(canvas, face, "primary_tint", 4 * HOVER_SHARE)
        down = 8 if self.pressed else 0
        canvas.rect(x, y + LEDGE, w, h, RADIUS, ledge)
        ring, width = _RINGS.get(self.state, ("", 0))
        if ring:
            canvas.rect(x, y + down, w, h, RADIUS, ring)
        canvas.rect(x + width, y + down + width, w - 2 * width, h - 2 * width, RADIUS - width, face)
        d = self.badge or max(64.0, min(92.0, h * 0.66))
        middle = y + down + h / 2
        self._draw_badge(canvas, x + 28 + d / 2, middle, d, badge)
        if self.own is not None:
            shape, place = self.own
            canvas.rect(x + w - 148, middle - 40, 126, 80, 40, "paper", "line", 4)
            canvas.token(shape, x + w - 108, middle, 58, mark=True)
            canvas.text(
                place, x + w - 52, middle, 48, "ink", "display", align="c", valign="m", ruby=False
            )
            w -= 140
        canvas.text(
            self.text, x + 28 + d + 26, middle, self.size, ink, width=w - 28 - d - 26 - 30,
            valign="m", max_h=h - 16, min_size=min(FLOOR, self.size), ruby=self.ruby,
        )  # fmt: skip

    def _draw_badge(self, canvas: "Canvas", cx: float, cy: float, d: float, colour: str) -> None:
        canvas.rect(cx - d / 2, cy - d / 2, d, d, d / 2, colour)
        if self.state == "correct" and not self.numbered:
            canvas.svg(f"ui/{self.mark}", cx, cy, w=d * 0.66, recolour="paper")
        elif self.state == "wrong" and not self.numbered:
            canvas.svg("ui/cross", cx, cy, w=d * 0.56, recolour="paper")
        else:
            canvas.text(
                self.letter, cx, cy - 1, max(FLOOR, d * 0.62), "paper", "display",
                align="c", valign="m", ruby=False,
            )  # fmt: skip
