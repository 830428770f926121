"""The lessons kept on this computer: a list of pages, and what can be done with one of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sugoroku.stage import intents
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button, RoundButton
from sugoroku.stage.widgets.menucard import MenuCard

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

ROWS = 5


@dataclass(frozen=True, slots=True)
class LessonLine:
    """A lesson in words. `open` None: it cannot be read, `detail` says why."""

    title: str
    detail: str
    open: Callable[[], None] | None


@dataclass(slots=True, eq=False)
class LessonRow(Widget):
    """Two lines on a card; greyed with its reason when it cannot be read."""

    number: str = ""
    title: str = ""
    detail: str = ""

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        if (self.focused or self.hovered) and self.enabled:
            canvas.rect(x - 11, y - 11, w + 22, h + 34, 47, "ink")
            canvas.rect(x - 6, y - 6, w + 12, h + 24, 42, "sun")
        face, ledge, badge = "paper", "line", "primary"
        ink, soft = "ink", "ink_soft"
        if not self.enabled:
            face, ledge, badge, ink, soft = (
                "disabled",
                "disabled_deep",
                "miss",
                "miss_deep",
                "miss_deep",
            )
        canvas.rect(x, y + 12, w, h, 36, ledge)
        canvas.rect(x, y, w, h, 36, face)
        canvas.rect(x + 24, y + h / 2 - 38, 76, 76, 38, badge)
        if self.enabled:
            canvas.text(
                self.number, x + 62, y + h / 2 - 1, 48, "paper", "display", align="c", valign="m",
                ruby=False,
            )  # fmt: skip
        else:
            canvas.svg("ui/warn", x + 62, y + h / 2, w=50, recolour="paper")
        room = w - 150
        canvas.text(
            self.title, x + 126, y + h * 0.32, 50, ink, "display", valign="m", width=room, fit=True
        )
        canvas.text(
            self.detail, x + 126, y + h * 0.74, 42, soft, valign="m", width=room, fit=True,
            min_size=32, ruby=False,
        )  # fmt: skip


class LessonsScene(Scene):
    """`line` looks into one lesson: only those of the page on show are read."""

    def __init__(
        self,
        context: Context,
        count: int,
        line: Callable[[int], LessonLine],
        back: Callable[[], None],
        page: int = 0,
    ) -> None:
        super().__init__(context)
        self.count, self.line, self.back = count, line, back
        self.page = page
        self._read: dict[int, LessonLine] = {}

    def enter(self) -> None:
        self._read = {}  # in another language, or after something was done with one

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // ROWS))

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        m, w = canvas.margin, canvas.W - 2 * canvas.margin
        widgets: list[Widget] = []
        first = self.page * ROWS
        for k, place in enumerate(range(first, min(first + ROWS, self.count))):
            line = self._looked_into(place)
            widgets.append(
                LessonRow(
                    m, 168 + k * 152, w, 124, number=str(k + 1), title=line.title,
                    detail=line.detail, on_press=line.open, enabled=line.open is not None,
                    keys=(str(k + 1),),
                )
            )  # fmt: skip
        widgets.append(
            Button(
                m, 950, 320, 92, label=self.tr("Back"), kind="secondary", icon="back",
                on_press=self.back, size=46,
            )
        )  # fmt: skip
        next(widget for widget in widgets if widget.enabled).primary = True
        if self.pages > 1:
            x = canvas.W - m - 92
            widgets += [
                RoundButton(
                    x - 300, 950, 92, 92, icon="back", enabled=self.page > 0,
                    on_press=partial(self._turn, -1),
                ),
                RoundButton(
                    x, 950, 92, 92, icon="next", enabled=self.page < self.pages - 1,
                    on_press=partial(self._turn, 1), keys=("n",),
                ),
            ]  # fmt: skip
        return widgets

    def _looked_into(self, place: int) -> LessonLine:
        if place not in self._read:
            self._read[place] = self.line(place)
        return self._read[place]

    def _turn(self, by: int) -> None:
        self.page = max(0, min(self.pages - 1, self.page + by))
        self.focus(None)

    def paint(self, canvas: "Canvas") -> None:
        canvas.skyline(self.context.theme.skyline)
        tr, m = self.tr, canvas.margin
        canvas.text(
            tr("Earlier lessons"), m, 88, 80, "ink", "display", valign="m",
            width=canvas.W - 2 * m, fit=True,
        )  # fmt: skip
        if not self.count:
            canvas.mascot(self.context.theme, "neutral", canvas.W / 2, 560, 320)
            canvas.text(
                tr("No lesson has been played on this computer yet."), canvas.W / 2, 660, 58, "ink",
                align="c", valign="m", width=canvas.W - 2 * m, max_h=170,
            )  # fmt: skip
        if self.pages > 1:
            shown = f"{tr.number(self.page + 1)}/{tr.number(self.pages)}"
            canvas.text(
                shown, canvas.W - m - 196, 996, 54, "ink", "display", align="c", valign="m",
                width=180, fit=True, ruby=False,
            )  # fmt: skip

    def handle(self, intent: intents.Intent) -> bool:
        match intent:
            case intents.Wheel(steps=steps):
                self._turn(-1 if steps > 0 else 1)
            case intents.MoveFocus(direction="right" | "left" as way) if self.pages > 1:
                self._turn(1 if way == "right" else -1)
            case intents.Undo() | intents.Redo():
                pass
            case _:
                return False
        return True

    def on_back(self) -> None:
        self.back()


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to do with a lesson; `press` None: not now."""

    icon: str
    label: str
    press: Callable[[], None] | None


class LessonScene(Scene):
    """One lesson: what there is of it, and the offers."""

    def __init__(
        self,
        context: Context,
        told: Callable[[], tuple[str, tuple[str, ...]]],
        offers: Callable[[], Sequence[Offer]],
        back: Callable[[], None],
    ) -> None:
        """`told`: title and lines; it and `offers` are asked anew in another language."""
        super().__init__(context)
        self.told, self.offers, self.back = told, offers, back

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        m, g, h = canvas.margin, 28.0, 136.0
        w = (canvas.W - 2 * m - g) / 2
        offers = self.offers()
        widgets: list[Widget] = [
            MenuCard(
                m + i % 2 * (w + g), 440 + i // 2 * (h + 36), w, h, label=offer.label,
                icon=offer.icon, on_press=offer.press, enabled=offer.press is not None,
                keys=(str(i + 1),),
            )
            for i, offer in enumerate(offers)
        ]  # fmt: skip
        first = next((widget for widget in widgets if widget.enabled), None)
        back = Button(
            m, 950, 320, 92, label=self.tr("Back"), kind="secondary", icon="back",
            on_press=self.back, size=46,
        )  # fmt: skip
        (first or back).primary = True
        return [*widgets, back]

    def paint(self, canvas: "Canvas") -> None:
        canvas.skyline(self.context.theme.skyline)
        m, w = canvas.margin, canvas.W - 2 * canvas.margin
        title, lines = self.told()
        canvas.text(title, m, 88, 76, "ink", "display", valign="m", width=w, fit=True)
        canvas.card(m, 156, w, 240, 48, "paper", "line", 12)
        canvas.text(
            "\n".join(lines), m + 44, 276, 50, "ink", valign="m", width=w - 88, max_h=216,
            min_size=38, ruby=False,
        )  # fmt: skip

    def handle(self, intent: intents.Intent) -> bool:
        return isinstance(intent, intents.Undo | intents.Redo)

    def on_back(self) -> None:
        self.back()
