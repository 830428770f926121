"""The door: session folders in, joined tables out."""

import errno
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sugoroku.collection.copies import without_copies
from sugoroku.collection.finding import read_session, session_folders
from sugoroku.collection.joining import Form, Joining
from sugoroku.collection.problems import CollectError, Problems
from sugoroku.collection.queries import TABLES
from sugoroku.collection.staging import Staging
from sugoroku.session.recorder import N_, Translate

Progress = Callable[[int, int], None]
"""Told how many of how many sessions are read."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What came out. `rows` by table (`quiz`, `survey`, …); `files` are those written."""

    sessions: int
    rows: dict[str, int]
    files: tuple[Path, ...]
    problems: Problems


def collect(
    folders: Sequence[Path],
    out: Path,
    tr: Translate,
    *,
    form: Form = "csv",
    progress: Progress = lambda done, of: None,
) -> Collected:
    """Join all sessions in and below `folders`; `out` without its ending begins the files' names.

    Writes `out-quiz`, `out-survey`, `out-codebook` and `out-sessions`, and `out-problems.csv` for
    people. What does not fit is in `problems`; the rest is kept. CollectError when there is no
    DuckDB, or when the tables cannot be written.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="sugoroku-", ignore_cleanup_errors=True) as folder:
            return _collected(folders, out, tr, form, progress, Path(folder))
    except OSError as fault:
        full = fault.errno in (errno.ENOSPC, errno.EDQUOT)
        raise CollectError(
            N_("The tables cannot be written ({why})."),
            why=tr(N_("The disk is full.")) if full else fault.strerror or str(fault),
        ) from fault


def _collected(
    folders: Sequence[Path], out: Path, tr: Translate, form: Form, progress: Progress, work: Path
) -> Collected:
    problems = Problems()
    with Joining(work) as joining:
        found = [read_session(path, problems) for path in session_folders(folders, problems)]
        sessions = without_copies(found, problems)
        with Staging(work, problems) as staging:
            for number, session in enumerate(sessions, 1):
                staging.add(number, session)
                progress(number, len(sessions))
        joining.load()
        joining.check(problems)
        rows, files = {}, []
        for table in TABLES:
            files.append(out.with_name(f"{out.name}-{table}.{form}"))
            rows[table] = joining.write(table, files[-1], form)
        files.append(out.with_name(f"{out.name}-problems.csv"))
        joining.write_problems(problems, files[-1], tr)
    return Collected(len(sessions), rows, tuple(files), problems)
