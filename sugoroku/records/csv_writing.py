"""CSV that a spreadsheet opens as a table and never as a program.

RFC 4180: comma, CRLF, quotes where needed; UTF-8 with a byte order mark, which Excel wants.

The neutral form of a text (`neutral`): control characters, changes of direction and byte order
marks are taken out; TAB becomes a space, every kind of line end becomes LF; half surrogate pairs
become U+FFFD. Then an apostrophe is put first where the text begins with a line end or with
`= + - @`, a wide form of them included, also behind spaces or invisible signs. Numbers of our own
are written as numbers. A text that needs none of this is kept letter by letter.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from sugoroku.records import disk

Cell = str | int | float | bool | None

_FORMULA = frozenset("=+-@")
_LINE_ENDS = str.maketrans(dict.fromkeys("\r\x85\u2028\u2029", "\n") | {"\t": " "})
_KEPT_FORMAT = frozenset("\u200b\u200c\u200d\u2060\xad")
"""Invisible signs that writing needs: joiners, break here, never break here."""


_INVISIBLE = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "".join(_KEPT_FORMAT)


def neutral(text: str) -> str:
    """The text as it may stand in a cell; see the head of this file."""
    if text[:1].isalnum() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").translate(_LINE_ENDS)
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = "".join(filter(_kept, text))
    visible = text.lstrip(_INVISIBLE)
    formula = unicodedata.normalize("NFKC", visible[:1])[:1] in _FORMULA
    return f"'{text}" if formula or text.startswith("\n") else text


def _kept(sign: str) -> bool:
    if sign == "\n" or sign in _KEPT_FORMAT:
        return True
    return unicodedata.category(sign) not in ("Cc", "Cf", "Cs")


def cell(value: Cell) -> str:
    """One cell before quoting. True and False are 1 and 0, None is empty."""
    if value is None:
        return ""
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, float) and not value.is_integer():
        return repr(value)
    return str(int(value))


def table(rows: Iterable[Sequence[Cell]]) -> bytes:
    """The bytes of a CSV file."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([cell(v) for v in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def write_table(path: Path, rows: Iterable[Sequence[Cell]]) -> None:
    """Put the table at `path`, whole. OSError when that cannot be, as when Excel has it open."""
    disk.replace_file(path, table(rows))
