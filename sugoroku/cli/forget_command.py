"""`sugoroku forget`: a session and all answers in it, deleted for good."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sugoroku.cli.options import DATA

if TYPE_CHECKING:
    from sugoroku.records.forget import Forgettable


@click.command()
@click.argument("session", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask.")
@DATA
def forget(session: Path, yes: bool, data: Path | None) -> None:
    """Delete SESSION with every answer in it, after showing what it is and asking.

    SESSION is a session's folder, its name among the sessions kept, or its journal.jsonl. Nothing
    is deleted when it is no folder of a session, or open in another program.

    Exit status 0: deleted; 1: not deleted; 2: a bad call.
    """
    from sugoroku.app.keeping import forgotten

    def sure(found: "Forgettable") -> bool:
        _show(found)
        return yes or click.confirm("Delete this for good?", default=False)

    gone, trouble = forgotten(session, data, sure)
    click.echo("Deleted." if gone else trouble, err=not gone)
    sys.exit(0 if gone else 1)


def _show(found: "Forgettable") -> None:
    click.echo(found.path)
    if found.started:
        click.echo(f"  begun {found.started}; answers of {found.pupils} pupils")
    else:
        click.echo("  its journal is damaged")
    click.echo(f"  {found.files} files, {found.bytes / 1024:.0f} KB")
    if found.others:
        click.echo(f"  among them, not written by the game: {', '.join(found.others)}")
