"""A whole lesson on the disk: journal, CSV files, resume."""

import csv
import errno
import os
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import msgspec
import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lesson_desk import Desk, answers, play, play_forward, until_question
from small_table import PlainWords, edition, setup

from sugoroku.engine import commands
from sugoroku.engine.events import Answered, QuestionAsked
from sugoroku.engine.state import AwaitAnswer
from sugoroku.model.quiz import Picked
from sugoroku.records.codec import CommandLine, decode, encode
from sugoroku.records.csv_writing import neutral
from sugoroku.records.errors import RecordsError
from sugoroku.records.journal import Read
from sugoroku.records.lesson import LessonRecords
from sugoroku.records.quiz_log import COLUMNS, write_quiz_csv
from sugoroku.records.resume import compare_journal, find_unfinished, resume
from sugoroku.records.session_folder import SessionFolder
from sugoroku.records.survey_log import write_survey_csv

TR = PlainWords()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def rewritten(folder: Path) -> tuple[bytes, bytes]:
    files = SessionFolder(folder)
    write_quiz_csv(files)
    write_survey_csv(files)
    return files.quiz.read_bytes(), files.survey.read_bytes()


def lose_power(records: LessonRecords) -> None:
    """The program is gone without a goodbye; only its files are left."""
    records._journal._let_go()


# ---------------------------------------------------------------- resume


@settings(deadline=None, max_examples=25)
@given(
    seed=st.integers(0, 2**63 - 1),
    first=st.lists(st.integers(0, 3000), max_size=40),
    second=st.lists(st.integers(0, 3000), max_size=20),
    everyone=st.booleans(),
)
def test_whatever_was_played_is_there_again(
    seed: int, first: list[int], second: list[int], everyone: bool
) -> None:
    desk = Desk()
    with tempfile.TemporaryDirectory() as temporary:
        data = Path(temporary)
        live = desk.begin(data, seed, everyone)
        play(live, first)
        lose_power(live)
        again = desk.resume(live.folder)
        assert again.session.state == live.session.state
        assert again.session.steps == live.session.steps
        assert again.edition == live.edition and again.setup == live.setup
        play(again, second)
        again.close()
        found = resume(live.folder)
        assert found.session.state == again.session.state
        assert found.session.can_redo == again.session.can_redo
        assert found.differences == ()
        before = (again.folder / "quiz.csv").read_bytes(), (again.folder / "survey.csv").read_bytes()
        assert rewritten(again.folder) == before
        for line in Read(found.folder.journal).lines:
            assert decode(encode(line)) == line


