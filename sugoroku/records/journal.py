"""The journal: one line an entry, appended and synced; what the disk refuses waits in memory."""

import os
from contextlib import suppress
from pathlib import Path

from sugoroku.records import codec, disk
from sugoroku.records.codec import CommandLine, Header, Line, RedoLine, UndoLine
from sugoroku.records.errors import RecordsError, not_saved
from sugoroku.records.lock import Lock
from sugoroku.session.recorder import N_, RecordingFailed

JOURNAL, TORN, LOCK = "journal.jsonl", "journal.torn", "journal.lock"


class Read:
    """A journal as it lies on the disk. `torn` is what a cut-off write left at its end."""

    def __init__(self, path: Path) -> None:
        """RecordsError when there is none, or when it is damaged before its last line."""
        try:
            data = path.read_bytes()
        except OSError as fault:
            raise RecordsError(
                N_("The journal cannot be read ({why})."), why=fault.strerror or str(fault)
            ) from fault
        first, newline, _ = data.partition(b"\n")
        if not newline and not first.endswith(b"}"):
            raise RecordsError(N_("Nothing of this game was recorded."))
        self.header = codec.decode_header(first)
        self.lines: list[Line] = [self.header]
        self.data, self.torn = data, b""
        self._entry = 0
        self._read_on(len(first) + 1)

    def _read_on(self, start: int) -> None:
        while start < len(self.data):
            end = self.data.find(b"\n", start)
            end = len(self.data) if end < 0 else end
            try:
                line = codec.decode(self.data[start:end])
                self._check_order(line)
            except ValueError as fault:
                if end + 1 < len(self.data):
                    raise RecordsError(
                        N_("Line {line} of the journal is damaged."), line=len(self.lines) + 1
                    ) from fault
                self.data, self.torn = self.data[:start], self.data[start:]
                return
            self.lines.append(line)
            start = end + 1

    def _check_order(self, line: Line) -> None:
        """ValueError when a line before this one is missing."""
        if isinstance(line, Header):
            raise ValueError("a second header")
        if isinstance(line, CommandLine | UndoLine | RedoLine):
            if line.n != self._entry + 1:
                raise ValueError(f"entry {line.n} after {self._entry}")
            self._entry = line.n


class Journal:
    """Append-only. `lines` are all of them, those not yet on the disk included."""

    def __init__(self, path: Path, lines: list[Line], kept: bytes, torn: bytes = b"") -> None:
        """Use `create` or `open`. `kept` is what lies on the disk and holds."""
        self.path = path
        self.lines = lines
        self._all = bytearray(kept)
        self._kept = len(kept)
        self._torn = torn
        self._descriptor: int | None = None
        self._lock: Lock | None = None

    @classmethod
    def create(cls, path: Path, header: Header) -> "Journal":
        """A new journal; where its first line cannot be written, it waits like any other.

        RecordsError when another program has it open.
        """
        journal = cls(path, [], b"")
        journal._lock = Lock(path.with_name(LOCK))
        with suppress(RecordingFailed):
            journal.append(header)
        return journal

    @classmethod
    def open(cls, path: Path) -> "Journal":
        """Go on with a journal; a half-written last line is cut off and kept in `journal.torn`.

        RecordsError when it cannot be read or another program has it open. That it cannot be
        written is told by the first `append`.
        """
        lock = Lock(path.with_name(LOCK))
        try:
            found = Read(path)
        except RecordsError:
            lock.release()
            raise
        journal = cls(path, found.lines, found.data, found.torn)
        journal._lock = lock
        if not found.data.endswith(b"\n"):
            journal._all += b"\n"
        with suppress(RecordingFailed):
            journal.settle()
        return journal

    @property
    def header(self) -> Header:
        header = self.lines[0]
        assert isinstance(header, Header)
        return header

    @property
    def unsaved(self) -> int:
        """How many bytes wait in memory."""
        return len(self._all) - self._kept

    def append(self, line: Line) -> None:
        """When this returns, the line and all before it are on the disk.

        RecordingFailed when they are not: they wait, in their order, for the next `append`
        or `settle`.
        """
        data = codec.encode(line)
        self.lines.append(line)
        self._all += data
        self.settle()

    def settle(self) -> None:
        """Write what waits. RecordingFailed as for `append`."""
        try:
            self._write()
        except OSError as fault:
            self._let_go()
            raise not_saved(fault) from fault

    def close(self) -> None:
        """Try once more to write what waits, then give the session free."""
        with suppress(OSError):
            self._write()
        self._let_go()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _write(self) -> None:
        descriptor = self._descriptor
        if descriptor is None or not self._same_file(descriptor):
            self._let_go()
            descriptor = self._descriptor = self._take_up()
        if self._kept < len(self._all):
            disk.write(descriptor, bytes(self._all[self._kept :]))
            self._kept = len(self._all)

    def _take_up(self) -> int:
        """Open the file at the end of what is kept; write it anew where it is gone or shorter."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = disk.open_for_writing(self.path)
        try:
            size = os.fstat(descriptor).st_size
            if size < self._kept:
                self._kept = 0
            elif self._torn:
                self._keep_aside()
            os.ftruncate(descriptor, self._kept)
            os.lseek(descriptor, self._kept, os.SEEK_SET)
            disk.sync_folder(self.path.parent)
        except OSError:
            os.close(descriptor)
            raise
        return descriptor

    def _keep_aside(self) -> None:
        torn = disk.open_for_writing(self.path.with_name(TORN))
        try:
            os.lseek(torn, 0, os.SEEK_END)
            disk.write(torn, self._torn)
        finally:
            os.close(torn)
        self._torn = b""

    def _same_file(self, descriptor: int) -> bool:
        """False when the file was removed, or moved away, while it was open."""
        try:
            return os.path.samestat(os.stat(self.path), os.fstat(descriptor))
        except OSError:
            return False

    def _let_go(self) -> None:
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            with suppress(OSError):
                os.close(descriptor)

    def __del__(self) -> None:
        self._let_go()
