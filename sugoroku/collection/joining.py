"""DuckDB makes the tables: it joins, checks, sorts and writes more than fits into memory."""

import csv
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal

from sugoroku.collection import queries
from sugoroku.collection.problems import CollectError, Problem, Problems
from sugoroku.collection.staging import STAGED
from sugoroku.session.recorder import N_, Translate

if TYPE_CHECKING:
    import duckdb

Form = Literal["csv", "parquet"]

MEMORY = "384MB"
THREADS = 2
SESSIONS_AT_ONCE = 500
"""Sorted in memory; all at once would be sorted on the disk, which is slower."""
_PROBLEM_COLUMNS = ("row", "session", "folder", "file", "column", "left", "what")


class Joining:
    """A database in `folder`, where the staged tables are too; a context manager."""

    def __init__(self, folder: Path, memory: str = MEMORY) -> None:
        self._folder = folder
        self._memory = memory

    def __enter__(self) -> "Joining":
        """CollectError when DuckDB is not installed."""
        try:
            import duckdb
        except ImportError as fault:
            raise CollectError(
                N_("Joining sessions needs DuckDB, which is not here. With Python: {command}"),
                command='python -m pip install "climate-sugoroku[collect]"',
            ) from fault
        self._database = duckdb.connect(
            str(self._folder / "tables.duckdb"),
            config={
                "memory_limit": self._memory,
                "threads": THREADS,
                "temp_directory": str(self._folder / "spilled"),
                "autoinstall_known_extensions": False,
            },
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._database.close()

    def load(self) -> None:
        """Take in what was staged."""
        for name in STAGED:
            self._read(self._folder / f"{name}.csv", f"{name}_staged", STAGED[name])
        self._run(queries.MACROS + queries.SMALL_TABLES + queries.LARGE_TABLES)
        (last,) = self._all('SELECT coalesce(max("no"), 0) FROM lesson')[0]
        for first in range(1, last + 1, SESSIONS_AT_ONCE):
            self._run(queries.FILL_SURVEY, (first, first + SESSIONS_AT_ONCE - 1))

    def _read(self, path: Path, name: str, columns: Iterable[str]) -> None:
        kinds = ", ".join(f"'{column}': 'VARCHAR'" for column in columns)
        self._run(
            f"CREATE VIEW {name} AS SELECT * FROM read_csv({_quoted(path)}, auto_detect = false, "
            f"header = false, delim = ',', quote = '\"', escape = '\"', new_line = '\\n', "
            f"columns = {{{kinds}}})"
        )

    # ------------------------------------------------------------------ what does not fit

    def check(self, problems: Problems) -> None:
        """Codebooks against each other and cells against their columns; what is found is told."""
        self._check_codebooks(problems)
        for session, folder, file, column, count, cell in self._all(queries.BAD_CELLS):
            problems.at(session=session, folder=folder, file=file).left_out(
                N_("Cells that are no number or time stay empty: {count}, such as “{cell}”."),
                column=column,
                count=count,
                cell=cell,
            )
        for session, folder, column, count, code in self._all(queries.UNKNOWN_CODES):
            problems.at(session=session, folder=folder, file="survey.csv").note(
                N_("The codebook does not have code {code} ({count} answers). They are kept."),
                column=column,
                code=code,
                count=count,
            )

    def _check_codebooks(self, problems: Problems) -> None:
        for query, message in _DIFFERENCES.items():
            for row in self._all(query):
                session, folder, column, code, said, count, other, others, example = row
                problems.at(session=session, folder=folder, file="codebook.csv").note(
                    message,
                    column=column,
                    code=code,
                    here=said,
                    count=count,
                    there=other,
                    others=others,
                    example=example,
                )
        for session, folder, edition, count, others, example in self._all(queries.OTHER_CONTENT):
            problems.at(session=session, folder=folder, file="session.json").note(
                N_(
                    "The edition {edition} has another content here (sessions: {count}) than in "
                    "{example} (sessions: {others})."
                ),
                column="content",
                edition=edition,
                count=count,
                example=example,
                others=others,
            )

    def _all(self, query: str) -> list[tuple[Any, ...]]:
        return self._run(query).fetchall()

    def _run(self, query: str, values: tuple[int, ...] = ()) -> "duckdb.DuckDBPyConnection":
        import duckdb

        try:
            return self._database.execute(query, values)
        except duckdb.Error as fault:
            why = str(fault).partition("\n")[0]
            raise CollectError(N_("The tables cannot be made ({why})."), why=why) from fault

    # ------------------------------------------------------------------ writing

    def write(self, table: str, path: Path, form: Form) -> int:
        """Put a table at `path`, whole; its rows. OSError, CollectError when that cannot be."""
        return self._write(queries.TABLES[table], path, form)

    def write_problems(self, found: Iterable[Problem], path: Path, tr: Translate) -> None:
        """As a CSV file for people."""
        staged = self._folder / "problems.csv"
        with open(staged, "w", encoding="utf-8", errors="replace", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(
                (n, p.session, p.folder, p.file, p.column, int(p.left), p.what(tr))
                for n, p in enumerate(found)
            )
        self._read(staged, "problems_staged", _PROBLEM_COLUMNS)
        self._write(queries.PROBLEMS, path, "csv")

    def _write(self, query: str, path: Path, form: Form) -> int:
        draft = path.with_name(f".{path.name}.new")
        if form == "parquet":
            mark, options = "", "FORMAT parquet, COMPRESSION zstd"
        else:
            # Excel wants a byte order mark. DuckDB writes none, but names a column as it is told.
            mark, options = "\ufeff", "FORMAT csv, HEADER, NEW_LINE '\\r\\n'"
        copy = f"COPY ({query.format(mark=mark)}) TO {_quoted(draft)} ({options})"
        try:
            rows = self._run(copy).fetchone()
            os.replace(draft, path)
        except PermissionError as fault:
            raise CollectError(
                N_("{file} is open in another program. Close it there and try again."),
                file=path.name,
            ) from fault
        finally:
            with suppress(OSError):
                draft.unlink()
        return 0 if rows is None else int(rows[0])


_DIFFERENCES = {
    queries.OTHER_LABELS: N_(
        "Code {code} means “{here}” here (sessions: {count}) and “{there}” in others "
        "(sessions: {others}, such as {example})."
    ),
    queries.OTHER_NAMES: N_(
        "The column is “{here}” here (sessions: {count}) and “{there}” in others "
        "(sessions: {others}, such as {example})."
    ),
    queries.OTHER_KINDS: N_(
        "The column is of the kind {here} here (sessions: {count}) and {there} in others "
        "(sessions: {others}, such as {example})."
    ),
}


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
