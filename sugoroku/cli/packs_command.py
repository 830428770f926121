"""`sugoroku packs`: which packs are installed; `--remove` deletes one."""

import sys
from pathlib import Path

import click

from sugoroku.cli.asking import agreed
from sugoroku.cli.options import DATA, Language


@click.command()
@click.option("--remove", "name", metavar="ID@VERSION", default="", help="Delete this one.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option(
    "--language", type=Language(), default="", help="Of the messages; else the computer's."
)
@DATA
def packs(name: str, yes: bool, language: str, data: Path | None) -> None:
    """List the installed packs, or delete one. Lessons that were played with it stay.

    Exit status 0: listed, deleted; 1: not deleted; 2: a bad call.
    """
    from sugoroku.app.packing import listed, removed, words

    tr = words(language)
    if not name:
        click.echo("\n".join(listed(data, tr)))
        return
    if not yes and not agreed(tr("Delete the pack {name}?", name=name), tr):
        click.echo(tr("Nothing was changed."), err=True)
        sys.exit(1)
    line, good = removed(name, data, tr)
    click.echo(line, err=not good)
    sys.exit(0 if good else 1)
