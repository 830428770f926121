"""Packs that the program makes: whole, always the same, and never of an edition with errors."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from sugoroku.content.problems import ContentError
from sugoroku.packs.installing import examined
from sugoroku.packs.manifest import PackError
from sugoroku.packs.reading import read_pack
from tests.content.small_pack import change
from tests.packs.towns import ROOT, packed, town, written


def test_a_pack_holds_all_that_its_edition_uses(tmp_path: Path) -> None:
    path = written(tmp_path, packed(town(tmp_path / "a"), authors="Class 5b", licence="CC0").data)
    with ZipFile(path) as archive:
        told = json.loads(archive.read("manifest.json"))
        names = archive.namelist()
        credits = archive.read("CREDITS.txt").decode()
    assert names == ["manifest.json", *sorted(names[1:])]
    assert set(names[1:]) == {
        "CREDITS.txt", "LICENCE.txt", "boards/small.yaml", "quizzes/small.yaml",
        "surveys/small.yaml", "assets/themes/small.yaml", "assets/tile/goal.svg",
        "assets/lamp.png", "assets/mascot/owl-neutral.svg", "assets/mascot/owl-happy.svg",
        "assets/sounds/small/correct.wav", "locales/es/LC_MESSAGES/small.po",
        "locales/es/LC_MESSAGES/small.mo",
    }  # fmt: skip
    assert told["format"] == "pack/1" and told["id"] == "small" and told["version"] == "1.0"
    assert told["languages"] == ["en", "es"] and told["questions"] == 5
    assert (told["authors"], told["licence"]) == ("Class 5b", "CC0")
    assert [file["name"] for file in told["files"]] == sorted(names[1:])
    assert "lamp.png: CC0" in credits and "Energy office https://example.org/a" in credits


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    first = packed(town(tmp_path / "a")).data
    assert packed(town(tmp_path / "elsewhere" / "b")).data == first
    assert packed(tmp_path / "a" / "boards" / "small.yaml", version="1.1").data != first


@pytest.mark.parametrize("edition", ["toyama", "renca"])
def test_a_shipped_edition_can_be_packed_and_examined(tmp_path: Path, edition: str) -> None:
    made = packed(ROOT / "boards" / f"{edition}.yaml")
    offer = examined(read_pack(written(tmp_path, made.data)), ROOT)
    assert offer.edition.board.id == edition
    assert set(offer.manifest.languages) >= {"ja", "es", "en"}
    assert offer.manifest.licence == "CC BY 4.0"
    assert offer.manifest.questions == len(offer.edition.questions)
    assert "boards/" + edition in made.pack.files["CREDITS.txt"].decode()


def test_an_edition_with_errors_is_not_packed(tmp_path: Path) -> None:
    board = town(tmp_path)
    change(tmp_path, "quizzes/small.yaml", "answer: Lamp off", "answer: Lamp on")
    with pytest.raises(ContentError) as told:
        packed(board)
    assert any("small.yaml" in problem.place for problem in told.value.problems)


@pytest.mark.parametrize("version", ["", "one", "1.", "1-2", "../1", "1.2.3.4.5", "01", "1\n"])
def test_a_version_is_numbers_with_dots(tmp_path: Path, version: str) -> None:
    with pytest.raises(PackError):
        packed(town(tmp_path), version=version)


def test_a_catalogue_without_translations_stays_out(tmp_path: Path) -> None:
    board = town(tmp_path, place="")
    made = packed(board).pack
    assert made.manifest.languages == ("en",)
    assert not [name for name in made.files if name.startswith("locales/")]


def test_a_broken_catalogue_is_told(tmp_path: Path) -> None:
    board = town(tmp_path)
    (tmp_path / "locales" / "es" / "LC_MESSAGES" / "small.po").write_bytes(b"msgid \xff\xfe\n")
    with pytest.raises(PackError, match=r"small\.po"):
        packed(board)
