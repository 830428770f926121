"""`sugoroku preview`: what an author has written, as the class will see it."""

import sys
from pathlib import Path

import click

from sugoroku.cli.options import Language, Size
from sugoroku.settings import NO_FURIGANA, Settings


class Furigana(click.ParamType[int]):
    """`all`, `none`, or the school year from which kanji have readings."""

    name = "all|N|none"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        text = str(value).lower()
        if text.isdecimal() and 1 <= int(text) <= 9:
            return int(text)
        if text not in ("all", "0", "none", str(NO_FURIGANA)):
            self.fail(f"{value!r} is not all, none or a school year from 1 to 9")
        return NO_FURIGANA if text in ("none", str(NO_FURIGANA)) else 0


@click.command()
@click.argument("path")
@click.option("--language", type=Language(), default="", help="Else that of the files.")
@click.option("--size", type=Size(), help="Size of the window or pictures, such as 1024x768.")
@click.option(
    "--furigana",
    type=Furigana(),
    default="all",
    show_default=True,
    help="Readings above kanji: of all, of school year N and later, or of none.",
)
@click.option(
    "--screenshots",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write every page as a PNG here instead of opening a window.",
)
@click.option("--mine", is_flag=True, help="Leave out what lies in other folders.")
def preview(
    path: str,
    language: str,
    size: tuple[int, int] | None,
    furigana: int,
    screenshots: Path | None,
    mine: bool,
) -> None:
    """Show PATH as the class will see it: a board, deck, survey or theme, a folder, or an edition.

    The window is drawn again when a file is saved; F1 tells the keys. Exit status with
    --screenshots 1 when something must be mended.
    """
    from sugoroku.app.preview.show import preview as show

    settings = Settings(
        language=language, size=size, furigana=furigana, windowed=True, volume=0, motion="reduced"
    )
    sys.exit(show(path, settings, screenshots, mine=mine))
