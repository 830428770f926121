"""A whole lesson on the disk, and how it is gone on with."""

import os
import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lesson_desk import Desk, answers, play, play_forward, rewritten
from small_table import edition

from sugoroku.engine import commands
from sugoroku.records.codec import decode, encode
from sugoroku.records.errors import RecordsError
from sugoroku.records.journal import Read
from sugoroku.records.lesson import LessonRecords
from sugoroku.records.resume import compare_journal, find_unfinished, resume
from sugoroku.records.session_folder import SessionFolder


def lose_power(records: LessonRecords) -> None:
    """The program is gone without a goodbye; only its files are left."""
    records._journal._let_go()


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
        before = (
            (again.folder / "quiz.csv").read_bytes(),
            (again.folder / "survey.csv").read_bytes(),
        )
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
    assert desk.resume(records.folder).surveyed() == 1
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


def test_a_lesson_that_is_done_can_be_opened_and_stays_done(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    records.session.submit(commands.EndGame())
    records.save_survey(answers())
    records.close()
    again = desk.resume(records.folder)
    assert again.phase == "done" and not again.survey_begun
    older = desk.begin(tmp_path)
    os.utime(older.folder / "journal.jsonl", (1000, 1000))
    again.close()
    assert [found.path for found in find_unfinished(tmp_path, most=1)] == [older.folder]
    assert desk.resume(records.folder).save_survey(answers()) == 2
    (found,) = find_unfinished(tmp_path, most=1)
    assert found.path == records.folder and found.phase == "survey"
