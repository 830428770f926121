"""Pictures that files name: only from inside the pack, only real PNG, JPEG or SVG of fair size."""

import re
import struct
import unicodedata
from pathlib import Path

from sugoroku.content.problems import N_

MOST_PIXELS = 4096
MOST_BYTES = 8 * 2**20
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_PLAIN = re.compile(r"[\w][\w .-]{0,99}(/[\w][\w .-]{0,99}){0,4}\.(png|jpe?g|svg)", re.IGNORECASE)


def unsafe_name(name: str) -> str:
    """Why a picture's name is refused, as a message; "" when it is fine."""
    if unicodedata.normalize("NFKC", name) != name or len(name) > 200:
        return N_("This picture's name has signs that are not allowed.")
    if not _PLAIN.fullmatch(name) or ".." in name:
        return N_("A picture is named inside the pack: `pictures/tree.png` (PNG, JPEG or SVG).")
    if any(_DEVICES.fullmatch(part) or part.endswith((" ", ".")) for part in name.split("/")):
        return N_("This picture's name is not possible on every computer.")
    return ""


def find_picture(name: str, folders: tuple[Path, ...]) -> Path | None:
    for folder in folders:
        path = folder / name
        if path.is_symlink() or path.exists():
            return path
    return None


def bad_picture(path: Path, root: Path) -> str:
    """Why the file cannot be used, as a message; "" when it can. Reads its head only."""
    try:
        if path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
            return N_("The picture is a link, or lies outside the pack.")
        if not path.is_file():
            return N_("The picture is missing.")
        size = path.stat().st_size
        if not 16 <= size <= MOST_BYTES:
            return N_("The picture is empty or too large (8 MiB at most).")
        with path.open("rb") as file:
            head = file.read(64 * 1024)
            file.seek(-min(size, 64), 2)
            tail = file.read()
    except OSError:
        return N_("The picture cannot be read.")
    if path.suffix.lower() == ".svg":
        return "" if b"<svg" in head else N_("The file is not the picture it says it is.")
    dimensions = _png(head, tail) if head.startswith(b"\x89PNG\r\n\x1a\n") else _jpeg(head, tail)
    if dimensions is None:
        return N_("The file is not the picture it says it is.")
    if max(dimensions) > MOST_PIXELS or min(dimensions) < 1:
        return N_("The picture is larger than 4096 × 4096.")
    return ""


def _png(head: bytes, tail: bytes) -> tuple[int, int] | None:
    if head[12:16] != b"IHDR" or b"IEND" not in tail:
        return None
    width, height = struct.unpack(">II", head[16:24])
    return int(width), int(height)


def _jpeg(head: bytes, tail: bytes) -> tuple[int, int] | None:
    """Walks the segments to the frame header (ITU-T T.81, annex B)."""
    if not head.startswith(b"\xff\xd8") or b"\xff\xd9" not in tail:
        return None
    at = 2
    while at + 9 < len(head) and head[at] == 0xFF:
        marker, length = head[at + 1], int.from_bytes(head[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return int(width), int(height)
        at += 2 + length
    return None
