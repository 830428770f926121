"""Contrast of a theme's colours (WCAG 2.x, relative luminance), and the nearest that passes."""

from sugoroku.model.layout import Palette

PAPER = "#FFFFFF"
PAIRS: tuple[tuple[str, str, float], ...] = (
    ("ink", "paper", 7), ("ink", "ground", 7), ("ink", "ground_deep", 7), ("ink", "primary_tint", 7),
    ("ink_soft", "paper", 7), ("ink_soft", "ground", 7), ("ink_soft", "ground_deep", 7),
    ("primary", "paper", 7), ("primary", "ground", 7), ("line", "paper", 3),
)  # fmt: skip
"""(the colour that must stand out, its ground, the least ratio): design system, section 3."""


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """0 black … 1 white."""

    def linear(channel: int) -> float:
        c = channel / 255
        return c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4)

    red, green, blue = map(linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def darker_that_passes(colour: str, ground: str, least: float) -> str:
    """The colour darkened in small steps until it stands out; black if nothing else does."""
    for percent in range(100, -1, -2):
        tried = "#" + "".join(f"{c * percent // 100:02X}" for c in _channels(colour))
        if contrast(tried, ground) >= least:
            return tried
    return "#000000"


def failures(palette: Palette) -> list[tuple[str, str, float, float, str]]:
    """(token, ground, ratio, least, nearest that passes) of each pair below its limit."""
    found = []
    for name, ground_name, least in PAIRS:
        colour = getattr(palette, name)
        ground = PAPER if ground_name == "paper" else getattr(palette, ground_name)
        ratio = contrast(colour, ground)
        if ratio < least:
            better = darker_that_passes(colour, ground, least)
            found.append((name, ground_name, ratio, least, better))
    return found
