"""What a survey file may say: `format: survey/1`."""

from typing import Annotated, Literal, Union

from pydantic import BeforeValidator, Field

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


class _ItemEntry(Strict):
    id: Name
    ask: Str
    optional: YesNo = "false"


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
    longest: Annotated[int, BeforeValidator(whole), Field(ge=10, le=2000)] = 200


class NumberEntry(_ItemEntry):
    kind: Literal["number"]
    min: WholeNumber
    max: WholeNumber
    unit: Str = ""


ItemEntry = Union[FacesEntry, ChoiceItemEntry, SeveralItemEntry, TextEntry, NumberEntry]


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
