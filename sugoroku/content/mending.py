"""Mends what is surely a slip of the pen, and nothing else: only those letters of a file change.

Comments, order, indentation, line ends and a byte order mark stay. The file as it was is kept
beside it (`NAME.yaml.bak`).
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sugoroku.content.document import Limits
from sugoroku.content.problems import N_, ContentError, Edit, Problem
from sugoroku.content.text_file import read_bytes

ROUNDS = 8
"""A mended name may show a mistake behind it."""
_BOM = b"\xef\xbb\xbf"
_LINE = re.compile("\r\n|\r|\n")


class Mended(NamedTuple):
    """A file that was changed, where the file as it was is, and every change."""

    file: str
    backup: str
    edits: tuple[Edit, ...]


def mend_file(path: Path, name: str, kind: str) -> tuple[Mended | None, list[Problem]]:
    """Mend one file; None and no problem when there was nothing to mend for sure.

    A file that cannot be written, or was changed by another program meanwhile, is a problem.
    """
    try:
        before = read_bytes(path, name, Limits().file_bytes)
    except ContentError:
        return None, []  # the check tells it
    after, edits = mended(before, name, kind)
    if not edits:
        return None, []
    try:
        backup = _write(Path(os.path.realpath(path)), before, after)
    except OSError as fault:
        problem = Problem(
            file=name,
            message_id=N_("The file could not be mended ({why})."),
            fix_id=N_("Look whether it is open in another program or protected."),
            values={"why": fault.strerror or str(fault)},
        )
        return None, [problem]
    if backup is None:
        problem = Problem(
            file=name,
            message_id=N_("The file was changed by another program meanwhile; it was left alone."),
            fix_id=N_("Save it there, and mend it again."),
        )
        return None, [problem]
    return Mended(name, backup.as_posix(), edits), []


def mended(data: bytes, name: str, kind: str) -> tuple[bytes, tuple[Edit, ...]]:
    """The bytes with every sure slip mended, and the changes; both as before when there is none."""
    from sugoroku.content.reading import read_content

    done: list[Edit] = []
    for _ in range(ROUNDS):
        _, problems = read_content(data, name, kind)
        edits = [problem.edit for problem in problems if problem.edit is not None]
        if not edits:
            break
        data = _edited(data, edits)
        done += edits
    return data, tuple(done)


def _edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    mark = _BOM if data.startswith(_BOM) else b""
    text = data[len(mark) :].decode("utf-8")
    starts = [0, *(found.end() for found in _LINE.finditer(text))]
    for edit in sorted(set(edits), key=lambda e: (e.line, e.column), reverse=True):
        at = starts[edit.line - 1] + edit.column - 1
        assert text[at : at + len(edit.old)] == edit.old
        text = text[:at] + edit.new + text[at + len(edit.old) :]
    return mark + text.encode("utf-8")


def _write(path: Path, before: bytes, after: bytes) -> Path | None:
    """The backup; None when the file is no longer what was read. No half file is seen."""
    handle, new = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, new)
        if path.read_bytes() != before:
            return None
        backup = _keep(path, before)
        os.replace(new, path)
    finally:
        with suppress(OSError):
            os.unlink(new)
    return backup


def _keep(path: Path, data: bytes) -> Path:
    """Writes the backup under a name that is free."""
    number = 1
    while True:
        backup = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        try:
            with backup.open("xb") as file:
                file.write(data)
            return backup
        except FileExistsError:
            number += 1
