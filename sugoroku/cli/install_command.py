"""`sugoroku install`: add the edition of a pack, after showing what it is."""

import sys
from pathlib import Path

import click

from sugoroku.cli.asking import agreed
from sugoroku.cli.options import DATA, Language


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option(
    "--language", type=Language(), default="", help="Of the messages; else the computer's."
)
@DATA
def install(file: Path, yes: bool, language: str, data: Path | None) -> None:
    """Add the edition in FILE (.sugoroku), after showing what it is and asking.

    What is there already is never changed: another version of the same edition stands beside it.

    Exit status 0: installed (or there already); 1: not installed; 2: a bad call.
    """
    from sugoroku.app.packing import installed_from, words

    tr = words(language)

    def sure(lines: list[str]) -> bool:
        click.echo("\n".join(lines))
        return yes or agreed(tr("Add it?"), tr)

    lines, good = installed_from(file, data, sure, tr)
    for line in lines:
        click.echo(line, err=not good)
    sys.exit(0 if good else 1)
