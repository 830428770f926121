"""The survey on this computer: one pupil after another, without names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sugoroku.model.survey import (
    ChoiceItem,
    Faces,
    NumberItem,
    SeveralItem,
    Survey,
    SurveyItem,
    SurveyValue,
    TextItem,
)
from sugoroku.stage import intents
from sugoroku.stage.draw.cards import LETTERS, fitting_size, label_width
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button
from sugoroku.stage.widgets.face import FaceCard
from sugoroku.stage.widgets.field import TextField
from sugoroku.stage.widgets.option import OptionCard
from sugoroku.stage.widgets.switch import Stepper

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


_FACES = {2: (2, 5), 3: (2, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}
"""Which of the five faces a scale shows; an even one has no middle."""


@dataclass(frozen=True, slots=True)
class SurveyActions:
    """`save` keeps a pupil's answers on the disk before it returns."""

    save: Callable[[dict[str, SurveyValue]], object]
    finish: Callable[[], None]
    pause: Callable[[], None]


class SurveyScene(Scene):
    """`page` -1 is the neutral page between pupils; then one page an item."""

    def __init__(
        self, context: Context, survey: Survey, actions: SurveyActions, answered_so_far: int = 0
    ) -> None:
        super().__init__(context)
        self.survey = survey
        self.actions = actions
        self.answered = answered_so_far
        self.page = -1
        self.answers: dict[str, SurveyValue] = {}
        self._field: TextField | None = None
        self._thanks = False
        self._ending = False

    @property
    def item(self) -> SurveyItem | None:
        return self.survey.items[self.page] if self.page >= 0 else None

    @property
    def typing(self) -> bool:  # type: ignore[override]
        return isinstance(self.item, TextItem)

    # ------------------------------------------------------------------ widgets

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        item = self.item
        if item is None:
            return self._between(canvas)
        match item:
            case Faces():
                widgets = self._faces(canvas, item)
            case ChoiceItem() | SeveralItem():
                widgets = self._options(canvas, item)
            case NumberItem():
                widgets = self._number(canvas, item)
            case TextItem():
                widgets = self._text(canvas, item)
            case _:
                widgets = []
        return [*widgets, *self._footer(canvas, item)]

    def _between(self, canvas: "Canvas") -> list[Widget]:
        tr, cx = self.tr, canvas.W / 2
        if self._ending:
            stay, end = tr("No, go on"), tr("Yes, we are finished")
            w = label_width(canvas, stay, 50, 420)
            w_end = label_width(canvas, end, 50, 420, icon=True)
            left = cx - (w + w_end + 40) / 2
            return [
                Button(left, 720, w, 104, label=stay, on_press=self._stay, primary=True),
                Button(
                    left + w + 40, 720, w_end, 104, label=end, kind="secondary", icon="check",
                    on_press=self.actions.finish, keys=("y",),
                ),
            ]  # fmt: skip
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

    def _faces(self, canvas: "Canvas", item: Faces) -> list[Widget]:
        m, g, n = canvas.margin, 24, len(item.scale)
        w = (canvas.W - 2 * m - 4 * g) / 5
        left = (canvas.W - n * w - (n - 1) * g) / 2
        chosen = self.answers.get(item.id)
        row = "glad" if item.faces == "glad" else "smiley"
        return [
            FaceCard(
                left + i * (w + g), 430, w, 436, picture=f"smiley/{row}-{_FACES[n][i]}",
                label=self.tr.text(label),
                chosen=chosen == i + 1, keys=(str(i + 1),),
                on_press=partial(self._choose, i + 1),
            )
            for i, label in enumerate(item.scale)
        ]  # fmt: skip

    def _options(self, canvas: "Canvas", item: ChoiceItem | SeveralItem) -> list[Widget]:
        m = canvas.margin
        n = len(item.options)
        columns = 1 if n <= 3 else 2
        rows = (n + columns - 1) // columns
        g = 16.0
        w = (canvas.W - 2 * m - (columns - 1) * 24) / columns
        top = 244.0 if self._dense(item) else 400.0
        h = min(160.0 if columns > 1 else 132.0, (912 - top - (rows - 1) * (g + 8)) / rows)
        value = self.answers.get(item.id)
        chosen = value if isinstance(value, tuple) else (value,)
        widgets: list[Widget] = []
        badge = min(80.0, h - 24)
        texts = [self.tr.text(option) for option in item.options]
        # A pupil reads this at the desk, so it may be smaller than what the class reads.
        size = fitting_size(canvas, texts, (w - badge - 84, h - 16), canvas.large(50), 36)
        for i, text in enumerate(texts):
            x = m + (i % columns) * (w + 24)
            y = top + (i // columns) * (h + g + 8)
            widgets.append(
                OptionCard(
                    x,
                    y,
                    w,
                    h,
                    letter=LETTERS[i],
                    text=text,
                    size=size,
                    state="chosen" if i in chosen else "rest",
                    badge=badge,
                    keys=(LETTERS[i].lower(), str(i + 1)),
                    on_press=partial(self._choose, i),
                )
            )
        return widgets

    @staticmethod
    def _dense(item: SurveyItem) -> bool:
        """So many options that the question must be small."""
        return isinstance(item, ChoiceItem | SeveralItem) and len(item.options) > 6

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
        last = self.page == len(self.survey.items) - 1
        ready = self._ready(item)
        widgets: list[Widget] = [
            Button(
                canvas.W - m - w, 932, w, 100, label=tr("Hand in") if last else tr("Next"),
                icon="check" if last else "next", on_press=self._next, primary=True, size=52,
                enabled=ready,
            ),
            Button(
                m, 936, 300, 92, label=tr("Back"), kind="secondary", icon="back",
                on_press=self.on_back, size=46,
            ),
        ]  # fmt: skip
        if not (self._has_answer(item) or item.optional):
            widgets.append(
                Button(
                    canvas.W - m - w - 330,
                    936,
                    300,
                    92,
                    label=tr("Leave out"),
                    kind="secondary",
                    on_press=self._leave_out,
                    size=46,
                    keys=("0",),
                )
            )
        return widgets

    # ------------------------------------------------------------------ the picture

    def paint(self, canvas: "Canvas") -> None:
        canvas.skyline(self.context.theme.skyline)
        item = self.item
        if item is None:
            self._paint_between(canvas)
            return
        n = len(self.survey.items)
        for k in range(n):
            x = canvas.W / 2 + (k - (n - 1) / 2) * 110
            colour = "primary" if k <= self.page else "ground_deep"
            canvas.rect(x - 46, 40, 92, 22, 11, colour)
        m, tall = canvas.margin, 300.0 if isinstance(item, Faces) else 250.0
        if self._dense(item):
            tall = 156.0
        pose = "neutral" if self.answers.get(item.id) is None else "happy"
        x = m + (190 if self._dense(item) else 290)
        h = tall - (14 if self._dense(item) else 34)
        if self._dense(item):
            canvas.mascot(self.context.theme, pose, m + 80, 232, 160)
        else:
            canvas.mascot(self.context.theme, pose, m + 130, 112 + tall, min(280, tall))
        canvas.bubble(
            x, 84 if self._dense(item) else 100, canvas.W - m - x, h, "l", tail_y=h * 0.56
        )
        canvas.text(
            self.tr.text(item.ask), x + 48, (84 if self._dense(item) else 100) + h / 2,
            canvas.large(60 if canvas.wide else 54), valign="m",
            width=canvas.W - m - x - 90, max_h=h - 24, min_size=40,
        )  # fmt: skip
        if isinstance(item, NumberItem) and item.unit:
            canvas.text(
                self.tr.text(item.unit), canvas.W / 2, 770, 58, "ink", align="c", valign="m",
                width=canvas.W - 2 * m, fit=True,
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
        title = tr("Thank you!") if self._thanks else tr.text(self.survey.title)
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

    def _has_answer(self, item: SurveyItem) -> bool:
        value = self.answers.get(item.id)
        return value is not None and value not in ((), "")

    def _ready(self, item: SurveyItem) -> bool:
        return self._has_answer(item) or item.optional or isinstance(item, NumberItem)

    def _choose(self, value: int) -> None:
        item = self.item
        if item is None:
            return
        self.context.sounds.play("survey-tap")
        if isinstance(item, SeveralItem):
            before = self.answers.get(item.id)
            chosen = before if isinstance(before, tuple) else ()
            if value in chosen:
                chosen = tuple(v for v in chosen if v != value)
            elif item.most and len(chosen) >= item.most:
                self.toast(self.tr("At most {n}. Take one back first.", n=item.most), "warn")
            else:
                chosen = tuple(sorted((*chosen, value)))
            self.answers[item.id] = chosen
        else:
            self.answers[item.id] = value
        self.refresh()

    def _write(self, text: str) -> None:
        if self.item is not None:
            self.answers[self.item.id] = text
            self.refresh()

    def _end(self) -> None:
        """Asked once more: a slip must not send the class home."""
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
        if isinstance(item, NumberItem) and not (item.optional or self._has_answer(item)):
            self.answers[item.id] = item.low  # the number that is shown
        self._turn_to(self.page + 1)

    def _turn_to(self, page: int) -> None:
        if page < len(self.survey.items):
            self.page = page
        else:
            self.actions.save(
                {item.id: self._clean(self.answers.get(item.id)) for item in self.survey.items}
            )
            self.answers, self.page = {}, -1
            self.answered += 1
            self._thanks = True
        self._field = None
        self.focus(None)

    @staticmethod
    def _clean(value: SurveyValue) -> SurveyValue:
        """Nothing chosen and nothing written are the same as left out."""
        if isinstance(value, str):
            value = value.strip()
        return None if value in ("", ()) else value

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
            single = isinstance(item, Faces | ChoiceItem | NumberItem)
            if single and chosen and self._ready(item):
                self._next()
                return True
        return isinstance(intent, intents.Undo)

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
