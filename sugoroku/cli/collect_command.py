"""`sugoroku collect`: many sessions in a few tables."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sugoroku.cli.options import Language
from sugoroku.i18n.languages import computers_language

if TYPE_CHECKING:
    from sugoroku.collection.problems import Problem
    from sugoroku.i18n.translator import Translator

FORMS = ("csv", "parquet")
SHOWN = 40
"""Problems on the screen; the file has all."""


@click.command()
@click.argument(
    "folders", metavar="FOLDER…", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "-o",
    "--out",
    default="all.csv",
    show_default=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Begins the names of the tables: all-quiz.csv, all-survey.csv, …",
)
@click.option(
    "--format", "form", type=click.Choice(FORMS), help="Else by the ending of the output's name."
)
@click.option("--language", type=Language(), default="", help="Of what is said here.")
def collect(folders: tuple[Path, ...], out: Path, form: str | None, language: str) -> None:
    """Join the results of all sessions in FOLDER…, and in folders inside, into tables.

    One row a quiz answer, one row a pupil and item of the survey, the codebooks, the sessions,
    and what does not fit (…-problems.csv).

    Exit status 0: all is in the tables; 1: something had to be left out; 2: a bad call.
    """
    from sugoroku import paths
    from sugoroku.collection.collect import collect as join
    from sugoroku.collection.problems import CollectError
    from sugoroku.i18n.translator import Translator

    ending = out.suffix.lower().removeprefix(".")
    if ending and ending not in FORMS and form is None:
        raise click.UsageError(f"-o {out.name}: the name ends in .csv or .parquet.")
    stem = out.with_suffix("") if ending in FORMS else out
    tr = Translator(language or computers_language(), [paths.bundled_root() / "locales"])
    parquet = (form or ending) == "parquet"
    try:
        made = join(folders, stem, tr, form="parquet" if parquet else "csv", progress=_progress)
    except CollectError as fault:
        click.echo(fault.told(tr), err=True)
        sys.exit(1)
    _tell(made.problems.found, tr)
    for path in made.files:
        click.echo(path)
    click.echo(
        tr(
            "{sessions}: {quiz}, {survey}.",
            sessions=tr.plural("{n} session", "{n} sessions", made.sessions),
            quiz=tr.plural("{n} quiz answer", "{n} quiz answers", made.rows["quiz"]),
            survey=tr.plural(
                "{n} row of the survey", "{n} rows of the survey", made.rows["survey"]
            ),
        )
    )
    sys.exit(1 if made.problems.any_left else 0)


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{done} / {of}", err=True, nl=done == of)


def _tell(problems: "list[Problem]", tr: "Translator") -> None:
    """What was left out comes first."""
    for problem in sorted(problems, key=lambda found: not found.left)[:SHOWN]:
        click.echo(f"{problem.place()}: {problem.what(tr)}", err=True)
    if len(problems) > SHOWN:
        click.echo(
            tr("… and {count} more, all in the file of problems.", count=len(problems) - SHOWN),
            err=True,
        )
    if any(problem.left and problem.session for problem in problems):
        click.echo(
            tr(
                "Where a session has its journal.jsonl, {command} writes its tables again.",
                command="sugoroku export SESSION",
            ),
            err=True,
        )
