"""`sugoroku export` and `sugoroku forget`, as a person calls them."""

import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

HERE = Path(__file__).resolve().parent
for room in ("records", "session"):
    sys.path.insert(0, str(HERE.parent / room))

from lesson_desk import Desk, play_forward  # noqa: E402
from small_table import setup  # noqa: E402
from wide_survey import survey_whole_class, wide_edition  # noqa: E402

from sugoroku import paths  # noqa: E402
from sugoroku.app.keeping import translator_of  # noqa: E402
from sugoroku.cli import main  # noqa: E402
from sugoroku.content.library import ContentFolders, Library  # noqa: E402
from sugoroku.model.setup import GameSetup, TeamSetup  # noqa: E402
from sugoroku.records.lesson import LessonRecords  # noqa: E402
from sugoroku.records.made_files import MADE  # noqa: E402


def run(*words: object, answer: str = "") -> Result:
    language = ("--language", "en") if words[0] == "forget" and "--language" not in words else ()
    result = CliRunner().invoke(main, [str(word) for word in (*words, *language)], input=answer)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def lesson(data: Path) -> Path:
    records = Desk().begin_with(data, wide_edition(), setup())
    play_forward(records, 8)
    survey_whole_class(records)
    records.close()
    return records.folder


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in MADE if (folder / name).exists()}


