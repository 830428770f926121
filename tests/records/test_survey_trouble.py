"""A survey on bad disks: no answer is lost, no row is broken, and the tables come later."""

import errno
import os
import shutil
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from bad_disk import bad_disk
from lesson_desk import Desk, rows
from small_table import PlainWords, setup
from wide_survey import any_answers, survey_whole_class, wide_edition

from sugoroku.model.survey import MOMENTS
from sugoroku.records.journal import Read
from sugoroku.records.lesson import LessonRecords
from sugoroku.records.made_files import MADE, export
from sugoroku.records.session_folder import SessionFolder
from sugoroku.records.survey_log import surveys

TR = PlainWords()


@pytest.fixture
def records(desk: Desk, tmp_path: Path) -> LessonRecords:
    return desk.begin_with(tmp_path, wide_edition(), setup())


def on_disk(records: LessonRecords) -> list[tuple[str, int, object]]:
    lines = Read(records.folder / "journal.jsonl").lines
    return [
        (moment, line.pupil, line.answers) for moment in MOMENTS for line in surveys(lines, moment)
    ]


def whole(folder: Path) -> None:
    """All files are there, and are those that the journal tells of."""
    found = {name: (folder / name).read_bytes() for name in MADE}
    export(SessionFolder(folder), lambda *_: TR)
    assert {name: (folder / name).read_bytes() for name in MADE} == found


@pytest.mark.parametrize("seed", range(25))
def test_a_survey_on_a_disk_that_fails_at_random(
    records: LessonRecords, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    rng = Random(seed)
    told: list[tuple[str, int, object]] = []
    with bad_disk(monkeypatch, seed) as disk:
        for moment in MOMENTS:
            records.begin_survey(moment)
            for number in range(8):
                disk.share = rng.choice((0.0, 0.1, 0.5, 1.0))
                said = any_answers(records.edition.asked(moment, None), rng, f't{number}\n,"x')
                pupil = records.save_survey(said, moment)
                told.append((moment, pupil, said))
                trouble = records.trouble(TR)
                assert "\n" not in trouble and len(trouble) < 250
                disk.share = 0.0
                kept = on_disk(records)
                assert kept == told[: len(kept)]
                if not trouble:
                    assert kept == told
                    assert len(rows(records.folder / "survey.csv")) == len(told)
                elif "will be saved later" not in trouble:  # only tables are behind
                    assert kept == told
                table = rows(records.folder / "survey.csv")
                assert [row["pupil"] for row in table] == [str(n) for _, n, _ in told][: len(table)]
            if moment == "before":
                disk.share = 0.5
                records.save_hands("known", (1, 2, 3, 4), 10, "before")
                records.end_survey_before()
        disk.share = 0.0
        assert disk.failed
        assert records.trouble(TR) == ""
    assert on_disk(records) == told
    whole(records.folder)


def test_while_the_disk_fails_the_program_may_end(
    desk: Desk, records: LessonRecords, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was not told to wait is there for the next one that goes on."""
    safe = []
    with bad_disk(monkeypatch, 3) as disk:
        for number in range(12):
            disk.share = 0.4
            said = {"noticed": f"word {number}"}
            records.save_survey(said)
            trouble = records.trouble(TR)
            disk.share = 0.0
            if "will be saved later" not in trouble:
                safe = [f"word {n}" for n in range(number + 1)]
        records._journal._let_go()
    assert len(safe) > 3
    again = desk.resume(records.folder)
    noticed = [answers["noticed"] for _, _, answers in on_disk(again)]  # type: ignore[index]
    assert noticed[: len(safe)] == safe
    again.close()
    whole(records.folder)


def test_tables_open_in_excel_are_told_in_one_calm_line(
    records: LessonRecords, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def locked(source: str, target: Path) -> None:
        if target.name == "survey.csv":
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        real(source, target)

    monkeypatch.setattr(os, "replace", locked)
    records.save_survey({"fun": 3})
    records.save_hands("fun", (1, 2, 3), 6)
    assert records.trouble(TR) == (
        "survey.csv is open in another program. Close it there; nothing is lost."
    )
    assert on_disk(records) == [("after", 1, {"fun": 3})]
    assert len(rows(records.folder / "survey-counts.csv")) == 3
    assert rows(records.folder / "survey.csv") == []
    monkeypatch.undo()
    assert records.trouble(TR) == ""
    assert len(rows(records.folder / "survey.csv")) == 1
    whole(records.folder)


def test_a_full_disk_is_told_once(records: LessonRecords, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    assert records.save_survey({"fun": 3}) == 1
    assert records.save_survey({"fun": 2}) == 2
    assert records.trouble(TR) == "The disk is full. Play on: the game will be saved later."
    assert records.tallies()[0].counts == (0, 1, 1)
    monkeypatch.undo()
    assert records.trouble(TR) == ""
    whole(records.folder)


def test_a_folder_removed_during_the_survey_is_made_again(records: LessonRecords) -> None:
    records.save_survey({"fun": 3})
    shutil.rmtree(records.folder.parent)
    records.save_survey({"fun": 1})
    assert records.trouble(TR) == ""
    assert [row["fun"] for row in rows(records.folder / "survey.csv")] == ["3", "1"]
    whole(records.folder)


def test_a_stick_pulled_out_during_the_survey(desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    records = desk.begin_with(stick, wide_edition(), setup())
    records.save_survey({"fun": 3})
    shutil.rmtree(stick)
    stick.write_text("nothing here")
    records.save_survey({"fun": 1})
    assert records.trouble(TR) == "The game cannot be saved now. Play on: it will be saved later."
    stick.unlink()
    records.save_survey({"fun": 2})
    assert records.trouble(TR) == ""
    whole(records.folder)


def test_a_clock_set_back_during_the_survey(desk: Desk, records: LessonRecords) -> None:
    survey_whole_class(records)
    desk.time -= timedelta(days=4000)
    records.save_survey({"fun": 3})
    pupils = [row["pupil"] for row in rows(records.folder / "survey.csv")]
    assert pupils == [*"123456", *"1234567"]
    records.close()
    again = desk.resume(records.folder)
    assert again.surveyed() == 7 and again.elapsed_ms >= 0
    again.close()
    whole(records.folder)


def test_a_survey_of_another_day(desk: Desk, records: LessonRecords) -> None:
    records.save_survey({"fun": 3})
    records.close(done=True)
    desk.time += timedelta(days=3)
    again = desk.resume(records.folder)
    again.begin_survey()
    assert again.save_survey({"fun": 1}, way="paper") == 2
    again.close()
    days = [row["when"][:10] for row in rows(records.folder / "survey.csv")]
    assert days == ["2026-11-22", "2026-11-25"]
    whole(records.folder)
