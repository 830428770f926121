"""Themes: how an edition looks. Never reaches the engine."""

from typing import Literal

import msgspec

from sugoroku.model.board import Road
from sugoroku.model.text import EMPTY, Text


class Palette(msgspec.Struct, frozen=True):
    """Colours as `#RRGGBB`; the names are those of the design system."""

    ink: str = "#10243E"
    ink_soft: str = "#2E4258"
    primary: str = "#094A84"
    primary_deep: str = "#05305A"
    primary_tint: str = "#DCEBF7"
    ground: str = "#E4F1FA"
    ground_deep: str = "#C6DFF0"
    line: str = "#7896B5"
    accent: str = "#E8384F"
    ribbon: str = "#FBEFD3"
    ribbon_edge: str = "#A6803A"


class Theme(msgspec.Struct, frozen=True, kw_only=True):
    """Pictures are paths inside `assets/` without their ending, or "" for a plain substitute."""

    id: str
    language: str = "en"
    title: Text = EMPTY
    mascot: str = ""
    """`mascot/frog` stands for `mascot/frog-happy.svg` and the other poses."""
    mascot_name: Text = EMPTY
    backdrop: str = ""
    focus: float = 0.5
    """Where a narrow screen looks: 0 left edge … 1 right edge of the backdrop."""
    goal: str = "tile/goal"
    correct_mark: Literal["maru", "check"] = "check"
    skyline: Literal["mountains", "hills", "none"] = "none"
    sounds: str = ""
    """A folder of `assets/`: its sounds are played instead of those of the same name."""
    palette: Palette = Palette()
    road: Road = Road()
