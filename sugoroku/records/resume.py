"""A session read back from its folder: exactly the state it had when the program ended."""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from sugoroku.model.edition import Edition
from sugoroku.model.setup import GameSetup
from sugoroku.model.text import Text
from sugoroku.records import codec
from sugoroku.records.codec import (
    CommandLine,
    CountLine,
    Header,
    Line,
    Note,
    RedoLine,
    SurveyLine,
    SurveyUndone,
    UndoLine,
)
from sugoroku.records.errors import RecordsError
from sugoroku.records.journal import JOURNAL, Read
from sugoroku.records.session_folder import SESSIONS, SessionFolder
from sugoroku.records.survey_log import surveys
from sugoroku.session.recorder import N_
from sugoroku.session.replay import Difference, Refolded, refold
from sugoroku.session.session import Session

LessonPhase = Literal["before", "playing", "survey", "done"]
"""`before`: the survey before the game; `survey`: the one after it."""

_TAIL = 4096
"""Bytes at the end of a journal in which its last line is looked for."""
_MOST_READ = 20


@dataclass(frozen=True, slots=True)
class ResumedSession:
    """What a folder tells. `session` has no recorders yet; `differences` should be none."""

    folder: SessionFolder
    header: Header
    edition: Edition
    session: Session
    surveys: tuple[SurveyLine, ...]
    phase: LessonPhase
    differences: tuple[Difference, ...] = ()

    @property
    def setup(self) -> GameSetup:
        return self.header.setup


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session to go on with, in short. `started` as its clock showed; `teams` are labels."""

    path: Path
    title: Text
    place: Text
    started: datetime
    teams: tuple[str, ...]
    round: int
    phase: LessonPhase
    language: str = ""
    """The one spoken at its beginning."""


def folder_of(path: Path) -> SessionFolder:
    """`path` is the folder of a session or the journal in it."""
    return SessionFolder(path.parent if path.name == JOURNAL else path)


def session_named(name: Path, data_folder: Path) -> SessionFolder:
    """The session that a person means: a folder, the journal in it, or the name of a folder in the
    data folder's `sessions`. RecordsError when there is none.
    """
    for path in (name, data_folder / SESSIONS / name):
        folder = folder_of(path)
        if folder.journal.is_file():
            return folder
    raise RecordsError(N_("There is no recorded game at {path}."), path=name)


def resume(path: Path) -> ResumedSession:
    """Read a session back, changing nothing. RecordsError when it cannot be gone on with."""
    folder = folder_of(path)
    return resumed(folder, Read(folder.journal).lines)


def resumed(folder: SessionFolder, lines: Sequence[Line]) -> ResumedSession:
    """As `resume`, of a journal that has been read."""
    header = lines[0]
    assert isinstance(header, Header)
    edition, content = folder.read_edition()
    again = _refold(edition, header.setup, lines)
    if not again.complete:
        raise RecordsError(
            N_("This game was played by other rules (version {version}) and cannot go on here."),
            version=header.program,
        )
    differences = again.differences
    if content != header.content:
        differences = (Difference(0, "content", header.content, content), *differences)
    return ResumedSession(
        folder,
        header,
        edition,
        again.session,
        surveys(lines),
        lesson_phase(lines),
        differences,
    )


def compare_journal(path: Path) -> tuple[int, tuple[Difference, ...]]:
    """How many steps were played again, and where they differ from what was recorded."""
    folder = folder_of(path)
    lines = Read(folder.journal).lines
    header = lines[0]
    assert isinstance(header, Header)
    edition, content = folder.read_edition()
    again = _refold(edition, header.setup, lines)
    differences = again.differences
    if content != header.content:
        differences = (Difference(0, "content", header.content, content), *differences)
    return sum(isinstance(line, CommandLine) for line in lines), differences


def _refold(edition: Edition, setup: GameSetup, lines: Sequence[Line]) -> Refolded:
    played = [line for line in lines if isinstance(line, CommandLine | UndoLine | RedoLine)]
    try:
        return refold(edition, setup, played)
    except (ValueError, LookupError) as fault:
        raise RecordsError(N_("The content of this game is damaged (edition.json).")) from fault


def lesson_phase(lines: Sequence[Line]) -> LessonPhase:
    """How far the lesson has come, by the last line that tells."""
    for line in reversed(lines):
        match line:
            case CommandLine() | UndoLine() | RedoLine():
                return "playing"
            case Note(what="survey", value="before"):
                return "before"
            case SurveyLine(moment="before") | SurveyUndone(moment="before"):
                return "before"
            case CountLine(moment="before"):
                return "before"
            case SurveyLine() | SurveyUndone() | CountLine() | Note(what="survey"):
                return "survey"
            case Note(what="play"):
                return "playing"
            case Note(what="done"):
                return "done"
            case _:
                pass
    return "playing"


def find_unfinished(data_folder: Path, most: int = 5) -> tuple[Unfinished, ...]:
    """Sessions that can be gone on with, the one played last first. Never raises."""
    found: list[Unfinished] = []
    for journal in _newest_journals(data_folder / SESSIONS)[:_MOST_READ]:
        if len(found) == most:
            break
        if _ends_done(journal):
            continue
        with suppress(RecordsError, OSError):
            session = resume(journal)
            if session.phase != "done":
                found.append(_in_short(session))
    return tuple(found)


def _newest_journals(sessions: Path) -> list[Path]:
    dated: list[tuple[int, str, Path]] = []
    with suppress(OSError):
        for entry in os.scandir(sessions):
            journal = Path(entry.path, JOURNAL)
            with suppress(OSError):
                dated.append((journal.stat().st_mtime_ns, entry.name, journal))
    return [journal for _, _, journal in sorted(dated, reverse=True)]


def _ends_done(journal: Path) -> bool:
    try:
        with journal.open("rb") as file:
            file.seek(max(0, journal.stat().st_size - _TAIL))
            last = file.read().rstrip(b"\n").rpartition(b"\n")[2]
        line = codec.decode(last)
    except (OSError, ValueError):
        return False
    return isinstance(line, Note) and line.what == "done"


def _in_short(found: ResumedSession) -> Unfinished:
    state = found.session.state
    return Unfinished(
        path=found.folder.path,
        title=found.edition.board.title,
        place=found.edition.board.place,
        started=found.header.started,
        teams=tuple(team.name for team in state.teams),
        round=state.round,
        phase=found.phase,
        language=found.setup.language,
    )
