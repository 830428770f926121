"""Effects of a checked file to effects of the model."""

from collections.abc import Callable
from typing import cast

from sugoroku.content.schema_types import EffectEntry
from sugoroku.model import effects
from sugoroku.model.ids import Level

_BUILD: dict[str, Callable[[EffectEntry], effects.AnyEffect]] = {
    "advance": lambda entry: effects.Advance(entry.advance),
    "back": lambda entry: effects.Back(entry.back),
    "go_to": lambda entry: effects.GoTo(entry.go_to),
    "rest": lambda entry: effects.Rest(entry.rest),
    "roll_again": lambda entry: effects.RollAgain(),
    "leaves": lambda entry: effects.Leaves(entry.leaves),
    "quiz": lambda entry: effects.Quiz(entry.quiz.topic, level_of(entry.quiz.level)),
}


def build_effects(entries: tuple[EffectEntry, ...]) -> tuple[effects.AnyEffect, ...]:
    return tuple(_BUILD[next(iter(entry.model_fields_set))](entry) for entry in entries)


def level_of(name: str | None) -> Level | None:
    return None if name is None else cast(Level, int(name))
