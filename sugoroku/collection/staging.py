"""Writes what the sessions say into a few plain tables in a temporary folder.

Reading and checking is done here, a session at a time, so that memory does not grow with them;
what the tables mean together is `joining`'s business. A pupil's cells stay one text
(`sheets.SEPARATOR`), and `layout` says which of them an item's are: any number of editions, each
with columns of its own, fits into the same few tables.
"""

import csv
from collections import OrderedDict, defaultdict
from collections.abc import Hashable, Iterable
from contextlib import ExitStack
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from sugoroku.collection.finding import CODEBOOK, COUNTS, QUIZ, SURVEY, Found
from sugoroku.collection.layouts import PUPIL_COLUMNS, Book, Entry, book_of, entries
from sugoroku.collection.problems import Problem, Problems
from sugoroku.collection.sheets import SEPARATOR, Row, Sheet, read_bytes, read_sheet
from sugoroku.session.recorder import N_

QUIZ_COLUMNS = (
    *("when", "round", "team", "question", "topic", "level", "chosen", "right", "seconds"),
    *("kind", "right_answer", "on_turn", "undone", "chosen_code", "right_code", "step"),
)
COUNT_COLUMNS = ("when", "survey", "moment", "item", "code", "label", "count", "pupils")
CODEBOOK_COLUMNS = ("file", "column", "kind", "name", "code", "label")

STAGED: dict[str, tuple[str, ...]] = {
    "session": (
        *("no", "session", "edition", "title", "program", "content", "language", "grade"),
        *("started", "minutes", "teams", "pupils", "answering", "die", "decks", "folder", "book"),
    ),
    "quiz": ("no", "row", *QUIZ_COLUMNS),
    "sheet": ("no", "row", "layout", "pupil", "when", "survey", "moment", "way", "cells"),
    "layout": ("layout", "book", "place", *Entry._fields),
    "hands": ("no", "row", *COUNT_COLUMNS, "kind"),
    "codebook": ("book", "place", *CODEBOOK_COLUMNS),
}
"""Each table's columns, all of them text."""
_QUIZ_NEEDED = ("when", "team", "question", "right")
_COUNTS_NEEDED = ("item", "code", "count")
_REMEMBERED = 2000
"""Codebooks and layouts; with more, some are written twice."""

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Staging:
    """Takes one session after the other; a context manager around the open files."""

    def __init__(self, folder: Path, problems: Problems) -> None:
        self.rows = dict.fromkeys(STAGED, 0)
        self._folder = folder
        self._problems = problems
        self._open = ExitStack()
        self._books: OrderedDict[bytes, tuple[Book | None, list[Problem]]] = OrderedDict()
        self._layouts: OrderedDict[tuple[object, ...], int] = OrderedDict()
        self._numbers = {"book": 0, "layout": 0}

    def __enter__(self) -> "Staging":
        self._tables = {}
        for name in STAGED:
            path = self._folder / f"{name}.csv"
            file = open(path, "w", encoding="utf-8", errors="replace", newline="")
            self._open.enter_context(file)
            self._tables[name] = csv.writer(file, lineterminator="\n")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    def add(self, number: int, session: Found) -> None:
        """Read and write down one session. OSError when the temporary folder is full."""
        here = self._problems.at(session=session.name, folder=str(session.path))
        book = self._book(session, here.at(file=CODEBOOK))
        self._write("session", [_about(number, session, book)])
        language = session.about.language
        for file, add in ((QUIZ, self._quiz), (SURVEY, self._survey), (COUNTS, self._counts)):
            place = here.at(file=file)
            of_survey = book is not None and bool(book.kinds)
            data = read_bytes(session.path / file, place, needed=file == QUIZ or of_survey)
            needed = {QUIZ: _QUIZ_NEEDED, SURVEY: ("pupil",), COUNTS: _COUNTS_NEEDED}[file]
            sheet = None if data is None else read_sheet(data, needed, language, place)
            if sheet is not None:
                add(number, sheet, book, place)

    def _write(self, table: str, rows: Iterable[Iterable[object]]) -> None:
        found = list(rows)
        self._tables[table].writerows(found)
        self.rows[table] += len(found)

    # ------------------------------------------------------------------ codebooks

    def _book(self, session: Found, problems: Problems) -> Book | None:
        data = read_bytes(session.path / CODEBOOK, Problems())
        if data is None:
            problems.note(N_("There is no codebook; what columns mean comes from their names."))
            return None
        digest = blake2b(data, digest_size=16).digest()
        known = self._books.get(digest)
        if known is None:
            told = Problems()
            sheet = read_sheet(data, CODEBOOK_COLUMNS, session.about.language, told)
            known = (None if sheet is None else self._new_book(sheet), told.found)
            _remember(self._books, digest, known)
        for problem in known[1]:
            tell = problems.left_out if problem.left else problems.note
            tell(problem.message, column=problem.column, **problem.values)
        return known[0]

    def _new_book(self, sheet: Sheet) -> Book:
        self._numbers["book"] += 1
        number = self._numbers["book"]
        at = [sheet.header.index(name) for name in CODEBOOK_COLUMNS]
        rows = enumerate(sheet.rows)
        self._write("codebook", ([number, n, *(row[place] for place in at)] for n, row in rows))
        return book_of(number, sheet)

    # ------------------------------------------------------------------ quiz and raised hands

    def _quiz(self, number: int, sheet: Sheet, book: Book | None, problems: Problems) -> None:
        rows = _arranged(sheet, QUIZ_COLUMNS, problems)
        self._write("quiz", ([number, n, *row] for n, row in enumerate(rows)))

    def _counts(self, number: int, sheet: Sheet, book: Book | None, problems: Problems) -> None:
        kinds = {} if book is None else book.kinds
        item = COUNT_COLUMNS.index("item")
        self._write(
            "hands",
            (
                [number, n, *row, _kind_of(row[item], kinds)]
                for n, row in enumerate(_arranged(sheet, COUNT_COLUMNS, problems))
            ),
        )

    # ------------------------------------------------------------------ survey

    def _survey(self, number: int, sheet: Sheet, book: Book | None, problems: Problems) -> None:
        """An item that nobody of the session answered at a moment was not asked there."""
        asked: dict[tuple[str, str], list[tuple[int, Row]]] = defaultdict(list)
        places = {name: place for place, name in enumerate(sheet.header)}
        survey, moment = places.get("survey"), places.get("moment")
        for row_number, row in enumerate(sheet.rows):
            key = (
                "" if survey is None else row[survey],
                "after" if moment is None else row[moment],
            )
            asked[key].append((row_number, row))
        own = entries(sheet, book, problems)
        head = [places.get(name) for name in ("pupil", "when")]
        way = places.get("way")
        for (name, when), rows in asked.items():
            said = [any(column) for column in zip(*(row for _, row in rows), strict=True)]
            there = tuple(e for e in own if said[e.code_at - 1])
            layout = self._layout(there, book)
            self._write(
                "sheet",
                (
                    [
                        *(number, n, layout),
                        *("" if place is None else row[place] for place in head),
                        *(name, when, "" if way is None else row[way]),
                        SEPARATOR.join(row),
                    ]
                    for n, row in rows
                ),
            )

    def _layout(self, found: tuple[Entry, ...], book: Book | None) -> int:
        number = 0 if book is None else book.number
        key = (number, *((entry.column, entry.code_at, entry.kind) for entry in found))
        layout = self._layouts.get(key)
        if layout is None:
            self._numbers["layout"] += 1
            layout = self._numbers["layout"]
            self._write("layout", ([layout, number, n, *e] for n, e in enumerate(found)))
            _remember(self._layouts, key, layout)
        return layout


