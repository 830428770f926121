"""The journal: synced lines, torn ends, full disks, vanished folders, one writer."""

import errno
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_table import PlainWords, setup

from sugoroku.records import codec, disk
from sugoroku.records.codec import Header, Note, UndoLine
from sugoroku.records.errors import RecordsError
from sugoroku.records.journal import Journal, Read
from sugoroku.records.session_folder import SessionFolder
from sugoroku.session.recorder import RecordingFailed

ROOT = Path(__file__).resolve().parent.parent.parent
WHEN = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
HEADER = Header(program="0.1", session="x", setup=setup(), language="en", content="c", started=WHEN)


def note(value: str) -> Note:
    return Note(what="test", when=WHEN, value=value)


def values(journal: Journal | Read) -> list[str]:
    return [line.value for line in journal.lines if isinstance(line, Note)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


@pytest.fixture
def journal(path: Path) -> Journal:
    return Journal.create(path, HEADER)


def test_every_line_is_on_the_disk_at_once(journal: Journal, path: Path) -> None:
    journal.append(note("あ\nb"))
    assert path.read_bytes() == codec.encode(HEADER) + codec.encode(note("あ\nb"))
    assert path.read_bytes().count(b"\n") == 2 and "あ".encode() in path.read_bytes()


def test_it_is_synced_before_append_returns(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda fd: synced.append(os.fstat(fd).st_size))
    journal.append(note("a"))
    assert synced == [journal.path.stat().st_size]


def test_it_is_gone_on_with(journal: Journal, path: Path) -> None:
    journal.append(note("a"))
    journal.close()
    again = Journal.open(path)
    again.append(note("b"))
    assert again.header == HEADER and values(again) == ["a", "b"] == values(Read(path))


@pytest.mark.parametrize(
    "torn",
    [b'{"line":"no', b"\0" * 700, b"\xff\xfe", b'{"line":"unknown","n":1}\n', b"[" * 99999, b"\n"],
)
def test_a_half_written_last_line_is_cut_and_kept_aside(
    journal: Journal, path: Path, torn: bytes
) -> None:
    journal.append(note("a"))
    journal.close()
    whole = path.read_bytes()
    path.write_bytes(whole + torn)
    again = Journal.open(path)
    assert path.read_bytes() == whole
    assert (path.parent / "journal.torn").read_bytes() == torn
    again.append(note("b"))
    assert values(Read(path)) == ["a", "b"]


def test_any_cut_keeps_every_whole_line(journal: Journal, path: Path) -> None:
    for value in "abc":
        journal.append(note(value))
    journal.close()
    whole = path.read_bytes()
    for length in range(whole.index(b"\n") + 1, len(whole)):
        path.write_bytes(whole[:length])
        lines = whole[:length].count(b"\n") - 1 + (whole[length : length + 1] == b"\n")
        again = Journal.open(path)
        assert values(again) == list("abc")[:lines]
        again.append(note("z"))
        again.close()
        assert values(Read(path)) == [*"abc"[:lines], "z"]


def test_a_damaged_line_in_the_middle_is_told_with_its_number(journal: Journal, path: Path) -> None:
    for value in "abc":
        journal.append(note(value))
    journal.close()
    path.write_bytes(path.read_bytes().replace(b'"a"', b'"a'))
    with pytest.raises(RecordsError, match="Line 2 of the journal is damaged"):
        Journal.open(path)


def test_a_missing_entry_is_told(journal: Journal, path: Path) -> None:
    for number in (1, 3, 4):
        journal.append(UndoLine(n=number, count=1, when=WHEN))
    journal.close()
    with pytest.raises(RecordsError, match="Line 3 of the journal"):
        Read(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Nothing of this game was recorded"),
        (b'{"line":"header","for', "Nothing of this game was recorded"),
        (b"\x89PNG\r\n\x1a\n", "not the journal"),
        (b'{"line":"note","what":"x","when":"2026-11-22T14:05:00Z"}\n', "not the journal"),
        (b'{"line":"header","format":"journal/2","program":"9.0"}\n', r"newer version.*9\.0"),
        (b'{"line":"header","format":"journal/1"}\n', "Line 1 of the journal is damaged"),
        (b"[" * 99999 + b"\n", "not the journal"),
    ],
)
def test_other_files_are_refused_in_words(path: Path, content: bytes, message: str) -> None:
    path.write_bytes(content)
    with pytest.raises(RecordsError, match=message):
        Journal.open(path)
    assert path.read_bytes() == content


def test_a_missing_journal_is_told(path: Path) -> None:
    with pytest.raises(RecordsError, match="cannot be read"):
        Journal.open(path)


