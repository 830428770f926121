"""Rows of CSV and other separated text; a quotation mark that is not closed spoils one row only."""

import csv
import re
from collections.abc import Iterator

from sugoroku.content.problems import N_
from sugoroku.interchange.findings import Unfit

MOST_FAULTS = 100
LONGEST_CELL = 20_000
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def rows_of(text: str, separator: str) -> Iterator[tuple[int, list[str] | Unfit]]:
    """(line on which the row begins, its cells or what is wrong with it)."""
    before = csv.field_size_limit(LONGEST_CELL)  # of the whole process, so it is put back
    try:
        yield from _rows(_LINE.findall(text), separator)
    finally:
        csv.field_size_limit(before)


def _rows(lines: list[str], separator: str) -> Iterator[tuple[int, list[str] | Unfit]]:
    at = faults = 0
    while at < len(lines) and faults < MOST_FAULTS:
        rest = (lines[i] for i in range(at, len(lines)))
        reader = csv.reader(rest, delimiter=separator, strict=True)
        begun = at
        try:
            for cells in reader:
                yield begun + 1, cells
                begun = at + reader.line_num
            return
        except csv.Error as fault:
            yield begun + 1, _told(fault)
            at = begun + 1
            faults += 1


def _told(fault: csv.Error) -> Unfit:
    if "expected after" in str(fault):
        return Unfit(
            N_("Behind a closing quotation mark something else stands."),
            N_('Write a quotation mark inside a text twice: "".'),
        )
    return Unfit(
        N_("A quotation mark is opened here and never closed."),
        N_("Write the same mark at the end of the text."),
    )
