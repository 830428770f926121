"""What may stand in a survey (`format: survey/1`)."""

from typing import Annotated, Literal

from pydantic import Field

from sugoroku.content.scalars import Flag, Form, Id, LanguageCode, Whole, Words


class _ItemForm(Form):
    id: Id
    ask: Words
    optional: Flag = False


class FacesForm(_ItemForm):
    kind: Literal["faces"]
    scale: Annotated[list[Words], Field(min_length=3, max_length=5)]


class ChoiceItemForm(_ItemForm):
    kind: Literal["choice"]
    options: Annotated[list[Words], Field(min_length=2, max_length=6)]


class SeveralItemForm(_ItemForm):
    kind: Literal["several"]
    options: Annotated[list[Words], Field(min_length=2, max_length=10)]
    most: Annotated[Whole, Field(ge=0, le=10)] = 0


class TextItemForm(_ItemForm):
    kind: Literal["text"]
    longest: Annotated[Whole, Field(ge=10, le=600)] = 200


class NumberItemForm(_ItemForm):
    kind: Literal["number"]
    min: Whole
    max: Whole
    unit: Words | None = None


class SurveyForm(Form):
    format: Literal["survey/1"]
    id: Id
    language: LanguageCode
    title: Words
    anonymous: Flag = True
    items: Annotated[
        list[
            Annotated[
                FacesForm | ChoiceItemForm | SeveralItemForm | TextItemForm | NumberItemForm,
                Field(discriminator="kind"),
            ]
        ],
        Field(min_length=1, max_length=40),
    ]
