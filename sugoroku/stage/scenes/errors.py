"""The author's screen: what is wrong in the files, where, and how to mend it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.stage import intents
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button, RoundButton

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

PER_PAGE = 3


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake, in words: `place` is file:line:column."""

    place: str
    what: str
    mend: str
    line: str = ""


class ErrorsScene(Scene):
    """Three mistakes a page; reload reads the files again."""

    def __init__(
        self,
        context: Context,
        faults: Sequence[Fault],
        reload: Callable[[], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__(context)
        self.faults = tuple(faults)
        self.reload = reload
        self.back = back
        self.page = 0

    @property
    def pages(self) -> int:
        return max(1, (len(self.faults) + PER_PAGE - 1) // PER_PAGE)

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        m = canvas.margin
        w = 560 if canvas.wide else 500
        widgets: list[Widget] = [
            Button(
                canvas.W - m - w, 952, w, 92, label=self.tr("Read again"), icon="undo",
                on_press=self.reload, primary=True, keys=("r",),
            ),
            Button(
                canvas.W - m - w - 28 - 320, 952, 320, 92, label=self.tr("Back"),
                kind="secondary", on_press=self.back,
            ),
        ]  # fmt: skip
        if self.pages > 1:
            widgets.append(RoundButton(m, 952, 92, 92, icon="back", on_press=self._turn(-1)))
            widgets.append(RoundButton(m + 230, 952, 92, 92, icon="next", on_press=self._turn(1)))
        return widgets

    def paint(self, canvas: "Canvas") -> None:
        m, tr = canvas.margin, self.tr
        canvas.skyline(self.context.theme.skyline)
        canvas.mascot(self.context.theme, "thinking", m + 84, 190, 176)
        n = len(self.faults)
        title = tr.plural("{n} thing needs mending", "{n} things need mending", n)
        room = canvas.W - 2 * m - 196
        canvas.text(
            title, m + 196, 72, 68 if canvas.wide else 60, "ink", "display", valign="m",
            width=room, fit=True,
        )  # fmt: skip
        canvas.text(
            tr("The game starts when the files are in order."), m + 196, 146, 46, "ink_soft",
            valign="m", width=room, fit=True, min_size=36,
        )  # fmt: skip
        shown = self.faults[self.page * PER_PAGE : (self.page + 1) * PER_PAGE]
        for i, fault in enumerate(shown):
            self._card(canvas, fault, 208 + i * 246)
        if self.pages > 1:
            canvas.text(
                f"{self.page + 1}/{self.pages}", m + 161, 998, 48, "ink", "display",
                align="c", valign="m",
            )  # fmt: skip

    def _card(self, canvas: "Canvas", fault: Fault, y: float) -> None:
        m = canvas.margin
        w, h = canvas.W - 2 * m, 222.0
        canvas.rect(m, y + 10, w, h, 36, "line")
        canvas.rect(m, y, 120, h, 36, "warn")
        canvas.rect(m + 20, y, w - 20, h, 36, "paper")
        canvas.rect(m + 20, y, 60, h, 0, "paper")
        canvas.svg("ui/error", m + 82, y + 50, w=56)
        place_w = w - 170
        if canvas.wide and fault.line:
            line_w = min(w * 0.46, canvas.measure(fault.line, 45, ruby=False).w + 56)
            canvas.rect(m + w - line_w - 30, y + 16, line_w, 68, 20, "ground")
            canvas.text(
                fault.line, m + w - line_w - 2, y + 50, 45, "ink", valign="m",
                width=line_w - 50, fit=True, ruby=False,
            )  # fmt: skip
            place_w -= line_w + 20
        canvas.text(
            fault.place, m + 136, y + 50, 46, "primary", valign="m", width=place_w, fit=True,
            ruby=False,
        )  # fmt: skip
        canvas.text(
            fault.what, m + 136, y + 112, 45, "ink", valign="m", width=w - 170, max_h=62,
            min_size=30, ruby=False,
        )  # fmt: skip
        canvas.svg("ui/tool", m + 82, y + 172, w=46, recolour="#0B5C34")
        canvas.text(
            fault.mend, m + 136, y + 172, 45, "ok_deep", valign="m", width=w - 170, max_h=62,
            min_size=30, ruby=False,
        )  # fmt: skip

    def handle(self, intent: intents.Intent) -> bool:
        if isinstance(intent, intents.MoveFocus) and intent.direction in ("left", "right"):
            self._turn(1 if intent.direction == "right" else -1)()
            return True
        return False

    def _turn(self, step: int) -> Callable[[], None]:
        def turn() -> None:
            self.page = (self.page + step) % self.pages
            self.refresh()

        return turn

    def on_back(self) -> None:
        self.back()
