"""What may stand in a theme (`format: theme/1`)."""

from typing import Annotated, Literal

from pydantic import Field

from sugoroku.content.board_schema import RoadForm
from sugoroku.content.scalars import ArtPath, Decimal, Form, Hex, Id, LanguageCode, Words


class ColoursForm(Form):
    ink: Hex | None = None
    ink_soft: Hex | None = None
    primary: Hex | None = None
    primary_deep: Hex | None = None
    primary_tint: Hex | None = None
    ground: Hex | None = None
    ground_deep: Hex | None = None
    line: Hex | None = None
    accent: Hex | None = None
    ribbon: Hex | None = None
    ribbon_edge: Hex | None = None


class ThemeForm(Form):
    format: Literal["theme/1"]
    id: Id
    language: LanguageCode = "en"
    title: Words | None = None
    mascot: ArtPath | None = None
    mascot_name: Words | None = None
    backdrop: ArtPath | None = None
    focus: Annotated[Decimal, Field(ge=0, le=1)] = 0.5
    goal: ArtPath = "tile/goal"
    correct_mark: Literal["maru", "check"] = "check"
    skyline: Literal["mountains", "hills", "none"] = "none"
    colours: ColoursForm = ColoursForm()
    road: RoadForm = RoadForm()
