"""Sheets of paper typed in by the teacher: keys only, one sheet after another."""

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
from sugoroku.stage.questionnaire import Questionnaire, cleaned, toggled
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button, RoundButton
from sugoroku.stage.widgets.field import TextField
from sugoroku.stage.widgets.itemcards import (
    DONT_KNOW_KEYS,
    MARKS,
    ending_buttons,
    option_cards,
    option_keys,
)

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

TOP = 250.0
"""Where the question begins."""


@dataclass(frozen=True, slots=True)
class PaperActions:
    """`save` keeps a sheet on the disk before it returns; `undo` takes the last one back."""

    save: Callable[[dict[str, SurveyValue]], object]
    undo: Callable[[], bool]
    finish: Callable[[], None]
    pause: Callable[[], None]


class PaperScene(Scene):
    """A page an item. What was not marked on the sheet is passed by Enter, as by 0."""

    scanning = False

    def __init__(
        self, context: Context, asked: Questionnaire, actions: PaperActions, sheets: int = 0
    ) -> None:
        """`sheets`: how many answers there are already; the next one has the next number."""
        super().__init__(context)
        self.asked = asked
        self.actions = actions
        self.sheets = sheets
        self.page = 0
        self.answers: dict[str, SurveyValue] = {}
        self._saved: list[dict[str, SurveyValue]] = []
        """Of this sitting, the last one last: a slip is mended, not typed again. What pupils
        answered before is not to be taken back from here."""
        self._digits = ""
        self._field: TextField | None = None
        self._ending = False

    @property
    def item(self) -> SurveyItem:
        return self.asked.items[self.page]

    @property
    def typing(self) -> bool:  # type: ignore[override]
        return isinstance(self.item, TextItem) and not self._ending

    # ------------------------------------------------------------------ widgets

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        if self._ending:
            return ending_buttons(
                canvas, self.tr, self._stay, self.actions.pause, self.actions.finish
            )
        match self.item:
            case NumberItem():
                widgets: list[Widget] = []
            case TextItem() as item:
                widgets = [self._text(canvas, item)]
            case _ as item:
                widgets = self._options(canvas, item)
        return [*widgets, *self._footer(canvas)]

    def _options(self, canvas: "Canvas", item: SurveyItem) -> list[Widget]:
        m, top = canvas.margin, TOP + 170
        chosen = self.asked.places(item, self.answers.get(item.id))
        cards = option_cards(
            canvas, (m, top, canvas.W - 2 * m, 896 - top), self.asked.options(item, self.tr),
            chosen, self._choose, calm_last=isinstance(item, Knowledge), size=46,
        )  # fmt: skip
        for card in cards:
            card.focusable = False  # Enter is always the next item
        if isinstance(item, Faces):  # the sheet has faces, and they are counted from 1
            for i, card in enumerate(cards):
                card.letter = str(i + 1)  # type: ignore[attr-defined]
        return cards

    def _text(self, canvas: "Canvas", item: TextItem) -> TextField:
        m = canvas.margin
        if self._field is None:
            value = self.answers.get(item.id)
            self._field = TextField(
                0, 0, 0, 0, value=value if isinstance(value, str) else "", longest=item.longest,
                placeholder=self.tr("As it is written; leave names out."), on_change=self._write,
                on_press=self._next, size=48,
            )  # fmt: skip
            self._field.focused = True
        self._field.x, self._field.y = m, TOP + 170
        self._field.w, self._field.h = canvas.W - 2 * m, 896 - TOP - 170
        return self._field

    def _footer(self, canvas: "Canvas") -> list[Widget]:
        m, tr = canvas.margin, self.tr
        last = self.page == len(self.asked.items) - 1
        label = tr("Keep the sheet") if last else tr("Next")
        w = label_width(canvas, label, 50, 380, icon=True)
        return [
            Button(
                canvas.W - m - w, 936, w, 100, label=label, icon="check" if last else "next",
                on_press=self._next, primary=True, size=50,
            ),
            RoundButton(m, 940, 92, 92, icon="back", on_press=self._previous),
            RoundButton(m + 112, 940, 92, 92, icon="undo", on_press=self._undo),
            RoundButton(m + 224, 940, 92, 92, icon="pause", on_press=self._end),
        ]  # fmt: skip

    # ------------------------------------------------------------------ the picture

    def paint(self, canvas: "Canvas") -> None:
        canvas.skyline(self.context.theme.skyline)
        if self._ending:
            self._paint_ending(canvas)
            return
        tr, m = self.tr, canvas.margin
        title = canvas.text(
            tr("Sheet {n}", n=tr.number(self.sheets + 1)), m, 76, 84, "ink", "display",
            valign="m", ruby=False,
        )  # fmt: skip
        left = m + title.w + 50
        canvas.text(
            tr("Letter or number, then Enter. 0: left out. Backspace: back. Ctrl+Z: undo."),
            left, 76, 42, "ink_soft", valign="m", width=canvas.W - m - left, max_h=124,
            min_size=36, ruby=False,
        )  # fmt: skip
        self._paint_strip(canvas)
        canvas.card(m, TOP, canvas.W - 2 * m, 142, 40, "paper", "line", 10)
        canvas.text(
            self.asked.ask(self.item, tr), m + 40, TOP + 71, canvas.large(52), valign="m",
            width=canvas.W - 2 * m - 80, max_h=136, min_size=40,
        )  # fmt: skip
        if isinstance(self.item, NumberItem):
            self._paint_number(canvas, self.item)

    def _paint_strip(self, canvas: "Canvas") -> None:
        """A field for each item of the sheet, with what has been typed for it."""
        n, m = len(self.asked.items), canvas.margin
        rows = -(-n // 12)
        columns = -(-n // rows)
        w = min(210.0, (canvas.W - 2 * m + 12) / columns)
        h = 84.0 / rows
        for i, item in enumerate(self.asked.items):
            x, y = m + i % columns * w, 146 + i // columns * h
            here = i == self.page
            if here:
                canvas.rect(x - 5, y - 5, w - 2, h + 2, 24, "ink")
            canvas.rect(x, y, w - 12, h - 8, 20, "sun" if here else "paper")
            size = min(44.0, h - 14)
            number = canvas.text(
                str(i + 1), x + 14, y + (h - 8) / 2, size * 0.75, "ink_soft", valign="m", ruby=False
            )
            shown = self._shown(item)
            if shown == TEXT:
                canvas.svg("ui/check", x + w / 2 + 10, y + (h - 8) / 2, h=size, recolour="ink")
                continue
            canvas.text(
                shown, x + 24 + number.w, y + (h - 8) / 2, size, "ink", "display", valign="m",
                width=w - number.w - 44, fit=True, ruby=False, min_size=20,
            )  # fmt: skip

    def _shown(self, item: SurveyItem) -> str:
        value = cleaned(self.answers.get(item.id))
        if value is None:
            return "–" if item.id in self.answers else ""
        if isinstance(item, TextItem):
            return TEXT
        if isinstance(item, NumberItem):
            return str(value)
        places = self.asked.places(item, value)
        if isinstance(item, Faces):
            return "".join(str(p + 1) for p in places)
        if isinstance(item, Knowledge) and places == (self.asked.count(item) - 1,):
            return "?"
        return "".join(MARKS[p] for p in places)

    def _paint_number(self, canvas: "Canvas", item: NumberItem) -> None:
        tr, cx = self.tr, canvas.W / 2
        canvas.rect(cx - 300, 500, 600, 200, 44, "line")
        canvas.rect(cx - 294, 506, 588, 188, 40, "paper")
        kept = self.answers.get(item.id)
        value = self._digits or ("" if kept is None else str(kept))
        canvas.text(
            value or "–", cx, 600, 130, "ink" if value else "ink_soft", "display", align="c",
            valign="m", ruby=False,
        )  # fmt: skip
        span = tr("From {low} to {high}", low=tr.number(item.low), high=tr.number(item.high))
        unit = tr.text(item.unit)
        canvas.text(
            f"{span} {unit}".rstrip(), cx, 770, 50, "ink_soft", align="c", valign="m",
            width=canvas.W - 2 * canvas.margin, fit=True,
        )  # fmt: skip

    def _paint_ending(self, canvas: "Canvas") -> None:
        tr, cx, room = self.tr, canvas.W / 2, canvas.W - 2 * canvas.margin
        canvas.svg("survey/paper", cx, 220, h=300)
        canvas.text(
            tr("Are all sheets typed in?"), cx, 480, 84, "ink", "display", align="c", valign="m",
            width=room, fit=True,
        )  # fmt: skip
        done = tr.plural("{n} sheet is kept", "{n} sheets are kept", len(self._saved))
        canvas.text(done, cx, 612, 58, "primary", "display", align="c", valign="m")

    # ------------------------------------------------------------------ typing

    def _choose(self, place: int) -> None:
        item = self.item
        self.context.sounds.play("survey-tap")
        if isinstance(item, SeveralItem):
            chosen = toggled(item, self.answers.get(item.id), place)
            if chosen is None:
                self.toast(self.tr("At most {n}. Take one back first.", n=item.most), "warn")
            else:
                self.answers[item.id] = chosen
        else:
            self.answers[item.id] = self.asked.value(item, place)
        self.refresh()

    def _write(self, text: str) -> None:
        self.answers[self.item.id] = text
        self.refresh()

    def _next(self) -> None:
        item = self.item
        if isinstance(item, NumberItem) and not self._number_taken(item):
            return
        self.answers.setdefault(item.id, None)
        if self.page < len(self.asked.items) - 1:
            self._turn_to(self.page + 1)
        else:
            self._keep()

    def _number_taken(self, item: NumberItem) -> bool:
        """False: what was typed cannot be; it is typed again."""
        if not self._digits:
            return True
        number = int(self._digits) if self._digits != "-" else item.low - 1
        if not item.low <= number <= item.high:
            low, high = self.tr.number(item.low), self.tr.number(item.high)
            self.toast(self.tr("From {low} to {high}", low=low, high=high), "warn")
            self._digits = ""
            return False
        self.answers[item.id] = number
        return True

    def _keep(self) -> None:
        sheet = {item.id: cleaned(self.answers.get(item.id)) for item in self.asked.items}
        self.actions.save(sheet)
        self._saved.append(sheet)
        self.sheets += 1
        self.answers = {}
        self._turn_to(0)
        self.toast(self.tr("Sheet {n} is kept.", n=self.tr.number(self.sheets)), "check")

    def _leave_out(self) -> None:
        """Marked like any answer; Enter goes on, so that no key slips into the next item."""
        self.answers[self.item.id] = None
        self._digits = ""
        self.refresh()

    def _previous(self) -> None:
        if self.page > 0:
            self._turn_to(self.page - 1)

    def _undo(self) -> None:
        """One step back: this answer, the one before it, then the sheet before, to be mended."""
        if self._digits or self.item.id in self.answers:
            self.answers.pop(self.item.id, None)
            self._turn_to(self.page)
            return
        if self.page:
            self._turn_to(self.page - 1)
            self.answers.pop(self.item.id, None)
            return
        if self._saved and self.actions.undo():
            self.sheets -= 1
            self.answers = dict(self._saved.pop())
            self.toast(self.tr("The last sheet again."), "undo")
        else:
            self.toast(self.tr("There is nothing to undo."), "undo")
            return
        self._turn_to(0)

    def _turn_to(self, page: int) -> None:
        self.page = page
        self._digits, self._field = "", None
        self.focus(None)

    def _end(self) -> None:
        self._ending = True
        self.focus(None)

    def _stay(self) -> None:
        self._ending = False
        self._field = None
        self.focus(None)

    # ------------------------------------------------------------------ input

    def handle(self, intent: intents.Intent) -> bool:
        if self._ending:
            return isinstance(intent, intents.Undo | intents.Redo)
        field = self._field
        match intent:
            case intents.Undo(backspace=True):
                self._back_or_digit()
            case intents.Key(name="backspace") if field is not None and not (
                field.value or field.composing
            ):
                self._previous()
            case intents.Undo():
                self._undo()
            case intents.Redo():
                pass
            case intents.Character(text=text):
                return self._typed(text)
            case _:
                return False
        return True

    def _back_or_digit(self) -> None:
        if self._digits:
            self._digits = self._digits[:-1]
            self.refresh()
        else:
            self._previous()

    def _typed(self, text: str) -> bool:
        item = self.item
        if isinstance(item, NumberItem):
            minus = text == "-" and item.low < 0 and not self._digits
            if text == "0" and not self._digits and item.low > 0:
                self._leave_out()
            elif (text.isdecimal() or minus) and len(self._digits) < 10:
                self._digits += text
                self.refresh()
            return True
        if text == "0":
            self._leave_out()
            return True
        for place in range(self.asked.count(item)):
            if text in option_keys(place):
                self._choose(place)
                return True
        return text in DONT_KNOW_KEYS and self._dont_know(item)

    def _dont_know(self, item: SurveyItem) -> bool:
        if isinstance(item, Knowledge):
            self._choose(self.asked.count(item) - 1)
        return isinstance(item, Knowledge)

    def on_back(self) -> None:
        if self._ending:
            self._stay()
        else:
            self._end()


TEXT = "text"
"""Shown as a tick: what a child has written is not for everybody to see."""
