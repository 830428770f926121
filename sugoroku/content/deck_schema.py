"""What a deck file may say: `format: deck/1`."""

from typing import Annotated, Literal, Union

from pydantic import BeforeValidator, Field

from sugoroku.content.schema_types import (
    Address,
    Day,
    Effects,
    LanguageCode,
    LevelName,
    Name,
    Number,
    Options,
    PictureName,
    SchoolYear,
    Str,
    Strict,
    TopicName,
    Within,
    YesNo,
    whole,
)


class SourceEntry(Strict):
    title: Str = ""
    url: Address = ""
    year: Annotated[int, BeforeValidator(whole), Field(ge=1000, le=2999)] = 0
    checked: Day = ""


class ImageEntry(Strict):
    file: PictureName
    alt: Str = ""
    credit: Str = ""


class _QuestionEntry(Strict):
    id: Name
    topic: TopicName
    level: LevelName = "1"
    ask: Str
    explain: Str = ""
    hint: Str = ""
    source: SourceEntry | None = None
    review_by: Day = ""
    image: ImageEntry | None = None
    right: Effects | None = None
    wrong: Effects | None = None


class ChoiceEntry(_QuestionEntry):
    kind: Literal["choice"]
    options: Options
    answer: Str
    keep_order: YesNo = "false"


class TrueFalseEntry(_QuestionEntry):
    kind: Literal["true_false"]
    answer: YesNo


class SeveralEntry(_QuestionEntry):
    kind: Literal["several"]
    options: Options
    answer: Annotated[tuple[Str, ...], Field(min_length=1, max_length=6)]
    keep_order: YesNo = "false"


class EstimateEntry(_QuestionEntry):
    kind: Literal["estimate"]
    answer: Number
    unit: Str = ""
    within: Within = "10%"
    min: Number | None = None
    max: Number | None = None
    step: Number | None = None


class OrderEntry(_QuestionEntry):
    kind: Literal["order"]
    options: Options


QuestionEntry = Union[ChoiceEntry, TrueFalseEntry, SeveralEntry, EstimateEntry, OrderEntry]


class DeckFile(Strict):
    format: Literal["deck/1"]
    id: Name
    language: LanguageCode
    grade: SchoolYear = 1
    title: Str
    questions: Annotated[
        tuple[Annotated[QuestionEntry, Field(discriminator="kind")], ...], Field(min_length=1)
    ]
