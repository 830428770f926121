"""`sugoroku import`: a deck from a spreadsheet or from another program's questions."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sugoroku.cli.telling import MESSAGES, say_in, tell_left_out
from sugoroku.interchange.guessing import FORMATS, NAMES
from sugoroku.model.ids import TOPICS

if TYPE_CHECKING:
    from sugoroku.content.problems import Say
    from sugoroku.interchange.importing import Imported


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="DECK.yaml")
@click.option("--from", "form", type=click.Choice(FORMATS), help="Else found out from the file.")
@click.option("--encoding", default="", metavar="NAME", help="Of a text file. Else found out.")
@click.option(
    "--id", "deck_id", default="", metavar="ID", help="Of the deck. Else from the file's name."
)
@click.option("--language", default="", metavar="CODE", help="In which the questions are written.")
@click.option("--title", default="", help="Of the deck. Else what the file says, or its name.")
@click.option("--topic", type=click.Choice(TOPICS), help="Of questions that name none.")
@click.option("--level", type=click.IntRange(1, 3), help="Of questions that name none.")
@click.option(
    "--wrong-from-others",
    is_flag=True,
    help="Anki: wrong options for a free answer are the answers of other cards.",
)
@click.option("--force", is_flag=True, help="Replace a deck of that name.")
@MESSAGES
def import_(  # noqa: PLR0913, PLR0917 - one for each option
    file: Path,
    output: Path,
    form: str | None,
    encoding: str,
    deck_id: str,
    language: str,
    title: str,
    topic: str | None,
    level: int | None,
    wrong_from_others: bool,
    force: bool,
    messages: str,
) -> None:
    """Make a deck of FILE: GIFT, Aiken, Moodle XML, Kahoot, CSV, Excel, Anki, Open Trivia DB.

    Every good question comes in; each of the others is told with its place, what is wrong and how
    to mend it.

    Exit status 0: all came in; 1: something was left out; 2: a bad call.
    """
    import msgspec

    from sugoroku.interchange.adopting import Wishes
    from sugoroku.interchange.findings import Unfit
    from sugoroku.interchange.importing import import_deck, read_bytes
    from sugoroku.interchange.saving import look_at_target, save

    _refuse_bad_words(output, deck_id, language)
    wishes = msgspec.convert(
        {"id": deck_id, "language": language, "title": title, "topic": topic, "level": level,
         "wrong_from_others": wrong_from_others},
        Wishes,
    )  # fmt: skip
    say = say_in(messages)
    try:
        look_at_target(output, force=force)
        made = import_deck(read_bytes(file), file.name, form or "", encoding, wishes)
        if made.yaml is not None:
            save(output, made.yaml, force=force)
    except Unfit as fault:
        tell_left_out(fault.left_out(), str(file), say)
        sys.exit(1)
    _tell(made, file, output, say)
    sys.exit(1 if made.left_out else 0)


def _refuse_bad_words(output: Path, deck_id: str, language: str) -> None:
    """Slips in the call itself, before anything is read."""
    import re

    if output.suffix.lower() not in (".yaml", ".yml"):
        raise click.BadParameter(f"{output} does not end in .yaml", param_hint="-o")
    if deck_id and not re.fullmatch("[a-z0-9_-]{1,64}", deck_id):
        raise click.BadParameter("only small letters a to z, digits, - and _", param_hint="--id")
    if language and not re.fullmatch("[a-z]{2,3}(_[A-Za-z]{2,4})?", language):
        raise click.BadParameter("a code such as ja, es, en, pt_BR", param_hint="--language")


def _tell(made: "Imported", file: Path, output: Path, say: "Say") -> None:
    from sugoroku.content.problems import N_

    for found in made.left_out:
        tell_left_out(found, str(file), say)
    if made.untold:
        click.echo(say(N_("… and {n} more."), n=made.untold), err=True)
    about = [NAMES[made.format], made.encoding]
    about += [say(N_("mixed line ends"))] if made.mixed_ends else []
    click.echo(f"{file}: {', '.join(part for part in about if part)}")
    for note in made.notes:
        click.echo(f"  {note.told(say)}")
    click.echo(
        say(
            N_("Questions that came in: {kept}. Left out: {left}."),
            kept=made.questions,
            left=len({found.place for found in made.left_out}) + made.untold,
        )
    )
    if made.yaml is not None:
        click.echo(say(N_("Written: {path}"), path=output))
