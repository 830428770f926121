"""Session folders below the folders that were asked for, and what each says about itself."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sugoroku.collection.problems import Problems
from sugoroku.collection.sheets import read_bytes
from sugoroku.session.recorder import N_

SESSION, CODEBOOK = "session.json", "codebook.csv"
QUIZ, SURVEY, COUNTS = "quiz.csv", "survey.csv", "survey-counts.csv"
TABLES = (QUIZ, SURVEY, COUNTS)
FORMAT = "session/1"

_MARKS = frozenset((*TABLES, SESSION, CODEBOOK, "journal.jsonl", "edition.json"))
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})_(\d{2})(\d{2})_(.+?)(?:_\d+)?")


class About(msgspec.Struct, frozen=True):
    """`session.json`, as much of it as the tables need."""

    session: str
    format: str = FORMAT
    edition: str = ""
    title: str = ""
    program: str = ""
    content: str = ""
    language: str = ""
    grade: int | None = None
    started: str = ""
    minutes: float | None = None
    teams: tuple[int, ...] = ()
    answering: str = ""
    die: str = ""
    decks: tuple[str, ...] = ()


@dataclass(slots=True)
class Found:
    """One session folder. `name` is its id, made different where two lessons have the same."""

    path: Path
    name: str
    about: About
    told: bool
    """It has a `session.json` that could be read."""


def session_folders(roots: Iterable[Path], problems: Problems) -> list[Path]:
    """All of them, in the order of their paths, each once."""
    found: dict[Path, Path] = {}
    for root in roots:
        empty = True
        for path in _below(root, problems):
            found.setdefault(path.resolve(), path)
            empty = False
        if empty:
            problems.at(folder=str(root)).left_out(N_("There is no session in this folder."))
    return sorted(found.values())


def _below(root: Path, problems: Problems) -> Iterable[Path]:
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
            if any(entry.name in _MARKS for entry in inside):
                yield folder
            else:
                waiting += [Path(e.path) for e in inside if e.is_dir(follow_symlinks=False)]
        except OSError as fault:
            problems.at(folder=str(folder)).left_out(
                N_("The folder cannot be opened ({why})."), why=fault.strerror or str(fault)
            )


def read_session(path: Path, problems: Problems) -> Found:
    """What `session.json` says, or else the name of the folder; what is missing is told."""
    here = problems.at(session=path.name, folder=str(path), file=SESSION)
    silent = Problems()
    data = read_bytes(path / SESSION, silent)
    if data is None:
        here.note(N_("There is no session.json; what is known comes from the folder's name."))
        return Found(path, path.name, _from_name(path), told=False)
    try:
        about = msgspec.json.decode(data, type=About)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        here.note(N_("session.json is damaged; what is known comes from the folder's name."))
        return Found(path, path.name, _from_name(path), told=False)
    if about.format != FORMAT:
        here.note(
            N_("It was written by another version of the program ({form})."), form=about.format
        )
    return Found(path, about.session or path.name, about, told=True)


def _from_name(path: Path) -> About:
    """`2026-11-22_1405_toyama` tells the edition and when it began."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return About(path.name)
    day, hour, minute, edition = match.groups()
    return About(path.name, edition=edition, started=f"{day}T{hour}:{minute}:00")
