"""What a survey file may say: `format: survey/1`."""

import re
from typing import Annotated, Any, Literal, Union

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from sugoroku.content.schema_types import (
    LanguageCode,
    Name,
    SchoolYear,
    Str,
    Strict,
    YesNo,
    whole,
)

Words = Annotated[tuple[Str, ...], Field(min_length=2, max_length=12)]
WholeNumber = Annotated[int, BeforeValidator(whole), Field(ge=-(10**9), le=10**9)]


GradeNumber = Annotated[int, BeforeValidator(whole), Field(ge=1, le=12)]


def _question(value: Any) -> str:
    """`deck/question`."""
    if isinstance(value, str) and re.fullmatch(r"[a-z0-9_-]{1,64}/[a-z0-9_-]{1,64}", value):
        return value
    raise PydanticCustomError("no_question", "no question")


QuestionName = Annotated[str, BeforeValidator(_question)]


class OnlyEntry(Strict):
    editions: Annotated[tuple[Name, ...], Field(max_length=20)] = ()
    grades: Annotated[tuple[GradeNumber, ...], Field(max_length=12)] = ()
    moment: Literal["before", "after"] | None = None


class _OwnEntry(Strict):
    id: Name
    optional: YesNo = "false"
    only: OnlyEntry = OnlyEntry()


class _ItemEntry(_OwnEntry):
    ask: Str


class FacesEntry(_ItemEntry):
    kind: Literal["faces"]
    scale: Annotated[tuple[Str, ...], Field(min_length=2, max_length=5)]
    faces: Literal["range", "glad"] = "range"


class ChoiceItemEntry(_ItemEntry):
    kind: Literal["choice"]
    options: Words


class SeveralItemEntry(_ItemEntry):
    kind: Literal["several"]
    options: Words
    most: Annotated[int, BeforeValidator(whole), Field(ge=1, le=12)] = 0


class TextEntry(_ItemEntry):
    kind: Literal["text"]
    longest: Annotated[int, BeforeValidator(whole), Field(ge=10, le=1000)] = 200


class NumberEntry(_ItemEntry):
    kind: Literal["number"]
    min: WholeNumber
    max: WholeNumber
    unit: Str = ""


class YesMaybeNoEntry(_ItemEntry):
    kind: Literal["yes_maybe_no"]


class KnowledgeEntry(_OwnEntry):
    kind: Literal["knowledge"]
    question: QuestionName


ItemEntry = Union[
    FacesEntry, ChoiceItemEntry, SeveralItemEntry, YesMaybeNoEntry, TextEntry, NumberEntry,
    KnowledgeEntry,
]  # fmt: skip


class SurveyFile(Strict):
    format: Literal["survey/1"]
    id: Name
    language: LanguageCode
    grade: SchoolYear = 1
    title: Str
    anonymous: YesNo = "true"
    items: Annotated[
        tuple[Annotated[ItemEntry, Field(discriminator="kind")], ...],
        Field(min_length=1, max_length=40),
    ]
