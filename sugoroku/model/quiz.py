"""Questions in their five kinds, and what a team may answer."""

from typing import Literal, Union, assert_never

import msgspec

from sugoroku.model.effects import AnyEffect
from sugoroku.model.ids import Level, QuestionId, Topic
from sugoroku.model.text import EMPTY, Text


class Source(msgspec.Struct, frozen=True):
    """Where a fact comes from. Dates are ISO 8601 texts, empty where not given."""

    title: Text = EMPTY
    url: str = ""
    year: int | None = None
    checked: str = ""


class Image(msgspec.Struct, frozen=True):
    file: str
    alt: Text = EMPTY
    credit: str = ""


class _Question(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    id: QuestionId
    topic: Topic
    level: Level = 1
    ask: Text
    explain: Text = EMPTY
    hint: Text = EMPTY
    source: Source = Source()
    review_by: str = ""
    image: Image | None = None
    right: tuple[AnyEffect, ...] | None = None
    """None: the board's effects hold."""
    wrong: tuple[AnyEffect, ...] | None = None


class Choice(_Question, frozen=True, kw_only=True, tag="choice"):
    """One of the options is right; `answer` is its index as written in the file."""

    options: tuple[Text, ...]
    answer: int
    keep_order: bool = False


class TrueFalse(_Question, frozen=True, kw_only=True, tag="true_false"):
    """Options are 0 = true and 1 = false, never shuffled."""

    answer: bool


class Several(_Question, frozen=True, kw_only=True, tag="several"):
    """All of `answers`, and no other option, are right."""

    options: tuple[Text, ...]
    answers: tuple[int, ...]
    keep_order: bool = False


class Estimate(_Question, frozen=True, kw_only=True, tag="estimate"):
    """A number; right when within `tolerance` (same unit as `answer`) of it."""

    answer: float
    tolerance: float
    low: float
    high: float
    step: float
    unit: Text = EMPTY


class Order(_Question, frozen=True, kw_only=True, tag="order"):
    """The options stand in the right order; they are always shown shuffled."""

    options: tuple[Text, ...]


Question = Union[Choice, TrueFalse, Several, Estimate, Order]
QuestionKind = Literal["choice", "true_false", "several", "estimate", "order"]


class Picked(msgspec.Struct, frozen=True, tag_field="answer", tag="picked"):
    """Options by their index in the file: one for choice and true/false, any number for several."""

    options: tuple[int, ...]


class Guessed(msgspec.Struct, frozen=True, tag_field="answer", tag="guessed"):
    """A number, for an estimate."""

    value: float


class Sorted(msgspec.Struct, frozen=True, tag_field="answer", tag="sorted"):
    """All options in the order given, by their index in the file."""

    options: tuple[int, ...]


Response = Union[Picked, Guessed, Sorted]


def right_response(question: Question) -> Response:
    """The answer that is right (one of them, for an estimate)."""
    match question:
        case Choice(answer=answer):
            return Picked((answer,))
        case TrueFalse(answer=truth):
            return Picked((0 if truth else 1,))
        case Several(answers=answers):
            return Picked(answers)
        case Estimate(answer=value):
            return Guessed(value)
        case Order(options=options):
            return Sorted(tuple(range(len(options))))
        case _:
            assert_never(question)


def right_place(question: Choice | TrueFalse) -> int:
    """The index of the one option that is right."""
    if isinstance(question, TrueFalse):
        return 0 if question.answer else 1
    return question.answer


class Deck(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    language: str
    title: Text
    questions: tuple[Question, ...]
