"""CSV: a sheet as text, with whatever separator its program chose."""

import re
from collections.abc import Iterator

from sugoroku.content.problems import N_
from sugoroku.interchange.columns import fields_of
from sugoroku.interchange.decoding import Decoded
from sugoroku.interchange.delimited import rows_of
from sugoroku.interchange.findings import Place, Reading, Unfit
from sugoroku.interchange.sheet_reading import HEADER_WITHIN, Row, read_rows

SEPARATORS = ",;\t|"
FORMULA_SIGNS = "=+\\-@＝＋－＠\t\r\n"
_GUARDED = re.compile(f"'+[{FORMULA_SIGNS}]")
_SAID = re.compile(r"sep=(.)[\r\n]", re.I)


def read_csv(source: Decoded) -> Reading:
    reading = Reading()
    said = _SAID.match(source.text)
    separator = said[1] if said else separator_of(source)
    if not read_rows(_rows(source, separator, reading), reading, by_line=True):
        raise no_header()
    return reading


def no_header() -> Unfit:
    return Unfit(
        N_("No row of headings was found."),
        N_("The sheet needs a row with at least “ask”, “option_1”, “option_2” and “answer”."),
    )


def separator_of(source: Decoded) -> str:
    """The one by which some line near the top becomes the most known headings."""
    head = source.lines()[:HEADER_WITHIN]

    def known(separator: str) -> int:
        return max(
            (len(fields_of(line.replace('"', "").split(separator))) for line in head), default=0
        )

    return max(SEPARATORS, key=known)


def _rows(source: Decoded, separator: str, reading: Reading) -> Iterator[Row]:
    for line, cells in rows_of(source.text, separator):
        if isinstance(cells, Unfit):
            reading.leave_out(cells, Place(line=line))
        else:
            yield line, [unguarded(cell) for cell in cells]


def unguarded(text: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from taking the text for a formula."""
    return text[1:] if _GUARDED.match(text) else text


def guarded(text: str) -> str:
    """With such an apostrophe where one is needed; `unguarded` takes it off again."""
    if re.fullmatch(r"-?\d{1,15}(\.\d{1,15})?", text):
        return text
    return f"'{text}" if re.match(f"'*[{FORMULA_SIGNS}]", text) else text
