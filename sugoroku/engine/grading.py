"""Whether an answer is right, and whether it is an answer to this question at all."""

from collections.abc import Callable
from math import isfinite
from typing import Any

from sugoroku.engine.refusals import Refusal, Refused
from sugoroku.model.quiz import (
    Choice,
    Estimate,
    Guessed,
    Order,
    Picked,
    Question,
    Response,
    Several,
    Sorted,
    TrueFalse,
)

_ROUNDING = 1e-9
"""What binary numbers may be off, as a share of the answer."""


def is_right(question: Question, response: Response) -> bool:
    """Refused ANSWER_DOES_NOT_FIT when the answer is none of those the question allows."""
    return GRADERS[type(question)](question, response)


def _misfit() -> Refused:
    return Refused(Refusal.ANSWER_DOES_NOT_FIT)


def _choice(question: Choice, response: Response) -> bool:
    if type(response) is Picked and len(response.options) == 1:
        option = response.options[0]
        if 0 <= option < len(question.options):
            return option == question.answer
    raise _misfit()


def _true_false(question: TrueFalse, response: Response) -> bool:
    if type(response) is Picked and response.options in ((0,), (1,)):
        return response.options == ((0,) if question.answer else (1,))
    raise _misfit()


def _several(question: Several, response: Response) -> bool:
    if type(response) is not Picked:
        raise _misfit()
    picked = set(response.options)
    if len(picked) != len(response.options) or not picked.issubset(range(len(question.options))):
        raise _misfit()
    return picked == set(question.answers)


def _estimate(question: Estimate, response: Response) -> bool:
    if type(response) is not Guessed or not isfinite(response.value):
        raise _misfit()
    if not question.low <= response.value <= question.high:
        raise _misfit()
    rounding = _ROUNDING * max(1.0, abs(question.answer))
    return abs(response.value - question.answer) <= question.tolerance + rounding


def _order(question: Order, response: Response) -> bool:
    solved = tuple(range(len(question.options)))
    if type(response) is not Sorted or tuple(sorted(response.options)) != solved:
        raise _misfit()
    return response.options == solved


GRADERS: dict[type, Callable[[Any, Response], bool]] = {
    Choice: _choice,
    TrueFalse: _true_false,
    Several: _several,
    Estimate: _estimate,
    Order: _order,
}
