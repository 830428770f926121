"""What a board file may say: `format: board/1`."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from sugoroku.content import field_texts
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
    """More than one die: {count: 2, sides: 6}."""

    count: Annotated[int, BeforeValidator(whole), Field(ge=1, le=4)] = Field(
        default=1, description="How many dice are rolled together."
    )
    sides: Annotated[int, BeforeValidator(whole), Field(ge=2, le=20)] = Field(
        default=6, description="How many faces each die has."
    )


Die = Annotated[
    DiceEntry,
    BeforeValidator(
        _die, json_schema_input_type=Annotated[int, Field(ge=2, le=20)] | DiceEntry
    ),
]  # fmt: skip


class RulesEntry(Strict):
    """The rules of this board. What is left out keeps the usual rule."""

    die: Die = Field(
        default=DiceEntry(),
        description="How many faces the die has: 6, or {count: 2, sides: 6} for two.",
    )
    finish: Literal["clamp", "exact", "bounce"] = Field(
        default="clamp",
        description="At the goal: `clamp` drops steps that are too many, `exact` does not walk a "
        "roll that is too high, `bounce` walks the rest back.",
    )
    end: Literal["round", "first", "all"] = Field(
        default="round",
        description="The game ends when the round is completed in which a team arrives (`round`), "
        "at once (`first`), or when all have arrived (`all`).",
    )
    answering: Literal["team", "everyone"] = Field(
        default="team",
        description="Who answers a question: the team on the square (`team`), or all teams with "
        "raised cards (`everyone`).",
    )
    chain: YesNo = Field(
        default="false",
        description="true: a square that is reached by an effect has its effect too.",
    )
    class_leaves: Annotated[int, BeforeValidator(whole), Field(ge=0, le=100_000)] = Field(
        default=0, description="How many leaves the whole class tries to collect; 0: no common aim."
    )
    right: Effects = Field(
        default=(),
        description="What follows a right answer, for example [{advance: 2}, {leaves: 10}].",
    )
    wrong: Effects = Field(default=(), description="What follows a wrong answer; [] is nothing.")


class SquareEntry(Strict):
    """One square, or several alike with `repeat`."""

    kind: Literal["start", "goal", "plain", "quiz", "event", "fact"] = Field(
        description="`start` first and `goal` last, once each; `quiz` asks a question, `event` "
        "tells what happened and moves the team, `fact` tells something, `plain` is empty."
    )
    id: Name = Field(
        default="",
        description="A name, so that `go_to` and `next` can lead here: small letters, digits.",
    )
    topic: TopicName | None = Field(
        default=None,
        description="What a `quiz` asks about, or the little picture of another square.",
    )
    level: LevelName | None = Field(
        default=None,
        description="Only questions of this level: 1 easy (from about 9 years) to 3 hard.",
    )
    mood: Literal["good", "bad", "neutral"] = Field(
        default="neutral", description="Of an `event`: good or bad news. Colours the card."
    )
    title: Str = Field(default="", description="The heading of the card: at most about 30 letters.")
    text: Str = Field(default="", description="What the card tells: at most about 110 letters.")
    effects: Effects = Field(
        default=(), description="What happens to a team that lands here: [{advance: 3}]."
    )
    picture: PictureName = Field(
        default="",
        description="A picture for the card: an SVG file in assets/event, without .svg.",
    )
    stop: YesNo = Field(
        default="false", description="true: every team stops here, also with steps left over."
    )
    repeat: Annotated[int, BeforeValidator(whole), Field(ge=1, le=500)] = Field(
        default=1, description="So many squares like this one, one after the other."
    )
    at: Point | None = Field(
        default=None,
        description="Where the square lies, [x, y] on a page of 1920 x 1080; else along the road.",
    )
    next: Annotated[tuple[Name, ...], Field(min_length=1, max_length=6)] | None = Field(
        default=None,
        description="The ids of the squares one step on; two or more are a fork where the team "
        "chooses. Else the next square of the list.",
    )


class BoardFile(Strict):
    """A board: the squares from the start to the goal, and the rules."""

    format: Literal["board/1"] = Field(description=field_texts.FORMAT)
    id: Name = Field(description=field_texts.ID)
    language: LanguageCode = Field(description=field_texts.LANGUAGE)
    grade: SchoolYear = Field(default=1, description=field_texts.GRADE)
    title: Str = Field(description="The name of the game, on the title screen.")
    place: Str = Field(
        default="", description="The name of the town, on the door of the title screen."
    )
    decks: Annotated[tuple[Name, ...], Field(max_length=20)] = Field(
        default=(),
        description="The decks its questions come from: names of files in quizzes, no .yaml.",
    )
    survey: Name = Field(
        default="", description="The survey after the game: a file in surveys, no .yaml."
    )
    survey_before: Name = Field(
        default="", description="A survey before the game: a file in surveys, without .yaml."
    )
    theme: Name = Field(
        default="",
        description="How it looks: a file in assets/themes, without .yaml; else a plain look.",
    )
    minutes: Annotated[int, BeforeValidator(whole), Field(ge=5, le=180)] = Field(
        default=25, description="How long a game is to take; the clock counts them down."
    )
    rules: RulesEntry = Field(default=RulesEntry(), description="The rules of this board.")
    road: RoadPoints = Field(
        default=RoadEntry(),
        description="Points [x, y] that the road runs through, on a page of 1920 x 1080 or in "
        "fractions of the screen; else the theme's road, or rows from side to side.",
    )
    teams: Annotated[tuple[Str, ...], Field(max_length=6)] = Field(
        default=(), description="Names that are offered to the teams, up to six."
    )
    tips: Annotated[tuple[Str, ...], Field(max_length=50)] = Field(
        default=(), description="What the mascot says while the class waits: short sentences."
    )
    squares: Annotated[tuple[SquareEntry, ...], Field(min_length=2)] = Field(
        description="All squares in the order in which they are walked.",
        json_schema_extra={"maxItems": 500},
    )
