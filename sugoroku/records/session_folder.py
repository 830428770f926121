"""One folder a lesson: the content it was played with, the journal, and the CSV files."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

import msgspec

from sugoroku.model.edition import Edition
from sugoroku.records import disk
from sugoroku.records.errors import RecordsError, why
from sugoroku.records.journal import JOURNAL
from sugoroku.session.recorder import N_

SESSIONS = "sessions"
"""Inside the data folder."""
Now = Callable[[], datetime]

_LONGEST_ID = 40


@dataclass(frozen=True, slots=True)
class SessionFolder:
    """The names inside `path`; most may be missing."""

    path: Path

    @classmethod
    def create(cls, data_folder: Path, edition_id: str, now: Now) -> "SessionFolder":
        """A new `sessions/2026-11-22_1405_toyama` in the data folder, made with its parents.

        RecordsError when it cannot be made.
        """
        plain = re.sub(r"[^a-z0-9]+", "-", edition_id.lower()).strip("-")[:_LONGEST_ID]
        stem = f"{now():%Y-%m-%d_%H%M}_{plain or 'game'}"
        sessions = data_folder / SESSIONS
        try:
            sessions.mkdir(parents=True, exist_ok=True)
            path, number = sessions / stem, 1
            while not _made(path):
                number += 1
                path = sessions / f"{stem}_{number}"
        except OSError as fault:
            raise why(fault) from fault
        disk.sync_folder(sessions)
        return cls(path)

    @property
    def edition(self) -> Path:
        return self.path / "edition.json"

    @property
    def journal(self) -> Path:
        return self.path / JOURNAL

    @property
    def quiz(self) -> Path:
        return self.path / "quiz.csv"

    @property
    def survey(self) -> Path:
        return self.path / "survey.csv"

    @property
    def counts(self) -> Path:
        return self.path / "survey-counts.csv"

    @property
    def codebook(self) -> Path:
        return self.path / "codebook.csv"

    @property
    def about(self) -> Path:
        return self.path / "session.json"

    @property
    def read_me(self) -> Path:
        return self.path / "README.txt"

    def write_edition(self, edition: Edition) -> None:
        """Keep the whole content of the lesson. OSError when it cannot be written."""
        disk.replace_file(self.edition, edition_bytes(edition))

    def read_edition(self) -> tuple[Edition, str]:
        """The content and its digest. RecordsError when it is missing or damaged."""
        try:
            data = self.edition.read_bytes()
            return msgspec.json.decode(data, type=Edition), content_digest(data)
        except OSError as fault:
            raise RecordsError(N_("The content of this game is missing (edition.json).")) from fault
        except (msgspec.MsgspecError, ValueError, RecursionError) as fault:
            raise RecordsError(N_("The content of this game is damaged (edition.json).")) from fault


def edition_bytes(edition: Edition) -> bytes:
    return msgspec.json.encode(edition)


def content_digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _made(path: Path) -> bool:
    """False when there is something of this name already."""
    try:
        os.mkdir(path)
    except FileExistsError:
        return False
    return True
