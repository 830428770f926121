"""What the teacher chooses before a game."""

from typing import Literal

import msgspec

from sugoroku.model.board import Answering


class TeamSetup(msgspec.Struct, frozen=True):
    """A team label (never a child's name) and how many pupils sit in it, 1 to 10."""

    name: str
    pupils: int = 5


class GameSetup(msgspec.Struct, frozen=True, kw_only=True):
    """`seed`: any integer of 64 bits; `grade`: school year (3 to 9), None for all questions."""

    teams: tuple[TeamSetup, ...]
    seed: int
    grade: int | None = None
    answering: Answering | None = None
    """None: as the board says."""
    die: Literal["virtual", "real"] = "virtual"
    minutes: int = 0
    """Planned length; 0: no limit. Never decides anything in the engine."""
    language: str = "en"
