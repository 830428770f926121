"""Full disks, locked files, vanished folders, odd clocks: the lesson goes on."""

import errno
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from lesson_desk import Desk, answers, play_forward, rewritten, rows, until_question
from small_table import PlainWords, edition, setup

from sugoroku.engine import commands
from sugoroku.engine.state import AwaitAnswer
from sugoroku.model.quiz import Picked
from sugoroku.records.codec import CommandLine
from sugoroku.records.lesson import LessonRecords
from sugoroku.records.resume import find_unfinished, resume

TR = PlainWords()


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
    assert told == (
        "These files are open in another program: quiz.csv, survey.csv. Close them;"
        " nothing is lost."
    )
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
