"""What a deck file may say: `format: deck/1`."""

from typing import Annotated, Literal, Union

from pydantic import BeforeValidator, Field

from sugoroku.content import field_texts
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

KIND = (
    "How it is answered: `choice` one option is right, `true_false` right or wrong, `several` some "
    "options are right, `estimate` a number, `order` the options are put in order."
)
KEEP_ORDER = "true: the options stay in this order; else they are shuffled each time."


class SourceEntry(Strict):
    """Where the fact is from, so that others can look it up."""

    title: Str = Field(default="", description="The name of the book, page or office.")
    url: Address = Field(default="", description="The web address, beginning with https://")
    year: Annotated[int, BeforeValidator(whole), Field(ge=1000, le=2999)] = Field(
        default=0, description="The year that the fact is of."
    )
    checked: Day = Field(default="", description="The day you looked it up: 2026-11-22.")


class ImageEntry(Strict):
    """A picture above the question."""

    file: PictureName = Field(
        description="A PNG, JPEG or SVG file beside the deck or in assets: town/tram.png."
    )
    alt: Str = Field(default="", description="What the picture shows, for those who cannot see it.")
    credit: Str = Field(default="", description="Who made the picture, and its licence.")


class _QuestionEntry(Strict):
    id: Name = Field(
        description="A name of its own in this deck: small letters, digits, - and _. Keep it when "
        "you change the text: results and translations hang on it."
    )
    topic: TopicName = Field(description="What the question is about.")
    level: LevelName = Field(
        default="1", description="1 from about 9 years, 2 from about 10, 3 from about 12."
    )
    ask: Str = Field(description="The question: one or two lines, at most about 90 letters.")
    explain: Str = Field(
        default="", description="Why the answer is right. The class sees it after every answer."
    )
    hint: Str = Field(default="", description="A help that does not give the answer away.")
    source: SourceEntry | None = Field(default=None, description="Where the fact is from.")
    review_by: Day = Field(
        default="",
        description="When the fact is to be looked up again: 2028-04-01. `check` reminds you.",
    )
    image: ImageEntry | None = Field(default=None, description="A picture above the question.")
    right: Effects | None = Field(
        default=None, description="What follows a right answer, in place of the board's rule."
    )
    wrong: Effects | None = Field(
        default=None, description="What follows a wrong answer, in place of the board's rule."
    )


class ChoiceEntry(_QuestionEntry):
    """One option is right."""

    kind: Literal["choice"] = Field(description=KIND)
    options: Options = Field(description="Two to six answers of like length.")
    answer: Str = Field(description="The text of the right option, exactly as it stands there.")
    keep_order: YesNo = Field(default="false", description=KEEP_ORDER)


class TrueFalseEntry(_QuestionEntry):
    """Right or wrong."""

    kind: Literal["true_false"] = Field(description=KIND)
    answer: YesNo = Field(description="Whether what `ask` says is true: true or false.")


class SeveralEntry(_QuestionEntry):
    """Several options are right; all of them must be found."""

    kind: Literal["several"] = Field(description=KIND)
    options: Options = Field(description="Two to six answers of like length.")
    answer: Annotated[tuple[Str, ...], Field(min_length=1, max_length=6)] = Field(
        description="The texts of all right options, exactly as they stand there: [one, other]."
    )
    keep_order: YesNo = Field(default="false", description=KEEP_ORDER)


class EstimateEntry(_QuestionEntry):
    """A number is guessed."""

    kind: Literal["estimate"] = Field(description=KIND)
    answer: Number = Field(description="The right number.")
    unit: Str = Field(default="", description="What is counted: km, %, °C …")
    within: Within = Field(
        default="10%",
        description="How near is right: 10% of the answer, or a number in the same unit.",
    )
    min: Number | None = Field(default=None, description="The left end of the slider.")
    max: Number | None = Field(default=None, description="The right end of the slider.")
    step: Number | None = Field(default=None, description="How far the slider moves at a time.")


class OrderEntry(_QuestionEntry):
    """The options are put in order."""

    kind: Literal["order"] = Field(description=KIND)
    options: Options = Field(
        description="Two to six things in the right order. They are shown shuffled."
    )


QuestionEntry = Union[ChoiceEntry, TrueFalseEntry, SeveralEntry, EstimateEntry, OrderEntry]


class DeckFile(Strict):
    """A deck of questions."""

    format: Literal["deck/1"] = Field(description=field_texts.FORMAT)
    id: Name = Field(description=field_texts.ID)
    language: LanguageCode = Field(description=field_texts.LANGUAGE)
    grade: SchoolYear = Field(default=1, description=field_texts.GRADE)
    title: Str = Field(description="The name of the deck.")
    questions: Annotated[
        tuple[Annotated[QuestionEntry, Field(discriminator="kind")], ...], Field(min_length=1)
    ] = Field(
        description="The questions, each beginning with “- ”.",
        json_schema_extra={"maxItems": 5000},
    )