def test_a_full_disk_keeps_the_lines_in_order_and_writes_them_later(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.append(note("a"))
    real = os.write

    def full(descriptor: int, data: bytes) -> int:
        if len(data) <= 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(descriptor, data[:3])

    monkeypatch.setattr(os, "write", full)
    for value in "bc":
        with pytest.raises(RecordingFailed, match="disk is full"):
            journal.append(note(value))
    assert journal.unsaved == len(codec.encode(note("b")) + codec.encode(note("c")))
    monkeypatch.undo()
    journal.append(note("d"))
    assert journal.unsaved == 0 and not (path.parent / "journal.torn").exists()
    assert values(Read(path)) == list("abcd")


def test_a_sync_that_fails_is_no_record(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dead(descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", dead)
    with pytest.raises(RecordingFailed):
        journal.append(note("a"))
    monkeypatch.undo()
    journal.settle()
    assert values(Read(path)) == ["a"]


def test_a_vanished_folder_is_made_again_with_everything(tmp_path: Path) -> None:
    path = tmp_path / "stick" / "session" / "journal.jsonl"
    path.parent.mkdir(parents=True)
    journal = Journal.create(path, HEADER)
    journal.append(note("a"))
    shutil.rmtree(tmp_path / "stick")
    journal.append(note("b"))
    assert values(Read(path)) == ["a", "b"]


def test_a_file_in_the_folder_s_place_is_survived(tmp_path: Path) -> None:
    folder = tmp_path / "session"
    folder.mkdir()
    journal = Journal.create(folder / "journal.jsonl", HEADER)
    shutil.rmtree(folder)
    folder.write_text("in the way")
    with pytest.raises(RecordingFailed, match="will be saved later"):
        journal.append(note("a"))
    folder.unlink()
    journal.append(note("b"))
    assert values(Read(folder / "journal.jsonl")) == ["a", "b"]


def test_a_journal_cut_from_outside_is_made_whole(journal: Journal, path: Path) -> None:
    journal.append(note("a"))
    os.truncate(path, 10)
    journal._let_go()
    journal.append(note("b"))
    assert values(Read(path)) == ["a", "b"]


def test_a_new_journal_on_a_full_disk_waits(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    journal = Journal.create(path, HEADER)
    monkeypatch.undo()
    journal.append(note("a"))
    assert values(Read(path)) == ["a"]


OTHER = """
import sys
from pathlib import Path
from sugoroku.records.errors import RecordsError
from sugoroku.records.journal import Journal
try:
    Journal.open(Path(sys.argv[1]))
except RecordsError as error:
    print(error)
"""


def test_two_programs_do_not_write_one_session(journal: Journal, path: Path) -> None:
    def other() -> str:
        call = [sys.executable, "-c", OTHER, str(path)]
        done = subprocess.run(call, capture_output=True, text=True, check=True, cwd=ROOT)
        return done.stdout

    assert "open in another window" in other()
    journal.close()
    assert not (path.parent / "journal.lock").exists()
    assert other() == ""


def test_the_lock_of_a_killed_program_is_no_obstacle(journal: Journal, path: Path) -> None:
    journal.close()
    (path.parent / "journal.lock").write_text("99999\n")
    Journal.open(path).append(note("a"))


def test_an_earlier_opening_by_this_program_is_no_obstacle(journal: Journal, path: Path) -> None:
    Journal.open(path).append(note("a"))


def test_folders_have_names_of_their_own(tmp_path: Path) -> None:
    folders = [SessionFolder.create(tmp_path, "toyama", lambda: WHEN) for _ in range(3)]
    assert [folder.path.name for folder in folders] == [
        "2026-11-22_1405_toyama",
        "2026-11-22_1405_toyama_2",
        "2026-11-22_1405_toyama_3",
    ]
    odd = SessionFolder.create(tmp_path, "../../etc/CON:*?", lambda: WHEN)
    assert odd.path.parent == tmp_path / "sessions"
    assert odd.path.name == "2026-11-22_1405_etc-con"
    assert SessionFolder.create(tmp_path, "富山", lambda: WHEN).path.name.endswith("_game")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "sessions").write_text("")
    with pytest.raises(RecordsError):
        SessionFolder.create(tmp_path, "toyama", lambda: WHEN)


def test_probing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert disk.probe(tmp_path / "new" / "folder") is None
    assert list((tmp_path / "new" / "folder").iterdir()) == []
    (tmp_path / "file").write_text("")
    assert disk.probe(tmp_path / "file") is not None

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    reason = disk.probe(tmp_path)
    assert reason is not None and reason.told(PlainWords()) == "The disk is full."
    assert not [entry for entry in tmp_path.iterdir() if entry.name.startswith(".")]
