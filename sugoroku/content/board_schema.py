"""What may stand in a board (`format: board/1`)."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sugoroku.content.effect_schema import EffectForm
from sugoroku.content.scalars import ArtPath, Decimal, Flag, Form, Id, LanguageCode, Whole, Words
from sugoroku.model.ids import Topic

Point = Annotated[list[Decimal], Field(min_length=2, max_length=2)]
Points = Annotated[list[Point], Field(min_length=2, max_length=60)]


class DieForm(Form):
    count: Annotated[Whole, Field(ge=1, le=4)] = 1
    sides: Annotated[Whole, Field(ge=2, le=20)] = 6


class RulesForm(Form):
    die: Annotated[DieForm, BeforeValidator(lambda v: {"sides": v} if isinstance(v, str) else v)] = (
        DieForm()
    )
    finish: Literal["clamp", "exact", "bounce"] = "clamp"
    end: Literal["round", "first", "all"] = "round"
    answering: Literal["team", "everyone"] = "team"
    chain: Flag = False
    class_leaves: Annotated[Whole, Field(ge=0, le=100_000)] = 0
    right: list[EffectForm] = []
    wrong: list[EffectForm] = []


class RoadForm(Form):
    wide: Points | None = None
    narrow: Points | None = None


class SquareForm(Form):
    kind: Literal["start", "goal", "plain", "quiz", "event", "fact"]
    id: Id | None = None
    topic: Topic | None = None
    level: Literal["1", "2", "3"] | None = None
    mood: Literal["good", "bad", "neutral"] = "neutral"
    title: Words | None = None
    text: Words | None = None
    effects: Annotated[list[EffectForm], Field(max_length=10)] = []
    picture: ArtPath | None = None
    stop: Flag = False
    repeat: Annotated[Whole, Field(ge=1, le=500)] = 1
    at: Point | None = None
    next: Annotated[list[Id], Field(min_length=1, max_length=6)] | None = None


class BoardForm(Form):
    format: Literal["board/1"]
    id: Id
    language: LanguageCode
    title: Words
    place: Words | None = None
    decks: Annotated[list[Id], Field(max_length=20)] = []
    survey: Id | None = None
    theme: Id | None = None
    minutes: Annotated[Whole, Field(ge=5, le=180)] = 25
    rules: RulesForm = RulesForm()
    road: Annotated[
        RoadForm, BeforeValidator(lambda v: {"wide": v, "narrow": v} if isinstance(v, list) else v)
    ] = RoadForm()
    teams: Annotated[list[Words], Field(max_length=6)] = []
    tips: Annotated[list[Words], Field(max_length=50)] = []
    squares: Annotated[list[SquareForm], Field(min_length=3, max_length=500)]
