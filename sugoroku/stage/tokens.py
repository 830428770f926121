"""The numbers of the design system: colours, sizes, times. Editions cannot change these.

Lengths are lpx (1/1080 of the height), times are milliseconds.
"""

from typing import Final

SHARED: Final[dict[str, str]] = {
    "paper": "#FFFFFF",
    "ok": "#15824A",
    "ok_deep": "#0B5C34",
    "ok_tint": "#DDF3E4",
    "miss": "#48576B",
    "miss_deep": "#28364A",
    "miss_tint": "#E6EBF0",
    "sun": "#FFC928",
    "sun_deep": "#A56A00",
    "sun_tint": "#FFF3C9",
    "warn": "#D6402B",
    "warn_deep": "#8C1D18",
    "warn_tint": "#FFE3D6",
    "focus": "#FFC928",
    "disabled": "#DCE3EA",
    "disabled_deep": "#B9C4CF",
}
"""Colours that no edition changes; `Canvas.colour` also knows the names of the palette."""

TEAM: Final[dict[str, tuple[str, str, str]]] = {
    "circle": ("#FF4B00", "#FFE3D6", "#8F2A00"),
    "square": ("#005AFF", "#DCE8FF", "#003699"),
    "star": ("#FFF100", "#FFF9B8", "#6B6400"),
    "heart": ("#FF8082", "#FFE4E4", "#8A2C36"),
    "triangle": ("#990099", "#F5DDF5", "#6B006B"),
    "diamond": ("#4DC4FF", "#DDF3FF", "#0B5078"),
}
"""Shape -> (colour, tint, deep). Text stands on the tint only."""

TILE: Final[dict[str, str]] = {
    "quiz": "#FFC928",
    "event-good": "#15824A",
    "event-bad": "#6D4BB0",
    "roll-again": "#126DBF",
    "skip": "#54657A",
    "jump-up": "#CC4E0A",
    "jump-down": "#B8426B",
    "fact": "#0E7C93",
    "plain": "#F2F6FA",
}

TOPIC: Final[dict[str, str]] = {
    "energy": "#B45300",
    "transport": "#0A5CA8",
    "waste": "#7A4A1E",
    "water": "#0B6C9C",
    "nature": "#2B6E2F",
    "city": "#5B3A8C",
    "cooperation": "#B0264A",
    "climate": "#0B6B6B",
}

TYPE: Final[dict[str, int]] = {
    "hero": 132,
    "title": 84,
    "heading": 62,
    "question": 62,
    "option": 54,
    "label": 50,
    "body": 48,
    "small": 45,
}
FLOOR: Final = 45
"""Nothing a pupil reads is smaller: 1/24 of the height."""

RUBY_RATIO: Final = 0.5
RUBY_GAP: Final = 0.03
LEADING_JA: Final = 1.42
LEADING_RUBY: Final = 1.78
LEADING_LATIN: Final = 1.30

CARD_LEDGE: Final = 10
BUTTON_LEDGE: Final = 12
PRESSED_LEDGE: Final = 4
TOUCH_MIN: Final = 88

MOTION: Final[dict[str, int]] = {
    "press": 90,
    "card_in": 260,
    "card_out": 160,
    "die_roll": 1100,
    "token_step": 280,
    "token_jump": 700,
    "reveal": 420,
    "bubble_in": 200,
    "bars": 600,
    "bar_stagger": 80,
    "confetti": 2400,
    "idle_bob": 1600,
    "landed_ring": 400,
    "toast_in": 200,
    "toast_stays": 2500,
    "toast_out": 160,
    "reduced_slide": 160,
    "reduced_fade": 120,
    "reduced_ring": 200,
}
STEP_HOP: Final = 36
BOB: Final = 6
