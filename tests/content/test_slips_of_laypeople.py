"""What people write who never saw YAML, and what they are told."""

import pytest
from small_pack import DECK

from sugoroku.content.problems import Problem
from sugoroku.content.reading import read_content


def problems_of(text: str, old: str, new: str) -> list[Problem]:
    """Of the text with one change."""
    assert old in text
    return list(read_content(text.replace(old, new).encode(), "x.yaml")[1])


@pytest.mark.parametrize("written", ["1.800", "17.500"])
def test_a_point_between_thousands_is_asked_about(written: str) -> None:
    problems = problems_of(DECK, "answer: 17500", f"answer: {written}")
    assert problems[-1].fix() == (
        f"Did you mean {written.replace('.', '')}? A point is the decimal sign here."
    )


def test_a_number_with_a_point_is_a_number() -> None:
    changed = "answer: 3.14, unit: km, min: 0, max: 5, step: 0.1, kind: estimate"
    assert not problems_of(DECK, "  - id: rain", "  - {id: pi, topic: water, ask: How much?, "
                           + changed + "}\n  - id: rain")  # fmt: skip


def test_a_bar_must_reach_its_answer() -> None:
    assert not problems_of(DECK, "within: 10%", "within: 0")
    problems = problems_of(DECK, "answer: 17500", "answer: 17600")
    assert not problems
    (problem,) = problems_of(DECK, "step: 500", "step: 15000")
    assert problem.what() == (
        "The bar cannot be set to the answer 17500: its nearest value is 15000."
    )
