"""What the teacher may make of an edition's looks: more contrast, larger texts."""

import msgspec

from sugoroku.model.layout import Palette

LARGE_TEXT = 1.25


def high_contrast(palette: Palette) -> Palette:
    """Black on white; buttons in a blue that is 10 : 1 on white (WCAG 2.2), lines black."""
    return msgspec.structs.replace(
        palette,
        ink="#000000",
        ink_soft="#1A1A1A",
        primary="#00307A",
        primary_deep="#000000",
        primary_tint="#E8EEFF",
        ground="#DCDCDC",
        ground_deep="#B0B0B0",
        line="#3A3A3A",
        ribbon="#FFFFFF",
        ribbon_edge="#000000",
    )
