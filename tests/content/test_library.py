"""Editions on the shelf: folders, cache, and all mistakes of all files at once."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from small_pack import DECK, change, write_pack

from sugoroku.content.library import ContentFolders, Library
from sugoroku.content.problems import ContentError, in_english

ROOT = Path(__file__).resolve().parents[2]


def library(*folders: Path, cache: Path | None = None) -> Library:
    return Library(ContentFolders(folders), cache)


def test_a_pack_loads(tmp_path: Path) -> None:
    shelf = library(write_pack(tmp_path))
    edition = shelf.load("small", date(2026, 11, 22))
    assert edition.languages() == {"small": "en"}
    assert shelf.warnings == ()


def test_a_fact_due_for_another_look_is_a_warning(tmp_path: Path) -> None:
    shelf = library(write_pack(tmp_path))
    shelf.load("small", date(2028, 4, 2))
    (warning,) = shelf.warnings
    assert warning.place == "quizzes/small.yaml:16:16"
    assert warning.what() == "This fact was due for another look on 2028-04-01."


def test_all_mistakes_of_all_files_come_together(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "boards/small.yaml", "minutes: 20", "minutes: 2\nsurvy: x")
    change(root, "quizzes/small.yaml", "answer: Lamp off", "answer: Lamp")
    change(root, "surveys/small.yaml", "kind: text", "kind: txt")
    change(root, "assets/themes/small.yaml", "#102030", "#909090")
    with pytest.raises(ContentError) as caught:
        library(root).load("small")
    places = [problem.place for problem in caught.value.problems]
    assert places == [
        "assets/themes/small.yaml:8:16",
        "boards/small.yaml:9:10",
        "boards/small.yaml:10:1",
        "quizzes/small.yaml:12:13",
        "surveys/small.yaml:9:25",
    ]


def test_missing_files_and_squares_are_told_where_they_are_named(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / "surveys" / "small.yaml").unlink()
    (root / "assets" / "lamp.png").unlink()
    change(root, "quizzes/small.yaml", "go_to: park", "go_to: pork")
    with pytest.raises(ContentError) as caught:
        library(root).load("small")
    found = [(problem.place, problem.what()) for problem in caught.value.problems]
    assert found == [
        ("boards/small.yaml:7:9", "There is no file surveys/small.yaml."),
        ("quizzes/small.yaml:17:19", "There is no picture “lamp.png”."),
        ("quizzes/small.yaml:25:34", "The board “small” has no square “pork”."),
    ]


def test_the_first_folder_wins(tmp_path: Path) -> None:
    bundled = write_pack(tmp_path / "bundled")
    teachers = tmp_path / "teachers"
    (teachers / "quizzes").mkdir(parents=True)
    text = DECK.replace("A small deck", "My deck")
    (teachers / "quizzes" / "small.yaml").write_text(text, encoding="utf-8")
    edition = library(teachers, bundled).load("small")
    assert edition.decks[0].title.source == "My deck"
    assert [entry.id for entry in library(teachers, bundled).editions()] == ["small"]


def test_an_edition_with_mistakes_still_stands_on_the_shelf(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "boards/small.yaml", "kind: goal", "kind: gaol")
    (entry,) = library(root).editions()
    assert entry.id == "small"
    assert entry.problems
    with pytest.raises(ContentError):
        library(root).load("small")


@pytest.mark.parametrize("name", ["none", "../small", "/etc/passwd", "", "a\0b"])
def test_an_unknown_edition(tmp_path: Path, name: str) -> None:
    with pytest.raises(ContentError):
        library(write_pack(tmp_path)).load(name)


def test_problems_are_translated_when_they_are_shown(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "boards/small.yaml", "minutes: 20", "minutes: 2")
    with pytest.raises(ContentError) as caught:
        library(root).load("small")
    (problem,) = caught.value.problems

    def loud(message: str, /, **values: object) -> str:
        return in_english(message, **values).upper()

    assert problem.what(loud) == "2 IS TOO SMALL FOR “MINUTES”."
    assert problem.excerpt == "minutes: 2"
    assert problem.caret == 9


# ---------------------------------------------------------------------------- cache


def test_cache_gives_the_same(tmp_path: Path) -> None:
    root, cache = write_pack(tmp_path / "pack"), tmp_path / "cache"
    fresh = library(root).load("small")
    first = library(root, cache=cache).load("small")
    kept = library(root, cache=cache).load("small")
    assert fresh == first == kept
    assert len(list(cache.iterdir())) == 4


def test_cache_keeps_warnings_and_still_sees_dates_and_pictures(tmp_path: Path) -> None:
    root, cache = write_pack(tmp_path / "pack"), tmp_path / "cache"
    change(root, "quizzes/small.yaml", ", alt: A lamp", "")
    for _ in range(2):
        shelf = library(root, cache=cache)
        shelf.load("small", date(2026, 11, 22))
        assert [warning.line for warning in shelf.warnings] == [17]
        shelf.load("small", date(2029, 1, 1))
        assert [warning.line for warning in shelf.warnings] == [16, 17]
    (root / "assets" / "lamp.png").unlink()
    with pytest.raises(ContentError):
        library(root, cache=cache).load("small")


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    root, cache = write_pack(tmp_path / "pack"), tmp_path / "cache"
    library(root, cache=cache).load("small")
    change(root, "quizzes/small.yaml", "A small deck", "Another deck")
    assert library(root, cache=cache).load("small").decks[0].title.source == "Another deck"


def test_a_damaged_cache_is_made_anew(tmp_path: Path) -> None:
    root, cache = write_pack(tmp_path / "pack"), tmp_path / "cache"
    fresh = library(root, cache=cache).load("small")
    sound = {path: path.read_bytes() for path in cache.iterdir()}
    damages = (b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"kind":1}')
    for damage in (*damages, *(data[:-9] for data in sound.values())):
        for path in sound:
            path.write_bytes(damage)
        assert library(root, cache=cache).load("small") == fresh
        assert {path: path.read_bytes() for path in cache.iterdir()} == sound
    for path, data in sound.items():  # one letter changed in the middle
        path.write_bytes(data.replace(b"small", b"smell"))
    assert library(root, cache=cache).load("small") == fresh


def test_a_cache_that_cannot_be_written_does_not_matter(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "pack")
    no_folder = tmp_path / "file"
    no_folder.write_text("I am no folder")
    library(root, cache=no_folder).load("small")
    library(root, cache=no_folder / "below").load("small")


def test_content_with_mistakes_is_not_kept(tmp_path: Path) -> None:
    root, cache = write_pack(tmp_path / "pack"), tmp_path / "cache"
    change(root, "boards/small.yaml", "minutes: 20", "minutes: 2")
    for _ in range(2):
        with pytest.raises(ContentError):
            library(root, cache=cache).load("small")
    assert len(list(cache.iterdir())) == 3


def test_a_normal_start_imports_neither_yaml_nor_pydantic(tmp_path: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from sugoroku.content.library import ContentFolders, Library
shelf = Library(ContentFolders((Path({str(ROOT)!r}),)), Path({str(tmp_path)!r}))
entries = shelf.editions()
edition = shelf.load(entries[0].id)
print(*(name for name in ("yaml", "pydantic", "rich") if name in sys.modules))
"""
    for expected in ("yaml pydantic", ""):
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == expected
