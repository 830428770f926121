"""After the survey the class sees itself: counts, never single answers, never texts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from sugoroku.model.results import ItemTally
from sugoroku.model.survey import FEWEST_SHOWN, Faces, Knowledge, NumberItem, SurveyItem
from sugoroku.stage import intents
from sugoroku.stage.draw.bars import Bars, draw_columns, draw_lines, draw_twin_lines
from sugoroku.stage.draw.cards import label_width
from sugoroku.stage.draw.survey import draw_item_ask, draw_progress
from sugoroku.stage.motion import easing
from sugoroku.stage.questionnaire import Questionnaire
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.tokens import MOTION
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button, RoundButton

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

FOOT = 910.0


@dataclass(frozen=True, slots=True)
class ClassAnswersActions:
    finish: Callable[[], None]
    more: Callable[[], None] | None
    """To the ways of answering again."""
    back: Callable[[], None]


@dataclass(frozen=True, slots=True)
class ClassAnswers:
    """`tallies` of the moment that `asked` is about; `before`: of the one before the game.

    `last` is what the button of the last page says.
    """

    asked: Questionnaire
    tallies: tuple[ItemTally, ...]
    before: tuple[ItemTally, ...] = ()
    last: Callable[[], str] = str


class ClassAnswersScene(Scene):
    """A page an item. Of fewer than five answers nothing is broken down."""

    def __init__(self, context: Context, card: ClassAnswers, actions: ClassAnswersActions) -> None:
        super().__init__(context)
        self.card = card
        self.actions = actions
        self.page = 0
        items = {item.id: item for item in card.asked.items}
        self.pages = [
            (items[tally.item], tally)
            for tally in card.tallies
            if tally.item in items and self._shows(items[tally.item], tally)
        ]
        self._before = {tally.item: tally for tally in card.before}
        self._began: float | None = None
        self._moving = True

    def _shows(self, item: SurveyItem, tally: ItemTally) -> bool:
        """What is known is kept back until after the game: else it would be told too early."""
        early = self.card.asked.moment == "before" and isinstance(item, Knowledge)
        return tally.kind != "text" and not early

    # ------------------------------------------------------------------ motion

    @property
    def _reduced(self) -> bool:
        return self.context.settings.motion == "reduced"

    def _share(self, line: int) -> float:
        """How far a bar has grown; bars begin one after another."""
        if not self._moving or self._reduced:
            return 1.0
        if self._began is None:
            return 0.0
        passed = self.context.now_ms() - self._began - line * MOTION["bar_stagger"]
        return easing.out_cubic(max(0.0, passed / MOTION["bars"]))

    def animate(self, canvas: "Canvas") -> bool:
        if not self._moving:
            return False
        if self._began is None:
            self._began = self.context.now_ms()
        passed = self.context.now_ms() - self._began
        if self._reduced or passed >= MOTION["bars"] + 12 * MOTION["bar_stagger"]:
            self._moving = False
            self.refresh()
            return False
        self._draw_bars(canvas)
        return True

    def finish_motion(self) -> bool:
        was = self._moving and self._began is not None and not self._reduced
        self._moving = False
        return was

    # ------------------------------------------------------------------ widgets

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        m, tr = canvas.margin, self.tr
        last = self.page >= len(self.pages) - 1
        label = self.card.last() if last else tr("Next")
        w = label_width(canvas, label, 52, 380, icon=True)
        widgets: list[Widget] = [
            Button(
                canvas.W - m - w, 936, w, 100, label=label, icon="check" if last else "next",
                on_press=self._next, primary=True, size=52,
            ),
            RoundButton(m, 942, 92, 92, icon="back", on_press=self.on_back),
        ]  # fmt: skip
        if self.actions.more is not None:
            label = tr("More answers")
            wm = label_width(canvas, label, 46, 300, icon=True)
            widgets.append(
                Button(
                    canvas.W - m - w - wm - 28, 940, wm, 92, label=label, kind="secondary",
                    icon="plus", on_press=self.actions.more, keys=("m",), size=46,
                )
            )  # fmt: skip
        return widgets

    def _next(self) -> None:
        if self.page >= len(self.pages) - 1:
            self.actions.finish()
        else:
            self._turn_to(self.page + 1)

    def _turn_to(self, page: int) -> None:
        self.page = page
        self._began, self._moving = None, True
        self.focus(None)

    def on_back(self) -> None:
        if self.page > 0:
            self._turn_to(self.page - 1)
        else:
            self.actions.back()

    def handle(self, intent: intents.Intent) -> bool:
        return isinstance(intent, intents.Undo | intents.Redo)

    # ------------------------------------------------------------------ the picture

    def paint(self, canvas: "Canvas") -> None:
        canvas.skyline(self.context.theme.skyline)
        if not self.pages:
            self._paint_calm(canvas, self.tr("The class's answers are kept."))
            return
        item, tally = self.pages[self.page]
        draw_progress(canvas, len(self.pages), self.page)
        draw_item_ask(
            canvas, self.context.theme, "happy", self.card.asked.ask(item, self.tr),
            self._tall(item), 60 if canvas.wide else 54,
        )  # fmt: skip
        self._paint_answered(canvas, tally)
        calm = self._calm_line(tally)
        if calm:
            self._paint_calm(canvas, calm)
        elif isinstance(item, NumberItem):
            self._paint_number(canvas, item, tally)
        elif not self._moving:
            self._draw_bars(canvas)

    def _calm_line(self, tally: ItemTally) -> str:
        """Instead of bars, where a pupil could be guessed."""
        if tally.answered == 0:
            return self.tr("Nobody has answered this yet.")
        if tally.guessable:
            fewest = self.tr.number(FEWEST_SHOWN)
            return self.tr(
                "It is shown from {n} answers on, so that nobody is found out.", n=fewest
            )
        return ""

    def _paint_calm(self, canvas: "Canvas", line: str) -> None:
        m = canvas.margin
        canvas.card(m, 440, canvas.W - 2 * m, 330, 52, "paper", "line", 12)
        canvas.text(
            line, canvas.W / 2, 605, 60, "ink", align="c", valign="m", width=canvas.W - 2 * m - 120,
            max_h=290,
        )  # fmt: skip

    def _paint_answered(self, canvas: "Canvas", tally: ItemTally) -> None:
        left = canvas.margin + 122
        right = min(widget.x for widget in self.widgets if isinstance(widget, Button)) - 24
        line = self.tr.plural("{n} answer", "{n} answers", tally.answered)
        canvas.text(
            line, left, 988, 50, "ink_soft", "display", valign="m", width=right - left, max_h=130,
            min_size=40,
        )  # fmt: skip

    def _tall(self, item: SurveyItem) -> float:
        """Height of the question."""
        if isinstance(item, Faces | NumberItem):
            return 300.0
        n = self.card.asked.count(item)
        if isinstance(item, Knowledge):
            return 250.0 if n < 4 else 176.0
        return 300.0 if n < 4 else 250.0 if n < 6 else 180.0

    def _paint_number(self, canvas: "Canvas", item: NumberItem, tally: ItemTally) -> None:
        tr, cx = self.tr, canvas.W / 2
        canvas.card(cx - 420, 440, 840, 250, 52, "paper", "line", 12)
        middle = f"{tr.number(median(tally.numbers))} {tr.text(item.unit)}".rstrip()
        canvas.text(
            middle, cx, 566, 150, "ink", "display", align="c", valign="m", width=760, fit=True
        )
        canvas.text(
            tr("In the middle: half of the class says less, half says more."), cx, 790, 50, "ink",
            align="c", valign="m", width=canvas.W - 2 * canvas.margin, max_h=150,
        )  # fmt: skip

    def _names(self, before: ItemTally | None, after: ItemTally) -> tuple[str, str]:
        tr, sooner = self.tr, before.answered if before is not None else 0
        few = before is not None and sooner > 0 and before.guessable
        said = tr("under {n}", n=FEWEST_SHOWN) if few else tr.number(sooner)
        return (
            tr("Before the game: {n}", n=said),
            tr("After the game: {n}", n=tr.number(after.answered)),
        )

    def _draw_bars(self, canvas: "Canvas") -> None:
        if not self.pages:
            return
        item, tally = self.pages[self.page]
        if isinstance(item, NumberItem) or self._calm_line(tally):
            return
        m, top = canvas.margin, 76 + self._tall(item) + 30
        box = m, top, canvas.W - 2 * m, FOOT - top
        texts = self.card.asked.options(item, self.tr)
        bars = Bars(texts, tally.counts, tally.answered)
        if isinstance(item, Faces):
            draw_columns(canvas, box, bars, self.card.asked.faces(item), self._share)
        elif isinstance(item, Knowledge):
            before = self._before.get(item.id)
            seen = before is not None and not before.guessable
            sooner = Bars(texts, before.counts, before.answered) if before and seen else None
            draw_twin_lines(
                canvas, box, (sooner, bars), tally.right, self.context.theme.correct_mark,
                self._names(before, tally), self._share,
            )  # fmt: skip
        else:
            draw_lines(canvas, box, bars, self._share)
