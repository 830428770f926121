"""What a theme file may say: `format: theme/1`."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sugoroku.content import field_texts
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
    """Colours in quotes as "#094A84"; what is left out keeps the plain theme's colour."""

    ink: Colour = Field(default="", description="All texts.")
    ink_soft: Colour = Field(default="", description="Texts of less weight.")
    primary: Colour = Field(default="", description="Headings and buttons.")
    primary_deep: Colour = Field(default="", description="The dark edge of buttons.")
    primary_tint: Colour = Field(default="", description="The light ground behind what is chosen.")
    ground: Colour = Field(default="", description="The ground of the screen.")
    ground_deep: Colour = Field(default="", description="The lower, darker ground.")
    line: Colour = Field(default="", description="Frames and lines.")
    accent: Colour = Field(default="", description="Small signs that stand out.")
    ribbon: Colour = Field(default="", description="The road.")
    ribbon_edge: Colour = Field(default="", description="The edge of the road.")


class ThemeFile(Strict):
    """How an edition looks and sounds."""

    format: Literal["theme/1"] = Field(description=field_texts.FORMAT)
    id: Name = Field(description=field_texts.ID)
    language: LanguageCode = Field(default="en", description=field_texts.LANGUAGE)
    title: Str = Field(default="", description="The name of the theme.")
    mascot: PictureName = Field(
        default="",
        description="Four SVG pictures in assets: mascot/owl stands for owl-neutral, owl-happy, "
        "owl-thinking and owl-sad.",
    )
    mascot_name: Str = Field(default="", description="What the mascot is called.")
    backdrop: PictureName = Field(
        default="", description="The picture behind the board: an SVG in assets, without .svg."
    )
    focus: Annotated[float, BeforeValidator(to_number), Field(ge=0, le=1)] = Field(
        default=0.5,
        description="Where a narrow screen looks: 0 the left edge of the backdrop, 1 the right.",
    )
    goal: PictureName = Field(
        default="tile/goal", description="The picture of the goal: an SVG in assets, without .svg."
    )
    correct_mark: Literal["maru", "check"] = Field(
        default="check",
        description="The sign of a right answer: a circle (`maru`) or a tick (`check`).",
    )
    skyline: Literal["mountains", "hills", "none"] = Field(
        default="none", description="What is drawn on the horizon where there is no backdrop."
    )
    sounds: PictureName = Field(
        default="", description="A folder in assets whose sounds are played instead: sounds/mytown."
    )
    colours: ColoursEntry = Field(
        default=ColoursEntry(),
        description="The colours; `check` sees to it that all can be read.",
    )
    road: RoadPoints = Field(
        default=RoadEntry(),
        description="Points [x, y] of the road, in fractions of the screen.",
    )