def from_another_program(records: LessonRecords, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on this program is another than the one that has `records` open."""
    assert records.folder.exists()
    monkeypatch.setattr("sugoroku.records.lock._me", lambda: b"99999999\n")


# -------------------------------------------------------------------- export


def test_export_takes_a_folder_a_name_or_a_journal(tmp_path: Path) -> None:
    folders = [lesson(tmp_path) for _ in range(3)]
    before = [contents(folder) for folder in folders]
    for folder in folders:
        for name in MADE:
            (folder / name).unlink()
    first, second, third = folders
    result = run("export", first, second.name, third / "journal.jsonl", "--data", tmp_path)
    assert result.exit_code == 0, result.output
    assert [contents(folder) for folder in folders] == before
    assert f"{second.name}: 6 files" in result.output


def test_a_damaged_session_is_named_and_the_others_are_done(tmp_path: Path) -> None:
    good, bad, bare = (lesson(tmp_path) for _ in range(3))
    lines = (bad / "journal.jsonl").read_bytes().splitlines(keepends=True)
    (bad / "journal.jsonl").write_bytes(b"".join([*lines[:3], b"{broken\n", *lines[3:]]))
    (bare / "edition.json").unlink()
    (good / "survey.csv").unlink()
    result = run("export", bad, bare, tmp_path / "nowhere", good, "--data", tmp_path)
    assert result.exit_code == 1
    assert f"{bad}: Line 4 of the journal is damaged." in result.output
    assert f"{bare}: The content of this game is missing (edition.json)." in result.output
    assert "nowhere: There is no recorded game at" in result.output
    assert f"{good}: 6 files" in result.output and (good / "survey.csv").exists()
    assert "Traceback" not in result.output


def test_export_tells_what_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lesson(tmp_path)
    (folder / "survey.csv").unlink()

    def locked(*_: object) -> None:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(os, "replace", locked)
    result = run("export", folder)
    assert result.exit_code == 1 and "survey.csv is open in another program" in result.output


def test_export_leaves_an_open_session_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = Desk().begin_with(tmp_path, wide_edition(), setup())
    from_another_program(records, monkeypatch)
    result = run("export", records.folder)
    assert result.exit_code == 1 and "open in another window" in result.output


@pytest.mark.parametrize("language", ["ja", "es", "en"])
def test_an_edition_of_ours_in_the_language_of_the_class(tmp_path: Path, language: str) -> None:
    edition = Library(ContentFolders((paths.bundled_root(),))).load("toyama")
    words = translator_of(tmp_path, language, edition)
    plan = GameSetup(teams=(TeamSetup("a"), TeamSetup("b")), seed=1, grade=5, language=language)
    records = LessonRecords.begin(tmp_path, edition, plan, words)
    records.save_survey({"fun": 2, "will_do": (0, 3), "noticed": "にじ"})
    records.save_hands("again", (3, 2, 1), 6)
    records.close()
    before = contents(records.folder)
    for name in MADE:
        (records.folder / name).unlink()
    assert run("export", records.folder.name, "--data", tmp_path).exit_code == 0
    assert contents(records.folder) == before
    if language == "ja":
        assert not any("《".encode() in data for data in before.values())
    english = "This folder holds one lesson of the game Climate Sugoroku."
    assert (english in before["README.txt"].decode()) == (language == "en")


# -------------------------------------------------------------------- forget


def test_forget_shows_asks_and_deletes(tmp_path: Path) -> None:
    folder, other = lesson(tmp_path), lesson(tmp_path)
    (folder / "marks.xlsx").write_bytes(b"x")
    result = run("forget", folder.name, "--data", tmp_path, answer="n\n")
    assert result.exit_code == 1 and folder.exists() and "Nothing was deleted." in result.output
    assert "2026-11-22 14:05" in result.output and "answers of 12 pupils" in result.output
    assert "not written by the game: marks.xlsx" in result.output
    result = run("forget", folder.name, "--data", tmp_path, answer="y\n")
    assert result.exit_code == 0 and "Deleted." in result.output
    assert list((tmp_path / "sessions").iterdir()) == [other]
    assert run("forget", other / "journal.jsonl", "--yes").exit_code == 0
    assert list((tmp_path / "sessions").iterdir()) == []


def test_forget_deletes_nothing_that_is_no_session(tmp_path: Path) -> None:
    folder = lesson(tmp_path)
    plain = tmp_path / "documents"
    plain.mkdir()
    (plain / "letter.txt").write_text("dear")
    false = tmp_path / "false"
    false.mkdir()
    (false / "journal.jsonl").write_text("my diary\n")
    for path in (plain, false, tmp_path, tmp_path / "sessions", folder / "edition.json", "..", "/"):
        result = run("forget", path, "--yes", "--data", tmp_path)
        assert result.exit_code == 1 and "Deleted" not in result.output, path
    assert folder.exists() and (plain / "letter.txt").exists() and len(list(false.iterdir())) == 1


def test_forget_follows_no_links(tmp_path: Path) -> None:
    folder = lesson(tmp_path)
    treasure = tmp_path / "treasure"
    treasure.mkdir()
    (treasure / "gold.txt").write_text("gold")
    link = tmp_path / "link"
    link.symlink_to(folder, target_is_directory=True)
    for path in (link, link / "journal.jsonl"):
        result = run("forget", path, "--yes")
        assert result.exit_code == 1 and "only points to another folder" in result.output
    (folder / "way").symlink_to(treasure, target_is_directory=True)
    result = run("forget", folder, "--yes")
    assert result.exit_code == 1 and "“way”, which no game made" in result.output
    assert (treasure / "gold.txt").exists() and (folder / "journal.jsonl").exists()
    (folder / "way").unlink()
    (folder / "own").mkdir()
    assert run("forget", folder, "--yes").exit_code == 1
    journal = tmp_path / "linked" / "journal.jsonl"
    journal.parent.mkdir()
    journal.symlink_to(folder / "journal.jsonl")
    assert run("forget", journal.parent, "--yes").exit_code == 1 and journal.exists()


def test_forget_leaves_an_open_session_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = Desk().begin_with(tmp_path, wide_edition(), setup())
    from_another_program(records, monkeypatch)
    result = run("forget", records.folder, "--yes")
    assert result.exit_code == 1 and "open in another window" in result.output
    assert (records.folder / "journal.jsonl").exists()


def test_a_damaged_session_can_be_forgotten_too(tmp_path: Path) -> None:
    folder = lesson(tmp_path)
    (folder / "journal.jsonl").write_bytes(b"\x00" * 100)
    result = run("forget", folder, "--yes")
    assert result.exit_code == 0 and "its journal is damaged" in result.output
    assert not folder.exists()


def test_a_file_open_elsewhere_stops_forget_before_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lesson(tmp_path)

    def locked(*_: object) -> None:
        raise PermissionError(13, "The process cannot access the file")

    before = sorted(folder.iterdir())
    monkeypatch.setattr(os, "rename", locked)
    result = run("forget", folder, "--yes")
    assert result.exit_code == 1 and "cannot be deleted" in result.output
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    ("language", "answer"), [("es", "sí"), ("es", "S"), ("ja", "はい"), ("de", "Ja"), ("en", "yes")]
)
def test_forget_asks_in_the_language_and_takes_its_words(
    tmp_path: Path, language: str, answer: str
) -> None:
    folder = lesson(tmp_path)
    letters = {"es": "[s/N]", "ja": "[はい/いいえ]", "de": "[j/N]", "en": "[y/N]"}
    call = ("forget", folder, "--language", language)
    kept = run(*call, answer="perhaps\n\n")
    assert kept.exit_code == 1 and folder.exists()
    assert kept.output.count(letters[language]) == 2
    assert run(*call, answer=f"{answer}\n").exit_code == 0 and not folder.exists()


@pytest.mark.parametrize("words", [(), ("a", "b")])
def test_bad_calls(words: tuple[str, ...]) -> None:
    assert run("forget", *words).exit_code == 2
    assert run("export", "--nonsense", *words).exit_code == 2
