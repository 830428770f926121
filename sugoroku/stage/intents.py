"""Key presses, clicks, touches and clicker keys, told apart by what the person wants.

| want | keyboard | clicker | mouse, touch |
|---|---|---|---|
| go on | Enter, Space | PageDown | the primary button |
| choose another widget | arrows, Tab | | click |
| back, pause | Escape | PageUp | the pause button |
| undo | Ctrl+Z, Backspace | | the pause menu |
| redo | Ctrl+Y, Ctrl+Shift+Z | | |
"""

from dataclasses import dataclass
from typing import Literal, Union

Direction = Literal["left", "right", "up", "down", "next", "previous"]


@dataclass(frozen=True, slots=True)
class Go:
    """Do the most natural next thing: press the focused or the primary widget."""

    clicker: bool = False


@dataclass(frozen=True, slots=True)
class Back:
    clicker: bool = False


@dataclass(frozen=True, slots=True)
class Undo:
    backspace: bool = False
    """By that key, which on pages of typing means one place back."""


@dataclass(frozen=True, slots=True)
class Redo:
    pass


@dataclass(frozen=True, slots=True)
class MoveFocus:
    direction: Direction


@dataclass(frozen=True, slots=True)
class Character:
    """A printable key, lower case: digits, letters."""

    text: str


@dataclass(frozen=True, slots=True)
class PointerDown:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PointerUp:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PointerMove:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Wheel:
    steps: int


@dataclass(frozen=True, slots=True)
class Help:
    pass


@dataclass(frozen=True, slots=True)
class Black:
    """Black the screen, as presenters do."""


@dataclass(frozen=True, slots=True)
class TextTyped:
    """Finished text from the keyboard or the input method."""

    text: str


@dataclass(frozen=True, slots=True)
class TextComposing:
    """Text still being composed by an input method; empty when done or cancelled."""

    text: str


@dataclass(frozen=True, slots=True)
class FunctionKey:
    """F2 and F3, which only the preview uses."""

    number: int


@dataclass(frozen=True, slots=True)
class Key:
    """A key that edits text; `all` selects it. But for `home` and `end`, sent only while a scene
    is typing."""

    name: Literal["backspace", "delete", "home", "end", "all"]


Intent = Union[
    Go,
    Back,
    Undo,
    Redo,
    MoveFocus,
    Character,
    PointerDown,
    PointerUp,
    PointerMove,
    Wheel,
    Help,
    Black,
    TextTyped,
    TextComposing,
    FunctionKey,
    Key,
]
