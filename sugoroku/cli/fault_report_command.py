"""`sugoroku fault-report`: a file for who helps."""

import sys
from pathlib import Path

import click

from sugoroku.cli.options import DATA


@click.command("fault-report")
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.zip",
    help="Else fault-report-DAY.zip in this folder.",
)
@DATA
def fault_report(out: Path | None, data: Path | None) -> None:
    """Make a file for who helps: log, versions, settings, checks, the last games' steps.

    No answers of the survey and no names of teams are in it, and nothing is sent.

    Exit status 0: made; 1: it cannot be written; 2: a bad call.
    """
    from sugoroku.app.fault_report import made

    path, why = made(out, data)
    if path is None:
        click.echo(f"The file cannot be written: {why}", err=True)
        sys.exit(1)
    click.echo(path)
