"""Pictures named by authors: safe names, inside their folder, of a known kind and a fair size."""

import os
import re
import struct
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from sugoroku.content.problems import N_, nearest, shown

LARGEST_SIDE = 4096
LARGEST_FILE = 8 * 2**20
ENDINGS = (".png", ".jpg", ".jpeg", ".svg")

NOT_THERE = N_("There is no picture “{name}”.")

_PLAIN = re.compile(r"[\w][\w .()+-]*(/[\w][\w .()+-]*)*")
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.I)


_NUMBER = r"-?[0-9.]{1,12}"
_GAP = r"[\s,]{1,9}"


class Fault(NamedTuple):
    message_id: str
    fix_id: str
    values: dict[str, str]


def _fault(message: str, fix: str, **values: object) -> Fault:
    return Fault(message, fix, {name: shown(value) for name, value in values.items()})


def check_file_name(name: object) -> Fault | None:
    """The name of a picture file, with its ending: a path that cannot leave its folder."""
    if not isinstance(name, str):
        return None
    fault = check_path(name)
    if fault is None and not name.lower().endswith(ENDINGS):
        fault = _fault(
            N_("“{name}” is not a picture of a known kind."),
            N_("Use PNG, JPEG or SVG (.png, .jpg, .svg)."),
            name=name,
        )
    return fault


def check_path(name: str) -> Fault | None:
    """A path with / inside the folder of pictures, on every system."""
    parts = name.split("/")
    unsafe = (
        len(name) > 200
        or unicodedata.normalize("NFKC", name) != unicodedata.normalize("NFC", name)
        or not _PLAIN.fullmatch(name)
        or any(part.endswith((".", " ")) or ".." in part for part in parts)
    )
    if unsafe:
        return _fault(
            N_("“{name}” is not a path inside the folder of pictures."),
            N_("Write only folder and file, as in “town/tram.png”: no drive, no “..”, no address."),
            name=name,
        )
    device = next((part for part in parts if _DEVICES.match(part)), "")
    if device:
        return _fault(
            N_("“{name}” is a name that Windows keeps for itself."),
            N_("Give the file another name."),
            name=device,
        )
    return None


def find(name: str, folders: Iterable[Path]) -> Path | None:
    """The first file of that name; the name must have passed `check_path`."""
    for folder in folders:
        path = folder / name
        if path.is_symlink() or path.exists():
            return path
    return None


def check_picture(name: str, folders: Iterable[Path]) -> Fault | None:
    """The file is there, stays in its folder, and is a picture that can be shown."""
    places = list(folders)
    try:
        path = find(name, places)
        if path is None:
            near = _near(name, places)
            return _fault(
                NOT_THERE,
                N_("Did you mean “{near}”?")
                if near
                else N_("Put it into the folder {folder}, or mend the name."),
                name=name,
                near=near,
                folder=places[0] if places else "assets",
            )
        real = Path(os.path.realpath(path))
        if not any(real.is_relative_to(os.path.realpath(folder)) for folder in places):
            return _fault(
                N_("“{name}” leads out of the folder of pictures."),
                N_("Put the picture itself there instead of a link."),
                name=name,
            )
        if not real.is_file():
            return _broken(name)
        if real.stat().st_size > LARGEST_FILE:
            return _fault(
                N_("The picture “{name}” is larger than {most} MiB."),
                N_("Save it smaller."),
                name=name,
                most=LARGEST_FILE // 2**20,
            )
        data = real.read_bytes()
    except OSError as fault:
        return _fault(
            N_("The picture “{name}” cannot be read ({why})."),
            N_("Look whether it is open in another program or protected."),
            name=name,
            why=fault.strerror or fault,
        )
    size = _size(data)
    if size is None or _kind(data) != _kind_by_name(name):
        return _broken(name)
    if max(size) > LARGEST_SIDE:
        return _fault(
            N_("The picture “{name}” has {width} × {height} dots; {most} × {most} is the limit."),
            N_("Save it smaller."),
            name=name,
            width=round(size[0]),
            height=round(size[1]),
            most=LARGEST_SIDE,
        )
    return None


def check_card_picture(name: str, folders: Iterable[Path]) -> Fault | None:
    """The picture of a square, which is named without its ending and must be SVG."""
    if name.lower().endswith(ENDINGS):
        plain = name[: name.rindex(".")]
        message = N_("Only SVG pictures are taken for squares, not “{name}”.")
        fix = N_("Save it as assets/{plain}.svg, and write here only its name: {short}.")
        short = plain.removeprefix("event/")
        return _fault(message, fix, name=name.removeprefix("event/"), plain=plain, short=short)
    fault = check_picture(f"{name}.svg", folders)
    if fault and fault.message_id == NOT_THERE and not fault.values["near"]:
        fix = N_("Put an SVG picture there as assets/{name}, or mend the name.")
        return fault._replace(fix_id=fix)
    return fault


def _near(name: str, folders: Iterable[Path]) -> str:
    """A picture in the same subfolder with a name that is nearly the same."""
    inside, _, _ = name.rpartition("/")
    start = f"{inside}/" if inside else ""
    there = (entry.name for folder in folders if (folder / inside).is_dir()
             for entry in (folder / inside).iterdir())  # fmt: skip
    stems = {Path(file).stem: start + file for file in there if file.lower().endswith(ENDINGS)}
    # Folder and ending are alike in all of them, and would make every name seem near.
    return stems.get(nearest(Path(name).stem, stems), "")


def _broken(name: str) -> Fault:
    return _fault(
        N_("“{name}” is damaged, or not a picture of the kind its ending says."),
        N_("Save it anew as PNG, JPEG or SVG."),
        name=name,
    )


def _kind_by_name(name: str) -> str:
    ending = name.rsplit(".", 1)[-1].lower()
    return "jpeg" if ending == "jpg" else ending


def _kind(data: bytes) -> str:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    return "jpeg" if data.startswith(b"\xff\xd8") else "svg"


def _size(data: bytes) -> tuple[float, float] | None:
    """Width and height; None for a picture that is cut off or none at all."""
    kind = _kind(data)
    size = (
        _png_size(data)
        if kind == "png"
        else _jpeg_size(data)
        if kind == "jpeg"
        else _svg_size(data)
    )
    return size if size and min(size) > 0 else None


def _png_size(data: bytes) -> tuple[float, float] | None:
    """From the first chunk; every chunk must be whole, up to the last."""
    if len(data) < 33 or data[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", data[16:24])
    at = 8
    while at + 12 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        at += 12 + length
        if kind == b"IEND":
            return (width, height) if at <= len(data) else None
    return None


def _jpeg_size(data: bytes) -> tuple[float, float] | None:
    """From the frame's header; the end mark must be there."""
    if b"\xff\xd9" not in data[-64:]:
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return None


def _svg_size(data: bytes) -> tuple[float, float] | None:
    """From `width` and `height` or the view box of the first element."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    head = re.search(r"<svg\b[^>]{0,4000}>", text[:20_000])
    if head is None or "</svg" not in text[-200:] or "<!ENTITY" in text:
        return None
    sides = [
        re.search(rf'\s{side}="([0-9.]{{1,12}})(px)?"', head[0]) for side in ("width", "height")
    ]
    box = re.search(
        rf'viewBox="\s*{_NUMBER}{_GAP}{_NUMBER}{_GAP}({_NUMBER}){_GAP}({_NUMBER})\s*"', head[0]
    )
    try:
        if sides[0] and sides[1]:
            return float(sides[0][1]), float(sides[1][1])
        return (float(box[1]), float(box[2])) if box else None
    except ValueError:
        return None
