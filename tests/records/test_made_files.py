"""The files of a session folder: what stands in them, and that a journal is enough to make them."""

import csv
import json
from pathlib import Path

import msgspec
import pandas  # type: ignore[import-untyped,unused-ignore]
import pytest
from lesson_desk import Desk, play_forward, rows
from small_table import PlainWords, setup
from wide_survey import survey_whole_class, wide_edition

from sugoroku.engine import commands
from sugoroku.i18n.translator import Translator
from sugoroku.records.errors import RecordsError
from sugoroku.records.lesson import LessonRecords
from sugoroku.records.made_files import MADE, export
from sugoroku.records.session_folder import SessionFolder

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def records(desk: Desk, tmp_path: Path) -> LessonRecords:
    return desk.begin_with(tmp_path, wide_edition(), setup())


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in MADE if (folder / name).exists()}


def exported_alone(folder: Path) -> dict[str, bytes]:
    """With nothing left but the journal and the content."""
    for name in MADE:
        (folder / name).unlink(missing_ok=True)
    export(SessionFolder(folder), lambda *_: PlainWords())
    return contents(folder)


def test_a_row_for_every_pupil_of_both_moments(records: LessonRecords) -> None:
    records.save_survey({"known": -1, "truth": 0}, "before")
    records.save_survey({"known": 1, "truth": None, "older": 0}, "before", "paper")
    records.save_survey({"fun": 2, "again": 0, "will_do": (0, 2), "tell": 2, "known": 0})
    table = rows(records.folder / "survey.csv")
    assert list(table[0]) == [
        "pupil", "when", "survey", "moment", "way",
        "known", "known_label", "known_right", "truth", "truth_label", "truth_right",
        "older", "older_label", "fun", "fun_label", "again", "again_label",
        "will_do_1", "will_do_2", "will_do_3", "will_do_label", "tell", "tell_label",
        "noticed", "age",
    ]  # fmt: skip
    first, second, third = table
    assert (first["pupil"], first["survey"], first["moment"], first["way"]) == (
        "1", "before-play", "before", "alone",
    )  # fmt: skip
    assert (first["known"], first["known_label"], first["known_right"]) == (
        "0", "I don't know yet", "0",
    )  # fmt: skip
    assert (first["truth"], first["truth_label"], first["truth_right"]) == ("1", "True", "1")
    assert (second["pupil"], second["way"], second["known_right"]) == ("2", "paper", "1")
    assert second["truth"] == second["truth_label"] == second["truth_right"] == ""
    assert second["older_label"] == "a" and second["fun"] == second["will_do_1"] == ""
    assert (third["pupil"], third["moment"], third["survey"]) == ("1", "after", "after-play")
    assert (third["known"], third["known_right"]) == ("1", "0")
    assert (third["tell"], third["tell_label"], third["again"]) == ("3", "No", "1")


def test_raised_hands_have_a_row_for_each_option(records: LessonRecords) -> None:
    assert rows(records.folder / "survey-counts.csv") == []
    records.save_hands("known", (2, 3, 0, 1), 8, "before")
    records.save_hands("will_do", (5, 0, 2), 7)
    table = rows(records.folder / "survey-counts.csv")
    assert list(table[0]) == [
        "when", "survey", "moment", "item", "code", "label", "count", "pupils",
    ]  # fmt: skip
    known, do = table[:4], table[4:]
    assert [(row["code"], row["count"]) for row in known] == [
        ("1", "2"), ("2", "3"), ("3", "0"), ("0", "1"),
    ]  # fmt: skip
    assert known[3]["label"] == "I don't know yet" and known[0]["moment"] == "before"
    assert [(row["code"], row["label"], row["count"]) for row in do] == [
        ("1", "x", "5"), ("2", "y", "0"), ("3", "z", "2"),
    ]  # fmt: skip
    assert {row["pupils"] for row in do} == {"7"}
    records.save_hands("will_do", (), 7)
    assert len(rows(records.folder / "survey-counts.csv")) == 4


def test_the_codebook_knows_every_column_and_code(records: LessonRecords) -> None:
    play_forward(records, 30)
    survey_whole_class(records)
    book = pandas.read_csv(records.folder / "codebook.csv", dtype=str, keep_default_na=False)
    assert list(book) == ["file", "column", "kind", "name", "code", "label"]
    assert (book["name"] != "").all()
    for file in ("survey.csv", "survey-counts.csv", "quiz.csv"):
        table = pandas.read_csv(records.folder / file, dtype=str, keep_default_na=False)
        own = book[book["file"] == file]
        heads = own[own["code"] == ""]
        assert heads["column"].is_unique and set(table) <= set(heads["column"])
        for column in table:
            codes = set(own[(own["column"] == column) & (own["code"] != "")]["code"])
            assert not codes or set(table[column]) - {""} <= codes, column
            label = f"{column}_label"
            if label in table:
                pairs = set(zip(table[column], table[label], strict=True)) - {("", "")}
                coded = own[own["column"] == column]
                assert pairs <= set(zip(coded["code"], coded["label"], strict=True))
    quiz = book[book["file"] == "quiz.csv"]
    choice = quiz[quiz["column"] == "deck/choice"]
    assert choice["name"].iloc[0] == "Which?" and list(choice["code"]) == ["", "1", "2", "3"]
    assert choice["label"].iloc[1] == "漢字"
    chosen = book[(book["column"] == "will_do_2") & (book["code"] == "1")]
    assert list(chosen["label"]) == ["y"] and list(chosen["kind"]) == ["several"]


