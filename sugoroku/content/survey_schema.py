"""What a survey file may say: `format: survey/1`."""

import re
from typing import Annotated, Any, Literal, Union

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from sugoroku.content import field_texts
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


QuestionName = Annotated[
    str,
    BeforeValidator(_question),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9_-]{1,64}/[a-z0-9_-]{1,64}$"}),
]


KIND = (
    "How it is answered: `faces` a row of faces, `choice` one option, `several` some options, "
    "`yes_maybe_no`, `number`, `text` own words, `knowledge` a question of a deck once more."
)


class OnlyEntry(Strict):
    """Where the item is asked; what is left out holds everywhere."""

    editions: Annotated[tuple[Name, ...], Field(max_length=20)] = Field(
        default=(), description="Only with these boards: [toyama]."
    )
    grades: Annotated[tuple[GradeNumber, ...], Field(max_length=12)] = Field(
        default=(), description="Only in these school years: [4, 5]."
    )
    moment: Literal["before", "after"] | None = Field(
        default=None, description="Only before the game, or only after it."
    )


class _OwnEntry(Strict):
    id: Name = Field(
        description="A name of its own: it becomes the head of the column in survey.csv."
    )
    optional: YesNo = Field(default="false", description="true: it may be left out.")
    only: OnlyEntry = Field(default=OnlyEntry(), description="Where it is asked; else everywhere.")


class _ItemEntry(_OwnEntry):
    ask: Str = Field(description="What is asked. Never ask for a name.")


class FacesEntry(_ItemEntry):
    """A row of faces with words under them."""

    kind: Literal["faces"] = Field(description=KIND)
    scale: Annotated[tuple[Str, ...], Field(min_length=2, max_length=5)] = Field(
        description="Two to five words under the faces, the least first."
    )
    faces: Literal["range", "glad"] = Field(
        default="range",
        description="`range`: from sad to glad; `glad`: only glad ones, for glad words.",
    )


class ChoiceItemEntry(_ItemEntry):
    """One option is chosen."""

    kind: Literal["choice"] = Field(description=KIND)
    options: Words = Field(description="Two to twelve answers.")


class SeveralItemEntry(_ItemEntry):
    """Several options may be chosen."""

    kind: Literal["several"] = Field(description=KIND)
    options: Words = Field(description="Two to twelve answers.")
    most: Annotated[int, BeforeValidator(whole), Field(ge=1, le=12)] = Field(
        default=0, description="How many may be chosen; else any number."
    )


class TextEntry(_ItemEntry):
    """Own words."""

    kind: Literal["text"] = Field(description=KIND)
    longest: Annotated[int, BeforeValidator(whole), Field(ge=10, le=1000)] = Field(
        default=200, description="How many letters may be written."
    )


class NumberEntry(_ItemEntry):
    """A number."""

    kind: Literal["number"] = Field(description=KIND)
    min: WholeNumber = Field(description="The smallest number that may be written.")
    max: WholeNumber = Field(description="The largest number that may be written.")
    unit: Str = Field(default="", description="What is counted: lamps, km …")


class YesMaybeNoEntry(_ItemEntry):
    """Yes, maybe or no; the program has the words."""

    kind: Literal["yes_maybe_no"] = Field(description=KIND)


class KnowledgeEntry(_OwnEntry):
    """A question of a deck, with “I don't know yet” beside its options."""

    kind: Literal["knowledge"] = Field(description=KIND)
    question: QuestionName = Field(
        description="The deck and the question's id: climate/one-cold-day."
    )


ItemEntry = Union[
    FacesEntry, ChoiceItemEntry, SeveralItemEntry, YesMaybeNoEntry, TextEntry, NumberEntry,
    KnowledgeEntry,
]  # fmt: skip


class SurveyFile(Strict):
    """A survey before or after the game. Nothing in it asks for a name."""

    format: Literal["survey/1"] = Field(description=field_texts.FORMAT)
    id: Name = Field(description=field_texts.ID)
    language: LanguageCode = Field(description=field_texts.LANGUAGE)
    grade: SchoolYear = Field(default=1, description=field_texts.GRADE)
    title: Str = Field(description="The heading of the survey.")
    anonymous: YesNo = Field(default="true", description="Nothing asks for a name.")
    items: Annotated[
        tuple[Annotated[ItemEntry, Field(discriminator="kind")], ...],
        Field(min_length=1, max_length=40),
    ] = Field(description="What is asked, each beginning with “- ”.")
