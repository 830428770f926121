"""A question, asked to the team on turn or to all teams."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.engine.state import Team
from sugoroku.i18n.translator import without_furigana
from sugoroku.model.board import Answering
from sugoroku.model.quiz import Estimate, Order, Question, Response, TrueFalse
from sugoroku.stage import intents
from sugoroku.stage.answers import AnswerDraft, how_to_answer, raised_by
from sugoroku.stage.draw.cards import LETTERS, TOPIC_NAMES, draw_topbar, fitting_size, label_width
from sugoroku.stage.draw.question import draw_ask, draw_hint, draw_stopwatch
from sugoroku.stage.motion.entrance import Part
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.stopwatch import LAST, Stopwatch
from sugoroku.stage.tokens import MOTION
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button, RoundButton
from sugoroku.stage.widgets.numberline import NumberLine
from sugoroku.stage.widgets.option import OptionCard
from sugoroku.stage.widgets.teamchip import place_chips, team_chips
from sugoroku.stage.widgets.truth import TruthCard

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

FOOT = 936.0
"""Where the options end."""


@dataclass(frozen=True, slots=True)
class QuizCard:
    """`order`: indexes of the options in the file, as they are shown."""

    question: Question
    order: tuple[int, ...]
    team: Team
    teams: tuple[Team, ...]
    answering: Answering


@dataclass(frozen=True, slots=True)
class QuizActions:
    answer: Callable[[Response | None], None]
    answer_all: Callable[[tuple[Response | None, ...]], None]
    swap: Callable[[], None]
    pause: Callable[[], None]
    undo: Callable[[], None]
    marked: Callable[[list[dict[str, object]]], None]


class QuizScene(Scene):
    """Choosing marks; a second press, or the button, answers. Nothing is answered by one slip."""

    def __init__(self, context: Context, card: QuizCard, actions: QuizActions) -> None:
        super().__init__(context)
        self.card = card
        self.actions = actions
        self.asked = card.teams if card.answering == "everyone" else (card.team,)
        self.drafts = [AnswerDraft(card.question) for _ in self.asked]
        self.who = 0
        self._marked: list[int] = []
        """Whose marks were made, the latest last."""
        self.hint = False
        self._digits = ""
        self._texts: tuple[str, ...] = ()
        self._told = (0.0, 0.0)
        seconds = context.settings.stopwatch
        self.stopwatch = Stopwatch(seconds) if seconds else None

    @property
    def draft(self) -> AnswerDraft:
        return self.drafts[self.who]

    @property
    def everyone(self) -> bool:
        return self.card.answering == "everyone"

    @property
    def complete(self) -> bool:
        return all(draft.complete for draft in self.drafts)

    @property
    def shown(self) -> tuple[int, ...]:
        """Options in the order of their places."""
        return self.card.order or tuple(range(len(self._texts)))

    def enter(self) -> None:
        question, tr = self.card.question, self.tr
        if isinstance(question, TrueFalse):
            self._texts = (tr("True"), tr("Not true"))
        elif isinstance(question, Estimate):
            self._texts = ()
        else:
            self._texts = tuple(tr.text(option) for option in question.options)
        if not self.widgets:
            self.context.sounds.play("quiz-open")
            self.come_on(MOTION["card_in"])

    def parts(self, canvas: "Canvas") -> Sequence[Part]:
        """The question, then what can be answered."""
        y, h = self._ask_box()
        return [(0, 20, canvas.W, y + h + 18), (0, y + h + 38, canvas.W, 1080 - y - h - 38)]

    def spoken(self) -> str:
        """What is read aloud: the question and its options, without readings."""
        options = [f"{LETTERS[i]}. {self._texts[o]}." for i, o in enumerate(self.shown)]
        ask = self.tr.text(self.card.question.ask)
        return without_furigana(" ".join([ask, *(options if self._texts else [])]))

    def mark_again(self, kept: Sequence[Mapping[str, object]]) -> None:
        """What was marked before the program was closed."""
        for draft, was in zip(self.drafts, kept, strict=False):
            draft.mark_again(was)
        self.who = next((i for i, draft in enumerate(self.drafts) if not draft.complete), 0)

    def take_over(self, earlier: "QuizScene") -> None:
        """What was marked when the same question was shown before, team by team."""
        marked = {team.id: d for team, d in zip(earlier.asked, earlier.drafts, strict=True)}
        self.drafts = [
            marked.get(team.id, d) for team, d in zip(self.asked, self.drafts, strict=True)
        ]
        self.hint, self.stopwatch = earlier.hint, earlier.stopwatch

    # ------------------------------------------------------------------ widgets

    def _rows(self) -> int:
        return (len(self.shown) + 1) // 2

    def _ask_box(self) -> tuple[float, float]:
        """Top and height of the question; it makes room for three rows of options."""
        return (176.0, 214.0) if self._rows() > 2 else (190.0, 272.0)

    def ask_spot(self, canvas: "Canvas") -> Part:
        y, h = self._ask_box()
        return canvas.margin, y, canvas.W - 2 * canvas.margin, h + 14

    def _top(self) -> float:
        y, h = self._ask_box()
        return y + h + (30 if self._rows() > 2 else 44)

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        question = self.card.question
        if isinstance(question, Estimate):
            widgets: list[Widget] = [self._line(canvas, question)]
        else:
            widgets = self._options(canvas)
        if self.everyone:
            widgets += self._team_chips(canvas)
        return [*widgets, *self._footer(canvas)]

    def _line(self, canvas: "Canvas", question: Estimate) -> NumberLine:
        m, top = canvas.margin, self._top()
        line = NumberLine(
            m, top, canvas.W - 2 * m, FOOT - top - 14, low=question.low, high=question.high,
            step=question.step, value=self.draft.value or 0.0, touched=self.draft.touched,
            unit=self.tr.text(question.unit), shown=self.tr.number, on_change=self._set_value,
        )  # fmt: skip
        line.on_press = self.confirm
        # The arrows move the number, until Tab takes the focus elsewhere.
        line.focused = not any(widget.focused for widget in self.widgets)
        return line

    def _options(self, canvas: "Canvas") -> list[Widget]:
        m, rows, top = canvas.margin, self._rows(), self._top()
        gap = 22 if rows > 2 else 34
        w = (canvas.W - 2 * m - 28) / 2
        h = (FOOT + 10 - top - (rows - 1) * gap - 12) / rows
        badge = max(64.0, min(92.0, h * 0.66))
        size = fitting_size(
            canvas,
            self._texts,
            (w - badge - 84, h - 16),
            canvas.large(58 if canvas.wide else 52),
            40,
        )
        widgets: list[Widget] = []
        for place, option in enumerate(self.shown):
            box = (m + (place % 2) * (w + 28), top + (place // 2) * (h + gap), w, h)
            widgets.append(self._option(place, option, box, size))
        return widgets

    def _option(
        self, place: int, option: int, box: tuple[float, float, float, float], size: float
    ) -> Widget:
        letter = LETTERS[place]
        keys: tuple[str, ...] = (letter.lower(), str(place + 1))
        chosen = option in self.draft.chosen
        if isinstance(self.card.question, TrueFalse):
            mark = self.context.theme.correct_mark if option == 0 else "cross"
            return TruthCard(
                *box, letter=letter, text=self._texts[option], mark=mark, chosen=chosen,
                keys=(*keys, "ox"[option]), on_press=lambda: self.press(option),
            )  # fmt: skip
        if isinstance(self.card.question, Order) and chosen:
            letter = str(self.draft.chosen.index(option) + 1)
        return OptionCard(
            *box, letter=letter, text=self._texts[option], keys=keys, size=size,
            state="chosen" if chosen else "rest", on_press=lambda: self.press(option),
        )  # fmt: skip

    def _team_chips(self, canvas: "Canvas") -> list[Widget]:
        """A chip for each team at the upper right: its shape, and what it has raised."""
        raised = [raised_by(draft, self.shown, self.tr) for draft in self.drafts]
        chips = team_chips(self.asked, self.card.team, raised, self.who, self._turn_to)
        place_chips(chips, canvas.W - canvas.margin, self._chip_step(canvas))
        return [*chips]

    def _chip_step(self, canvas: "Canvas") -> float:
        """Width of a chip with its gap: what the name of the topic leaves."""
        name = canvas.measure(self.tr(TOPIC_NAMES[self.card.question.topic]), 60, face="display").w
        room = canvas.W - 2 * canvas.margin - 140 - name - 20
        return max(112.0, min(168.0, room / len(self.asked)))

    def _footer(self, canvas: "Canvas") -> list[Widget]:
        m, y, tr = canvas.margin, 962.0, self.tr
        if not self.everyone:
            label, ready = tr("This one!"), self.complete
        elif self.complete:
            label, ready = tr("Show the answer"), True
        else:
            label, ready = tr("Next team"), self.draft.complete
        w = label_width(canvas, label, 48, 430 if canvas.wide else 380)
        widgets: list[Widget] = [
            Button(
                canvas.W - m - w, y, w, 92, label=label, on_press=self.confirm, primary=True,
                enabled=ready, size=48,
            ),
            RoundButton(m, y, 92, 92, icon="pause", on_press=self.actions.pause),
        ]  # fmt: skip
        x = m + 92 + 22
        if self.card.question.hint:
            hint = Button(x, y, 100, 92, label="?", kind="go", on_press=self._toggle_hint, size=58)
            hint.keys, hint.ruby = ("h",), False
            widgets.append(hint)
            x += 122
        label, passed = tr("Pass"), self.draft.passed
        w = label_width(canvas, label, 46, 216, icon=passed)
        nothing = Button(
            x, y, w, 92, label=label, kind="quiet" if passed else "secondary", on_press=self._pass,
            icon="check" if passed else None, size=46,
        )  # fmt: skip
        nothing.keys = ("n",) if self._is_estimate() else ("n", "0")
        clock = 130 if self.stopwatch is not None else 0
        self._told = (x + w + 30, canvas.W - m - widgets[0].w - 30 - clock)
        return [*widgets, nothing]

    def _is_estimate(self) -> bool:
        return isinstance(self.card.question, Estimate)

    # ------------------------------------------------------------------ the picture

    def paint(self, canvas: "Canvas") -> None:
        card, m = self.card, canvas.margin
        canvas.skyline(self.context.theme.skyline)
        self.ground_painted(canvas)
        right = canvas.W - m
        if self.everyone:
            right -= self._chip_step(canvas) * len(self.asked)
        draw_topbar(
            canvas, self.tr, card.question.topic, None if self.everyone else card.team, right
        )
        y, h = self._ask_box()
        draw_ask(canvas, self.context.theme, card.question, self.tr.text(card.question.ask), y, h)

    def paint_over(self, canvas: "Canvas") -> None:
        """How to answer, the time, and the hint."""
        left, right = self._told
        canvas.text(
            how_to_answer(self.card.question, self.tr), (left + right) / 2, 1010, 46, "ink_soft",
            align="c", valign="m", width=right - left, max_h=120, min_size=38,
        )  # fmt: skip
        if self.stopwatch is not None:
            draw_stopwatch(canvas, self.stopwatch, right + 78, 1008)
        if self.hint:
            draw_hint(canvas, self.tr.text(self.card.question.hint))

    # ------------------------------------------------------------------ answering

    def tick(self) -> None:
        watch = self.stopwatch
        if watch is None or not watch.tick(self.context.now_ms()):
            return
        self.refresh()
        if watch.left == 0:
            self.toast(self.tr("Time! What is your answer?"), "clock")
        elif watch.left <= LAST:
            self.context.sounds.play("timer-last-5")

    def press(self, option: int) -> None:
        """Choose an option; pressing the chosen one again answers."""
        draft = self.draft
        if draft.single and draft.chosen == [option] and not self.everyone:
            self.confirm()
            return
        draft.choose(option)
        self._note()
        self.context.sounds.play("option-choose")
        if self.everyone and draft.single:
            self._next_team()
        self.refresh()

    def confirm(self) -> None:
        """Answer, or go on to the next team that has not."""
        if not self.complete:
            if self.everyone and self.draft.complete:
                self._settle()
                self._next_team()
                self.refresh()
            return
        self._settle()
        if self.everyone:
            self.actions.answer_all(tuple(draft.response() for draft in self.drafts))
        else:
            self.actions.answer(self.draft.response())

    def _settle(self) -> None:
        """A typed number becomes one that the line has."""
        if self._digits and self.draft.value is not None:
            self.draft.set_value(self.draft.value)
        self._digits = ""

    def _next_team(self) -> None:
        open_teams = [i for i, draft in enumerate(self.drafts) if not draft.complete]
        if open_teams:
            self._turn_to(next((i for i in open_teams if i > self.who), open_teams[0]))

    def _turn_to(self, who: int) -> None:
        self.who, self._digits = who, ""
        self.focus(None)

    def _pass(self) -> None:
        """No answer: marked first, a second press answers."""
        if self.draft.passed and self.complete:
            self.confirm()
            return
        self.draft.no_answer()
        self._note()
        self._digits = ""
        if self.everyone:
            self._next_team()
        self.refresh()

    def _toggle_hint(self) -> None:
        self.hint = not self.hint
        self.refresh()

    def _set_value(self, value: float) -> None:
        self._digits = ""
        self.draft.set_value(value)
        self._tell_marks()
        self.refresh()

    def _type(self, digits: str) -> None:
        """Digits build a number within the limits; its step is minded when it is confirmed."""
        question = self.card.question
        assert isinstance(question, Estimate)
        if float(digits) > question.high:
            digits = digits[-1]
        self._digits = digits[:9]
        self.draft.touched, self.draft.passed = True, False
        self.draft.value = max(question.low, min(question.high, float(self._digits)))
        self._tell_marks()
        self.refresh()

    def handle(self, intent: intents.Intent) -> bool:
        match intent:
            case intents.Undo():
                self._step_back()
            case intents.Character(text=text) if self._is_estimate() and text.isdecimal():
                self._type(self._digits + text)
            case intents.Character(text=",") | intents.Black() if self._takes_point():
                self._type(self._digits + ".")
            case intents.PointerDown(x=x, y=y) if self._is_estimate():
                return self._points(x, y)
            case intents.Go(clicker=False) if not self._on_other_button() and (
                self.complete or (self.draft.complete and not self.draft.single)
            ):
                self.confirm()
            case _:
                return False
        return True

    def _takes_point(self) -> bool:
        return self._is_estimate() and bool(self._digits) and "." not in self._digits

    def _on_other_button(self) -> bool:
        """The focus is on something that Enter should press instead."""
        focused = self.focused()
        if focused is None or isinstance(focused, NumberLine):
            return False
        chosen = isinstance(focused, OptionCard) and focused.state == "chosen"
        return not (chosen or (isinstance(focused, TruthCard) and focused.chosen))

    def _points(self, x: float, y: float) -> bool:
        line = next((w for w in self.widgets if isinstance(w, NumberLine)), None)
        if line is None or not line.contains(x, y):
            return False
        line.point(x)
        return True

    def _step_back(self) -> None:
        """Take back what is not answered yet; if there is nothing, the last step of the game."""
        if self._is_estimate() and self._take_back():
            self.refresh()
            return
        while self._marked:
            who = self._marked.pop()
            if self.drafts[who].drop_last():
                self._turn_to(who)
                self._tell_marks()
                return
        if any(draft.drop_last() for draft in reversed(self.drafts)):
            self._tell_marks()
            self.refresh()
            return
        self.actions.undo()

    def _note(self) -> None:
        self._marked.append(self.who)
        self._tell_marks()

    def _tell_marks(self) -> None:
        """To be kept on the disk: also what is not answered yet survives."""
        self.actions.marked([draft.kept() for draft in self.drafts])

    def _take_back(self) -> bool:
        """One digit, one choice or the whole number; False when there is nothing."""
        draft = self.draft
        if len(self._digits) > 1:
            self._type(self._digits[:-1])
        elif self._is_estimate() and draft.touched and not draft.passed:
            self._digits, draft.touched = "", False
        else:
            return draft.drop_last()
        return True

    def on_back(self) -> None:
        self.actions.pause()