def _remember(memory: OrderedDict[Key, Value], key: Key, value: Value) -> None:
    memory[key] = value
    if len(memory) > _REMEMBERED:
        memory.popitem(last=False)


def _about(number: int, session: Found, book: Book | None) -> list[object]:
    about = session.about
    return [
        *(number, session.name, about.edition, about.title, about.program, about.content),
        *(about.language, about.grade, about.started, about.minutes),
        *(len(about.teams) or None, sum(about.teams) or None, about.answering, about.die),
        *(" ".join(about.decks), session.path, None if book is None else book.number),
    ]


def _arranged(sheet: Sheet, columns: tuple[str, ...], problems: Problems) -> Iterable[Row]:
    """The rows with exactly these columns. What is missing or not known is told."""
    if sheet.header == columns:
        return sheet.rows
    for name in columns:
        if name not in sheet.header:
            problems.note(N_("The column is missing and stays empty."), column=name)
    for name in sheet.header:
        if name and name not in columns:
            problems.left_out(
                N_("The program does not know this column; it is left out."), column=name
            )
    at = [sheet.header.index(name) if name in sheet.header else None for name in columns]
    return ([("" if place is None else row[place]) for place in at] for row in sheet.rows)


def _kind_of(item: str, kinds: dict[str, str]) -> str:
    """By the item's column in `survey.csv`; an item with several answers has one an option."""
    if item in PUPIL_COLUMNS:
        item += "_"
    return kinds.get(item) or kinds.get(f"{item}_1", "")
