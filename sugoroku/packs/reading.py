"""Reads a pack that somebody else has made, and believes nothing that it says of itself.

Everything is read into memory within limits that are counted while reading; nothing is written.
"""

import io
import stat
import struct
import zlib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from sugoroku.content.problems import shown
from sugoroku.packs.manifest import (
    MANIFEST,
    Limits,
    Manifest,
    PackError,
    check_kinds,
    check_names,
    manifest_of,
)
from sugoroku.records.errors import why
from sugoroku.session.recorder import N_

LIMITS = Limits()
_CHUNK = 2**16
_END = struct.Struct("<4s4H2LH")
"""The last record of a zip: signature, disks, entries, size and place of the directory, comment."""
_BYTES_AN_ENTRY = 400
_ENCRYPTED = 0x1
_BROKEN = (
    BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error,
    LookupError, OverflowError, OSError,
)  # fmt: skip
"""What `zipfile` raises for what is no sound zip."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack whose names, sizes and hashes are good. `files` by name, without the manifest."""

    manifest: Manifest
    manifest_bytes: bytes
    files: dict[str, bytes]
    packed_size: int

    @property
    def size(self) -> int:
        """Bytes on the disk when it is installed."""
        return len(self.manifest_bytes) + sum(map(len, self.files.values()))


def looks_zipped(path: Path) -> bool:
    """Whether a file begins like a zip."""
    try:
        with path.open("rb") as file:
            return file.read(2) == b"PK"
    except OSError:
        return False


def read_pack(path: Path, limits: Limits = LIMITS) -> Pack:
    """The pack at `path`. PackError tells why it is none, or none that may be installed."""
    return pack_of(_bytes(path, limits), limits)


def pack_of(data: bytes, limits: Limits = LIMITS) -> Pack:
    """As `read_pack`, of its bytes."""
    _check_end(data, limits)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            entries = _entries(archive, limits)
            if MANIFEST not in entries:
                raise PackError(N_("This is a zip file, but no pack: it has no manifest.json."))
            raw = _read(archive, entries[MANIFEST], limits.manifest_bytes)
            manifest = manifest_of(raw)
            check_kinds(list(entries))
            files: dict[str, bytes] = {}
            left = limits.all_bytes - len(raw)
            for name, entry in entries.items():
                if name != MANIFEST:
                    files[name] = _read(archive, entry, min(left, limits.file_bytes))
                    left -= len(files[name])
    except _BROKEN:
        raise PackError(N_("The pack is damaged. Copy or download it once more.")) from None
    _compare(manifest, files)
    return Pack(manifest, raw, files, len(data))


def _bytes(path: Path, limits: Limits) -> bytes:
    most = limits.all_bytes + limits.manifest_bytes
    try:
        if not path.is_file():
            raise PackError(N_("There is no such file."))
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as fault:
        reason = why(fault)
        raise PackError(reason.message, **reason.values) from None
    if len(data) > most:
        raise _too_large(limits.all_bytes)
    return data


def _check_end(data: bytes, limits: Limits) -> None:
    """The directory at the end is small enough to be read at all.

    `zipfile` reads all of it at once. It takes the end record that is the last 22 bytes, as here,
    or else searches one in front of a comment; packs have no comment, and none needs zip64.
    """
    if data[:2] != b"PK":
        raise PackError(N_("This is no pack."))
    if len(data) < _END.size or data[-_END.size :][:4] != b"PK\5\6":
        raise PackError(N_("The pack is damaged. Copy or download it once more."))
    _, _, _, _, entries, size, _, comment = _END.unpack(data[-_END.size :])
    if comment or data[-_END.size - 20 :][:4] == b"PK\6\7":
        raise PackError(N_("The pack is damaged. Copy or download it once more."))
    most = 2 * limits.files
    if entries > most or size > most * _BYTES_AN_ENTRY:
        raise _too_many(limits.files)


def _entries(archive: ZipFile, limits: Limits) -> dict[str, ZipInfo]:
    """The files in it by name: plain ones only, each once, none outside."""
    found: dict[str, ZipInfo] = {}
    names: list[str] = []
    for entry in archive.infolist():
        name = entry.orig_filename
        folder = name.endswith("/")
        names.append(name.removesuffix("/"))
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFDIR if folder else stat.S_IFREG):
            raise PackError(
                N_("“{name}” in the pack is a link or a device, and no file."), name=shown(name)
            )
        unread = entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED)
        if unread or entry.flag_bits & _ENCRYPTED or (folder and entry.file_size):
            raise PackError(N_("The pack is packed or locked in a way that is not read here."))
        if not folder:
            found[name] = entry
    if len(found) > limits.files:
        raise _too_many(limits.files)
    folders = {name for name in names if name not in found}
    check_names(sorted(folders))  # those of a folder may stand before files in it
    check_names([name for name in names if name not in folders])
    return found


def _read(archive: ZipFile, entry: ZipInfo, most: int) -> bytes:
    """The bytes of an entry; stops as soon as there are too many."""
    parts: list[bytes] = []
    size = 0
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise PackError(
                    N_("“{name}” in the pack is too large, or the pack as a whole."),
                    name=shown(entry.filename),
                )
            parts.append(chunk)
    return b"".join(parts)


def _compare(manifest: Manifest, files: dict[str, bytes]) -> None:
    """The files are those that the manifest names, byte for byte."""
    told = {file.name: file for file in manifest.files}
    for name in sorted(told.keys() ^ files.keys()):
        raise PackError(
            N_("The pack is not whole: “{name}” is missing.")
            if name in told
            else N_("The pack holds a file that its manifest does not name: “{name}”."),
            name=shown(name),
        )
    for name, data in files.items():
        if len(data) != told[name].size or sha256(data).hexdigest() != told[name].sha256:
            raise PackError(
                N_("“{name}” in the pack was changed since the pack was made. Ask for it anew."),
                name=shown(name),
            )


def _too_many(most: int) -> PackError:
    return PackError(N_("The pack holds more than {most} files."), most=most)


def _too_large(most: int) -> PackError:
    return PackError(N_("The pack is larger than {most} MB."), most=most // 2**20)
