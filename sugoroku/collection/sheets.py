"""One CSV file, read as it is met in schools: saved again by Excel, cut off, or of something else.

Our own files are UTF-8 with a byte order mark, comma and CRLF. A file without the mark was saved
by another program: then Shift-JIS (Japanese) or Windows-1252 are tried after UTF-8, and semicolon
and TAB after the comma. Rows that are not whole are left out, by line; the rest is kept.
"""

import codecs
import csv
import io
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from sugoroku.collection.problems import Problems
from sugoroku.session.recorder import N_

LARGEST = 32 << 20
"""Bytes; the files of a lesson are a thousandth of it."""
SEPARATOR = "\x1f"
"""Between cells while they are joined; never inside one."""
_NAMED = 10
"""Lines that are named one by one."""

Row = list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    header: tuple[str, ...]
    rows: list[Row]


def read_bytes(path: Path, problems: Problems, *, needed: bool = True) -> bytes | None:
    """The file's bytes; None when it cannot be read, which is told (if `needed`, also missing)."""
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        if needed:
            problems.left_out(N_("The file is missing."))
        return None
    except OSError as fault:
        problems.left_out(N_("It cannot be read ({why})."), why=fault.strerror or str(fault))
        return None
    if len(data) > LARGEST:
        problems.left_out(N_("It is too large to be of one lesson and is left out."))
        return None
    return data


def read_sheet(
    data: bytes, needed: Collection[str], language: str, problems: Problems
) -> Sheet | None:
    """The table in `data`; None when it is not one with the `needed` columns. All is told."""
    text = _decoded(data, language, problems)
    if text is None:
        return None
    if not text.strip("\0 \r\n"):
        problems.left_out(N_("The file is empty."))
        return None
    if "\x1f" in text:
        text = text.replace("\x1f", " ")
    delimiter = _delimiter(text, problems)
    rows, broken = _rows(text, delimiter)
    header = tuple(rows.pop(0)[1]) if rows else ()
    if not set(needed) <= set(header):
        problems.left_out(
            N_("It is a table of something else (columns: {columns}) and is left out."),
            columns=", ".join(header)[:80].replace("\0", ""),
        )
        return None
    whole = [row for _, row in rows if len(row) == len(header)]
    if len(whole) < len(rows):
        broken += [line for line, row in rows if row and len(row) != len(header)]
    if "\0" in text:
        broken += [line for line, row in rows if len(row) == len(header) and "\0" in "".join(row)]
        whole = [row for row in whole if "\0" not in "".join(row)]
    if broken:
        problems.left_out(
            N_("Rows that are not whole are left out (line {lines})."), lines=_lines(broken)
        )
    return Sheet(_single(header, whole, problems), whole)


def _decoded(data: bytes, language: str, problems: Problems) -> str | None:
    marked = data.startswith(codecs.BOM_UTF8)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        tries = ["utf-16"]
    elif marked:
        tries = ["utf-8-sig"]
    else:
        tries = ["utf-8", *(["cp932"] if language in ("ja", "") else []), "cp1252"]
    for encoding in tries:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding not in ("utf-8", "utf-8-sig"):
            problems.note(
                N_("It was saved by another program ({how}) and is read all the same."),
                how={"cp932": "Shift-JIS", "cp1252": "Windows-1252"}.get(encoding, "UTF-16"),
            )
        return text
    problems.left_out(N_("Letters that cannot be read were replaced by �."))
    return data.decode(tries[0], "replace")


def _delimiter(text: str, problems: Problems) -> str:
    """The first sign that can stand between columns in the first line."""
    head = text[: text.find("\n") if "\n" in text else len(text)]
    found = min((head.find(sign), sign) for sign in ",;\t" if sign in head) if head else (0, ",")
    if found[1] != ",":
        problems.note(
            N_("It was saved by another program ({how}) and is read all the same."),
            how="TAB" if found[1] == "\t" else found[1],
        )
    return found[1]


def _rows(text: str, delimiter: str) -> tuple[list[tuple[int, Row]], list[int]]:
    """Each row with its line, and the lines of rows that are no CSV."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[tuple[int, Row]] = []
    broken: list[int] = []
    while True:
        try:
            for row in reader:
                if row:
                    found.append((reader.line_num, row))
            return found, broken
        except csv.Error:  # the reader goes on with the next line
            broken.append(reader.line_num)


def _lines(numbers: Sequence[int]) -> str:
    """`3, 5, …`: the first few."""
    told = ", ".join(str(number) for number in sorted(numbers)[:_NAMED])
    return f"{told}, …" if len(numbers) > _NAMED else told


def _single(header: tuple[str, ...], rows: list[Row], problems: Problems) -> tuple[str, ...]:
    """The header with the second column of a name, and columns without one, made nameless."""
    if len(set(header)) == len(header) and "" not in header:
        return header
    found: list[str] = []
    for place, name in enumerate(header):
        if not name:
            if any(row[place] for row in rows):
                problems.left_out(N_("A column without a name is left out."))
        elif name in found:
            problems.left_out(N_("The column is there twice; the first one counts."), column=name)
            name = ""  # noqa: PLW2901
        found.append(name)
    return tuple(found)
