"""The building blocks of the schemas: strict texts, names and numbers.

Every scalar arrives as a text, because the reader keeps what authors wrote. An empty value
arrives as None, which nothing here accepts.
"""

import math
import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

LONGEST_TEXT = 600
MOST_OPTIONS = 6

_WHOLE = re.compile(r"[+-]?[0-9]{1,19}", re.ASCII)
_NUMBER = re.compile(
    r"[+-]?([0-9]{1,19}(\.[0-9]{0,17})?|\.[0-9]{1,17})([eE][+-]?[0-9]{1,3})?", re.ASCII
)
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


Str = Annotated[str, StringConstraints(strict=True, max_length=LONGEST_TEXT)]
"""A text that pupils or teachers read."""
Name = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z0-9_-]{1,64}$")]
"""An id."""
LanguageCode = Annotated[
    str, StringConstraints(strict=True, pattern=r"^[a-z]{2,3}(_[A-Za-z]{2,4})?$")
]
PictureName = Annotated[str, StringConstraints(strict=True, max_length=200)]
"""A path that `pictures` looks at more closely."""
Day = Annotated[str, BeforeValidator(_day)]
Address = Annotated[str, BeforeValidator(_address)]
Colour = Annotated[str, BeforeValidator(_colour)]
Within = Annotated[str, BeforeValidator(_within)]
Number = Annotated[float, BeforeValidator(number), Field(ge=-1e15, le=1e15)]
YesNo = Literal["true", "false"]
Options = Annotated[tuple[Str, ...], Field(min_length=2, max_length=MOST_OPTIONS)]
_Coordinate = Annotated[float, BeforeValidator(number), Field(ge=-300, le=2300)]
Point = tuple[_Coordinate, _Coordinate]
Points = Annotated[tuple[Point, ...], Field(min_length=2, max_length=100)]
TopicName = Literal[
    "climate", "energy", "transport", "waste", "water", "nature", "city", "cooperation"
]
LevelName = Literal["1", "2", "3"]


class RoadEntry(Strict):
    """Points of the curve for each layout; a plain list counts as `wide`."""

    wide: Points = ()
    narrow: Points = ()


def _road(value: Any) -> Any:
    return {"wide": value} if isinstance(value, list) else value


RoadPoints = Annotated[RoadEntry, BeforeValidator(_road)]


class QuizEntry(Strict):
    topic: TopicName | None = None
    level: LevelName | None = None


class EffectEntry(Strict):
    """One effect; exactly one of the names may be there, which `check_effects` sees to."""

    advance: Annotated[int, BeforeValidator(whole), Field(ge=1, le=50)] = 0
    back: Annotated[int, BeforeValidator(whole), Field(ge=1, le=50)] = 0
    go_to: Name = ""
    rest: Annotated[int, BeforeValidator(whole), Field(ge=1, le=9)] = 0
    roll_again: Literal["true"] = "true"
    leaves: Annotated[int, BeforeValidator(whole), Field(ge=-100, le=100)] = 0
    quiz: QuizEntry = QuizEntry()


Effects = Annotated[tuple[EffectEntry, ...], Field(max_length=10)]
