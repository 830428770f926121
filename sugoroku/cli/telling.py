"""In which language the commands for authors speak, and how they name what was left out."""

from typing import TYPE_CHECKING

import click

from sugoroku.cli.options import Language

if TYPE_CHECKING:
    from sugoroku.content.problems import Say
    from sugoroku.interchange.findings import LeftOut

MESSAGES = click.option(
    "--messages", type=Language(), default="", help="Language of the messages. Else the computer's."
)


def say_in(language: str) -> "Say":
    """The translator of a language; "" for the computer's."""
    from sugoroku import paths
    from sugoroku.i18n.languages import computers_language
    from sugoroku.i18n.translator import Translator

    return Translator(language or computers_language(), [paths.bundled_root() / "locales"])


def tell_left_out(found: "LeftOut", name: str, say: "Say") -> None:
    """One mistake on the error channel: place, beginning, what is wrong, how to mend it."""
    where = ", ".join(part for part in (name, found.place.told(say)) if part)
    sample = f" “{found.sample}”" if found.sample else ""
    click.echo(f"{where}:{sample} {found.what(say)}\n    {found.fix(say)}", err=True)
