"""On a stick: two copies at once, and a medium that cannot be written."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from sugoroku import paths
from sugoroku.app import run
from sugoroku.app.preferences import FILE, remembered
from sugoroku.records import disk
from sugoroku.records.errors import RecordsError
from sugoroku.settings import Settings
from sugoroku.stage import intents
from sugoroku.stage.scenes.notice import NoticeScene
from tests.app import two_programs_child as child
from tests.app.conftest import MakeLesson

ROOT = Path(__file__).resolve().parents[2]


def test_two_programs_do_not_harm_each_other(tmp_path: Path) -> None:
    data, cache = tmp_path / "data", tmp_path / "cache"
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.app.two_programs_child", data, cache, str(volume)],
            cwd=ROOT, stderr=subprocess.PIPE,
        )
        for volume in (0, 1)
    ]  # fmt: skip
    for program in running:
        _, said = program.communicate()
        assert program.returncode == 0, said.decode()
        assert b"Traceback" not in said and b"cannot be" not in said
    kept = msgspec.json.decode((data / FILE).read_bytes())
    assert kept["volume"] in (0, 1) and remembered(Settings(), data).volume == kept["volume"]
    folders = list((data / "sessions").iterdir())
    owners = [sorted(p.name for p in folder.glob("of-*")) for folder in folders]
    assert owners.count(["of-0"]) == owners.count(["of-1"]) == child.ROUNDS
    assert not any(len(names) > 1 for names in owners)
    assert not list(data.glob(".*")) and not list(cache.glob("*.new"))


def test_drafts_of_two_programs_have_two_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = []
    replace = disk.os.replace
    monkeypatch.setattr(disk.os, "replace", lambda a, b: (drafts.append(a), replace(a, b)))
    for number in (11, 12):
        monkeypatch.setattr(disk.os, "getpid", lambda number=number: number)
        disk.replace_file(tmp_path / "x.json", b"x", shared=True)
    assert drafts[0] != drafts[1]


def test_a_medium_that_cannot_be_written_says_where_it_writes(
    make_lesson: MakeLesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As root may write anywhere, the folder's parent is a file here."""
    stick, home = tmp_path / "stick", tmp_path / "home"
    stick.write_text("no folder")
    home.mkdir()
    monkeypatch.setattr(paths, "cache_folder", lambda: stick / "cache")
    monkeypatch.setattr(paths, "log_folder", lambda: stick / "log")
    monkeypatch.setattr(Path, "home", lambda: home)
    run.start_log()
    lesson, loop = make_lesson(language="en")
    monkeypatch.setattr(paths, "cache_folder", lambda: stick / "cache")
    lesson.house.data_folder = stick / "data"
    lesson.menu._change("volume", 1)
    assert lesson.context.settings.volume == 1
    lesson.choose_edition("toyama")
    loop.frame()
    for _ in range(2):
        loop.frame((intents.Go(),))
    assert isinstance(lesson.scene, NoticeScene)
    elsewhere = home / paths.DOCUMENTS
    assert any(str(elsewhere) in line for line in lesson.scene.notice.lines)
    assert any(str(stick) in line for line in lesson.scene.notice.lines)
    loop.frame((intents.Go(),))
    assert lesson.running is not None
    assert elsewhere in lesson.running.records.folder.parents
    assert isinstance(disk.probe(stick / "data"), RecordsError)
