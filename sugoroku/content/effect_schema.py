"""Effects as they stand in files: mappings with one field, such as `{advance: 3}`."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sugoroku.content.problems import N_
from sugoroku.content.scalars import Flag, Form, Id, Whole
from sugoroku.model import effects
from sugoroku.model.ids import Topic


class QuizForm(Form):
    topic: Topic | None = None
    level: Literal["1", "2", "3"] | None = None


class EffectForm(Form):
    advance: Annotated[Whole, Field(ge=1, le=50)] | None = None
    back: Annotated[Whole, Field(ge=1, le=50)] | None = None
    go_to: Id | None = None
    rest: Annotated[Whole, Field(ge=1, le=9)] | None = None
    roll_again: Flag | None = None
    leaves: Annotated[Whole, Field(ge=-100, le=100)] | None = None
    quiz: QuizForm | None = None

    @model_validator(mode="before")
    @classmethod
    def _one(cls, value: Any) -> Any:
        if isinstance(value, dict) and len(value) != 1:
            raise PydanticCustomError("one_effect", N_("each effect stands for itself: `- {advance: 3}`"))
        return value

    def build(self) -> effects.AnyEffect | None:
        """The effect of the model; None for `roll_again: false`."""
        if self.advance is not None:
            return effects.Advance(self.advance)
        if self.back is not None:
            return effects.Back(self.back)
        if self.go_to is not None:
            return effects.GoTo(self.go_to)
        if self.rest is not None:
            return effects.Rest(self.rest)
        if self.leaves is not None:
            return effects.Leaves(self.leaves)
        if self.quiz is not None:
            level: Any = int(self.quiz.level) if self.quiz.level else None
            return effects.Quiz(self.quiz.topic, level)
        return effects.RollAgain() if self.roll_again else None


def built(forms: list[EffectForm] | None) -> tuple[effects.AnyEffect, ...]:
    made = (form.build() for form in forms or ())
    return tuple(effect for effect in made if effect is not None)
