"""Deleting a session for good: its folder with everything that was ever written there."""

import os
import re
import shutil
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sugoroku.model.survey import MOMENTS
from sugoroku.records import codec, disk
from sugoroku.records.errors import RecordsError, why
from sugoroku.records.journal import JOURNAL, LOCK, Read
from sugoroku.records.lock import Lock
from sugoroku.records.made_files import MADE
from sugoroku.records.resume import folder_of
from sugoroku.records.session_folder import SESSIONS
from sugoroku.records.survey_log import surveys
from sugoroku.session.recorder import N_

_OURS = re.compile(r"\..+\.new|journal\.(jsonl|torn|lock)|edition\.json")
_GIVEN_NAME = re.compile(r"\d{4}-\d\d-\d\d_\d{4}_[a-z0-9-]+(_\d+)?")
"""As `SessionFolder.create` names a folder."""
_LONGEST_HEADER = 1 << 20


@dataclass(frozen=True, slots=True)
class Forgettable:
    """A session that may be deleted. `pupils`: answers one by one and on paper; None: the journal
    is damaged. `others`: files in the folder that the program did not write."""

    path: Path
    started: str
    files: int
    bytes: int
    pupils: int | None
    others: tuple[str, ...]


def forgettable(path: Path) -> Forgettable:
    """Look at what would be deleted. `path`: the session's folder or the journal in it.

    RecordsError when this is no folder of a session, or not a plain one.
    """
    folder = folder_of(path).path
    if folder.is_symlink():
        raise RecordsError(N_("{path} only points to another folder. Nothing is deleted."),
                           path=folder)  # fmt: skip
    folder = folder.resolve()
    entries = _plain_files(folder)
    if JOURNAL not in entries:
        raise _no_session(folder)
    started, pupils = "", None
    try:
        journal = Read(folder / JOURNAL)
    except RecordsError:
        if not _looks_like_ours(folder):
            raise _no_session(folder) from None
    else:
        started = f"{journal.header.started:%Y-%m-%d %H:%M}"
        pupils = sum(len(surveys(journal.lines, moment)) for moment in MOMENTS)
    return Forgettable(
        path=folder,
        started=started,
        files=len(entries),
        bytes=sum(entry.st_size for entry in entries.values()),
        pupils=pupils,
        others=tuple(sorted(n for n in entries if n not in MADE and not _OURS.fullmatch(n))),
    )


def forget(found: Forgettable) -> None:
    """Delete the folder and all that is in it.

    RecordsError when another program has the session open (then everything stays), or when
    something cannot be removed.
    """
    folder = found.path
    _plain_files(folder)
    Lock(folder / LOCK).release()
    away = folder.with_name(f".forgotten-{folder.name}")
    try:
        os.rename(folder, away)  # at once: where a file is open elsewhere, nothing is deleted
    except OSError as fault:
        raise RecordsError(
            N_("The session cannot be deleted: {why} Close its files in other programs."),
            why=why(fault),
        ) from fault
    with suppress(OSError):
        (away / JOURNAL).unlink()  # first, so that what is left is offered nowhere
    try:
        shutil.rmtree(away)
    except OSError as fault:
        raise RecordsError(
            N_("Not everything could be deleted. Delete this folder: {path}"), path=away
        ) from fault
    disk.sync_folder(folder.parent)


def _plain_files(folder: Path) -> dict[str, os.stat_result]:
    """What lies in the folder. RecordsError when a folder or a link is among it."""
    found = {}
    try:
        for entry in os.scandir(folder):
            found[entry.name] = entry.stat(follow_symlinks=False)
    except OSError as fault:
        raise _no_session(folder) from fault
    for name, entry_stat in found.items():
        if not stat.S_ISREG(entry_stat.st_mode):
            raise RecordsError(
                N_("In {path} there is “{name}”, which no game made. Nothing is deleted."),
                path=folder,
                name=name,
            )
    return found


def _looks_like_ours(folder: Path) -> bool:
    """Also a damaged session, or one of a newer program, can be deleted."""
    if folder.parent.name == SESSIONS and _GIVEN_NAME.fullmatch(folder.name):
        return True
    try:
        with (folder / JOURNAL).open("rb") as file:
            codec.decode_header(file.readline(_LONGEST_HEADER).rstrip(b"\n"))
    except (OSError, RecordsError):
        return False
    return True


def _no_session(folder: Path) -> RecordsError:
    return RecordsError(
        N_("{path} is not the folder of a session. Nothing is deleted."), path=folder
    )
