"""Pulls the plug while a class answers a survey, and looks at what is left."""

import csv
import time
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from lesson_desk import Desk
from small_table import PlainWords
from test_kill import LONGEST, MOST_LINES, playing

from sugoroku.model.survey import MOMENTS, Moment
from sugoroku.records.journal import Read
from sugoroku.records.made_files import MADE, export
from sugoroku.records.session_folder import SessionFolder
from sugoroku.records.survey_log import hands, surveys


@dataclass
class Kept:
    """What the class said, as far as it was told to be safe."""

    texts: dict[Moment, list[str]] = field(default_factory=lambda: {m: [] for m in MOMENTS})
    raised: dict[Moment, tuple[int, ...]] = field(default_factory=dict)

    def after(self, wish: list[str]) -> "Kept":
        kept = deepcopy(self)
        what, moment, *rest = wish
        assert moment in ("before", "after")
        if what == "save":
            kept.texts[moment].append(rest[0])
        elif what == "undo":
            kept.texts[moment].pop()
        elif rest:
            kept.raised[moment] = tuple(map(int, rest))
        else:
            kept.raised.pop(moment, None)
        return kept


def on_disk(folder: Path) -> Kept:
    lines = Read(folder / "journal.jsonl").lines
    kept = Kept()
    for moment in MOMENTS:
        found = surveys(lines, moment)
        assert [line.pupil for line in found] == list(range(1, len(found) + 1))
        kept.texts[moment] = [str(line.answers["noticed"]) for line in found]
        raised = hands(lines, moment).get("known")
        if raised is not None:
            kept.raised[moment] = raised.counts
    return kept


class Witness:
    """Hears what the child tells, as `test_kill.Safe` does of a game."""

    def __init__(self) -> None:
        self.folder = Path()
        self.kept: dict[Path, Kept] = {}
        self.wish: list[str] = []
        self.told = 0

    def hear(self, line: str) -> None:
        kind, _, rest = line.partition(" ")
        if kind == "folder":
            self.folder, self.wish = Path(rest), []
            self.kept.setdefault(self.folder, Kept())
        elif kind == "will":
            self.wish = rest.split()
        elif kind == "did":
            self.kept[self.folder] = self.kept[self.folder].after(self.wish)
            self.told, self.wish = self.told + 1, []

    def check(self) -> None:
        """All that was told to be safe is there; of what was going on, all or nothing."""
        safe, found = self.kept[self.folder], on_disk(self.folder)
        assert found == safe or (self.wish and found == safe.after(self.wish)), (
            safe, self.wish, found,
        )  # fmt: skip
        self.kept[self.folder], self.wish = found, []
        check_tables(self.folder)


def check_tables(folder: Path) -> None:
    """Those that are there have whole rows; the last of them may still be missing."""
    for path in folder.glob("*.csv"):
        data = path.read_bytes()
        assert data.endswith(b"\r\n"), path
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert len({len(row) for row in csv.reader(file, strict=True)}) == 1, path


def check_files(folder: Path) -> None:
    """Once somebody goes on, every file is as the journal has it."""
    Desk().resume(folder).close()
    found = {name: (folder / name).read_bytes() for name in MADE}
    export(SessionFolder(folder), lambda *_: PlainWords())
    assert found == {name: (folder / name).read_bytes() for name in MADE}


def kill_surveys(data_folder: Path, kills: int, seed: int) -> Witness:
    """AssertionError when an answer is lost or a row broken."""
    rng, witness = Random(seed), Witness()
    with playing(data_folder, "surveying_child.py", witness) as server:
        for _ in range(kills):
            child = server.start(rng.getrandbits(60))
            server.hear_some(rng.randrange(MOST_LINES))
            time.sleep(rng.random() * LONGEST)
            server.kill(child)
            if witness.folder != Path():
                witness.check()
    for folder in witness.kept:
        check_files(folder)
        assert on_disk(folder) == witness.kept[folder]
    return witness
