"""Two programs must not write the same session.

The lock is one of the operating system's, so that it ends with the program, however that ends: a
lock file left behind by a kill is no obstacle. Where a disk knows no locks, there is none.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from sugoroku.records import disk
from sugoroku.records.errors import RecordsError
from sugoroku.session.recorder import N_

if sys.platform == "win32":
    import msvcrt

    _FAR = 4096
    """The locked byte lies beyond the text, which stays readable."""

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_WINDOWS = sys.platform == "win32"
_HELD = (BlockingIOError, PermissionError)


class Lock:
    """Held from `Lock(path)` until `release()` or the end of the program."""

    def __init__(self, path: Path) -> None:
        """RecordsError when another program holds it."""
        self.path = path
        self._descriptor: int | None = None
        while self._descriptor is None:
            try:
                descriptor = disk.open_for_writing(path)
            except OSError:
                return  # a folder that cannot be written cannot be written by two
            try:
                _take(descriptor)
            except _HELD:
                owner = os.read(descriptor, 32)
                os.close(descriptor)
                if owner != _me():
                    raise RecordsError(N_("This game is open in another window.")) from None
                return  # an earlier opening by this very program, not yet cleared away
            except OSError:
                os.close(descriptor)
                return
            if _still_at(path, descriptor):
                self._descriptor = descriptor
            else:
                os.close(descriptor)  # released and removed in this very moment: once more
        with suppress(OSError):
            os.ftruncate(self._descriptor, 0)
            os.write(self._descriptor, _me())

    def release(self) -> None:
        """Give the session free and clear the file away."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        if _WINDOWS:  # which removes no open file
            os.close(descriptor)
        with suppress(OSError):
            self.path.unlink()
        if not _WINDOWS:  # where, once it is given free, the file may be another's
            os.close(descriptor)

    def __del__(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)


def _still_at(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(descriptor))
    except OSError:
        return False


def _me() -> bytes:
    return f"{os.getpid()}\n".encode()
