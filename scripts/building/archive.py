"""Packs a folder so that the same folder gives the same bytes, and writes down the sums."""

import hashlib
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path

SUMS = "SHA256SUMS"
EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""Of a time in a zip."""


def files_in(folder: Path) -> list[Path]:
    """All files and links below, in an order that no system decides."""
    found = [path for path in folder.rglob("*") if path.is_symlink() or path.is_file()]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_sums(folder: Path) -> Path:
    """SHA256SUMS of all files below; `sha256sum -c SHA256SUMS` checks it."""
    lines = [
        f"{sum_of(path)}  {path.relative_to(folder).as_posix()}\n"
        for path in files_in(folder)
        if path != folder / SUMS and not path.is_symlink()
    ]
    (folder / SUMS).write_text("".join(lines), "utf-8", newline="\n")
    return folder / SUMS


def pack(folder: Path, target: Path, moment: int) -> Path:
    """A zip of `folder` under its own name: sorted, all times `moment` (seconds since 1970), modes
    755 for what can be run and 644 for the rest.
    """
    when = max(EARLIEST, datetime.fromtimestamp(moment, UTC))
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in files_in(folder):
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            entry = zipfile.ZipInfo(name, when.timetuple()[:6])
            entry.create_system = 3  # whoever packs: the modes are those of Unix
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _mode(path) << 16
            content = (
                path.readlink().as_posix().encode() if path.is_symlink() else path.read_bytes()
            )
            packed.writestr(entry, content)
    return target


def _mode(path: Path) -> int:
    if path.is_symlink():
        return stat.S_IFLNK | 0o777
    return stat.S_IFREG | (0o755 if path.stat().st_mode & 0o111 else 0o644)


def add_sum(archive: Path) -> Path:
    """Put the sum of an archive into the SHA256SUMS beside it; an older one of it goes."""
    sums = archive.parent / SUMS
    lines = sums.read_text("utf-8").splitlines() if sums.is_file() else []
    kept = [line for line in lines if not line.endswith(f"  {archive.name}")]
    told = sorted([*kept, f"{sum_of(archive)}  {archive.name}"], key=lambda line: line[66:])
    sums.write_text("\n".join(told) + "\n", "utf-8", newline="\n")
    return sums
