"""Excel files: ours, Kahoot's, a teacher's own. Sizes are looked at before anything is unpacked."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from sugoroku.content.problems import N_
from sugoroku.interchange.columns import fields_of, is_header
from sugoroku.interchange.csv_reading import no_header
from sugoroku.interchange.findings import Reading, Unfit
from sugoroku.interchange.sheet_reading import HEADER_WITHIN, Cell, Row, read_rows

if TYPE_CHECKING:
    from openpyxl import Workbook

QUESTIONS, DECK, HELP = "questions", "deck", "help"
MOST_ROWS = 6_000
MOST_COLUMNS = 60
MOST_SHEETS = 50
MOST_PARTS = 2_000
LARGEST_SHEET = 32 * 2**20
LARGEST_PART = 8 * 2**20
LARGEST_WHOLE = 64 * 2**20
_CODE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TEXT_SHEETS = re.compile(r"xl/(worksheets/[^/]+|sharedStrings)\.xml", re.I)


def read_xlsx(data: bytes) -> Reading:
    """Unfit when it is no workbook, too large, or without a row of headings."""
    _look_at_sizes(data)
    try:
        with warnings.catch_warnings(action="ignore"):  # openpyxl tells of every oddity
            return _read(_opened(data))
    except Unfit:
        raise
    except Exception as fault:  # a damaged part may fail in any way inside openpyxl
        raise _damaged(type(fault).__name__) from None


def _damaged(why: str) -> Unfit:
    return Unfit(
        N_("The Excel file is damaged or not of the kind .xlsx ({why})."),
        N_("Open it in Excel or LibreOffice and save it anew as .xlsx."),
        why=why,
    )


def _look_at_sizes(data: bytes) -> None:
    """Against files that are small and unpack to something huge."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
        raise _damaged(type(fault).__name__) from None
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise _damaged("xl/workbook.xml")
    large = len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_WHOLE
    for part in parts:
        most = LARGEST_SHEET if _TEXT_SHEETS.fullmatch(part.filename) else LARGEST_PART
        is_text = part.filename.endswith((".xml", ".rels", ".vml"))
        large |= is_text and part.file_size > most
    if large:
        raise Unfit(
            N_("The Excel file unpacks to more than can be read."),
            N_("Copy the questions into a new, empty file and save that one."),
        )


def _opened(data: bytes) -> "Workbook":
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(data), read_only=True, keep_links=False)


def _read(book: "Workbook") -> Reading:
    reading = Reading()
    names = book.sheetnames[:MOST_SHEETS]
    if DECK in names and QUESTIONS in names:
        reading.deck.update(_deck(book))
    for name in [QUESTIONS] * (QUESTIONS in names) + names:
        if _has_header(book, name):
            rows = list(_rows(book, name))
            read_rows(rows, reading)
            if len(rows) == MOST_ROWS:  # openpyxl fills up to the limit when there are more
                reading.note(
                    N_("Only the first {rows} rows and {columns} columns of the sheet were read."),
                    rows=MOST_ROWS,
                    columns=MOST_COLUMNS,
                )
            return reading
    raise no_header()


def _deck(book: "Workbook") -> dict[str, str]:
    found = {}
    for _, cells in _rows(book, DECK, 20):
        name, value = [*cells, "", ""][:2]
        if isinstance(name, str) and isinstance(value, str) and value.strip():
            found[name.strip()] = value
    return {name: found[name] for name in ("id", "language", "title", "grade") if name in found}


def _has_header(book: "Workbook", name: str) -> bool:
    return any(
        is_header(fields_of([cell if isinstance(cell, str) else "" for cell in cells]))
        for _, cells in _rows(book, name, HEADER_WITHIN)
    )


def _rows(book: "Workbook", name: str, most: int = MOST_ROWS) -> Iterator[Row]:
    sheet: Any = book[name]
    if not hasattr(sheet, "iter_rows"):
        return  # a sheet that is only a chart
    sheet.reset_dimensions()  # what the file says of its own size may be wrong
    for i, cells in enumerate(sheet.iter_rows(max_row=most, max_col=MOST_COLUMNS), 1):
        yield i, _trimmed([_value(cell) for cell in cells])


def _trimmed(cells: list[Cell]) -> Sequence[Cell]:
    while cells and cells[-1] == "":
        cells.pop()
    return cells


def _value(cell: Any) -> Cell:
    """The text of a cell as an author would have written it."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return Unfit(
            N_("The cell {cell} holds a formula."),
            N_("Copy the cell and paste it in its place as a value."),
            cell=cell.coordinate,
        )
    if cell.data_type == "e":
        return Unfit(
            N_("The cell {cell} holds an error of the spreadsheet ({value})."),
            N_("Write what is meant."),
            cell=cell.coordinate,
            value=value,
        )
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format or ""))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return _CODE.sub(lambda found: chr(int(found[1], 16)), str(value))


def _number(value: float, form: str) -> str:
    if "%" in form:
        return f"{value * 100:g}%"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
