"""A page of an author's preview: the very screen of the game, and a line at its foot for a moment.

The screen under it is drawn as in the game but stands still; keys go to the preview, not to it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.stage import intents
from sugoroku.stage.scene import Context, Scene

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

HEIGHT = 62.0
"""Of the line at the foot."""


@dataclass(frozen=True, slots=True)
class Strip:
    """What the line says: where we are, and which keys there are."""

    where: str
    keys: str


class PreviewScene(Scene):
    """`live`: what the preview does not take goes on to the screen under it."""

    def __init__(
        self,
        context: Context,
        inner: Scene,
        strip: Callable[[], Strip | None],
        take: Callable[[intents.Intent], bool],
        *,
        live: bool = False,
    ) -> None:
        super().__init__(context)
        self.inner, self.strip, self.take, self.live = inner, strip, take, live
        self._shown: Strip | None = None

    def enter(self) -> None:
        self.inner.enter()

    def tick(self) -> None:
        if self.inner.stale or self.strip() != self._shown:
            self.refresh()

    def paint(self, canvas: "Canvas") -> None:
        self.inner.render(canvas)

    def paint_over(self, canvas: "Canvas") -> None:
        self._shown = strip = self.strip()
        if strip is None:
            return
        m, y = canvas.margin / 2, canvas.H - HEIGHT / 2
        canvas.rect(0, canvas.H - HEIGHT, canvas.W, HEIGHT, 0, "#10243E")
        keys = canvas.text(
            strip.keys, canvas.W - m, y, 34, "#FFFFFF", align="r", valign="m",
            width=canvas.W * 0.42, fit=True, min_size=24, ruby=False,
        )  # fmt: skip
        canvas.text(
            strip.where, m, y, 36, "#FFE08A", valign="m", width=canvas.W - 2 * m - keys.w - 40,
            fit=True, min_size=22, ruby=False,
        )  # fmt: skip

    def dispatch(self, intent: intents.Intent) -> None:
        if not self.take(intent) and self.live:
            self.inner.dispatch(intent)
