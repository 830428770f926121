"""Texts in the class's language, and what happens when there is no catalogue."""

from pathlib import Path

import pytest

from sugoroku.i18n.translator import Translator, without_furigana
from sugoroku.model.text import Text

LOCALES = Path(__file__).resolve().parents[2] / "locales"


def translator(language: str, folder: Path = LOCALES) -> Translator:
    return Translator(language, [folder], {"toyama": "ja", "renca": "es"})


def test_interface_in_three_languages() -> None:
    assert translator("en")("Start") == "Start"
    assert translator("es")("Start") == "Empezar"
    assert translator("ja")("Start") == "はじめる"


def test_plural_forms() -> None:
    message = ("{n} thing needs mending", "{n} things need mending")
    assert translator("en").plural(*message, 1) == "1 thing needs mending"
    assert translator("es").plural(*message, 2) == "Hay 2 cosas que corregir"
    assert translator("ja").plural(*message, 2) == "直すところが2か所あります"


def test_authors_text_and_its_own_language() -> None:
    place = Text("富山《とやま》", "board/place", "toyama")
    assert translator("ja").text(place) == "富山《とやま》"
    assert translator("es").text(place) == "Toyama"
    assert translator("ja").plain(place) == "富山"


@pytest.mark.parametrize("content", [b"", b"not a catalogue", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_missing_or_broken_catalogue_leaves_texts_as_written(
    tmp_path: Path, content: bytes
) -> None:
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "sugoroku.mo").write_bytes(content)
    assert translator("es", tmp_path)("Start") == "Start"


@pytest.mark.parametrize(
    ("language", "number", "shown"),
    [
        ("en", 17500, "17,500"),
        ("es", 17500, "17.500"),
        ("es", 2.5, "2,5"),
        ("ja", 1200, "1,200"),
        ("en", 3, "3"),
    ],
)
def test_numbers(language: str, number: float, shown: str) -> None:
    assert translator(language).number(number) == shown


def test_without_furigana() -> None:
    assert without_furigana("｜乗り物《のりもの》と電気《でんき》") == "乗り物と電気"


def test_lists_are_written_as_the_language_does() -> None:
    names = ("Loica", "Espino", "Quillay")
    assert Translator("es", ()).listed(names) == "Loica, Espino y Quillay"
    assert Translator("ja", ()).listed(names) == "Loica、Espino、Quillay"
    assert Translator("en", ()).listed(names) == "Loica, Espino, and Quillay"
    assert Translator("xx", ()).listed(names[:1]) == "Loica"
