"""Kanji that a class has not learned carry their reading."""

from babel.messages.pofile import read_po

from sugoroku import paths
from sugoroku.content.check_kanji import bare_kanji
from sugoroku.content.reading import read_content
from sugoroku.model.school_kanji import COUNTS, by_year, year_of, year_of_word

DECK = """format: deck/1
id: d
language: ja
title: もんだい
{grade}questions:
  - id: a
    kind: true_false
    topic: water
    ask: 水《みず》は温暖化と関係《かんけい》がある。
    answer: true
    explain: 雨のふり方が変《か》わる。
"""


def test_the_table_is_that_of_the_ministry() -> None:
    assert tuple(map(len, by_year())) == COUNTS and sum(COUNTS) == 1026
    assert len(set("".join(by_year()))) == 1026
    assert [year_of(s) for s in "一引悪愛圧胃鬱あA"] == [1, 2, 3, 4, 5, 6, 7, 0, 0]
    assert year_of_word("温暖化") == 6


def test_bare_kanji() -> None:
    assert bare_kanji("漢字《かんじ》と雨", 1) == ["雨"]
    assert bare_kanji("漢字《かんじ》と雨", 2) == []
    assert bare_kanji("｜乗り物《のりもの》の鬱", 6) == ["鬱"]


def test_each_text_is_told_with_its_place() -> None:
    _, problems = read_content(DECK.format(grade="").encode(), "d.yaml", "deck")
    told = [(p.line, p.severity, p.what()) for p in problems if "kanji" in p.message_id]
    assert [(line, severity) for line, severity, _ in told] == [(9, "warning"), (11, "warning")]


def test_the_school_year_of_the_deck_counts() -> None:
    _, problems = read_content(DECK.format(grade="grade: 4\n").encode(), "d.yaml", "deck")
    assert [p.line for p in problems if "kanji" in p.message_id] == [10]


def test_no_shipped_translation_has_bare_kanji() -> None:
    """Of content: what the program says to the teacher alone may have them."""
    folder = paths.bundled_root() / "locales" / "ja" / "LC_MESSAGES"
    bare = {}
    for name in ("renca", "climate", "after-play"):
        with (folder / f"{name}.po").open("rb") as file:
            for entry in read_po(file):
                text = str(entry.string or "")
                if entry.id and "/source" not in str(entry.context) and bare_kanji(text, 1):
                    bare[f"{name} {entry.context}"] = text
    assert bare == {}
