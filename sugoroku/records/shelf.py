"""The lessons kept in the data folder, in short. Looked into one by one: there may be hundreds."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sugoroku.model.text import EMPTY, Text
from sugoroku.records.codec import CommandLine
from sugoroku.records.course import header_of, holding, played_minutes, spoken_language
from sugoroku.records.errors import RecordsError
from sugoroku.records.journal import Read
from sugoroku.records.resume import LessonPhase, lesson_phase
from sugoroku.records.session_folder import SESSIONS, SessionFolder
from sugoroku.records.survey_log import hands, surveys
from sugoroku.session.recorder import N_


@dataclass(frozen=True, slots=True)
class KeptLesson:
    """`trouble`: why it cannot be read; everything but `path` is then empty.

    `before` and `after` count the pupils who answered alone or on paper, `raised` the items that
    hands were counted for, at both moments; `minutes` were played.
    """

    path: Path
    place: Text = EMPTY
    language: str = ""
    """The one spoken last."""
    origins: tuple[tuple[str, str], ...] = ()
    """Domain of each file of its content and the language it is written in."""
    started: datetime | None = None
    teams: tuple[str, ...] = ()
    grade: int | None = None
    minutes: int = 0
    steps: int = 0
    phase: LessonPhase = "playing"
    before: int = 0
    after: int = 0
    raised: int = 0
    has_before: bool = False
    has_after: bool = False
    trouble: RecordsError | None = None


def kept_lessons(data_folder: Path) -> tuple[Path, ...]:
    """The folders of all lessons, the one begun last first. Never raises."""
    try:
        found = [path for path in (data_folder / SESSIONS).iterdir() if path.is_dir()]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda path: path.name, reverse=True))


def look_into(path: Path) -> KeptLesson:
    """One lesson, in short. Never raises: see `trouble`."""
    folder = SessionFolder(path)
    if path.is_dir() and not folder.journal.exists():
        return KeptLesson(path, trouble=RecordsError(N_("Nothing of this game was recorded.")))
    try:
        lines = Read(folder.journal).lines
        edition, _ = folder.read_edition()
    except RecordsError as fault:
        return KeptLesson(path, trouble=fault)
    except OSError as fault:
        told = RecordsError(N_("The journal cannot be read ({why})."), why=str(fault))
        return KeptLesson(path, trouble=told)
    header, held = header_of(lines), holding(lines)
    board = edition.board
    return KeptLesson(
        path=path,
        place=board.place if board.place.source else board.title,
        language=spoken_language(lines),
        origins=tuple(edition.languages().items()),
        started=header.started,
        teams=tuple(team.name for team in header.setup.teams),
        grade=header.setup.grade,
        minutes=played_minutes(lines),
        steps=sum(isinstance(line, CommandLine) and line.n in held for line in lines),
        phase=lesson_phase(lines),
        before=len(surveys(lines, "before")),
        after=len(surveys(lines, "after")),
        raised=len(hands(lines, "before")) + len(hands(lines, "after")),
        has_before=bool(edition.asked("before", header.setup.grade)),
        has_after=bool(edition.asked("after", header.setup.grade)),
    )
