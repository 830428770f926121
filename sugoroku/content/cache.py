"""Keeps checked content, so that a normal start needs neither PyYAML nor pydantic.

One file for each content file, named by a hash of its bytes and of the program: a changed file
or program finds nothing. What is damaged is made anew; what cannot be written is not kept.
"""

import contextlib
import os
import tempfile
from collections import OrderedDict
from hashlib import sha256
from pathlib import Path

import msgspec

from sugoroku import __version__
from sugoroku.content.formats import FORMATS, Content
from sugoroku.content.problems import Problem

CHECKS_VERSION = 6
"""To be raised when checks, builders or the model change while the version stays."""
MOST_FILES = 200


class Kept(msgspec.Struct, frozen=True):
    """The content as JSON, and the warnings about it."""

    kind: str
    content: msgspec.Raw
    warnings: tuple[Problem, ...] = ()


class Cache:
    """A folder of checked content; None: nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, data: bytes, kind: str) -> tuple[Content, tuple[Problem, ...]] | None:
        """What was kept for these bytes; None when there is nothing sound."""
        if self.folder is None:
            return None
        try:
            digest, _, body = self._path(data, kind).read_bytes().partition(b"\n")
            if digest.decode("ascii") != sha256(body).hexdigest():
                return None
            kept = msgspec.json.decode(body, type=Kept)
            content = msgspec.json.decode(kept.content, type=FORMATS[kind].type)
        except (OSError, ValueError, msgspec.MsgspecError):
            return None
        return (content, kept.warnings) if kept.kind == kind else None

    def put(self, data: bytes, kind: str, content: Content, warnings: tuple[Problem, ...]) -> None:
        """Writes beside the place and moves it there, so that no half file is ever read."""
        if self.folder is None:
            return
        body = msgspec.json.encode(Kept(kind, msgspec.Raw(msgspec.json.encode(content)), warnings))
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(suffix=".new", dir=self.folder)
            try:
                with open(handle, "wb") as file:
                    file.write(sha256(body).hexdigest().encode("ascii") + b"\n" + body)
                os.replace(name, self._path(data, kind))
            except OSError:
                os.unlink(name)
                raise
            self._forget_oldest()

    def _path(self, data: bytes, kind: str) -> Path:
        assert self.folder is not None
        key = sha256(f"{kind}/1 {CHECKS_VERSION} {__version__}\n".encode() + data).hexdigest()
        return self.folder / f"{key}.json"

    def _forget_oldest(self) -> None:
        assert self.folder is not None
        kept = sorted(self.folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in kept[:-MOST_FILES]:
            path.unlink()


class Memory(Cache):
    """Keeps the content checked last for as long as the program runs; writes nothing."""

    MOST = 64

    def __init__(self) -> None:
        super().__init__(None)
        self._kept: OrderedDict[tuple[str, bytes], tuple[Content, tuple[Problem, ...]]]
        self._kept = OrderedDict()

    def get(self, data: bytes, kind: str) -> tuple[Content, tuple[Problem, ...]] | None:
        key = kind, sha256(data).digest()
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, data: bytes, kind: str, content: Content, warnings: tuple[Problem, ...]) -> None:
        self._kept[kind, sha256(data).digest()] = content, warnings
        if len(self._kept) > self.MOST:
            self._kept.popitem(last=False)
