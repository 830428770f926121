"""The answer and why it is right. Waits for the teacher."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.engine.events import Answered
from sugoroku.engine.state import Team
from sugoroku.model.ids import TeamShape
from sugoroku.model.quiz import (
    Choice,
    Estimate,
    Guessed,
    Order,
    Picked,
    Question,
    Several,
    Sorted,
    TrueFalse,
)
from sugoroku.stage import intents
from sugoroku.stage.draw.cards import LETTERS, draw_pill, fitting_size, pill_width, source_line
from sugoroku.stage.motion.entrance import Part
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.tokens import FLOOR, MOTION
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button
from sugoroku.stage.widgets.option import OptionCard, OptionState

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


WHY_FOOT = 904.0
"""Where the explanation ends and its source begins."""


@dataclass(frozen=True, slots=True)
class RevealCard:
    """`effects`: what the answer brings the team on turn, as short words."""

    question: Question
    order: tuple[int, ...]
    answers: tuple[Answered, ...]
    teams: tuple[Team, ...]
    on_turn: Team
    effects: Sequence[str]

    @property
    def own(self) -> Answered:
        """The answer that decides the moves."""
        return next(answer for answer in self.answers if answer.on_turn)


class RevealScene(Scene):
    """Right is green with a mark, wrong is calm; the explanation is the same for both."""

    def __init__(
        self,
        context: Context,
        card: RevealCard,
        on_next: Callable[[], None],
        on_undo: Callable[[], None],
        on_pause: Callable[[], None],
    ) -> None:
        super().__init__(context)
        self.card = card
        self.on_next, self.on_undo, self.on_pause = on_next, on_undo, on_pause
        self.everyone = len(card.answers) > 1
        self.right = any(answer.right for answer in card.answers)
        self.answered = any(answer.response is not None for answer in card.answers)
        self._played = False

    def enter(self) -> None:
        if not self._played:
            self._played = True
            self.context.sounds.play("correct" if self.right else "almost")
            self.come_on(MOTION["reveal"])

    def parts(self, canvas: "Canvas") -> Sequence[Part]:
        """The verdict, then the answers, then the reason."""
        y = self._heights(canvas)[2] - 46
        return [
            (0, 20, canvas.W, 184), (0, 204, canvas.W, y - 204), (0, y, canvas.W, 1080 - y),
        ]  # fmt: skip

    # ------------------------------------------------------------------ layout

    def _shown(self, *, all_of_them: bool) -> list[int]:
        """Options in their places: all, or only the right ones and those that were taken."""
        question = self.card.question
        if isinstance(question, Estimate):
            return []
        if isinstance(question, TrueFalse):
            return [0, 1]
        count = range(len(question.options))
        if isinstance(question, Order):
            return list(count)
        order = list(self.card.order or count)
        return order if all_of_them else [o for o in order if self._state(o) != "dim"]

    def _options_shown(self, canvas: "Canvas") -> list[int]:
        """All, unless the explanation, which matters more, would become too small to be read."""
        every = self._shown(all_of_them=True)
        y = self._heights_of(canvas, every)[2]
        text = self.tr.text(self.card.question.explain)
        if canvas.measure(text, FLOOR, self._why_width(canvas)).h <= WHY_FOOT - y - 66:
            return every
        return self._shown(all_of_them=False)

    @staticmethod
    def _why_width(canvas: "Canvas") -> float:
        return canvas.W - 2 * canvas.margin - (270 if canvas.wide else 206) - 96

    def _heights(self, canvas: "Canvas") -> tuple[float, float, float]:
        """Height of a row, the gap, and where the explanation begins."""
        return self._heights_of(canvas, self._options_shown(canvas))

    def _heights_of(self, canvas: "Canvas", shown: Sequence[int]) -> tuple[float, float, float]:
        rows = max(1, (len(shown) + 1) // 2)
        gap = 20.0 if canvas.wide else 14.0
        height = {1: 216.0 if isinstance(self.card.question, Estimate) else 170.0, 2: 148.0}.get(
            rows, 112.0
        )
        room = 56 if self.everyone and self.card.effects else 40 if canvas.wide else 34
        return height, gap, 210 + rows * (height + gap + 6) + room

    def why_spot(self, canvas: "Canvas") -> Part:
        y = self._heights(canvas)[2]
        return canvas.margin, y - 40, canvas.W - 2 * canvas.margin, 1080 - y

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        m = canvas.margin
        w = 300 if canvas.wide else 270
        return [
            Button(
                canvas.W - m - w - 34,
                926,
                w,
                84,
                label=self.tr("Next"),
                on_press=self.on_next,
                primary=True,
                size=50,
            )
        ]

    # ------------------------------------------------------------------ the picture

    def paint(self, canvas: "Canvas") -> None:
        canvas.skyline(self.context.theme.skyline)
        self.ground_painted(canvas)
        self._band(canvas)
        question = self.card.question
        if isinstance(question, Estimate):
            self._estimate(canvas, question)
        else:
            self._options(canvas)
        self._explanation(canvas)

    def _verdict(self) -> str:
        right = sum(answer.right for answer in self.card.answers)
        if self.everyone and 0 < right < len(self.card.answers):
            return self.tr("{n} of {all} teams!", n=right, all=len(self.card.answers))
        if self.right:
            return self.tr("Correct!")
        return self.tr("So close!") if self.answered else self.tr("Let's look together")

    def _band(self, canvas: "Canvas") -> None:
        m = canvas.margin
        w = canvas.W - 2 * m
        face, ledge, ink = (
            ("ok_deep", "#063A20", "#0B5C34") if self.right else ("miss_deep", "#121A26", "#28364A")
        )
        canvas.card(m, 40, w, 148, 48, face, ledge, 12)
        canvas.rect(m + 30, 62, 104, 104, 52, "paper")
        icon = self.context.theme.correct_mark if self.right else (
            "cross" if self.answered else "people")  # fmt: skip
        canvas.svg(f"ui/{icon}", m + 82, 114, w=70, recolour=ink)
        pill = self._gain(canvas, m + w - 30)
        canvas.text(
            self._verdict(), m + 164, 114, 84, "paper", "display", valign="m",
            width=w - 164 - pill - 60, fit=True,
        )  # fmt: skip

    def _gain(self, canvas: "Canvas", right: float) -> float:
        """What the answer brings, or which teams were right; returns the width used."""
        if self.everyone:
            return self._teams_right(canvas, right)
        label = " · ".join(self.card.effects) or self.tr("Stay where you are")
        most = (canvas.W - 2 * canvas.margin) * 0.6
        size = fitting_size(canvas, [label], (most - 150, 60), 50, 40, face="display")
        w = min(most, canvas.measure(label, size, face="display").w + 150)
        canvas.rect(right - w, 66, w, 96, 48, "paper")
        canvas.token(self.card.on_turn.shape, right - w + 62, 112, 88)
        canvas.text(
            label, right - w + 114, 114, size, "ink", "display", valign="m", width=w - 132,
            max_h=110, min_size=32,
        )  # fmt: skip
        return w

    def _teams_right(self, canvas: "Canvas", right: float) -> float:
        """The shapes of the teams that were right; nobody else is pointed at."""
        by_id = {team.id: team for team in self.card.teams}
        found = [by_id[a.team] for a in self.card.answers if a.right and a.team in by_id]
        if not found:
            return 0
        w = 44 + 96 * len(found)
        canvas.rect(right - w, 66, w, 96, 48, "paper")
        for i, team in enumerate(found):
            canvas.token(team.shape, right - w + 70 + 96 * i, 112, 84)
        return w

    def _options(self, canvas: "Canvas") -> None:
        question, m = self.card.question, canvas.margin
        h, g, _ = self._heights(canvas)
        w = (canvas.W - 2 * m - g) / 2
        shown: Sequence[int]
        if isinstance(question, TrueFalse):
            self._statement(canvas, question, h)
            return
        else:
            assert not isinstance(question, Estimate)
            texts = [self.tr.text(option) for option in question.options]
            shown = self._options_shown(canvas)
        own = self._own_places()
        box = (w - 28 - 70 - 56 - (140 if own else 0), h - 14)
        size = fitting_size(canvas, texts, box, canvas.large(48), 40)
        ruby = None
        if fitting_size(canvas, texts, box, size, size - 1) < size:
            # Three rows: readings that were on the page before give way to the explanation.
            ruby, size = False, fitting_size(canvas, texts, box, 45, 34, ruby=False)
        places = self._shown(all_of_them=True)
        for place, option in enumerate(shown):
            at = places.index(option)
            letter = str(at + 1) if isinstance(question, Order) else LETTERS[at]
            card = OptionCard(
                m + (place % 2) * (w + g), 210 + (place // 2) * (h + g + 6), w, h, letter=letter,
                text=texts[option], state=self._state(option), size=size, badge=70, ruby=ruby,
                mark=self.context.theme.correct_mark,
            )  # fmt: skip
            card.numbered = isinstance(question, Order)
            card.own = own.get(option)
            card.draw(canvas)

    def _statement(self, canvas: "Canvas", question: TrueFalse, h: float) -> None:
        """What was said, and whether it is so."""
        m, tr = canvas.margin, self.tr
        w = canvas.W - 2 * m
        canvas.card(m, 210, w, h, 40, "paper", "line", 12)
        mark = self.context.theme.correct_mark if question.answer else "cross"
        colour = "ok_deep" if question.answer else "miss_deep"
        word = tr("True") if question.answer else tr("Not true")
        right = max(220.0, canvas.measure(word, 50, face="display").w + 60)
        x = m + w - right
        canvas.rect(x, 210, right, h, 40, "ok_tint" if question.answer else "miss_tint")
        canvas.svg(f"ui/{mark}", x + right / 2, 210 + h * 0.36, w=70, recolour=colour)
        canvas.text(
            word, x + right / 2, 210 + h * 0.78, 50, "ink", "display", align="c", valign="m",
            width=right - 24, fit=True,
        )  # fmt: skip
        canvas.text(
            tr.text(question.ask), m + 40, 210 + h / 2, canvas.large(50), "ink",
            width=w - right - 70, valign="m", max_h=h - 16, min_size=40,
        )  # fmt: skip

    def _own_places(self) -> dict[int, tuple[TeamShape, str]]:
        """For a wrong order: where the team on turn had put each option."""
        response = self.card.own.response
        if self.right or not isinstance(response, Sorted):
            return {}
        shape = self.card.on_turn.shape
        return {option: (shape, str(n + 1)) for n, option in enumerate(response.options)}

    def _state(self, option: int) -> OptionState:
        question, response = self.card.question, self.card.own.response
        if isinstance(question, Order):
            good = isinstance(response, Sorted) and response.options[option] == option
            return "correct" if good or self.right else "rest"
        if isinstance(question, TrueFalse):
            right = option == (0 if question.answer else 1)
        elif isinstance(question, Several):
            right = option in question.answers
        else:
            right = isinstance(question, Choice) and option == question.answer
        if right:
            return "correct"
        picked = isinstance(response, Picked) and option in response.options and not self.everyone
        return "wrong" if picked else "dim"

    def _estimate(self, canvas: "Canvas", question: Estimate) -> None:
        """A line with the right range on it, the right number above, the guess below."""
        m, tr = canvas.margin, self.tr
        w = canvas.W - 2 * m
        canvas.card(m, 210, w, 216, 40, "paper", "line", 12)
        left, right, y = m + 70.0, m + w - 70.0, 318.0

        def at(value: float) -> float:
            share = (value - question.low) / (question.high - question.low)
            return left + max(0.0, min(1.0, share)) * (right - left)

        low, high = question.answer - question.tolerance, question.answer + question.tolerance
        canvas.rect(left, y - 12, right - left, 24, 12, "ground_deep")
        canvas.rect(at(low), y - 16, max(32, at(high) - at(low)), 32, 16, "ok")
        unit = tr.text(question.unit)
        self._flag(
            canvas, f"{tr.number(question.answer)} {unit}", at(question.answer), 258, "ok_deep"
        )
        response = self.card.own.response
        if isinstance(response, Guessed) and not self.everyone:
            x = at(response.value)
            canvas.rect(x - 24, y - 24, 48, 48, 24, "primary_deep")
            canvas.token(self.card.on_turn.shape, x, y, 60, mark=True)
            guess = f"{tr.number(response.value)} {unit}".strip()
            label = tr("Your guess: {n}", n=guess)
            self._flag(canvas, label, x, 378, "ink")

    def _flag(self, canvas: "Canvas", label: str, x: float, y: float, colour: str) -> None:
        half = canvas.measure(label, 48, face="display").w / 2
        m = canvas.margin
        x = max(m + 30 + half, min(canvas.W - m - 30 - half, x))
        canvas.text(label, x, y, 48, colour, "display", align="c", valign="m")

    def _explanation(self, canvas: "Canvas") -> None:
        card, m, tr = self.card, canvas.margin, self.tr
        _, _, y = self._heights(canvas)
        h = 1080 - y - 56
        x = m + (270 if canvas.wide else 206)
        w = canvas.W - m - x
        canvas.bubble(x, y, w, h, "l", tail_y=h * 0.52)
        pose = "happy" if self.right else "neutral" if not self.answered else "sad"
        canvas.mascot(
            self.context.theme, pose, m + (104 if canvas.wide else 90), 1052,
            330 if canvas.wide else 264,
        )  # fmt: skip
        left = x + 48
        why = tr("Why?")
        tab = canvas.measure(why, 48, face="display").w + 150
        canvas.rect(left - 8, y - 40, tab, 88, 44, "primary")
        canvas.svg(f"topic/{card.question.topic}", left + 40, y + 4, w=76)
        canvas.text(why, left + 94, y + 3, 48, "paper", "display", valign="m")
        if self.everyone and card.effects:
            label = " · ".join(card.effects)
            pill = min(w - tab - 110, pill_width(canvas, label, card.on_turn))
            draw_pill(canvas, label, x + w - 34 - pill, y - 50, pill, card.on_turn)
        foot = WHY_FOOT
        canvas.text(
            tr.text(card.question.explain), left, (y + 54 + foot) / 2,
            canvas.large(52 if canvas.wide else 47), "ink", width=w - 96, valign="m",
            max_h=foot - y - 66,
            min_size=38,
        )  # fmt: skip
        canvas.rect(left, foot + 4, w - 96, 4, 2, "ground_deep")
        line = source_line(tr, card.question.source)
        if line:
            button = 300 if canvas.wide else 270
            canvas.svg("ui/file", left + 22, 968, w=44, recolour="ink_soft")
            canvas.text(
                line, left + 62, 968, 45, "ink_soft", valign="m", width=w - 96 - 62 - button - 16,
                max_h=112, min_size=32, ruby=False,
            )  # fmt: skip

    # ------------------------------------------------------------------ input

    def handle(self, intent: intents.Intent) -> bool:
        if isinstance(intent, intents.Undo):
            self.on_undo()
            return True
        return False

    def on_back(self) -> None:
        self.on_pause()
