"""`sugoroku pack`: an edition with all it needs in one file, to give away."""

import sys
from pathlib import Path

import click

from sugoroku.cli.options import DATA, Language


@click.command()
@click.argument("edition")
@click.option(
    "-o",
    "out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where to write it. Else: ID-VERSION.sugoroku, here.",
)
@click.option("--version", default="1.0", show_default=True, help="Numbers with dots.")
@click.option("--author", default="", help="Who made it: a person, a school, a town.")
@click.option("--licence", default="", help="How others may use it, such as “CC BY 4.0”.")
@click.option(
    "--credits",
    "credit_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A text with more credits (UTF-8).",
)
@click.option(
    "--language", type=Language(), default="", help="Of the messages; else the computer's."
)
@DATA
def pack(
    edition: str,
    out: Path | None,
    version: str,
    author: str,
    licence: str,
    credit_file: Path | None,
    language: str,
    data: Path | None,
) -> None:
    """Pack EDITION (its name, or its board file) with decks, surveys, theme, pictures, sounds,
    translations and credits into one file, which others install with `sugoroku install` or by
    dropping it on the window of the game.

    Exit status 0: packed; 1: it has errors, which are listed, or cannot be written; 2: a bad call.
    """
    from sugoroku.app.packing import packed, words
    from sugoroku.packs.making import Imprint

    tr = words(language)
    credit = ""
    if credit_file is not None:
        try:
            credit = credit_file.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as fault:
            raise click.UsageError(f"{credit_file}: {fault}") from None
    lines, trouble = packed(edition, out, Imprint(version, author, licence, credit), data, tr)
    for line in lines:
        click.echo(line, err=trouble)
    sys.exit(1 if trouble else 0)