def test_an_edition_comes_back_equal(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    assert SessionFolder(records.folder).read_edition()[0] == edition()


def test_resume_takes_the_folder_or_the_journal(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    play_forward(records, 5)
    assert resume(records.folder / "journal.jsonl").session.state == records.session.state


def test_the_phases_of_a_lesson(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    assert records.phase == "playing" and not records.survey_begun
    records.session.submit(commands.EndGame())
    assert resume(records.folder).phase == "playing"
    records.begin_survey()
    assert desk.resume(records.folder).survey_begun
    records = desk.resume(records.folder)
    assert records.save_survey(answers()) == 1
    assert desk.resume(records.folder).surveyed == 1
    records.close()
    assert resume(records.folder).phase == "done"


def test_closing_in_the_middle_is_not_the_end(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    play_forward(records, 3)
    records.close()
    (found,) = find_unfinished(tmp_path)
    assert found.path == records.folder and found.phase == "playing"
    assert found.title.source == "Small" and found.teams == ("=1+1", "Oaks", "あおば")
    assert found.round == records.session.state.round
    again = desk.resume(found.path)
    again.session.submit(commands.EndGame())
    again.close(done=False)
    assert find_unfinished(tmp_path)
    desk.resume(found.path).close(done=True)
    assert find_unfinished(tmp_path) == ()


def test_unfinished_sessions_come_newest_first_and_broken_ones_not(
    desk: Desk, tmp_path: Path
) -> None:
    folders = []
    for number in range(4):
        records = desk.begin(tmp_path, seed=number)
        play_forward(records, 2 + number)
        records.close()
        os.utime(records.folder / "journal.jsonl", (1000 + number, 1000 + number))
        folders.append(records.folder)
    (folders[2] / "journal.jsonl").write_bytes(b"")
    (folders[1] / "edition.json").write_bytes(b"{")
    (tmp_path / "sessions" / "stray.txt").write_text("")
    assert [found.path for found in find_unfinished(tmp_path)] == [folders[3], folders[0]]
    assert find_unfinished(tmp_path / "nowhere") == ()


@pytest.mark.parametrize("damage", [None, b"", b"{}", b"\xff", b"[" * 99999, b'{"board":1}'])
def test_content_that_is_missing_or_damaged_is_told(
    desk: Desk, tmp_path: Path, damage: bytes | None
) -> None:
    folder = desk.begin(tmp_path).folder
    if damage is None:
        (folder / "edition.json").unlink()
    else:
        (folder / "edition.json").write_bytes(damage)
    with pytest.raises(RecordsError, match=r"edition\.json"):
        desk.resume(folder)


def test_changed_content_is_compared(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    play_forward(records, 6)
    steps, differences = compare_journal(records.folder)
    assert steps == 6 and differences == ()
    other = msgspec.structs.replace(
        edition(), decks=(msgspec.structs.replace(edition().decks[0], title=TEXT),)
    )
    SessionFolder(records.folder).write_edition(other)
    steps, differences = compare_journal(records.folder)
    assert [difference.what for difference in differences] == ["content"]


TEXT = edition().board.title


def test_a_game_of_other_rules_cannot_go_on(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    play_forward(records, 6)
    records.close()
    journal = records.folder / "journal.jsonl"
    text = journal.read_text(encoding="utf-8")
    roll = next(line for line in text.splitlines() if '"roll"' in line or '"enter_roll"' in line)
    other = msgspec.json.decode(roll)
    other["command"] = {"command": "enter_roll", "value": 77}
    journal.write_text(text.replace(roll, msgspec.json.encode(other).decode()), encoding="utf-8")
    with pytest.raises(RecordsError, match=r"other rules \(version 0"):
        resume(records.folder)
    assert compare_journal(records.folder)[1][-1].what == "impossible"


# ---------------------------------------------------------------- quiz.csv


def test_a_row_for_every_answer(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    play_forward(records, 40)
    asked = [
        (step, event)
        for step in records.session.steps
        for event in step.events
        if isinstance(event, Answered)
    ]
    found = rows(records.folder / "quiz.csv")
    assert len(found) == len(asked) > 8 and tuple(found[0]) == COLUMNS
    kinds = set()
    for row, (step, event) in zip(found, asked, strict=True):
        team = step.before.team(event.team)
        assert row["team"] == f"{team.shape} {team.name}"
        assert row["round"] == str(step.before.round)
        assert row["question"] == event.question
        assert row["right"] == str(int(event.right)) and row["on_turn"] == "1"
        assert row["undone"] == "0" and row["step"] == str(step.number)
        assert row["seconds"] == "0.5" and row["when"].startswith("2026-11-22 14:05:")
        kinds.add(row["kind"])
        if event.right:
            assert row["chosen_code"] == row["right_code"] or row["kind"] == "estimate"
    assert kinds == {"choice", "true_false", "several", "estimate", "order"}
    frame = pandas.read_csv(records.folder / "quiz.csv")
    assert list(frame.columns) == list(COLUMNS) and len(frame) == len(asked)
    assert frame["right"].isin((0, 1)).all() and frame["seconds"].dtype == float


def test_answers_in_words_and_codes(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    play_forward(records, 60)
    rights = {row["kind"]: row["right_answer"] for row in rows(records.folder / "quiz.csv")}
    assert rights == {
        "choice": neutral("=HYPERLINK(\"http://evil.example\";\"漢字\")"),
        "true_false": "True",
        "several": "A / C",
        "estimate": "17,500 kg",
        "order": "One → Two → Three",
    }
    for row in rows(records.folder / "quiz.csv"):
        assert "《" not in row["chosen"]
        assert bool(row["chosen"]) == bool(row["chosen_code"])
        if row["kind"] == "choice" and row["chosen_code"] == "1":
            assert row["chosen"] == "漢字"
        if row["kind"] == "order" and row["chosen_code"] == "3 1 2":
            assert row["chosen"] == "Three → One → Two"


def test_everyone_answers(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path, everyone=True)
    play_forward(records, 12)
    found = rows(records.folder / "quiz.csv")
    first = [row for row in found if row["step"] == found[0]["step"]]
    assert [row["team"] for row in first] == ["circle =1+1", "square Oaks", "star あおば"]
    assert sorted(row["on_turn"] for row in first) == ["0", "0", "1"]


def test_an_answer_taken_back_stays_marked(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    session = records.session
    until_question(records)
    session.submit(commands.Answer(None))
    quiz = records.folder / "quiz.csv"

    def undone() -> list[str]:
        return [row["undone"] for row in rows(quiz)]

    assert undone() == ["0"]
    session.undo()
    assert undone() == ["1"]
    session.redo()
    assert undone() == ["0"]
    session.undo()
    session.submit(commands.Answer(None))
    assert undone() == ["1", "0"]
    assert rows(quiz)[1]["chosen"] == ""


def test_seconds_run_from_the_question_to_the_answer(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    until_question(records)
    desk.seconds += 30
    records.session.submit(commands.SetLeaves(0, 9))
    desk.seconds += 10
    records.session.submit(commands.Answer(None))
    until_question(records)
    desk.seconds += 8
    records.question_shown()
    records.question_shown()
    desk.seconds += 3
    records.session.submit(commands.Answer(None))
    until_question(records)
    desk.seconds -= 1000
    records.session.submit(commands.Answer(None))
    seconds = [row["seconds"] for row in rows(records.folder / "quiz.csv")]
    assert seconds == ["40.5", "3.5", "0.0"]
    assert "" not in seconds


def test_a_swapped_question_starts_the_watch_again(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    until_question(records)
    desk.seconds += 30
    step = records.session.submit(commands.SwapQuestion())
    assert any(isinstance(event, QuestionAsked) for event in step.events)
    desk.seconds += 4
    records.session.submit(commands.Answer(None))
    assert rows(records.folder / "quiz.csv")[0]["seconds"] == "4.5"


class Japanese(PlainWords):
    language = "ja"

    def __call__(self, message: str, /, **values: object) -> str:
        return {"True": "ほんとう", "False": "うそ"}[message]


def test_words_are_those_of_the_moment_and_stay(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    play_forward(records, 10)
    records.speak(Japanese())
    play_forward(records, 60)
    found = {row["right_answer"] for row in rows(records.folder / "quiz.csv")}
    assert "ほんとう" in found
    before = (records.folder / "quiz.csv").read_bytes()
    assert rewritten(records.folder)[0] == before


# ---------------------------------------------------------------- survey.csv


def test_a_row_for_every_pupil(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    assert (records.folder / "survey.csv").read_bytes().count(b"\r\n") == 1
    records.save_survey(answers("=1+1\r\nつぎ"))
    records.save_survey({"fun": 1, "will_do": ()})
    first, second = rows(records.folder / "survey.csv")
    assert first == {
        "pupil": "1",
        "when": first["when"],
        "fun": "3",
        "fun_label": "great",
        "again": "2",
        "again_label": "No",
        "will_do_1": "1",
        "will_do_2": "0",
        "will_do_3": "1",
        "will_do_label": "x / z",
        "noticed": "'=1+1\nつぎ",
        "age": "-5",
    }
    assert second["pupil"] == "2" and second["fun_label"] == "little"
    assert second["again"] == second["noticed"] == second["age"] == ""
    assert second["will_do_1"] == "0"
    frame = pandas.read_csv(records.folder / "survey.csv")
    assert list(frame["fun"]) == [3, 1] and frame["age"][0] == -5


def test_a_pupil_answers_once_more(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    assert not records.undo_survey()
    records.save_survey(answers("first"))
    records.save_survey(answers("second"))
    assert records.undo_survey() and records.surveyed == 1
    records = desk.resume(records.folder)
    assert records.save_survey(answers("again")) == 2
    found = rows(records.folder / "survey.csv")
    assert [(row["pupil"], row["noticed"]) for row in found] == [("1", "first"), ("2", "again")]


def test_answers_are_on_the_disk_before_the_thanks(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    for number in range(3):
        records.save_survey(answers(f"pupil {number}"))
        found = resume(records.folder)
        assert [line.answers["noticed"] for line in found.surveys][-1] == f"pupil {number}"


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(st.characters(exclude_categories=())), max_size=4))
def test_any_text_of_any_pupil(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        records = Desk().begin(Path(folder))
        for text in texts:
            records.save_survey(answers(text))
        assert records.trouble(TR) == ""
        found = rows(records.folder / "survey.csv")
        assert [row["noticed"] for row in found] == [neutral(text) for text in texts]
        before = (records.folder / "survey.csv").read_bytes()
        assert rewritten(records.folder)[1] == before


# ---------------------------------------------------------------- what goes wrong


def test_a_csv_open_in_excel_is_completed_later(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = desk.begin(tmp_path)
    real = os.replace

    def locked(source: str, target: Path) -> None:
        if str(target).endswith(".csv"):
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        real(source, target)

    monkeypatch.setattr(os, "replace", locked)
    play_forward(records, 12)
    records.save_survey(answers())
    told = records.trouble(TR)
    assert "quiz.csv is open in another program" in told and "survey.csv is open" in told
    assert rows(records.folder / "quiz.csv") == [] == rows(records.folder / "survey.csv")
    assert resume(records.folder).session.state == records.session.state
    monkeypatch.undo()
    records.session.submit(commands.SetLeaves(0, 3))
    assert rows(records.folder / "quiz.csv")
    assert records.trouble(TR) == "" and rows(records.folder / "survey.csv")


def test_a_full_disk_does_not_stop_the_lesson(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = desk.begin(tmp_path)
    play_forward(records, 4)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    play_forward(records, 20)
    records.session.undo(2)
    assert "disk is full" in records.trouble(TR)
    assert len(resume(records.folder).session.steps) == 4
    monkeypatch.undo()
    assert records.trouble(TR) == ""
    found = resume(records.folder)
    assert found.session.state == records.session.state and len(found.session.steps) == 18
    before = (records.folder / "quiz.csv").read_bytes()
    assert rewritten(records.folder)[0] == before


def test_a_full_disk_at_the_beginning(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    records = desk.begin(tmp_path)
    play_forward(records, 6)
    assert "disk is full" in records.trouble(TR)
    monkeypatch.undo()
    records.close()
    assert resume(records.folder).session.state == records.session.state


def test_a_stick_pulled_out_and_put_back(desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    records = desk.begin(stick)
    play_forward(records, 12)
    shutil.rmtree(stick)
    stick.write_text("nothing here")
    play_forward(records, 14)
    assert "will be saved later" in records.trouble(TR)
    stick.unlink()
    play_forward(records, 15)
    assert records.trouble(TR) == ""
    assert resume(records.folder).session.state == records.session.state
    assert rows(records.folder / "quiz.csv") and (records.folder / "survey.csv").exists()


def test_a_clock_set_back(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    play_forward(records, 6)
    desk.time -= timedelta(days=400)
    desk.seconds = 0.0
    play_forward(records, 12)
    assert resume(records.folder).session.state == records.session.state
    again = desk.resume(records.folder)
    assert again.session.state == records.session.state
    assert all(float(row["seconds"]) >= 0 for row in rows(records.folder / "quiz.csv"))


def test_a_write_protected_folder_can_be_read_and_played(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = desk.begin(tmp_path)
    play_forward(records, 6)
    records.close()
    real = os.open

    def protected(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.EROFS, "Read-only file system")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", protected)
    again = desk.resume(records.folder)
    assert again.session.state == records.session.state
    play_forward(again, 8)
    assert "will be saved later" in again.trouble(TR)
    monkeypatch.undo()
    assert again.trouble(TR) == ""
    assert resume(records.folder).session.state == again.session.state


def test_a_broken_recorder_is_told(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)

    class Broken:
        def record(self, entry: object) -> None:
            raise ZeroDivisionError("a bug")

    records.session.attach(Broken())
    records.session.submit(commands.SetLeaves(0, 3))
    assert records.trouble(TR) == "A record could not be written: a bug"


def test_a_setup_that_cannot_be_played_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="teams"):
        LessonRecords.begin(tmp_path, edition(), setup(teams=0), TR)
    assert list(tmp_path.iterdir()) == []


def test_the_real_clocks_serve(tmp_path: Path) -> None:
    records = LessonRecords.begin(tmp_path, edition(survey=None), setup(), TR)
    until_question(records)
    phase = records.session.state.phase
    assert isinstance(phase, AwaitAnswer)
    choice = phase.question == "deck/choice"
    records.session.submit(commands.Answer(Picked((0,)) if choice else None))
    line = records._journal.lines[-1]
    assert isinstance(line, CommandLine) and line.when.utcoffset() is not None
    assert not (records.folder / "survey.csv").exists()
    records.session.submit(commands.EndGame())
    records.close()
    assert find_unfinished(tmp_path) == ()
