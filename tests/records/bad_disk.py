"""A disk that fails now and then, by seed: full, write-protected, or broken, also in the middle of
a write."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from typing import Any

import pytest

FAULTS = (errno.ENOSPC, errno.EACCES, errno.EIO)


class BadDisk:
    """`share`: how often a call fails, 0 to 1; it may change while the disk is in use."""

    def __init__(self, seed: int) -> None:
        self.share = 0.0
        self.failed = 0
        self._rng = Random(seed)

    def faulty(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **more: Any) -> Any:
            if self._rng.random() < self.share:
                self.failed += 1
                number = self._rng.choice(FAULTS)
                raise OSError(number, os.strerror(number))
            return real(*arguments, **more)

        return call

    def faulty_write(self, real: Callable[[int, Any], int]) -> Callable[[int, Any], int]:
        """Some of it may be written before it fails."""

        def write(descriptor: int, data: Any) -> int:
            if self._rng.random() < self.share:
                self.failed += 1
                real(descriptor, data[: self._rng.randint(0, len(data))])
                number = self._rng.choice(FAULTS)
                raise OSError(number, os.strerror(number))
            return real(descriptor, data)

        return write


@contextmanager
def bad_disk(monkeypatch: pytest.MonkeyPatch, seed: int) -> Iterator[BadDisk]:
    disk = BadDisk(seed)
    with monkeypatch.context() as patched:
        for name in ("open", "fsync", "replace", "ftruncate"):
            patched.setattr(os, name, disk.faulty(getattr(os, name)))
        patched.setattr(os, "write", disk.faulty_write(os.write))
        yield disk
