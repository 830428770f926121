"""The plug is pulled at any moment, a hundred times: whatever was told to be safe is there."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from lesson_desk import Desk

from sugoroku.engine.apply import apply
from sugoroku.engine.game import Game
from sugoroku.records.journal import Read
from sugoroku.records.quiz_log import write_quiz_csv
from sugoroku.records.resume import resume
from sugoroku.records.survey_log import write_survey_csv
from sugoroku.session.step import digest

KILLS = int(os.environ.get("SUGOROKU_KILLS", "100"))
LONGEST = 0.12
"""Seconds that a child may play."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


class Safe:
    """What the killed program had told to be safe, by folder."""

    def __init__(self) -> None:
        self.folder = Path()
        self.last: dict[Path, int] = {}
        self.digests: dict[tuple[Path, int], str] = {}
        self.pupils: dict[tuple[Path, int], str] = {}

    def hear(self, line: str) -> None:
        kind, _, rest = line.partition(" ")
        if kind == "folder":
            self.folder = Path(rest)
        elif kind == "step":
            number, fingerprint = rest.split()
            self.last[self.folder] = int(number)
            self.digests[self.folder, int(number)] = fingerprint
        elif kind == "pupil":
            number, said = rest.split()
            self.pupils[self.folder, int(number)] = said


def check(safe: Safe) -> None:
    """The folder played last holds every step and pupil, and the right state."""
    found = resume(safe.folder)
    session = found.session
    assert found.differences == ()
    last = safe.last.get(safe.folder, 0)
    assert session.entries in (last, last + 1)
    state, _ = Game.of(found.edition, found.setup).start()
    for command, events in session.history:
        state, again = apply(session.game, state, command)
        assert again == events
    assert state == session.state
    lines = {getattr(line, "n", None): line for line in Read(found.folder.journal).lines}
    for (folder, number), fingerprint in safe.digests.items():
        if folder == safe.folder:
            assert getattr(lines[number], "digest", fingerprint) == fingerprint
    if session.entries == last and last:
        assert digest(session.state) == safe.digests[safe.folder, last]
    said = [line.answers["noticed"] for line in found.surveys]
    told = [text for (folder, _), text in sorted(safe.pupils.items()) if folder == safe.folder]
    assert said[: len(told)] == told and len(said) - len(told) in (0, 1)
    write_quiz_csv(found.folder)
    write_survey_csv(found.folder)


def test_a_hundred_kills(tmp_path: Path) -> None:
    program = [sys.executable, str(Path(__file__).with_name("playing_child.py")), str(tmp_path)]
    rng = Random(20261122)
    safe = Safe()
    torn_folders = set()
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        assert server.stdin is not None and server.stdout is not None
        try:
            for _ in range(KILLS):
                server.stdin.write(f"{rng.getrandbits(60)}\n")
                server.stdin.flush()
                while not (line := server.stdout.readline()).startswith("pid"):
                    safe.hear(line.strip())
                time.sleep(rng.random() * LONGEST)
                os.kill(int(line.split()[1]), signal.SIGKILL)
                while not (line := server.stdout.readline()).startswith("ended"):
                    safe.hear(line.strip())
                assert line.split()[1] == str(-signal.SIGKILL)
                if safe.folder != Path():
                    check(safe)
        finally:
            server.kill()
    assert sum(safe.last.values()) > KILLS
    assert len(torn_folders) <= len(safe.last)


def test_after_a_kill_another_program_goes_on(tmp_path: Path) -> None:
    """The lock of the killed one is gone with it."""
    program = [sys.executable, str(Path(__file__).with_name("playing_child.py")), str(tmp_path)]
    safe = Safe()
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        assert server.stdin is not None and server.stdout is not None
        server.stdin.write("5\n")
        server.stdin.flush()
        child = 0
        for line in server.stdout:
            child = int(line.split()[1]) if line.startswith("pid") else child
            safe.hear(line.strip())
            if child and safe.last.get(safe.folder, 0) >= 3:
                break
        os.kill(child, signal.SIGKILL)
        for line in server.stdout:
            if line.startswith("ended"):
                break
        server.kill()
    records = Desk().resume(safe.folder)
    assert records.session.entries >= 3 and records.trouble(records._words) == ""
