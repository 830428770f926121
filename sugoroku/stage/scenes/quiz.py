"""A question, asked to the team on turn or to all teams."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.engine.state import Team
from sugoroku.model.board import Answering
from sugoroku.model.quiz import Estimate, Order, Question, Response, TrueFalse
from sugoroku.stage import intents
from sugoroku.stage.answers import AnswerDraft
from sugoroku.stage.draw.cards import LETTERS, draw_topbar
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.tokens import TEAM
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button, RoundButton
from sugoroku.stage.widgets.numberline import NumberLine
from sugoroku.stage.widgets.option import OptionCard

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

TOP, FOOT = 506.0, 936.0
"""Where the options lie."""


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


class QuizScene(Scene):
    """Choosing marks; a second press, or the button, answers. Nothing is answered by one slip."""

    def __init__(self, context: Context, card: QuizCard, actions: QuizActions) -> None:
        super().__init__(context)
        self.card = card
        self.actions = actions
        self.asked = card.teams if card.answering == "everyone" else (card.team,)
        self.drafts = [AnswerDraft(card.question) for _ in self.asked]
        self.who = 0
        self.hint = False
        self._digits = ""
        self._texts: tuple[str, ...] = ()

    @property
    def draft(self) -> AnswerDraft:
        return self.drafts[self.who]

    @property
    def everyone(self) -> bool:
        return self.card.answering == "everyone"

    @property
    def complete(self) -> bool:
        return all(draft.complete for draft in self.drafts)

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

    # ------------------------------------------------------------------ widgets

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        question = self.card.question
        if isinstance(question, Estimate):
            widgets: list[Widget] = [self._line(canvas, question)]
        else:
            widgets = self._options(canvas)
        return [*widgets, *self._footer(canvas)]

    def _line(self, canvas: "Canvas", question: Estimate) -> NumberLine:
        m = canvas.margin
        line = NumberLine(
            m, TOP, canvas.W - 2 * m, FOOT - TOP - 14, low=question.low, high=question.high,
            step=question.step, value=self.draft.value or 0.0, touched=self.draft.touched,
            unit=self.tr.text(question.unit), shown=self.tr.number, on_change=self._set_value,
        )  # fmt: skip
        line.on_press = self.confirm
        line.focused = True
        return line

    def _options(self, canvas: "Canvas") -> list[Widget]:
        m, g = canvas.margin, 28
        shown = self.card.order or tuple(range(len(self._texts)))
        rows = (len(shown) + 1) // 2
        w = (canvas.W - 2 * m - g) / 2
        h = (FOOT - TOP - (rows - 1) * (g + 6) - 12) / rows
        if rows == 3:
            g = 18
            h = (FOOT - TOP - 2 * (g + 8) - 12) / 3
        widgets: list[Widget] = []
        for place, option in enumerate(shown):
            x = m + (place % 2) * (w + 28)
            y = TOP + (place // 2) * (h + g + 6)
            widgets.append(self._option(canvas, place, option, (x, y, w, h)))
        return widgets

    def _option(
        self, canvas: "Canvas", place: int, option: int, box: tuple[float, float, float, float]
    ) -> OptionCard:
        letter = LETTERS[place]
        keys: tuple[str, ...] = (letter.lower(), str(place + 1))
        if isinstance(self.card.question, TrueFalse):
            keys += (("o", "x")[option],)
        chosen = option in self.draft.chosen
        if isinstance(self.card.question, Order) and chosen:
            letter = str(self.draft.chosen.index(option) + 1)
        size = 88 if isinstance(self.card.question, TrueFalse) else 58 if canvas.wide else 52
        return OptionCard(
            *box, letter=letter, text=self._texts[option], keys=keys, size=size,
            state="chosen" if chosen else "rest", on_press=lambda: self.press(option),
        )  # fmt: skip

    def _footer(self, canvas: "Canvas") -> list[Widget]:
        m, y, tr = canvas.margin, 962.0, self.tr
        w = 430.0 if canvas.wide else 380.0
        label = tr("Show the answer") if self.everyone else tr("This one!")
        widgets: list[Widget] = [
            Button(
                canvas.W - m - w, y, w, 92, label=label, on_press=self.confirm, primary=True,
                enabled=self.complete, size=48,
            ),
            RoundButton(m, y, 92, 92, icon="pause", on_press=self.actions.pause),
        ]  # fmt: skip
        x = m + 92 + 22
        if self.card.question.hint:
            widgets.append(
                Button(
                    x,
                    y,
                    100,
                    92,
                    label="?",
                    kind="go",
                    on_press=self._toggle_hint,
                    keys=("h",),
                    ruby=False,
                    size=58,
                )
            )
            x += 122
        widgets.append(
            Button(
                x,
                y,
                250 if canvas.wide else 216,
                92,
                label=tr("Pass"),
                kind="secondary",
                on_press=self._pass,
                keys=("n",) if self._is_estimate() else ("n", "0"),
                size=46,
            )
        )
        return widgets

    def _is_estimate(self) -> bool:
        return isinstance(self.card.question, Estimate)

    # ------------------------------------------------------------------ the picture

    def paint(self, canvas: "Canvas") -> None:
        card, m = self.card, canvas.margin
        canvas.skyline(self.context.theme.skyline)
        team = self.asked[self.who] if self.everyone else card.team
        draw_topbar(canvas, self.tr, card.question.topic, team, canvas.W - m)
        if self.hint:
            self._draw_hint(canvas)
        mascot = 300 if canvas.wide else 236
        qw, qy, qh = canvas.W - 2 * m - mascot, 190.0, 272.0
        canvas.mascot(
            self.context.theme, "thinking", canvas.W - m - mascot / 2 + 26, qy + qh + 30,
            322 if canvas.wide else 272,
        )  # fmt: skip
        canvas.bubble(m, qy, qw, qh, "r", tail_y=qh * 0.56)
        canvas.text(
            self.tr.text(card.question.ask), m + 52, qy + qh / 2, 64 if canvas.wide else 58, "ink",
            width=qw - 100, valign="m", max_h=qh - 32,
        )  # fmt: skip

    def paint_over(self, canvas: "Canvas") -> None:
        if self.everyone:
            self._draw_teams(canvas)

    def _draw_hint(self, canvas: "Canvas") -> None:
        m = canvas.margin
        w = canvas.W - 2 * m
        canvas.rect(m, 32, w, 140, 44, "sun_deep")
        canvas.rect(m, 24, w, 140, 44, "sun_tint")
        canvas.text(
            self.tr.text(self.card.question.hint), m + 40, 94, 48, "ink", width=w - 80, valign="m",
            max_h=132,
        )  # fmt: skip

    def _draw_teams(self, canvas: "Canvas") -> None:
        """A chip for each team: its shape, and what it has raised."""
        m = canvas.margin
        left = m + 92 + 22 + (122 if self.card.question.hint else 0)
        left += (250 if canvas.wide else 216) + 22
        right = canvas.W - m - (430 if canvas.wide else 380) - 22
        w = min(150.0, (right - left) / len(self.asked))
        for i, team in enumerate(self.asked):
            x = left + i * w
            if i == self.who:
                canvas.rect(x, 956, w - 8, 104, 30, "ink")
            canvas.rect(x + 4, 960, w - 16, 96, 26, TEAM[team.shape][1])
            canvas.token(team.shape, x + (w - 8) / 2, 990, 52, mark=True)
            canvas.text(
                self._raised(self.drafts[i]), x + (w - 8) / 2, 1034, 45, "ink", "display",
                align="c", valign="m", ruby=False, width=w - 18, fit=True, min_size=30,
            )  # fmt: skip

    def _raised(self, draft: AnswerDraft) -> str:
        if draft.passed:
            return "–"
        if not draft.complete:
            return "…"
        if isinstance(self.card.question, Estimate):
            return self.tr.number(draft.value or 0.0)
        shown = self.card.order or tuple(range(len(self._texts)))
        return "".join(LETTERS[shown.index(option)] for option in draft.chosen)

    # ------------------------------------------------------------------ answering

    def press(self, option: int) -> None:
        """Choose an option; pressing the chosen one again answers."""
        draft = self.draft
        if draft.single and draft.chosen == [option] and not self.everyone:
            self.confirm()
            return
        draft.choose(option)
        self.context.sounds.play("option-choose")
        if self.everyone and draft.single:
            self._next_team()
        self.refresh()

    def confirm(self) -> None:
        """Answer, or go on to the next team that has not."""
        if not self.complete:
            if self.everyone and self.draft.complete:
                self._next_team()
                self.refresh()
            return
        if self.everyone:
            self.actions.answer_all(tuple(draft.response() for draft in self.drafts))
        else:
            self.actions.answer(self.draft.response())

    def _next_team(self) -> None:
        open_teams = [i for i, draft in enumerate(self.drafts) if not draft.complete]
        if open_teams:
            self.who = next((i for i in open_teams if i > self.who), open_teams[0])

    def _pass(self) -> None:
        """No answer: marked first, a second press answers."""
        if self.draft.passed and self.complete:
            self.confirm()
            return
        self.draft.no_answer()
        if self.everyone:
            self._next_team()
        self.refresh()

    def _toggle_hint(self) -> None:
        self.hint = not self.hint
        self.refresh()

    def _set_value(self, value: float) -> None:
        self.draft.set_value(value)
        self.refresh()

    def _type(self, sign: str) -> None:
        """Digits build a number; the draft keeps it within its limits when it is confirmed."""
        self._digits = (self._digits + sign)[:9]
        self.draft.touched, self.draft.passed = True, False
        question = self.card.question
        assert isinstance(question, Estimate)
        typed = float(self._digits)
        if typed > question.high:
            self._digits, typed = sign, float(sign)
        self.draft.value = max(question.low, min(question.high, typed))
        self.refresh()

    def handle(self, intent: intents.Intent) -> bool:
        match intent:
            case intents.Undo():
                self._step_back()
                return True
            case intents.Character(text=text) if self._is_estimate() and text.isdecimal():
                self._type(text)
                return True
            case intents.PointerDown(x=x, y=y) if self._is_estimate() and self._points(x, y):
                return True
            case intents.Go(clicker=False) if self.complete and not self._on_other_button():
                self.confirm()
                return True
            case intents.Go(clicker=False) if self._is_estimate() and self.draft.complete:
                self._next_team()
                self._digits = ""
                self.refresh()
                return True
            case _:
                return False

    def _on_other_button(self) -> bool:
        """The focus is on something that Enter should press instead."""
        focused = self.focused()
        if focused is None or isinstance(focused, NumberLine):
            return False
        return not (isinstance(focused, OptionCard) and focused.state == "chosen")

    def _points(self, x: float, y: float) -> bool:
        line = next((w for w in self.widgets if isinstance(w, NumberLine)), None)
        if line is None or not line.contains(x, y):
            return False
        self._digits = ""
        line.point(x)
        return True

    def _step_back(self) -> None:
        """Take back what is not answered yet; if there is nothing, the last step of the game."""
        self._digits = self._digits[:-1]
        if self.everyone and not self.draft.chosen and not self.draft.passed and self.who > 0:
            self.who -= 1
        if not self.draft.drop_last() and not (self.everyone and self.who > 0):
            self.actions.undo()
            return
        self.refresh()

    def on_back(self) -> None:
        self.actions.pause()
