"""Right and wrong answers for teams that nobody plays."""

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


def wrong_response(question: Question) -> Response:
    """An answer that fits and is wrong, where there is one."""
    match question:
        case Choice(answer=place, options=options):
            return Picked(((place + 1) % len(options),))
        case Several(answers=places):
            return Picked(() if places else (0,))
        case Estimate(answer=answer, low=low, high=high):
            return Guessed(low if answer - low > high - answer else high)
        case Order(options=options):
            return Sorted(tuple(reversed(range(len(options)))))
        case TrueFalse(answer=answer):
            return Picked((1 if answer else 0,))
