"""`sugoroku resume`: go on with a game that was not finished."""

import sys
from pathlib import Path

import click

from sugoroku.cli.options import DATA
from sugoroku.settings import Settings


@click.command()
@click.argument("session", required=False, type=click.Path(path_type=Path))
@click.option("--windowed", is_flag=True, help="In a window instead of the whole screen.")
@DATA
def resume(session: Path | None, windowed: bool, data: Path | None) -> None:
    """Go on where the last unfinished game was, or with the one in the folder SESSION."""
    from sugoroku.app import run

    settings = Settings(data_folder=data, windowed=windowed)
    sys.exit(run.resume(settings, session))
