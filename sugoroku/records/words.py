"""Answers in readable words and in codes. Codes count the options from 1, as the file has them."""

from typing import Protocol, assert_never

from sugoroku.i18n.translator import without_furigana
from sugoroku.model.edition import Edition
from sugoroku.model.quiz import (
    Estimate,
    Guessed,
    Picked,
    Question,
    Response,
    Sorted,
    TrueFalse,
)
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
        return without_furigana(tr("True") if index == 0 else tr("Not true"))
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


def survey_labels(
    edition: Edition, moment: Moment, answers: dict[str, SurveyValue], tr: Words
) -> dict[str, str]:
    """The words of the options chosen, for the items that have options."""
    survey = edition.survey_at(moment)
    found = {}
    for item in survey.items if survey is not None else ():
        words = option_words(edition, item, tr)
        if words:
            places = option_places(item, answers.get(item.id), len(words))
            found[item.id] = _AND.join(words[place] for place in places)
    return found


def item_ask(edition: Edition, item: SurveyItem, tr: Words) -> str:
    """What is asked, without furigana; of knowledge, the question of the deck."""
    question = edition.known(item) if isinstance(item, Knowledge) else None
    return tr.plain(item.ask if question is None else question.ask)


def option_words(edition: Edition, item: SurveyItem, tr: Words) -> tuple[str, ...]:
    """What an item lets pupils choose from, without furigana; nothing for texts and numbers.

    Of a knowledge item “I don't know yet” comes last.
    """
    match item:
        case Faces(scale=texts) | ChoiceItem(options=texts) | SeveralItem(options=texts):
            return tuple(tr.plain(text) for text in texts)
        case YesMaybeNo():
            return tr("Yes"), tr("Maybe"), tr("No")
        case Knowledge():
            question = edition.known(item)
            if question is None:
                return ()
            if isinstance(question, TrueFalse):
                known: tuple[str, ...] = (tr("True"), tr("Not true"))
            else:
                known = tuple(tr.plain(text) for text in question.options)
            return (*known, tr("I don't know yet"))
        case TextItem() | NumberItem():
            return ()
        case _:
            assert_never(item)


def option_places(item: SurveyItem, value: SurveyValue, options: int) -> tuple[int, ...]:
    """Which of the `options` words an answer means, from 0; nothing for what was left out."""
    if isinstance(value, tuple | list):
        places = sorted(value)
    elif not isinstance(value, int):
        places = []
    elif isinstance(item, Faces):
        places = [value - 1]
    elif isinstance(item, Knowledge) and value == DONT_KNOW_YET:
        places = [options - 1]
    else:
        places = [value]
    return tuple(place for place in places if 0 <= place < options)
