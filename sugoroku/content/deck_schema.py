"""What may stand in a deck (`format: deck/1`)."""

from typing import Annotated, Literal

from pydantic import Field

from sugoroku.content.effect_schema import EffectForm
from sugoroku.content.scalars import Date, Decimal, Flag, Form, Id, LanguageCode, Whole, Words
from sugoroku.model.ids import Topic

LevelWord = Literal["1", "2", "3"]


class SourceForm(Form):
    title: Words
    url: str = ""
    year: Annotated[Whole, Field(ge=1000, le=2200)] | None = None
    checked: Date | None = None


class ImageForm(Form):
    file: Words
    alt: Words | None = None
    credit: str = ""


class _QuestionForm(Form):
    id: Id
    topic: Topic
    level: LevelWord = "1"
    ask: Words
    explain: Words | None = None
    hint: Words | None = None
    source: SourceForm | None = None
    review_by: Date | None = None
    image: ImageForm | None = None
    right: list[EffectForm] | None = None
    wrong: list[EffectForm] | None = None


Options = Annotated[list[Words], Field(min_length=2, max_length=6)]


class ChoiceForm(_QuestionForm):
    kind: Literal["choice"]
    options: Options
    answer: Words
    keep_order: Flag = False


class TrueFalseForm(_QuestionForm):
    kind: Literal["true_false"]
    answer: Flag


class SeveralForm(_QuestionForm):
    kind: Literal["several"]
    options: Options
    answer: Annotated[list[Words], Field(min_length=1, max_length=6)]
    keep_order: Flag = False


class EstimateForm(_QuestionForm):
    kind: Literal["estimate"]
    answer: Decimal
    unit: Words | None = None
    within: Annotated[str, Field(pattern=r"^[0-9]{1,15}(\.[0-9]{1,9})?%?$")] = "10%"
    min: Decimal
    max: Decimal
    step: Annotated[Decimal, Field(gt=0)]


class OrderForm(_QuestionForm):
    kind: Literal["order"]
    options: Options


QuestionForm = Annotated[
    ChoiceForm | TrueFalseForm | SeveralForm | EstimateForm | OrderForm,
    Field(discriminator="kind"),
]


class DeckForm(Form):
    format: Literal["deck/1"]
    id: Id
    language: LanguageCode
    title: Words
    questions: Annotated[list[QuestionForm], Field(min_length=1, max_length=5000)]
