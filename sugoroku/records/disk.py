"""Bytes that are on the disk when a function returns."""

import os
from contextlib import suppress
from pathlib import Path

from sugoroku.records.errors import RecordsError, why

_BINARY = getattr(os, "O_BINARY", 0)
_PROBE = ".sugoroku-probe"


def open_for_writing(path: Path) -> int:
    """A descriptor to read and write at will; the file is made when it is not there."""
    return os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, 0o666)


def write(descriptor: int, data: bytes) -> None:
    """Write all of it and wait for the disk. OSError when either fails."""
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder last; systems that cannot do it do not need it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def replace_file(path: Path, data: bytes, *, at_once: bool = True, shared: bool = False) -> None:
    """Put `data` at `path` whole or not at all. OSError when it cannot be.

    `at_once` False: after a power cut the file may be the one before; for what can be made again.
    `shared`: another program may do the same in this moment; the last one wins.
    """
    mine = f"{os.getpid()}." if shared else ""
    draft = path.with_name(f".{path.name}.{mine}new")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
        try:
            write(descriptor, data)
        finally:
            os.close(descriptor)
        os.replace(draft, path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
    if at_once:
        sync_folder(path.parent)


def probe(folder: Path) -> RecordsError | None:
    """Really write, sync and remove a file in `folder`, made if need be; the reason if it fails."""
    path = folder / f"{_PROBE}-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(path, b"climate sugoroku\n" * 64)
        path.unlink()
    except OSError as fault:
        return why(fault)
    return None
