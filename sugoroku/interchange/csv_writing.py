"""A deck as CSV: RFC 4180, UTF-8 with a byte order mark, no cell that a spreadsheet would run."""

import csv
import io
from collections.abc import Mapping, Sequence

from sugoroku.interchange.columns import COLUMNS, DECK_COLUMNS
from sugoroku.interchange.csv_reading import guarded
from sugoroku.interchange.findings import Entry
from sugoroku.interchange.sheet_rows import cells_of


def csv_bytes(head: Mapping[str, str], questions: Sequence[Entry]) -> bytes:
    """One row a question; what belongs to the deck stands in the first row, at the right."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    columns = (*COLUMNS, *DECK_COLUMNS)
    writer.writerow(columns)
    for i, entry in enumerate(questions):
        cells = cells_of(entry)
        if i == 0:
            cells |= {f"deck_{name}": value for name, value in head.items()}
        writer.writerow([guarded(cells.get(column, "")) for column in columns])
    return text.getvalue().encode("utf-8-sig")
