"""The survey by raised hands: the class sees the question, the teacher enters the counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sugoroku.model.survey import Faces, Knowledge, SeveralItem, SurveyItem
from sugoroku.stage import intents
from sugoroku.stage.draw.cards import fitting_size
from sugoroku.stage.draw.survey import draw_item_ask, draw_progress
from sugoroku.stage.questionnaire import Questionnaire
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button, RoundButton
from sugoroku.stage.widgets.countcard import CountCard
from sugoroku.stage.widgets.itemcards import MARKS, face_places
from sugoroku.stage.widgets.switch import Stepper

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

MOST = 99
FOOT = 916.0
"""Where the options end."""


@dataclass(frozen=True, slots=True)
class HandsActions:
    """`save` keeps the counts of an item (none: takes them back) with the pupils present."""

    save: Callable[[str, Sequence[int], int], None]
    finish: Callable[[], None]
    pause: Callable[[], None]


class HandsScene(Scene):
    """A page an item; texts and numbers are passed over."""

    def __init__(
        self,
        context: Context,
        asked: Questionnaire,
        actions: HandsActions,
        pupils: int,
        kept: Mapping[str, Sequence[int]],
    ) -> None:
        """`kept`: counts noted before; it goes on at the first item without any."""
        super().__init__(context)
        self.asked = asked
        self.actions = actions
        self.pupils = max(1, min(MOST, pupils))
        self.items = asked.counted
        self.counts = {
            item.id: _fitted(kept.get(item.id, ()), asked.count(item)) for item in self.items
        }
        self._kept = {name: tuple(counts) for name, counts in kept.items()}
        open_items = (i for i, item in enumerate(self.items) if item.id not in kept)
        self.page = next(open_items, 0)
        if self.page and self._unfinished(self.items[self.page - 1]):
            self.page -= 1
        self.at = 0
        """The option that digits are typed at."""
        self._typed = False
        self._warned = False

    @property
    def item(self) -> SurveyItem:
        return self.items[self.page]

    def _unfinished(self, item: SurveyItem) -> bool:
        """The teacher may have stopped in the middle of counting: fewer hands than pupils."""
        return not isinstance(item, SeveralItem) and sum(self.counts[item.id]) < self.pupils

    @property
    def total(self) -> int:
        return sum(self.counts[self.item.id])

    @property
    def too_many(self) -> bool:
        """More hands than pupils, all together or, of several answers, for one of them."""
        counts = self.counts[self.item.id]
        most = max(counts) if isinstance(self.item, SeveralItem) else sum(counts)
        return most > self.pupils

    # ------------------------------------------------------------------ widgets

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        cards = self._faces(canvas) if isinstance(self.item, Faces) else self._lines(canvas)
        if not any(widget.focused for widget in self.widgets):
            cards[min(self.at, len(cards) - 1)].focused = True
        return [*cards, *self._footer(canvas)]

    def _faces(self, canvas: "Canvas") -> list[Widget]:
        item = self.item
        assert isinstance(item, Faces)
        texts, counts = self.asked.options(item, self.tr), self.counts[item.id]
        left, w, g = face_places(canvas, len(texts))
        return [
            CountCard(
                left + i * (w + g), 424, w, 466, picture=picture, text=text, count=counts[i],
                on_count=partial(self._by, i),
            )
            for i, (picture, text) in enumerate(zip(self.asked.faces(item), texts, strict=True))
        ]  # fmt: skip

    def _lines(self, canvas: "Canvas") -> list[Widget]:
        item, m = self.item, canvas.margin
        texts, counts = self.asked.options(item, self.tr), self.counts[item.id]
        n = len(texts)
        g = 20.0 if n < 7 else 12.0
        columns = 1 if n <= 8 else 2
        rows = -(-n // columns)
        top = 76 + self._tall + 22
        h = min(124.0, (FOOT - top - (rows - 1) * g) / rows)
        w = (canvas.W - 2 * m - (columns - 1) * 24) / columns
        box = w - min(84.0, h) - 2 * min(92.0, h - 14) - 230, h - 6
        size = fitting_size(canvas, texts, box, canvas.large(56), 36)
        last = isinstance(item, Knowledge)
        return [
            CountCard(
                m + i // rows * (w + 24), top + i % rows * (h + g), w, h,
                text=text, letter="?" if last and i == n - 1 else MARKS[i],
                calm=last and i == n - 1, count=counts[i], share=counts[i] / self.pupils,
                size=size, on_count=partial(self._by, i), keys=(MARKS[i].lower(),),
            )
            for i, text in enumerate(texts)
        ]  # fmt: skip

    @property
    def _tall(self) -> float:
        """Height of the question; many options take from it."""
        if isinstance(self.item, Faces):
            return 300.0
        return (300.0, 250.0, 210.0, 176.0)[min(3, max(0, self.asked.count(self.item) - 3))]

    def _footer(self, canvas: "Canvas") -> list[Widget]:
        m, tr = canvas.margin, self.tr
        w = 400.0 if canvas.wide else 330.0
        last = self.page == len(self.items) - 1
        return [
            Button(
                canvas.W - m - w, 936, w, 100, label=tr("Finish") if last else tr("Next"),
                icon="check" if last else "next", on_press=self._next, primary=True, size=52,
            ),
            Stepper(
                canvas.W - m - w - 340, 938, 300, 96, value=self.pupils, low=1, high=MOST,
                on_change=self._set_pupils, size=58,
            ),
            RoundButton(m, 942, 92, 92, icon="back", on_press=self.on_back),
            RoundButton(m + 112, 942, 92, 92, icon="pause", on_press=self._pause, keys=("p",)),
        ]  # fmt: skip

    # ------------------------------------------------------------------ the picture

    def paint(self, canvas: "Canvas") -> None:
        canvas.skyline(self.context.theme.skyline)
        draw_progress(canvas, len(self.items), self.page)
        size = 66 if canvas.wide else 58
        pose = "happy" if self.total else "neutral"
        ask = self.asked.ask(self.item, self.tr)
        draw_item_ask(canvas, self.context.theme, pose, ask, self._tall, size)
        self._paint_sum(canvas)

    def _paint_sum(self, canvas: "Canvas") -> None:
        tr, m = self.tr, canvas.margin
        stepper = next(w for w in self.widgets if isinstance(w, Stepper))
        canvas.svg("ui/people", stepper.x - 56, 986, w=72, recolour="ink_soft")
        left, right = m + 240, stepper.x - 110
        ink = "warn_deep" if self.too_many else "ink"
        icon = "ui/warn" if self.too_many else "ui/hand"
        canvas.svg(icon, left + 30, 986, w=64, recolour=ink)
        if self.too_many:
            line = tr("{n} hands: too many", n=tr.number(self._shown_total()))
        else:
            line = tr.plural("{n} hand", "{n} hands", self.total)
        canvas.text(
            line, left + 78, 986, 50, ink, "display", valign="m", width=right - left - 78,
            max_h=124, min_size=36,
        )  # fmt: skip

    def _shown_total(self) -> int:
        counts = self.counts[self.item.id]
        return max(counts) if isinstance(self.item, SeveralItem) else sum(counts)

    # ------------------------------------------------------------------ counting

    def _by(self, place: int, by: int) -> None:
        """A click: it also says where digits go from now on."""
        self.at, self._typed = place, False
        self._set(place, self.counts[self.item.id][place] + by)

    def _set(self, place: int, count: int) -> None:
        self.counts[self.item.id][place] = max(0, min(MOST, count))
        self._warned = False
        self.context.sounds.play("survey-tap")
        self.refresh()

    def _type(self, digit: str) -> None:
        """The first digit takes the place of the number, a second one is added to it."""
        before = self.counts[self.item.id][self.at] if self._typed else 0
        longer = before * 10 + int(digit)
        self._set(self.at, longer if longer <= MOST else int(digit))
        self._typed = True

    def _set_pupils(self, pupils: int) -> None:
        self.pupils, self._warned = pupils, False
        self.refresh()

    def _keep(self) -> None:
        """On the disk, if something has changed."""
        item = self.item
        counts = tuple(self.counts[item.id])
        now = counts if any(counts) else ()
        if now != self._kept.get(item.id, ()):
            self.actions.save(item.id, now, self.pupils)
            self._kept[item.id] = now

    def _next(self) -> None:
        if self.too_many and not self._warned:
            self._warned = True
            self.toast(self.tr("More hands than pupils. Once more: keep them."), "warn")
            return
        self._keep()
        if self.page == len(self.items) - 1:
            self.actions.finish()
        else:
            self._turn_to(self.page + 1)

    def _turn_to(self, page: int) -> None:
        self.page, self.at = page, 0
        self._typed = self._warned = False
        self.focus(None)

    def _pause(self) -> None:
        self._keep()
        self.actions.pause()

    # ------------------------------------------------------------------ input

    def handle(self, intent: intents.Intent) -> bool:
        focused = self.focused()
        if isinstance(focused, CountCard):
            self._follow(focused)
        on_card = focused is None or isinstance(focused, CountCard)
        match intent:
            case intents.Character(text=text) if on_card and text.isdecimal():
                self._type(text)
            case intents.Character(text=text) if self._at_letter(text):
                pass
            case intents.Character(text="+" | "-" as sign) if on_card:
                self._by(self.at, 1 if sign == "+" else -1)
            case intents.Undo(backspace=True):
                self._set(self.at, self.counts[self.item.id][self.at] // 10)
            case intents.Undo() | intents.Redo():
                pass  # nothing of the game is taken back from here
            case intents.Go(clicker=True) if isinstance(focused, CountCard):
                self._by(self.at, 1)
            case intents.Go() if on_card:
                self._next()
            case _:
                return False
        return True

    def _at_letter(self, text: str) -> bool:
        """The letter of an option leads to it; no letter blackens the screen by mistake."""
        cards = [w for w in self.widgets if isinstance(w, CountCard)]
        place = MARKS.lower().find(text) if not isinstance(self.item, Faces) else -1
        if not 0 <= place < len(cards):
            return False
        self.at, self._typed = place, False
        self.focus(cards[place])
        return True

    def _follow(self, card: CountCard) -> None:
        """The option that has the focus now is the one that is typed at."""
        cards = [w for w in self.widgets if isinstance(w, CountCard)]
        at = cards.index(card)
        if at != self.at:
            self.at, self._typed = at, False

    def on_back(self) -> None:
        self._keep()
        if self.page == 0:
            self.actions.pause()
        else:
            self._turn_to(self.page - 1)


def _fitted(counts: Sequence[int], options: int) -> list[int]:
    return [*counts, *[0] * options][:options]
