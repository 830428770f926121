"""What the program was asked for at its start: read once, then handed on. Never a global."""

from pathlib import Path
from typing import Literal

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """None, or an empty language, leaves the choice to the edition or the teacher."""

    data_folder: Path | None = None
    language: str = ""
    """A code such as `ja`."""
    furigana: bool = True
    sound: bool = True
    motion: Literal["full", "reduced"] = "full"
    windowed: bool = False
    size: tuple[int, int] | None = None
    """Width and height of the window in pixels."""
    seed: int | None = None
    die: Literal["virtual", "real"] | None = None
    teams: int | None = None
    log_file: Path | None = None
    """None: in the log folder."""