def test_session_json_has_facts_and_no_names(records: LessonRecords) -> None:
    play_forward(records, 10)
    records.session.submit(commands.AddTeam("Secret", 3))
    records.close()
    data = (records.folder / "session.json").read_bytes()
    facts = json.loads(data)
    assert list(facts) == [
        "format", "session", "edition", "title", "program", "content", "language", "grade",
        "started", "minutes", "teams", "answering", "die", "decks", "surveys",
    ]  # fmt: skip
    assert facts["format"] == "session/1" and facts["session"] == records.folder.name
    assert facts["teams"] == [5, 5, 5, 3] and facts["decks"] == ["deck"] and facts["grade"] is None
    assert facts["surveys"] == {"before": "before-play", "after": "after-play"}
    assert facts["answering"] == "team" and facts["die"] == "virtual" and facts["language"] == "en"
    assert len(facts["content"]) == 32
    for file in ("session.json", "README.txt", "codebook.csv"):
        text = (records.folder / file).read_text(encoding="utf-8")
        assert not any(name in text for name in ("Secret", "Oaks", "あおば"))


def test_the_journal_is_enough(desk: Desk, records: LessonRecords) -> None:
    play_forward(records, 25)
    records.session.undo(2)
    survey_whole_class(records)
    records.close()
    before = contents(records.folder)
    assert set(before) == set(MADE)
    assert exported_alone(records.folder) == before
    again = desk.resume(records.folder)
    again.save_survey({"fun": 1})
    again.undo_survey()
    again.close()
    assert contents(records.folder) == before == exported_alone(records.folder)


def test_after_the_plug_was_pulled_the_journal_is_enough(
    desk: Desk, records: LessonRecords
) -> None:
    play_forward(records, 25)
    survey_whole_class(records)
    with (records.folder / "journal.jsonl").open("ab") as file:
        file.write(b'{"line":"survey","pupil":7,"answ')
    (records.folder / "survey.csv").write_bytes(b"half a ro")
    records._journal._let_go()
    again = desk.resume(records.folder)
    again.close()
    assert contents(records.folder) == exported_alone(records.folder)
    assert len(rows(records.folder / "survey.csv")) == 12


def test_an_open_session_is_left_alone(
    records: LessonRecords, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sugoroku.records.lock._me", lambda: b"99999999\n")
    with pytest.raises(RecordsError, match="another window"):
        export(SessionFolder(records.folder), lambda *_: PlainWords())


def test_without_a_survey_there_is_none(desk: Desk, tmp_path: Path) -> None:
    content = msgspec.structs.replace(wide_edition(), survey=None, survey_before=None)
    records = desk.begin_with(tmp_path, content, setup())
    play_forward(records, 5)
    records.close()
    assert set(contents(records.folder)) == set(MADE) - {"survey.csv", "survey-counts.csv"}
    assert "survey.csv" not in (records.folder / "README.txt").read_text(encoding="utf-8-sig")
    assert contents(records.folder) == exported_alone(records.folder)


@pytest.mark.parametrize("language", ["en", "es", "ja"])
def test_files_speak_the_language_of_the_class(desk: Desk, tmp_path: Path, language: str) -> None:
    def words(code: str, *_: object) -> Translator:
        return Translator(code, [ROOT / "locales"], wide_edition().languages())

    records = desk.begin_with(tmp_path, wide_edition(), setup(), words("en"))
    records.save_survey({"known": -1}, "before")
    records.speak(words(language))
    records.save_survey({"known": -1, "tell": 1})
    records.save_hands("tell", (1, 2, 3), 6)
    unknown = words(language)("I don't know yet").split("《")[0]
    labels = [row["known_label"] for row in rows(records.folder / "survey.csv")]
    assert labels[0] == "I don't know yet" and labels[1].startswith(unknown)
    assert json.loads((records.folder / "session.json").read_bytes())["language"] == language
    read_me = (records.folder / "README.txt").read_bytes()
    assert read_me.startswith(b"\xef\xbb\xbf") and b"\r\n" in read_me
    assert words(language)("This folder holds one lesson of the game Climate Sugoroku.") in (
        read_me.decode("utf-8-sig")
    )
    for name in MADE:
        if language == "ja":
            assert "《" not in (records.folder / name).read_text(encoding="utf-8-sig")
    records.close()
    before = contents(records.folder)
    export(SessionFolder(records.folder), words)
    assert contents(records.folder) == before
    resumed = LessonRecords.resume(records.folder, words("en"), desk.now, desk.clock)
    resumed.speak(words(language))  # as the program does: first the title's words
    resumed.close()
    assert contents(records.folder) == before


def test_answers_to_what_was_not_asked_are_not_lost(desk: Desk, tmp_path: Path) -> None:
    plan = msgspec.structs.replace(setup(), grade=4)
    records = desk.begin_with(tmp_path, wide_edition(), plan)
    records.save_survey({"known": 0}, "before")
    assert "older" not in rows(records.folder / "survey.csv")[0]
    records.save_survey({"known": 0, "older": 1}, "before")
    assert [row["older_label"] for row in rows(records.folder / "survey.csv")] == ["", "b"]
    before = contents(records.folder)
    assert exported_alone(records.folder) == before


def test_every_table_is_square(records: LessonRecords) -> None:
    play_forward(records, 25)
    survey_whole_class(records)
    for path in records.folder.glob("*.csv"):
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert len({len(row) for row in csv.reader(file)}) == 1, path.name
