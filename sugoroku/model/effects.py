"""What a square or an answer does to a team. A closed union: see ARCHITECTURE.md to add one."""

from typing import Union

import msgspec

from sugoroku.model.ids import Level, SquareId, Topic


class Effect(msgspec.Struct, frozen=True, tag_field="effect"):
    """Base of the effects; never made itself."""


class Advance(Effect, frozen=True, tag="advance"):
    steps: int


class Back(Effect, frozen=True, tag="back"):
    steps: int


class GoTo(Effect, frozen=True, tag="go_to"):
    square: SquareId


class Rest(Effect, frozen=True, tag="rest"):
    """The team misses its next `turns` turns."""

    turns: int


class RollAgain(Effect, frozen=True, tag="roll_again"):
    """The team rolls once more; counts at most three times in a turn."""


class Leaves(Effect, frozen=True, tag="leaves"):
    """Points gained or, when negative, lost (never below none)."""

    amount: int


class Quiz(Effect, frozen=True, tag="quiz"):
    """One question is asked, from `topic` and of `level` where given."""

    topic: Topic | None = None
    level: Level | None = None


AnyEffect = Union[Advance, Back, GoTo, Rest, RollAgain, Leaves, Quiz]
