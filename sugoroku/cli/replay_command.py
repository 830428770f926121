"""`sugoroku replay`: refold a journal and compare it with what was recorded."""

import sys
from pathlib import Path

import click


@click.command()
@click.argument("journal", type=click.Path(exists=True, path_type=Path))
def replay(journal: Path) -> None:
    """Play JOURNAL (a session folder or its journal.jsonl) again; tells every difference."""
    from sugoroku.app.house import replayed

    steps, differences = replayed(journal)
    for difference in differences:
        click.echo(difference, err=True)
    if differences:
        sys.exit(1)
    click.echo(f"{steps} steps: the same events and states.")
