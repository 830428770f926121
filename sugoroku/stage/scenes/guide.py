"""The first turn explains itself: a few words over the screen, with a light on what they mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.stage.motion.entrance import Part
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

LEGEND = ("quiz", "event-good", "event-bad", "fact", "jump-up", "skip")


@dataclass(frozen=True, slots=True)
class GuideStep:
    """`spot`: what the light falls on, by the canvas; None: nothing. `legend`: the squares."""

    text: str
    spot: "Callable[[Canvas], Part | None] | None" = None
    legend: bool = False


class GuideScene(Scene):
    """Enter goes on, Escape leaves out what is left of the explanation."""

    def __init__(
        self,
        context: Context,
        under: Scene,
        steps: Sequence[GuideStep],
        done: Callable[[], None],
        skip: Callable[[], None],
    ) -> None:
        super().__init__(context)
        self.under, self.steps = under, tuple(steps)
        self.done, self.skip = done, skip
        self.at = 0

    @property
    def step(self) -> GuideStep:
        return self.steps[self.at]

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        x, y, w, h = self._card(canvas)
        return [
            Button(
                x + w - 40 - 330, y + h - 122, 330, 92, label=self.tr("Next"), icon="next",
                on_press=self._next, primary=True, size=48,
            ),
            Button(
                x + w - 40 - 330 - 360, y + h - 122, 330, 92, label=self.tr("Skip"),
                kind="secondary", on_press=self.skip, size=46,
            ),
        ]  # fmt: skip

    def _card(self, canvas: "Canvas") -> Part:
        """Below the light, or above it when that lies low."""
        w, h = min(1300.0, canvas.W - 2 * canvas.margin), 400.0
        spot = self.step.spot(canvas) if self.step.spot is not None else None
        high = spot is not None and spot[1] + spot[3] > 1080 - h - 60
        left = (canvas.W - w) / 2
        if spot is not None and high and spot[0] > canvas.W * 0.55:  # beside the rail
            left = max(20.0, min(left, spot[0] - w - 40))
            w = min(w, spot[0] - 60)
        return left, 330.0 if self.step.legend or (high and spot and spot[1] < 500) else (
            70.0 if high else 1080 - h - 60), w, h  # fmt: skip

    def paint(self, canvas: "Canvas") -> None:
        self.under.render(canvas)
        lit = self.step.spot(canvas) if self.step.spot is not None else None
        bright = canvas.surface.copy() if lit is not None else None
        canvas.scrim(165)
        if lit is not None and bright is not None:
            x, y, w, h = lit
            canvas.rect(x - 18, y - 18, w + 36, h + 36, 54, "sun")
            area = (canvas.px(x), canvas.px(y), canvas.px(w), canvas.px(h))
            canvas.surface.blit(bright, area[:2], area)
        x, y, w, h = self._card(canvas)
        canvas.card(x, y, w, h, 56, "paper", "#0A1626", 14)
        mascot = 230.0 if canvas.wide else 190.0
        canvas.mascot(self.context.theme, "happy", x + mascot / 2 + 26, y + h - 20, mascot * 1.3)
        left = x + mascot + 60
        top = y + 40
        if self.step.legend:
            for i, name in enumerate(LEGEND):
                canvas.svg(f"tile/{name}", left + 50 + i * 112, y + 84, w=92)
            top = y + 146
        room = y + h - 136 - top
        canvas.text(
            self.step.text, left, top + room / 2, canvas.large(54), "ink", width=x + w - 44 - left,
            valign="m", max_h=room, min_size=40,
        )  # fmt: skip

    def _next(self) -> None:
        if self.at + 1 < len(self.steps):
            self.at += 1
            self.refresh()
        else:
            self.done()

    def on_back(self) -> None:
        self.skip()
