"""The building blocks of the schemas: strict texts, names and numbers.

Every scalar arrives as a text, because the reader keeps what authors wrote. An empty value
arrives as None, which nothing here accepts. `WithJsonSchema` says what an editor sees instead:
it reads `12` as a number and `true` as a truth value.
"""

import math
import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

LONGEST_TEXT = 600
MOST_OPTIONS = 6

_WHOLE = re.compile(r"[+-]?[0-9]{1,19}", re.ASCII)
_NUMBER = re.compile(
    r"[+-]?([0-9]{1,19}(\.[0-9]{0,17})?|\.[0-9]{1,17})([eE][+-]?[0-9]{1,3})?", re.ASCII
)
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}([.,' \xa0\u202f][0-9]{3})+", re.ASCII)
_LARGEST = 2**63 - 1


class Strict(BaseModel):
    """Base of all groups: unknown names are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def whole(value: Any) -> int:
    """A whole number in digits, of 64 bits."""
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        number = int(value)
        if -_LARGEST - 1 <= number <= _LARGEST:
            return number
        raise PydanticCustomError("too_large", "too large")
    if value is None or not isinstance(value, str):
        raise PydanticCustomError("no_number", "no number")
    if re.fullmatch(r"[+-]?[0-9]+", value, re.ASCII):
        raise PydanticCustomError("too_large", "too large")
    raise PydanticCustomError("not_whole", "not a whole number")


SchoolYear = Annotated[int, BeforeValidator(whole), Field(ge=1, le=7)]
"""For which year a Japanese file is written: kanji of earlier years need no reading."""


def number(value: Any) -> float:
    """A decimal number with a point."""
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        found = float(value)
        if math.isfinite(found):
            return found
        raise PydanticCustomError("too_large", "too large")
    if isinstance(value, str) and _THOUSANDS.fullmatch(value):
        raise PydanticCustomError("thousands", "thousands")
    raise PydanticCustomError("no_number", "no number")


def _within(value: Any) -> str:
    """`10%` or a number; not negative."""
    if isinstance(value, str):
        plain = value.removesuffix("%").rstrip()
        if number(plain) < 0:
            raise PydanticCustomError("negative", "negative")
        return plain + "%" if value.endswith("%") else plain
    raise PydanticCustomError("no_number", "no number")


def _day(value: Any) -> str:
    """A date as 2028-04-01."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value, re.ASCII):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            pass
    raise PydanticCustomError("no_date", "no date")


def _address(value: Any) -> str:
    """A web address."""
    if isinstance(value, str) and len(value) <= LONGEST_TEXT:
        if re.fullmatch(r"https?://[^\s/?#@\\]+([/?#]\S*)?", value):
            return value
        raise PydanticCustomError("no_address", "no address")
    raise PydanticCustomError("no_address", "no address")


def _colour(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        return value.upper()
    raise PydanticCustomError("no_colour", "no colour")


_PLAIN = ["string", "number", "boolean"]
"""What an editor takes a text for when it has no quotes: `NO`, `2.50`, `true`."""

Str = Annotated[
    str,
    StringConstraints(strict=True, max_length=LONGEST_TEXT),
    WithJsonSchema({"type": _PLAIN, "maxLength": LONGEST_TEXT}),
]
"""A text that pupils or teachers read."""
Name = Annotated[
    str,
    StringConstraints(strict=True, pattern=r"^[a-z0-9_-]{1,64}$"),
    WithJsonSchema({"type": ["string", "integer"], "pattern": "^[a-z0-9_-]{1,64}$", "minimum": 0}),
]
"""An id."""
LanguageCode = Annotated[
    str, StringConstraints(strict=True, pattern=r"^[a-z]{2,3}(_[A-Za-z]{2,4})?$")
]
PictureName = Annotated[str, StringConstraints(strict=True, max_length=200)]
"""A path that `pictures` looks at more closely."""
Day = Annotated[
    str,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]
Address = Annotated[
    str,
    BeforeValidator(_address),
    WithJsonSchema({"type": "string", "pattern": "^https?://", "maxLength": LONGEST_TEXT}),
]
Colour = Annotated[
    str,
    BeforeValidator(_colour),
    WithJsonSchema({"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}),
]
Within = Annotated[
    str,
    BeforeValidator(_within),
    WithJsonSchema({
        "type": ["number", "string"], "minimum": 0, "pattern": "^[0-9]*[.]?[0-9]+ *%?$",
    }),
]  # fmt: skip
Number = Annotated[float, BeforeValidator(number), Field(ge=-1e15, le=1e15)]
YesNo = Annotated[Literal["true", "false"], WithJsonSchema({"type": "boolean"})]
Options = Annotated[tuple[Str, ...], Field(min_length=2, max_length=MOST_OPTIONS)]
_Coordinate = Annotated[float, BeforeValidator(number), Field(ge=-300, le=2300)]
Point = tuple[_Coordinate, _Coordinate]
Points = Annotated[tuple[Point, ...], Field(min_length=2, max_length=100)]
TopicName = Literal[
    "climate", "energy", "transport", "waste", "water", "nature", "city", "cooperation"
]
LevelName = Annotated[Literal["1", "2", "3"], WithJsonSchema({"enum": [1, 2, 3]})]


class RoadEntry(Strict):
    """Points of the road's curve, for each layout; a plain list counts as `wide`."""

    wide: Points = Field(default=(), description="Points [x, y] of the road on a wide screen.")
    narrow: Points = Field(default=(), description="Points [x, y] of the road on a 4:3 projector.")


def _road(value: Any) -> Any:
    return {"wide": value} if isinstance(value, list) else value


RoadPoints = Annotated[RoadEntry, BeforeValidator(_road, json_schema_input_type=Points | RoadEntry)]

Steps = Annotated[int, BeforeValidator(whole), Field(ge=1, le=50)]


class QuizEntry(Strict):
    """Which questions may come: of a topic, of a level, or any."""

    topic: TopicName | None = Field(default=None, description="Only questions on this topic.")
    level: LevelName | None = Field(
        default=None, description="Only questions of this level, 1 to 3."
    )


class EffectEntry(Strict):
    """One thing that happens. Each effect is a group of its own: [{advance: 2}, {leaves: 10}]."""

    # `check_effects` sees to it that there is exactly one.
    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    advance: Steps = Field(default=0, description="Walk so many squares on.")
    back: Steps = Field(default=0, description="Walk so many squares back.")
    go_to: Name = Field(default="", description="Jump to the square with this id.")
    rest: Annotated[int, BeforeValidator(whole), Field(ge=1, le=9)] = Field(
        default=0, description="Sit out so many turns."
    )
    roll_again: Annotated[Literal["true"], WithJsonSchema({"const": True})] = Field(
        default="true", description="Roll once more; the only value is true."
    )
    leaves: Annotated[int, BeforeValidator(whole), Field(ge=-100, le=100)] = Field(
        default=0,
        description="So many leaves for the class's tree; a number below 0 takes some away.",
    )
    quiz: QuizEntry = Field(
        default=QuizEntry(),
        description="Ask a question; {} takes any, {topic: water} one on water.",
    )


Effects = Annotated[tuple[EffectEntry, ...], Field(max_length=10)]
