"""An answer while a team is still making up its mind."""

from collections.abc import Mapping, Sequence

from sugoroku.i18n.translator import Translator
from sugoroku.model.quiz import (
    Choice,
    Estimate,
    Guessed,
    Order,
    Picked,
    Question,
    Response,
    Several,
    Sorted,
    TrueFalse,
)
from sugoroku.stage.draw.cards import LETTERS


class AnswerDraft:
    """`chosen` are options as written in the file, in the order they were chosen."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.chosen: list[int] = []
        self.passed = False
        self.value: float | None = None
        self._before: list[tuple[list[int], bool]] = []
        """What was marked before each choice."""
        if isinstance(question, Estimate):
            middle = (question.low + question.high) / 2
            self.value = self.fitted(middle)
            self.touched = False

    @property
    def single(self) -> bool:
        """One key is enough for an answer."""
        return isinstance(self.question, Choice | TrueFalse)

    @property
    def complete(self) -> bool:
        if self.passed:
            return True
        match self.question:
            case Order(options=options):
                return len(self.chosen) == len(options)
            case Estimate():
                return self.touched
            case _:
                return bool(self.chosen)

    def choose(self, option: int) -> None:
        """Take or leave an option; a single choice is replaced."""
        self._before.append((list(self.chosen), self.passed))
        self.passed = False
        if self.single:
            self.chosen = [option]
        elif option in self.chosen:
            at = self.chosen.index(option)
            self.chosen = self.chosen[:at] if isinstance(self.question, Order) else [
                o for o in self.chosen if o != option
            ]  # fmt: skip
        else:
            self.chosen.append(option)

    def drop_last(self) -> bool:
        """Take the last choice back; False when there is none."""
        if self._before:
            self.chosen, self.passed = self._before.pop()
        elif self.passed or self.chosen:  # as they were marked before the program was started
            self.chosen, self.passed = [], False
        else:
            return False
        return True

    def no_answer(self) -> None:
        self._before.append((list(self.chosen), self.passed))
        self.chosen, self.passed = [], True

    def kept(self) -> dict[str, object]:
        """What is marked, to be kept on the disk."""
        touched = isinstance(self.question, Estimate) and self.touched
        value = self.value if touched else None
        return {"chosen": self.chosen, "passed": self.passed, "value": value}

    def mark_again(self, kept: Mapping[str, object]) -> None:
        """As it was kept; what does not fit the question is left out."""
        options = getattr(self.question, "options", (0, 1))
        chosen, value = kept.get("chosen"), kept.get("value")
        if isinstance(chosen, list):
            self.chosen = [o for o in chosen if isinstance(o, int) and 0 <= o < len(options)]
        self.passed = kept.get("passed") is True
        if isinstance(self.question, Estimate) and isinstance(value, int | float):
            self.set_value(float(value))

    def set_value(self, value: float) -> None:
        self.passed, self.touched = False, True
        self.value = self.fitted(value)

    def fitted(self, value: float) -> float:
        """The nearest value between low and high that is a whole number of steps from low."""
        question = self.question
        assert isinstance(question, Estimate)
        steps = round((value - question.low) / question.step)
        stepped = round(question.low + steps * question.step, 9)
        return max(question.low, min(question.high, stepped))

    def response(self) -> Response | None:
        """None: no answer."""
        if self.passed or not self.complete:
            return None
        match self.question:
            case Estimate():
                return Guessed(self.value if self.value is not None else 0.0)
            case Order():
                return Sorted(tuple(self.chosen))
            case Several():
                return Picked(tuple(sorted(self.chosen)))
            case _:
                return Picked((self.chosen[0],))


def how_to_answer(question: Question, tr: Translator) -> str:
    """In a few words, where it is not plain."""
    match question:
        case Several():
            return tr("Choose all that fit.")
        case Order():
            return tr("Press them in their order.")
        case Estimate():
            return tr("Move the pointer or type.")
        case _:
            return ""


def raised_by(draft: AnswerDraft, shown: Sequence[int], tr: Translator) -> str:
    """What a team has raised: letters as they are shown, a number, or that it passes."""
    if draft.passed:
        return "–"
    if isinstance(draft.question, Estimate):
        return tr.number(draft.value or 0.0) if draft.complete else "…"
    return "".join(LETTERS[shown.index(option)] for option in draft.chosen) or "…"
