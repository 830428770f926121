"""A number to guess can be reached on the bar, and is the number that the author meant."""

import math
import re

from sugoroku.content.document import Document, Path, Tree
from sugoroku.content.problems import N_
from sugoroku.content.schema_types import number

_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}", re.ASCII)
_USUAL_WITHIN = "10%"

Group = dict[str, Tree]


def check_estimate(document: Document, path: Path, question: Group) -> None:
    values = {name: _value(question.get(name)) for name in ("answer", "min", "max", "step")}
    answer, low, high, step = values.values()
    _check_thousands(document, path, question)
    if low is not None and high is not None and low >= high:
        document.error(
            (*path, "max"),
            N_("“max” must be greater than “min”."),
            N_("Look whether the two are exchanged."),
        )
    elif answer is not None and (
        (low is not None and answer < low) or (high is not None and answer > high)
    ):
        document.error(
            (*path, "answer"),
            N_("The answer {answer} is not between “min” and “max”."),
            N_("Change the answer or the limits."),
            answer=f"{answer:g}",
        )
    elif answer is not None and low is not None and high is not None:
        usual = 1.0 if high - low >= 20 else (high - low) / 20  # as `build_deck` has it
        if "step" not in question or step is not None:
            _check_reach(document, path, question, (answer, low, high, step or usual))
    if step is not None and (
        step <= 0 or (low is not None and high is not None and step > high - low > 0)
    ):
        document.error(
            (*path, "step"),
            N_("The step must be greater than 0 and fit between “min” and “max”."),
            N_("Write a smaller number, for example 1."),
        )


def _check_thousands(document: Document, path: Path, question: Group) -> None:
    """`1.800` is 1.8 to a computer, and 1800 to half of the world."""
    for name in ("answer", "min", "max"):
        given = question.get(name)
        if isinstance(given, str) and _THOUSANDS.fullmatch(given):
            document.warning(
                (*path, name),
                N_("“{given}” is read as {value}."),
                N_("Did you mean {whole}? A point is the decimal sign here."),
                given=given,
                value=f"{float(given):g}",
                whole=given.replace(".", ""),
            )


def _check_reach(
    document: Document, path: Path, question: Group, bar: tuple[float, float, float, float]
) -> None:
    """Some stop of the bar must count as right. `bar`: answer, min, max, step."""
    answer, low, high, step = bar
    near = _tolerance(question.get("within", _USUAL_WITHIN), answer)
    if step <= 0 or near is None or not math.isfinite((answer - low) / step):
        return  # told elsewhere
    before = low + math.floor((answer - low) / step) * step
    stops = [stop for stop in (before, before + step, high) if low <= stop <= high]
    nearest = min(stops, key=lambda stop: abs(stop - answer))
    if abs(nearest - answer) > near + 1e-9 * max(1.0, abs(answer)):
        document.error(
            (*path, "answer"),
            N_("The bar cannot be set to the answer {answer}: its nearest value is {nearest}."),
            N_("Look at the answer, or write a smaller “step” or a larger “within”."),
            answer=f"{answer:g}",
            nearest=f"{nearest:g}",
        )


def _tolerance(within: Tree, answer: float) -> float | None:
    """In the unit of the answer; None for what is no tolerance."""
    if not isinstance(within, str):
        return None
    share = within.endswith("%")
    found = _value(within.removesuffix("%").rstrip())
    if found is None or found < 0:
        return None
    return abs(answer) * found / 100 if share else found


def _value(value: Tree) -> float | None:
    try:
        return number(value)
    except ValueError:
        return None
