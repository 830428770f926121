"""The plug is pulled at any moment, a hundred times: whatever was told to be safe is there."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Protocol

import pytest
from lesson_desk import Desk
from small_table import PlainWords

from sugoroku.engine.apply import apply
from sugoroku.engine.game import Game
from sugoroku.records.journal import Read
from sugoroku.records.made_files import export
from sugoroku.records.resume import resume
from sugoroku.session.step import digest

KILLS = int(os.environ.get("SUGOROKU_KILLS", "100"))
MOST_LINES = 8
"""Of what a child tells before it is killed: so it gets on however busy the computer is."""
LONGEST = 0.03
"""Seconds that it may go on then."""

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


class Hears(Protocol):
    def hear(self, line: str) -> None: ...


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
    safe.last[safe.folder] = session.entries
    if session.entries:  # killed before the first step, there is none to be safe
        safe.digests[safe.folder, session.entries] = digest(session.state)
    safe.pupils.update({(safe.folder, n + 1): str(text) for n, text in enumerate(said)})
    export(found.folder, lambda *_: PlainWords())


@contextmanager
def playing(
    data_folder: Path, child: str = "playing_child.py", safe: "Hears | None" = None
) -> Iterator["Server"]:
    program = [sys.executable, str(Path(__file__).with_name(child)), str(data_folder)]
    tests = Path(__file__).resolve().parent.parent
    path = os.pathsep.join(map(str, (tests.parent, tests / "session")))
    pipe = subprocess.PIPE
    with subprocess.Popen(
        program,
        stdin=pipe,
        stdout=pipe,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path},
    ) as process:
        try:
            yield Server(process, safe)
        finally:
            process.kill()


class Server:
    """Starts children that play, and kills them."""

    def __init__(self, process: "subprocess.Popen[str]", hears: "Hears | None") -> None:
        self.process = process
        self.safe = Safe()
        self.hears = hears or self.safe

    def start(self, seed: int) -> int:
        """The number of the new child."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{seed}\n")
        self.process.stdin.flush()
        return int(self.hear_until("pid").split()[1])

    def kill(self, child: int) -> None:
        os.kill(child, signal.SIGKILL)
        assert self.hear_until("ended").split()[1] == str(-signal.SIGKILL)

    def hear_some(self, lines: int) -> None:
        assert self.process.stdout is not None
        for _ in range(lines):
            self.hears.hear(self.process.stdout.readline().strip())

    def hear_until(self, word: str) -> str:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith(word):
                return line
            self.hears.hear(line.strip())
        raise AssertionError("the playing program has ended")


def test_a_hundred_kills(tmp_path: Path) -> None:
    rng = Random(20261122)
    with playing(tmp_path) as server:
        for _ in range(KILLS):
            child = server.start(rng.getrandbits(60))
            server.hear_some(rng.randrange(MOST_LINES))
            time.sleep(rng.random() * LONGEST)
            server.kill(child)
            if server.safe.folder != Path():
                check(server.safe)
    safe = server.safe
    assert sum(safe.last.values()) > KILLS


def test_after_a_kill_another_program_goes_on(tmp_path: Path) -> None:
    """The lock of the killed one is gone with it."""
    with playing(tmp_path) as server:
        child = server.start(5)
        server.hear_until("step 3")
        server.kill(child)
    records = Desk().resume(server.safe.folder)
    assert records.session.entries >= 3 and records.trouble(PlainWords()) == ""
