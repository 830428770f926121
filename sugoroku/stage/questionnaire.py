"""A survey as a class is asked it: its items, their words, and what pressing an option means."""

from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

from sugoroku.i18n.translator import Translator
from sugoroku.model.edition import Edition
from sugoroku.model.quiz import TrueFalse
from sugoroku.model.survey import (
    DONT_KNOW_YET,
    ChoiceItem,
    Faces,
    Knowledge,
    Moment,
    NumberItem,
    SeveralItem,
    SurveyItem,
    SurveyValue,
    TextItem,
    YesMaybeNo,
)
from sugoroku.model.text import EMPTY, Text

_FACES = {2: (2, 5), 3: (2, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}
"""Which of the five faces a scale shows; an even one has no middle."""


@dataclass(frozen=True)
class Questionnaire:
    """`grade`: the school year of the class; None: not chosen."""

    edition: Edition
    moment: Moment
    grade: int | None = None

    @cached_property
    def items(self) -> tuple[SurveyItem, ...]:
        return self.edition.asked(self.moment, self.grade)

    @cached_property
    def counted(self) -> tuple[SurveyItem, ...]:
        """Those that can be answered by raised hands."""
        return tuple(i for i in self.items if not isinstance(i, TextItem | NumberItem))

    @property
    def title(self) -> Text:
        survey = self.edition.survey_at(self.moment)
        return survey.title if survey is not None else EMPTY

    def ask(self, item: SurveyItem, tr: Translator) -> str:
        """What is asked, with its readings."""
        question = self.edition.known(item) if isinstance(item, Knowledge) else None
        return tr.text(item.ask if question is None else question.ask)

    def options(self, item: SurveyItem, tr: Translator) -> tuple[str, ...]:
        """What can be chosen, with readings; of a knowledge item “I don't know yet” comes last."""
        match item:
            case Faces(scale=texts) | ChoiceItem(options=texts) | SeveralItem(options=texts):
                return tuple(tr.text(text) for text in texts)
            case YesMaybeNo():
                return tr("Yes"), tr("Maybe"), tr("No")
            case Knowledge():
                question = self.edition.known(item)
                if question is None:
                    return ()
                if isinstance(question, TrueFalse):
                    known: tuple[str, ...] = (tr("True"), tr("Not true"))
                else:
                    known = tuple(tr.text(text) for text in question.options)
                return (*known, tr("I don't know yet"))
            case TextItem() | NumberItem():
                return ()
            case _:
                assert_never(item)

    def count(self, item: SurveyItem) -> int:
        """How many options there are."""
        match item:
            case Faces(scale=texts) | ChoiceItem(options=texts) | SeveralItem(options=texts):
                return len(texts)
            case YesMaybeNo():
                return 3
            case Knowledge():
                question = self.edition.known(item)
                return 3 if isinstance(question, TrueFalse) else 1 + len(
                    question.options if question is not None else ()
                )  # fmt: skip
            case _:
                return 0

    def value(self, item: SurveyItem, place: int) -> int:
        """What the option at this place (from 0) is kept as."""
        if isinstance(item, Faces):
            return place + 1
        if isinstance(item, Knowledge) and place == self.count(item) - 1:
            return DONT_KNOW_YET
        return place

    def places(self, item: SurveyItem, value: SurveyValue) -> tuple[int, ...]:
        """The places of the options that a value means."""
        values = value if isinstance(value, tuple) else (value,)
        return tuple(p for p in range(self.count(item)) if self.value(item, p) in values)

    def faces(self, item: Faces) -> tuple[str, ...]:
        """The pictures of a scale, lowest first."""
        row = "glad" if item.faces == "glad" else "smiley"
        return tuple(f"smiley/{row}-{n}" for n in _FACES[len(item.scale)])


def toggled(item: SeveralItem, value: SurveyValue, place: int) -> tuple[int, ...] | None:
    """With the option taken or left; None: no more may be chosen."""
    chosen = value if isinstance(value, tuple) else ()
    if place in chosen:
        return tuple(v for v in chosen if v != place)
    if item.most and len(chosen) >= item.most:
        return None
    return tuple(sorted((*chosen, place)))


def has_answer(value: SurveyValue) -> bool:
    return value is not None and value not in ((), "")


def cleaned(value: SurveyValue) -> SurveyValue:
    """Nothing chosen and nothing written are the same as left out."""
    if isinstance(value, str):
        value = value.strip()
    return value if has_answer(value) else None
