"""How the program plays: asked for at its start, changed by the teacher. Never a global."""

from pathlib import Path
from typing import Literal

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """None, or an empty language, leaves the choice to the edition or the teacher."""

    data_folder: Path | None = None
    language: str = ""
    """A code such as `ja`."""
    furigana: int = 0
    """Readings stand above words with a kanji learned in this school year or later (0: all,
    `NO_FURIGANA`: none)."""
    volume: Literal[0, 1, 2] = 2
    """0: silent."""
    motion: Literal["full", "reduced"] = "full"
    text: Literal["normal", "large"] = "normal"
    contrast: Literal["normal", "high"] = "normal"
    stopwatch: int = 0
    """Seconds for a question; 0: none."""
    voice: bool = False
    """Questions are read aloud, where the system can."""
    windowed: bool = False
    size: tuple[int, int] | None = None
    """Width and height of the window in pixels."""
    display: int = 0
    """Which screen the window opens on."""
    seed: int | None = None
    die: Literal["virtual", "real"] | None = None
    teams: int | None = None


NO_FURIGANA = 99
