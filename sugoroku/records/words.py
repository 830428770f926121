"""Answers in readable words and in codes. Codes count the options from 1, as the file has them."""

from typing import Protocol, assert_never

from sugoroku.model.quiz import (
    Estimate,
    Guessed,
    Picked,
    Question,
    Response,
    Sorted,
    TrueFalse,
)
from sugoroku.model.survey import ChoiceItem, Faces, SeveralItem, Survey, SurveyItem, SurveyValue
from sugoroku.model.text import Text

_AND, _THEN = " / ", " → "


class Words(Protocol):
    """The class's language; the translator of `i18n` fits."""

    @property
    def language(self) -> str: ...

    def __call__(self, message: str, /, **values: object) -> str:
        """A message of the program."""
        ...

    def plain(self, text: Text) -> str:
        """An author's text, without furigana."""
        ...

    def number(self, value: float) -> str: ...


def answer_words(question: Question, response: Response | None, tr: Words) -> str:
    """`Paper / Glass`; empty for no answer."""
    match response:
        case None:
            return ""
        case Guessed(value=value):
            unit = tr.plain(question.unit) if isinstance(question, Estimate) else ""
            return f"{tr.number(value)} {unit}".rstrip()
        case Picked(options=chosen):
            return _AND.join(_option(question, index, tr) for index in sorted(chosen))
        case Sorted(options=chosen):
            return _THEN.join(_option(question, index, tr) for index in chosen)
        case _:
            assert_never(response)


def _option(question: Question, index: int, tr: Words) -> str:
    if isinstance(question, TrueFalse):
        return tr("True") if index == 0 else tr("Not true")
    if isinstance(question, Estimate):
        return ""
    return tr.plain(question.options[index])


def answer_code(response: Response | None) -> str | float | None:
    """`1`, `1 3`, `3 1 2`, or the number guessed."""
    match response:
        case None:
            return None
        case Guessed(value=value):
            return value
        case Picked(options=chosen):
            return " ".join(str(index + 1) for index in sorted(chosen))
        case Sorted(options=chosen):
            return " ".join(str(index + 1) for index in chosen)
        case _:
            assert_never(response)


def survey_labels(survey: Survey, answers: dict[str, SurveyValue], tr: Words) -> dict[str, str]:
    """The words of the options chosen, for the items that have options."""
    return {
        item.id: _AND.join(tr.plain(text) for text in _chosen(item, answers.get(item.id)))
        for item in survey.items
        if isinstance(item, Faces | ChoiceItem | SeveralItem)
    }


def _chosen(item: SurveyItem, value: SurveyValue) -> list[Text]:
    if isinstance(item, Faces) and isinstance(value, int):
        return [item.scale[value - 1]] if 1 <= value <= len(item.scale) else []
    if isinstance(item, ChoiceItem) and isinstance(value, int):
        return [item.options[value]] if 0 <= value < len(item.options) else []
    if isinstance(item, SeveralItem) and isinstance(value, tuple | list):
        return [item.options[index] for index in sorted(value) if 0 <= index < len(item.options)]
    return []
