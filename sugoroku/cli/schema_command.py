"""`sugoroku schema`: JSON Schema of the formats, for editors that complete and explain."""

import sys
from pathlib import Path

import click


@click.command()
@click.option(
    "-o",
    "--out",
    default="schemas",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where the four files are written.",
)
def schema(out: Path) -> None:
    """Write JSON Schema of boards, decks, surveys and themes, for an editor such as VS Code.

    docs/editors.md tells how to use them. Files of the same name are written anew.

    Exit status 0: written; 1: the folder cannot be written; 2: a bad call.
    """
    from sugoroku.content.json_schema import schema_texts

    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, text in schema_texts().items():
            (out / name).write_text(text, encoding="utf-8", newline="\n")
            click.echo(out / name)
    except OSError as fault:
        click.echo(f"{out}: {fault.strerror or fault}", err=True)
        sys.exit(1)
