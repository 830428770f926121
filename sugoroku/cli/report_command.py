"""`sugoroku report`: a page to print about one lesson or many."""

import sys
from pathlib import Path

import click

from sugoroku.cli.options import Language
from sugoroku.settings import Settings


@click.command()
@click.argument(
    "sessions", metavar="SESSION…", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "-o",
    "--out",
    default="report.html",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The page to write.",
)
@click.option(
    "--language", type=Language(), default="", help="The class's language unless told otherwise."
)
@click.option("--no-texts", is_flag=True, help="Leave out what pupils wrote in their own words.")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    is_eager=True,
    help="Where sessions are kept.",
)
def report(
    sessions: tuple[Path, ...], out: Path, language: str, no_texts: bool, data: Path | None
) -> None:
    """Write one page about the lessons SESSION…, to read in a browser and to print on A4.

    SESSION is the folder of a lesson, its name in the data folder, or a folder full of such.
    """
    from sugoroku.app.house import House
    from sugoroku.app.reporting import sessions_in, shared_language, write_report
    from sugoroku.records.errors import RecordsError

    house = House(Settings(data_folder=data))
    folders = list(sessions_in(sessions, house.data_folder))
    code = language or shared_language(folders) or house.system_language()
    tr = house.translator(code, {})
    try:
        unread = write_report(house, folders, out, tr, with_texts=not no_texts)
    except RecordsError as fault:
        click.echo(fault.told(tr), err=True)
        sys.exit(1)
    for name, reason in unread:
        click.echo(f"{name}: {reason}", err=True)
    click.echo(tr.plural("{n} lesson: {file}", "{n} lessons: {file}", len(folders) - len(unread),
                         file=out))  # fmt: skip
