"""What was dropped on the window: what it is, line by line, and whether it is to be added."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button

if TYPE_CHECKING:
    from sugoroku.i18n.translator import Translator
    from sugoroku.stage.canvas import Canvas


@dataclass(frozen=True, slots=True)
class Offered:
    """`rows`: what is told, and what about it. `note`: what adding it would change here."""

    question: str
    name: str
    rows: tuple[tuple[str, str], ...]
    note: str
    take: str
    """The button that adds it; "" when there is nothing to add."""


class OfferScene(Scene):
    """`tell` says it in the language of the moment. Escape leaves everything as it was."""

    def __init__(
        self,
        context: Context,
        tell: "Callable[[Translator], Offered]",
        take: Callable[[], None],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(context)
        self.tell, self.take, self.leave = tell, take, leave
        self.offered = tell(context.tr)

    def enter(self) -> None:
        self.offered = self.tell(self.tr)

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        x, w = self._frame(canvas)
        bw = min(560, (w - 120 - 28) / 2)
        leave = Button(
            x + w - 60 - bw, 872, bw, 104, on_press=self.leave, size=50, label=self.tr("Back"),
            primary=True,
        )  # fmt: skip
        if not self.offered.take:
            return [leave]
        leave.label, leave.kind, leave.primary = self.tr("Not now"), "secondary", False
        leave.x -= bw + 28
        take = Button(
            x + w - 60 - bw, 872, bw, 104, on_press=self.take, size=50, label=self.offered.take,
            icon="check", primary=True,
        )  # fmt: skip
        return [leave, take]

    def paint(self, canvas: "Canvas") -> None:
        canvas.skyline(self.context.theme.skyline)
        x, w = self._frame(canvas)
        canvas.card(x, 60, w, 960, 60, "paper", "line", 14)
        left, room = x + 60, w - 120
        canvas.text(
            self.offered.question, left, 120, 50, "ink_soft", valign="m", width=room, fit=True
        )
        canvas.text(
            self.offered.name, left, 208, 76, "ink", "display", valign="m", width=room, fit=True,
            min_size=40,
        )  # fmt: skip
        note = 104.0 if self.offered.note else 0.0
        each = min(84.0, (820 - note - 280) / max(1, len(self.offered.rows)))
        label = room * (0.3 if canvas.wide else 0.34)
        for i, (what, told) in enumerate(self.offered.rows):
            y = 280 + (i + 0.5) * each
            if i % 2 == 0:
                canvas.rect(left - 24, y - each / 2, room + 48, each, 20, "ground")
            canvas.text(
                what, left, y, 42, "primary", "display", valign="m", width=label - 30, fit=True,
                min_size=28,
            )  # fmt: skip
            canvas.text(
                told, left + label, y, 44, "ink", valign="m", width=room - label, max_h=each - 4,
                min_size=30,
            )  # fmt: skip
        if note:
            canvas.svg("ui/file", left + 28, 800, w=56, recolour="primary")
            canvas.text(
                self.offered.note, left + 80, 800, 42, "ink", valign="m", width=room - 80,
                max_h=note, min_size=30,
            )  # fmt: skip

    @staticmethod
    def _frame(canvas: "Canvas") -> tuple[float, float]:
        w = min(1640, canvas.W - 2 * canvas.margin)
        return (canvas.W - w) / 2, w

    def on_back(self) -> None:
        self.leave()
