"""Boards: squares on a road from one start to one goal, and the rules that hold on it."""

from typing import Literal

import msgspec

from sugoroku.model.effects import AnyEffect
from sugoroku.model.ids import Level, SquareId, Topic
from sugoroku.model.text import EMPTY, Text

SquareKind = Literal["start", "goal", "plain", "quiz", "event", "fact"]
Mood = Literal["good", "bad", "neutral"]
Finish = Literal["clamp", "exact", "bounce"]
End = Literal["round", "first", "all"]
Answering = Literal["team", "everyone"]


class Dice(msgspec.Struct, frozen=True):
    """`count` dice with faces 1 to `sides`; a roll is their sum."""

    count: int = 1
    sides: int = 6

    @property
    def low(self) -> int:
        return self.count

    @property
    def high(self) -> int:
        return self.count * self.sides


class Square(msgspec.Struct, frozen=True, kw_only=True):
    """One square. `exits` are the squares one step on; more than one is a fork."""

    id: SquareId
    kind: SquareKind
    effects: tuple[AnyEffect, ...] = ()
    exits: tuple[SquareId, ...] = ()
    stop: bool = False
    topic: Topic | None = None
    level: Level | None = None
    mood: Mood = "neutral"
    title: Text = EMPTY
    text: Text = EMPTY
    picture: str = ""
    """A path inside `assets/` without its ending; "": none."""
    at: tuple[float, float] | None = None
    """Where it is drawn, on the 1920 × 1080 page; None: along the road."""


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """The rules a board chooses; every field has the default of the rule sheet."""

    dice: Dice = Dice()
    finish: Finish = "clamp"
    end: End = "round"
    answering: Answering = "team"
    chain: bool = False
    class_leaves: int = 0
    """The class's common aim; 0: none."""
    right: tuple[AnyEffect, ...] = ()
    wrong: tuple[AnyEffect, ...] = ()


class Road(msgspec.Struct, frozen=True):
    """Control points of the curve for each layout; empty: from the theme, or a serpentine."""

    wide: tuple[tuple[float, float], ...] = ()
    narrow: tuple[tuple[float, float], ...] = ()


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """A board as its file says it; the first square is the start."""

    id: str
    language: str
    title: Text
    squares: tuple[Square, ...]
    place: Text = EMPTY
    rules: Rules = Rules()
    decks: tuple[str, ...] = ()
    survey: str = ""
    survey_before: str = ""
    theme: str = ""
    minutes: int = 25
    road: Road = Road()
    teams: tuple[Text, ...] = ()
    """Names offered to the teams, in the order of the shapes."""
    tips: tuple[Text, ...] = ()
    """What the mascot says while a class waits."""
