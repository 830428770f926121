"""What was asked for at the start: one frozen value, read once and passed on."""

from pathlib import Path
from typing import Literal

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """None or "" mean: not asked for, the program decides."""

    data_folder: Path | None = None
    language: str = ""
    teams: int | None = None
    die: Literal["virtual", "real"] | None = None
    seed: int | None = None
    windowed: bool = False
    size: tuple[int, int] | None = None
    furigana: bool = True
    sound: bool = True
    motion: Literal["full", "reduced"] = "full"
