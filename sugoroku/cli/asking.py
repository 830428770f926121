"""A question that is answered with yes or no, in any language that we speak."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sugoroku.i18n.translator import Translator

YES = {"y", "yes", "s", "si", "sí", "j", "ja", "はい", "うん"}
NO = {"", "n", "no", "nein", "いいえ", "いや"}
"""Nothing typed is a no."""


def agreed(question: str, tr: "Translator") -> bool:
    """Asks until the answer is a yes or a no; click.Abort when there is nobody to answer."""
    while True:
        # Translators: at the end of a question; the letters for yes and for no.
        letters = tr("[y/N]")
        answer = (
            str(click.prompt(f"{question} {letters}", default="", show_default=False))
            .strip()
            .casefold()
        )
        if answer in YES | NO:
            return answer in YES
        click.echo(tr("Please answer yes or no."))
