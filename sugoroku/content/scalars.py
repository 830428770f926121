"""What a text in a file means where the schema wants a number, a yes or no, an id or a date."""

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from sugoroku.content.problems import N_

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,9})?")
_INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200f\u2060-\u2064\u3164\u115f\u1160]*")


class Form(BaseModel):
    """Base of the schemas: nothing unknown is passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _whole(value: Any) -> int:
    if isinstance(value, int):
        return value
    if not isinstance(value, str) or not _WHOLE.fullmatch(value):
        raise PydanticCustomError("whole", N_("a whole number is wanted here"))
    return int(value)


def _decimal(value: Any) -> float:
    if isinstance(value, int | float):
        return float(value)
    if not isinstance(value, str) or not _DECIMAL.fullmatch(value):
        raise PydanticCustomError("decimal", N_("a number such as 12 or 2.5 is wanted here"))
    return float(value)


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("true", "false"):
        raise PydanticCustomError("flag", N_("`true` or `false` is wanted here"))
    return bool(value == "true")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text", N_("a text is wanted here"))
    if _INVISIBLE.fullmatch(value):
        raise PydanticCustomError("blank", N_("the text is empty"))
    if len(value) > 600:
        raise PydanticCustomError("long", N_("the text is longer than 600 characters"))
    return value


Whole = Annotated[int, BeforeValidator(_whole)]
Decimal = Annotated[float, BeforeValidator(_decimal)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Words = Annotated[str, BeforeValidator(_text)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{1,64}$")]
Date = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(_[A-Z]{2})?$")]
Hex = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
ArtPath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+(/[a-z0-9_-]+){0,3}$")]
