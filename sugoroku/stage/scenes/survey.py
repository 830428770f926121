"""The survey on this computer: one pupil after another, without names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.model.survey import (
    Faces,
    Knowledge,
    NumberItem,
    SeveralItem,
    SurveyItem,
    SurveyValue,
    TextItem,
)
from sugoroku.stage import intents
from sugoroku.stage.draw.cards import label_width
from sugoroku.stage.draw.survey import draw_item_ask, draw_progress
from sugoroku.stage.questionnaire import Questionnaire, cleaned, has_answer, toggled
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button
from sugoroku.stage.widgets.face import FaceCard
from sugoroku.stage.widgets.field import TextField
from sugoroku.stage.widgets.itemcards import ending_buttons, face_cards, option_cards
from sugoroku.stage.widgets.option import OptionCard
from sugoroku.stage.widgets.switch import Stepper

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


@dataclass(frozen=True, slots=True)
class SurveyActions:
    """`save` keeps a pupil's answers on the disk before it returns; `pause` stops for now."""

    save: Callable[[dict[str, SurveyValue]], object]
    finish: Callable[[], None]
    pause: Callable[[], None]


class SurveyScene(Scene):
    """`page` -1 is the neutral page between pupils; then one page an item."""

    def __init__(
        self,
        context: Context,
        asked: Questionnaire,
        actions: SurveyActions,
        answered_so_far: int = 0,
    ) -> None:
        super().__init__(context)
        self.asked = asked
        self.actions = actions
        self.answered = answered_so_far
        self.page = -1
        self.answers: dict[str, SurveyValue] = {}
        self._field: TextField | None = None
        self._thanks = False
        self._ending = False

    @property
    def item(self) -> SurveyItem | None:
        return self.asked.items[self.page] if self.page >= 0 else None

    @property
    def typing(self) -> bool:  # type: ignore[override]
        return isinstance(self.item, TextItem)

    # ------------------------------------------------------------------ widgets

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        item = self.item
        if item is None:
            return self._between(canvas)
        match item:
            case NumberItem():
                widgets = self._number(canvas, item)
            case TextItem():
                widgets = self._text(canvas, item)
            case _:
                widgets = self._options(canvas, item)
        return [*widgets, *self._footer(canvas, item)]

    def _between(self, canvas: "Canvas") -> list[Widget]:
        tr, cx = self.tr, canvas.W / 2
        if self._ending:
            return ending_buttons(canvas, tr, self._stay, self.actions.pause, self.actions.finish)
        w = label_width(canvas, tr("Start"), 60, 560 if canvas.wide else 500, icon=True)
        label = tr("Everyone has answered")
        w_end = label_width(canvas, label, 46, 440, icon=True)
        return [
            Button(
                cx - w / 2, 748, w, 116, label=tr("Start"), icon="play",
                on_press=self._begin, primary=True, size=60,
            ),
            Button(
                canvas.margin, 944, w_end, 92, label=label, kind="secondary", icon="check",
                on_press=self._end, keys=("f",), size=46,
            ),
        ]  # fmt: skip

    def _options(self, canvas: "Canvas", item: SurveyItem) -> list[Widget]:
        texts = self.asked.options(item, self.tr)
        chosen = self.asked.places(item, self.answers.get(item.id))
        if isinstance(item, Faces):
            return face_cards(canvas, self.asked.faces(item), texts, chosen, self._choose)
        m, top = canvas.margin, 244.0 if self._dense(item) else 400.0
        box = m, top, canvas.W - 2 * m, 904 - top
        calm = isinstance(item, Knowledge)
        return option_cards(canvas, box, texts, chosen, self._choose, calm_last=calm)

    def _dense(self, item: SurveyItem) -> bool:
        """So many options that the question must be small."""
        return not isinstance(item, Faces) and self.asked.count(item) > 6

    def _number(self, canvas: "Canvas", item: NumberItem) -> list[Widget]:
        value = self.answers.get(item.id)
        number = value if isinstance(value, int) else item.low
        stepper = Stepper(
            canvas.W / 2 - 400, 520, 800, 180, value=number, low=item.low, high=item.high,
            on_change=self._choose, size=110,
        )  # fmt: skip
        stepper.focused = not any(widget.focused for widget in self.widgets)
        return [stepper]

    def _text(self, canvas: "Canvas", item: TextItem) -> list[Widget]:
        m = canvas.margin
        if self._field is None:
            value = self.answers.get(item.id)
            self._field = TextField(
                0, 0, 0, 0, value=value if isinstance(value, str) else "", longest=item.longest,
                placeholder=self.tr("Write here. No names, please."), on_change=self._write,
                on_press=self._next,
            )  # fmt: skip
            self._field.focused = True
        self._field.x, self._field.y = m, 430
        self._field.w, self._field.h = canvas.W - 2 * m, 380
        return [self._field]

    def _footer(self, canvas: "Canvas", item: SurveyItem) -> list[Widget]:
        m, tr = canvas.margin, self.tr
        w = 400.0 if canvas.wide else 350.0
        last = self.page == len(self.asked.items) - 1
        widgets: list[Widget] = [
            Button(
                canvas.W - m - w, 932, w, 100, label=tr("Hand in") if last else tr("Next"),
                icon="check" if last else "next", on_press=self._next, primary=True, size=52,
                enabled=self._ready(item),
            ),
            Button(
                m, 936, 300, 92, label=tr("Back"), kind="secondary", icon="back",
                on_press=self.on_back, size=46,
            ),
        ]  # fmt: skip
        if not (has_answer(self.answers.get(item.id)) or item.optional):
            widgets.append(
                Button(
                    canvas.W - m - w - 330, 936, 300, 92, label=tr("Leave out"), kind="secondary",
                    on_press=self._leave_out, size=46, keys=("0",),
                )
            )  # fmt: skip
        return widgets

    # ------------------------------------------------------------------ the picture

    def paint(self, canvas: "Canvas") -> None:
        canvas.skyline(self.context.theme.skyline)
        item = self.item
        if item is None:
            self._paint_between(canvas)
            return
        draw_progress(canvas, len(self.asked.items), self.page)
        tall = 156.0 if self._dense(item) else 300.0 if isinstance(item, Faces) else 250.0
        pose = "neutral" if self.answers.get(item.id) is None else "happy"
        draw_item_ask(
            canvas, self.context.theme, pose, self.asked.ask(item, self.tr), tall,
            60 if canvas.wide else 54,
        )  # fmt: skip
        if isinstance(item, NumberItem) and item.unit:
            canvas.text(
                self.tr.text(item.unit), canvas.W / 2, 770, 58, "ink", align="c", valign="m",
                width=canvas.W - 2 * canvas.margin, fit=True,
            )  # fmt: skip

    def _paint_between(self, canvas: "Canvas") -> None:
        """Nothing of what the pupil before answered can be seen."""
        tr, cx, room = self.tr, canvas.W / 2, canvas.W - 2 * canvas.margin
        canvas.mascot(self.context.theme, "happy" if self._thanks else "neutral", cx, 380, 320)
        done = tr.plural("{n} has answered", "{n} have answered", self.answered)
        if self._ending:
            canvas.text(
                tr("Has everyone answered?"), cx, 480, 84, "ink", "display", align="c", valign="m",
                width=room, fit=True,
            )  # fmt: skip
            canvas.text(done, cx, 612, 58, "primary", "display", align="c", valign="m")
            return
        title = tr("Thank you!") if self._thanks else tr.text(self.asked.title)
        canvas.text(
            title, cx, 462, 84, "ink", "display", align="c", valign="m", width=room, fit=True
        )
        turn = tr("Pupil {n}: it is your turn", n=tr.number(self.answered + 1))
        canvas.text(
            turn, cx, 578, 64, "primary", "display", align="c", valign="m", width=room, fit=True
        )
        canvas.text(
            tr("Please turn the projector off: nobody sees who answers what."), cx, 676, 46,
            "ink_soft", align="c", valign="m", width=room, fit=True, min_size=36,
        )  # fmt: skip
        left = canvas.margin + self.widgets[-1].w + 30 if self.widgets else canvas.margin
        right = canvas.W - canvas.margin
        canvas.text(
            done, right, 990, 48, "ink_soft", align="r", valign="m", width=right - left, fit=True
        )

    # ------------------------------------------------------------------ answering

    def _ready(self, item: SurveyItem) -> bool:
        optional = item.optional or isinstance(item, NumberItem)
        return optional or has_answer(self.answers.get(item.id))

    def _choose(self, place: int) -> None:
        """An option by its place; of a number item, the number itself."""
        item = self.item
        if item is None:
            return
        self.context.sounds.play("survey-tap")
        if isinstance(item, SeveralItem):
            chosen = toggled(item, self.answers.get(item.id), place)
            if chosen is None:
                self.toast(self.tr("At most {n}. Take one back first.", n=item.most), "warn")
            else:
                self.answers[item.id] = chosen
        elif isinstance(item, NumberItem):
            self.answers[item.id] = place
        else:
            self.answers[item.id] = self.asked.value(item, place)
        self.refresh()

    def _write(self, text: str) -> None:
        if self.item is not None:
            self.answers[self.item.id] = text
            self.refresh()

    def _end(self) -> None:
        self._ending = True
        self.focus(None)

    def _stay(self) -> None:
        self._ending = False
        self.focus(None)

    def _begin(self) -> None:
        self.answers = {}
        self._turn_to(0)

    def _leave_out(self) -> None:
        if self.item is not None:
            self.answers[self.item.id] = None
            self._turn_to(self.page + 1)

    def _next(self) -> None:
        item = self.item
        if item is None or not self._ready(item):
            return
        if isinstance(item, NumberItem) and not (
            item.optional or has_answer(self.answers.get(item.id))
        ):
            self.answers[item.id] = item.low  # the number that is shown
        self._turn_to(self.page + 1)

    def _turn_to(self, page: int) -> None:
        if page < len(self.asked.items):
            self.page = page
        else:
            self.actions.save(
                {item.id: cleaned(self.answers.get(item.id)) for item in self.asked.items}
            )
            self.answers, self.page = {}, -1
            self.answered += 1
            self._thanks = True
        self._field = None
        self.focus(None)

    def handle(self, intent: intents.Intent) -> bool:
        item = self.item
        if isinstance(intent, intents.Go) and item is not None and not intent.clicker:
            focused = self.focused()
            # What has the focus but is not chosen is to be chosen first.
            chosen = (
                focused is None
                or isinstance(focused, Stepper)
                or (isinstance(focused, FaceCard) and focused.chosen)
                or (isinstance(focused, OptionCard) and focused.state == "chosen")
            )
            single = not isinstance(item, SeveralItem | TextItem)
            if single and chosen and self._ready(item):
                self._next()
                return True
        return isinstance(intent, intents.Undo | intents.Redo)

    def on_back(self) -> None:
        if self.page > 0:
            self._turn_to(self.page - 1)
        elif self.page == 0:
            self.page = -1
            self.answers = {}
            self.focus(None)
        else:
            self._ending = not self._ending
            self.focus(None)
