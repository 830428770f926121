"""What a board file may say: `format: board/1`."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from sugoroku.content.schema_types import (
    Effects,
    LanguageCode,
    LevelName,
    Name,
    PictureName,
    Point,
    RoadEntry,
    RoadPoints,
    SchoolYear,
    Str,
    Strict,
    TopicName,
    YesNo,
    whole,
)


def _die(value: Any) -> Any:
    """A plain number is the number of sides."""
    return value if isinstance(value, dict) else {"sides": value}


class DiceEntry(Strict):
    count: Annotated[int, BeforeValidator(whole), Field(ge=1, le=4)] = 1
    sides: Annotated[int, BeforeValidator(whole), Field(ge=2, le=20)] = 6


class RulesEntry(Strict):
    die: Annotated[DiceEntry, BeforeValidator(_die)] = DiceEntry()
    finish: Literal["clamp", "exact", "bounce"] = "clamp"
    end: Literal["round", "first", "all"] = "round"
    answering: Literal["team", "everyone"] = "team"
    chain: YesNo = "false"
    class_leaves: Annotated[int, BeforeValidator(whole), Field(ge=0, le=100_000)] = 0
    right: Effects = ()
    wrong: Effects = ()


class SquareEntry(Strict):
    kind: Literal["start", "goal", "plain", "quiz", "event", "fact"]
    id: Name = ""
    topic: TopicName | None = None
    level: LevelName | None = None
    mood: Literal["good", "bad", "neutral"] = "neutral"
    title: Str = ""
    text: Str = ""
    effects: Effects = ()
    picture: PictureName = ""
    stop: YesNo = "false"
    repeat: Annotated[int, BeforeValidator(whole), Field(ge=1, le=500)] = 1
    at: Point | None = None
    next: Annotated[tuple[Name, ...], Field(min_length=1, max_length=6)] | None = None


class BoardFile(Strict):
    format: Literal["board/1"]
    id: Name
    language: LanguageCode
    grade: SchoolYear = 1
    title: Str
    place: Str = ""
    decks: Annotated[tuple[Name, ...], Field(max_length=20)] = ()
    survey: Name = ""
    survey_before: Name = ""
    theme: Name = ""
    minutes: Annotated[int, BeforeValidator(whole), Field(ge=5, le=180)] = 25
    rules: RulesEntry = RulesEntry()
    road: RoadPoints = RoadEntry()
    teams: Annotated[tuple[Str, ...], Field(max_length=6)] = ()
    tips: Annotated[tuple[Str, ...], Field(max_length=50)] = ()
    squares: Annotated[tuple[SquareEntry, ...], Field(min_length=2)]
