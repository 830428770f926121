"""`sugoroku replay`: refold a journal and compare it with what was recorded."""

import sys
from pathlib import Path

import click

MOST = 20


@click.command()
@click.argument("journal", type=click.Path(exists=True, path_type=Path))
def replay(journal: Path) -> None:
    """Play JOURNAL (a session folder or its journal.jsonl) again; tells every difference."""
    from sugoroku.app.house import replayed

    folder = journal if journal.is_dir() else journal.parent
    if journal.is_file() and journal.name != "journal.jsonl":
        raise click.UsageError(f"{journal} is not a session: give its folder or its journal.jsonl.")
    if not (folder / "journal.jsonl").exists():
        raise click.UsageError(f"There is no journal.jsonl in {folder}.")
    steps, differences = replayed(journal)
    for difference in differences[:MOST]:
        click.echo(difference, err=True)
    if len(differences) > MOST:
        click.echo(f"… and {len(differences) - MOST} more", err=True)
    if differences:
        click.echo("The journal was changed, or this game was played by other rules.", err=True)
        sys.exit(1)
    click.echo(f"{steps} steps: the same events and states.")
