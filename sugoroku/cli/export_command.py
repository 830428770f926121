"""`sugoroku export`: the tables of sessions, written again from their journals."""

import sys
from pathlib import Path

import click

from sugoroku.cli.options import DATA


@click.command()
@click.argument("sessions", nargs=-1, required=True, type=click.Path(path_type=Path))
@DATA
def export(sessions: tuple[Path, ...], data: Path | None) -> None:
    """Write all tables of SESSIONS again, byte for byte as they were.

    SESSION is a session's folder, its name among the sessions kept, or its journal.jsonl. One that
    is damaged or open is named, and the others are done.

    Exit status 0: all done; 1: something could not be; 2: a bad call.
    """
    from sugoroku.app.keeping import exported

    failed = 0
    for session in sessions:
        files, trouble = exported(session, data)
        failed += bool(trouble)
        if trouble:
            click.echo(f"{session}: {trouble}", err=True)
        else:
            click.echo(f"{session}: {files} files")
    sys.exit(1 if failed else 0)
