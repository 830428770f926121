"""A deck as an Excel file: questions with lists to choose from, the deck itself, and help."""

import io
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sugoroku.content.problems import N_, Say
from sugoroku.interchange.columns import COLUMNS, HELP, OPTIONS
from sugoroku.interchange.findings import Entry
from sugoroku.interchange.sheet_rows import cells_of
from sugoroku.interchange.xlsx_reading import DECK, QUESTIONS
from sugoroku.interchange.xlsx_reading import HELP as HELP_SHEET
from sugoroku.model.ids import TOPICS

if TYPE_CHECKING:
    from openpyxl import Workbook

SPARE_ROWS = 200
"""Below the last question the lists and the text format go on for so many rows."""
LISTS = {
    "kind": ("choice", "true_false", "several", "estimate", "order"),
    "topic": TOPICS,
    "level": ("1", "2", "3"),
    "keep_order": ("true", "false"),
}
_WIDTHS = {
    "ask": 50, "answer": 30, "explain": 50, "hint": 30, "source_title": 30, "source_url": 30,
    "id": 20,
}  # fmt: skip
_NUMBER_COLUMNS = frozenset({"level", "min", "max", "step", "within", "source_year"})
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,9})(\.[0-9]{0,4}[1-9])?")
"""One that reads back as it is written."""
_CODE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_HEAD_COLOUR, _HEAD_TEXT = "094A84", "FFFFFF"


def xlsx_bytes(head: Mapping[str, str], questions: Sequence[Entry], say: Say) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    _fill_questions(book, questions, say)
    _fill_deck(book, head)
    _fill_help(book, say)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _fill_questions(book: "Workbook", questions: Sequence[Entry], say: Say) -> None:
    from openpyxl.styles import Alignment

    sheet: Any = book.active
    sheet.title = QUESTIONS
    _headings(sheet, COLUMNS)
    wrapped = Alignment(wrap_text=True, vertical="top")
    last = len(questions) + 1 + SPARE_ROWS
    for n, entry in enumerate(questions, 2):
        cells = cells_of(entry)
        for i, column in enumerate(COLUMNS, 1):
            if column in cells:
                is_number = column in _NUMBER_COLUMNS or (
                    column == "answer" and cells.get("kind") == "estimate"
                )
                _put(sheet.cell(n, i), cells[column], is_number).alignment = wrapped
    for i, column in enumerate(COLUMNS, 1):
        if column in _NUMBER_COLUMNS:
            continue
        for n in range(len(questions) + 2, last + 1):
            sheet.cell(n, i).number_format = "@"  # so that 1/2 and 007 stay what they are
    _offer_lists(sheet, last, say)
    sheet.freeze_panes = "B2"  # no more: a small screen must still scroll


def _headings(sheet: Any, names: Sequence[str]) -> None:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    for i, name in enumerate(names, 1):
        cell = sheet.cell(1, i, name)
        cell.font = Font(bold=True, color=_HEAD_TEXT)
        cell.fill = PatternFill("solid", start_color=_HEAD_COLOUR)
        width = _WIDTHS.get(name, 24 if name in OPTIONS else max(10, len(name) + 2))
        sheet.column_dimensions[get_column_letter(i)].width = width


def _put(cell: Any, text: str, as_number: bool) -> Any:
    """A text stays a text whatever it looks like; a number only where reading gives it back."""
    if as_number and text != "-0" and _NUMBER.fullmatch(text):
        cell.value = float(text) if "." in text else int(text)
        return cell
    cell.value = _CODE_LIKE.sub("_x005F_", text).replace("\r", "_x000D_")
    cell.data_type = "s"
    cell.number_format = "@"
    if text[:1] in "=+-@":
        cell.quotePrefix = True
    return cell


def _offer_lists(sheet: Any, last: int, say: Say) -> None:
    """Lists to choose from, and the help of a column where the cursor stands."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for i, column in enumerate(COLUMNS, 1):
        words, told = LISTS.get(column), HELP.get(column)
        if words is None and told is None:
            continue
        rule = DataValidation(
            type="list" if words else None,
            formula1=f'"{",".join(words)}"' if words else None,
            allow_blank=True,
            showErrorMessage=bool(words),
            showInputMessage=told is not None,
        )
        if told is not None:
            rule.promptTitle, rule.prompt = column, say(told)[:255]
        if words:
            rule.errorTitle, rule.error = column, ", ".join(words)[:225]
        letter = get_column_letter(i)
        rule.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(rule)


def _fill_deck(book: "Workbook", head: Mapping[str, str]) -> None:
    sheet: Any = book.create_sheet(DECK)
    for i, name in enumerate(("id", "language", "title", "grade"), 1):
        sheet.cell(i, 1, name)
        if name in head:
            _put(sheet.cell(i, 2), head[name], name == "grade")
    sheet.column_dimensions["B"].width = 60


def _fill_help(book: "Workbook", say: Say) -> None:
    from openpyxl.styles import Alignment

    sheet: Any = book.create_sheet(HELP_SHEET)
    _headings(sheet, (say(N_("column")), say(N_("what stands in it"))))
    for n, (column, told) in enumerate(HELP.items(), 2):
        sheet.cell(n, 1, column)
        cell = sheet.cell(n, 2, say(told))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    last = len(HELP) + 3
    cell = sheet.cell(
        last,
        2,
        say(
            N_("One row is one question. To bring the file back: sugoroku import FILE -o deck.yaml")
        ),
    )
    cell.alignment = Alignment(wrap_text=True)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, 100
