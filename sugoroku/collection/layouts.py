"""What the columns of a `survey.csv` mean: from the codebook, else from their names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sugoroku.collection.finding import SURVEY
from sugoroku.collection.problems import Problems
from sugoroku.collection.sheets import Sheet
from sugoroku.session.recorder import N_

PUPIL_COLUMNS = ("pupil", "when", "survey", "moment", "way")
KINDS = frozenset(("faces", "choice", "several", "yes_maybe_no", "text", "number", "knowledge"))

_NUMBERED = re.compile(r"(.+)_(\d{1,3})")


@dataclass(slots=True)
class Book:
    """The survey's part of a codebook."""

    number: int
    kinds: dict[str, str] = field(default_factory=dict)
    """Of the columns with answers."""
    options: dict[str, str] = field(default_factory=dict)
    """The words of an option that has a column of its own."""


class Entry(NamedTuple):
    """A row of the long table for each pupil. Places of cells count from 1; 0: there is none."""

    item: str
    kind: str
    option: int | None
    column: str
    code_at: int
    label_at: int
    right_at: int
    words: str


def book_of(number: int, sheet: Sheet) -> Book:
    """`sheet` is a codebook with all its columns."""
    at = {name: place for place, name in enumerate(sheet.header)}
    file, column, kind, name, code, label = (
        at[key] for key in ("file", "column", "kind", "name", "code", "label")
    )
    book = Book(number)
    for row in sheet.rows:
        if row[file] != SURVEY or row[kind] not in KINDS:
            continue
        book.kinds.setdefault(row[column], row[kind])
        if row[kind] == "several" and (row[code] == "1" or not row[code]):
            words = row[label] or row[name]
            if row[code] or row[column] not in book.options:
                book.options[row[column]] = words
    return book


def entries(sheet: Sheet, book: Book | None, problems: Problems) -> tuple[Entry, ...]:
    """In the order of the columns. A column that the codebook does not have is told."""
    names = [name for name in sheet.header if name and name not in PUPIL_COLUMNS]
    there = set(names)
    kinds = {} if book is None else {n: k for n, k in book.kinds.items() if n in there}
    found = _by_name([n for n in names if not _is_of(n, kinds)], there)
    if found and book is not None:
        for name in sorted({name for name in found if name not in book.kinds}):
            problems.note(N_("The codebook does not have this column."), column=name)
    kinds |= found
    places = {name: place for place, name in enumerate(sheet.header)}
    options = {} if book is None else book.options
    return tuple(
        _entry(name, kinds[name] or _guess(sheet, places[name]), places, options.get(name, ""))
        for name in names
        if name in kinds
    )


def _is_of(name: str, kinds: dict[str, str]) -> bool:
    """It is a column with answers, or one beside it."""
    if name in kinds:
        return True
    base, _, end = name.rpartition("_")
    return end in ("label", "right") and (base in kinds or f"{base}_1" in kinds)


def _by_name(names: Sequence[str], there: set[str]) -> dict[str, str]:
    """Kinds as far as names tell them: empty where only the answers do."""
    found = {}
    for name in names:
        base, _, end = name.rpartition("_")
        if end in ("label", "right") and (base in there or f"{base}_1" in there):
            continue
        numbered = _NUMBERED.fullmatch(name)
        if numbered and f"{numbered[1]}_label" in there and numbered[1] not in there:
            found[name] = "several"
        elif f"{name}_right" in there:
            found[name] = "knowledge"
        else:
            found[name] = "options" if f"{name}_label" in there else ""
    return found


def _guess(sheet: Sheet, place: int) -> str:
    said = [row[place] for row in sheet.rows if row[place]]
    whole = all(cell.removeprefix("-").isdecimal() for cell in said)
    return "number" if said and whole else "text"


def _entry(name: str, kind: str, places: dict[str, int], words: str) -> Entry:
    numbered = _NUMBERED.fullmatch(name) if kind == "several" else None
    item, option = (numbered[1], int(numbered[2])) if numbered else (name, None)
    own = item.removesuffix("_") if item.removesuffix("_") in PUPIL_COLUMNS else item
    return Entry(
        item=own,
        kind=kind,
        option=option,
        column=name,
        code_at=places[name] + 1,
        label_at=0 if numbered else places.get(f"{item}_label", -1) + 1,
        right_at=places.get(f"{item}_right", -1) + 1,
        words=words,
    )
