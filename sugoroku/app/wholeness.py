"""Is the program's folder whole? What is missing or damaged, by name, and how to get it again.

A built program has the check sums of its files beside it. At its start only names, and the files
that words depend on, are looked at; `thorough` reads everything.
"""

import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from sugoroku import paths
from sugoroku.i18n.translator import Translator
from sugoroku.stage.assets import FONTS

SUMS = "SHA256SUMS"
NEEDED = ("boards", "quizzes", "surveys", "assets", "locales")
_WORDS = (".ttf", ".otf", ".mo")
"""Without these nothing can be read on the screen; they are few and small."""
_NAMED = 2


@dataclass(frozen=True, slots=True)
class Damage:
    """`file` as in the list, with slashes."""

    file: str
    what: Literal["missing", "damaged"]


def damages(
    *, thorough: bool = False, program: Path | None = None, bundled: Path | None = None
) -> list[Damage]:
    """What is wrong with the program's folder, in order. `program`: where the list lies."""
    bundled = bundled or paths.bundled_root()
    program = program or paths.beside_program()
    listed = {} if program is None else _listed(program / SUMS)
    found: list[Damage] = []
    if program is not None and listed:
        sizes = _sizes(program)
        for name, digest in listed.items():
            if name not in sizes:
                found.append(Damage(name, "missing"))
            elif thorough or sizes[name] == 0 or name.endswith(_WORDS):
                found += [] if _digest(program / name) == digest else [Damage(name, "damaged")]
        return found
    found += [Damage(name, "missing") for name in NEEDED if not (bundled / name).is_dir()]
    for name in FONTS.values():
        font = bundled / "assets" / name
        if not font.is_file():
            found.append(Damage(f"assets/{name}", "missing"))
        elif not _whole_font(font):
            found.append(Damage(f"assets/{name}", "damaged"))
    return found


def in_words(found: list[Damage], tr: Translator) -> tuple[str, ...]:
    """Lines for people: the files, and what to do."""
    lines = [told(damage, tr) for damage in found[:_NAMED]]
    if len(found) > _NAMED:
        more = len(found) - _NAMED
        lines.append(tr.plural("… and {n} more file.", "… and {n} more files.", more))
    return (
        *lines,
        tr("Copy the whole program folder again: unpack the whole zip. Results are safe."),
    )


def told(damage: Damage, tr: Translator) -> str:
    if damage.what == "missing":
        return tr("{file} is missing.", file=damage.file)
    return tr("{file} is damaged.", file=damage.file)


def hides_words(found: list[Damage]) -> bool:
    """Whether it may not be readable on the screen."""
    return any(damage.file.endswith(_WORDS[:2]) or damage.file == "assets" for damage in found)


def tell_at_start(
    found: list[Damage], tr: Translator, box: Callable[[str, str], None] | None
) -> None:
    """For whom there is no page: in a box of the system (None: there is none) and on stderr."""
    import sys

    title = tr("The program's folder is not whole")
    text = "\n".join(in_words(found, tr))
    if sys.stderr is not None:
        print(f"{title}\n{text}", file=sys.stderr)
    if box is not None:
        box(title, text)


def _listed(path: Path) -> dict[str, str]:
    """Check sum by name; none when there is no list, and only lines that are one."""
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    pairs = (line.split(maxsplit=1) for line in lines if len(line) > 66)
    return {pair[1].lstrip("*"): pair[0] for pair in pairs if len(pair) == 2 and len(pair[0]) == 64}


def _sizes(folder: Path) -> dict[str, int]:
    """Of all files below, by name with slashes; one walk is faster than a look at each."""
    found: dict[str, int] = {}
    for place, _, files in os.walk(folder):
        inside = Path(place).relative_to(folder).as_posix()
        for name in files:
            whole = name if inside == "." else f"{inside}/{name}"
            try:
                found[whole] = os.stat(os.path.join(place, name)).st_size
            except OSError:
                continue
    return found


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _whole_font(path: Path) -> bool:
    """Each of its tables ends within the file."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            kind, tables = struct.unpack(">4sH6x", file.read(12))
            ends = [sum(struct.unpack(">8xLL", file.read(16))) for _ in range(tables)]
    except (OSError, struct.error):
        return False
    return kind in (b"\0\1\0\0", b"OTTO", b"true") and bool(ends) and max(ends) <= size
