"""`sugoroku forget`: a session and all answers in it, deleted for good."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sugoroku.cli.asking import agreed
from sugoroku.cli.options import DATA, Language

if TYPE_CHECKING:
    from sugoroku.i18n.translator import Translator
    from sugoroku.records.forget import Forgettable


@click.command()
@click.argument("session", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option(
    "--language", type=Language(), default="", help="Of the messages; else the computer's."
)
@DATA
def forget(session: Path, yes: bool, language: str, data: Path | None) -> None:
    """Delete SESSION with every answer in it, after showing what it is and asking.

    SESSION is a session's folder, its name among the sessions kept, or its journal.jsonl. Nothing
    is deleted when it is no folder of a session, or open in another program.

    Exit status 0: deleted; 1: not deleted; 2: a bad call.
    """
    from sugoroku.app.keeping import forgotten
    from sugoroku.app.packing import words

    tr = words(language)

    def sure(found: "Forgettable") -> bool:
        _show(found, tr)
        return yes or agreed(tr("Delete this for good?"), tr)

    gone, trouble = forgotten(session, data, sure, tr)
    click.echo(tr("Deleted.") if gone else trouble, err=not gone)
    sys.exit(0 if gone else 1)


def _show(found: "Forgettable", tr: "Translator") -> None:
    click.echo(found.path)
    if found.pupils is not None:
        answers = tr.plural("answers of {n} pupil", "answers of {n} pupils", found.pupils)
        click.echo("  " + tr("begun {time}; {answers}", time=found.started, answers=answers))
    else:
        click.echo("  " + tr("its journal is damaged"))
    files = tr.plural("{n} file", "{n} files", found.files)
    click.echo(f"  {files}, {tr.number(max(1, round(found.bytes / 1024)))} KB")
    if found.others:
        others = tr.listed(found.others)
        click.echo("  " + tr("among them, not written by the game: {files}", files=others))
