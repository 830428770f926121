"""What a theme file may say: `format: theme/1`."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sugoroku.content.schema_types import (
    Colour,
    LanguageCode,
    Name,
    PictureName,
    RoadEntry,
    RoadPoints,
    Str,
    Strict,
)
from sugoroku.content.schema_types import number as to_number


class ColoursEntry(Strict):
    """The names of the design system; what is left out keeps the plain theme's colour."""

    ink: Colour = ""
    ink_soft: Colour = ""
    primary: Colour = ""
    primary_deep: Colour = ""
    primary_tint: Colour = ""
    ground: Colour = ""
    ground_deep: Colour = ""
    line: Colour = ""
    accent: Colour = ""
    ribbon: Colour = ""
    ribbon_edge: Colour = ""


class ThemeFile(Strict):
    format: Literal["theme/1"]
    id: Name
    language: LanguageCode = "en"
    title: Str = ""
    mascot: PictureName = ""
    mascot_name: Str = ""
    backdrop: PictureName = ""
    focus: Annotated[float, BeforeValidator(to_number), Field(ge=0, le=1)] = 0.5
    goal: PictureName = "tile/goal"
    correct_mark: Literal["maru", "check"] = "check"
    skyline: Literal["mountains", "hills", "none"] = "none"
    sounds: PictureName = ""
    colours: ColoursEntry = ColoursEntry()
    road: RoadPoints = RoadEntry()
