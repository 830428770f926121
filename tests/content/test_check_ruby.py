"""Marks of readings that stand alone would be shown to the class."""

import pytest

from sugoroku.content.check_ruby import ruby_fault
from sugoroku.content.reading import read_content


@pytest.mark.parametrize(
    "text",
    ["漢字《かんじ》", "｜乗り物《のりもの》に乗《の》る", "CO2《シーオーツー》",
     "人々《ひとびと》", "plain",
     "水《みず》、｜お湯《おゆ》と電気《でんき》"],
)  # fmt: skip
def test_whole(text: str) -> None:
    assert ruby_fault(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("漢字《かんじ", "not closed"),
        ("漢字かんじ》です", "was not opened"),
        ("漢字《》", "is empty"),
        ("漢字《　》", "is empty"),
        ("《かんじ》漢字", "nothing stands before"),
        ("漢字、《かんじ》", "nothing before"),
        ("｜漢字のはなし", "No reading follows"),
        ("漢字《かん《じ》》", "reading"),
    ],
)
def test_broken(text: str, told: str) -> None:
    fault = ruby_fault(text)
    assert fault is not None
    assert told in fault[0]


def test_it_is_a_warning_with_its_place_in_any_language() -> None:
    text = (
        "format: deck/1\nid: d\nlanguage: es\ntitle: 漢字《かんじ\nquestions:\n"
        "  - {id: a, kind: true_false, topic: water, ask: ¿?, answer: true}\n"
    )
    content, (problem,) = read_content(text.encode(), "d.yaml")
    assert content is not None
    assert (problem.place, problem.severity) == ("d.yaml:4:8", "warning")
