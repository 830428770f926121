"""`sugoroku new`: files to begin an edition with, full of comments that teach."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from sugoroku.cli.telling import say_in

Command = TypeVar("Command", bound=Callable[..., Any])


@click.group()
def new() -> None:
    """Begin an edition, or one file of it.

    NAME is a word such as the town's: the files are called after it. Nothing that is there is
    written over.

    Exit status 0: written; 1: not written; 2: a bad call.
    """


def _one_name(ctx: click.Context, _param: click.Parameter, words: tuple[str, ...]) -> str:
    """The shell cuts a name at its spaces: it is said how to keep it whole."""
    if len(words) > 1:
        call = f'{ctx.command_path} "{" ".join(words)}"'
        say = say_in("")
        raise click.UsageError(say("Put a name with spaces in quotes: {call}", call=call), ctx)
    return words[0]


def _options(command: Command) -> Command:
    for option in (
        click.argument("name", nargs=-1, required=True, metavar="NAME", callback=_one_name),
        click.option(
            "--language",
            default="",
            metavar="CODE",
            help="Of the texts: en, es, ja; others begin in English. Else the computer's.",
        ),
        click.option(
            "--folder",
            type=click.Path(file_okay=False, path_type=Path),
            metavar="DIR",
            help="Where boards, quizzes, surveys and assets are. Else the game's own folder in "
            "the documents, where the game finds them.",
        ),
    ):
        command = option(command)
    return command


@new.command()
@_options
def edition(name: str, language: str, folder: Path | None) -> None:
    """A small edition that can be played at once: board, deck, survey and theme."""
    _begin(("board", "deck", "survey", "theme"), name, language, folder)


@new.command()
@_options
def deck(name: str, language: str, folder: Path | None) -> None:
    """A deck with questions of all five kinds."""
    _begin(("deck",), name, language, folder)


@new.command()
@_options
def survey(name: str, language: str, folder: Path | None) -> None:
    """A survey for after the game."""
    _begin(("survey",), name, language, folder)


@new.command()
@_options
def theme(name: str, language: str, folder: Path | None) -> None:
    """Colours, with notes on pictures and sounds."""
    _begin(("theme",), name, language, folder)


def _begin(kinds: tuple[str, ...], name: str, language: str, folder: Path | None) -> None:
    from sugoroku import paths
    from sugoroku.cli.problem_printing import bear_all_letters
    from sugoroku.content.beginning import begin
    from sugoroku.content.problems import ContentError
    from sugoroku.i18n.languages import computers_language
    from sugoroku.i18n.translator import Translator

    bear_all_letters(utf8=False)
    language = language or computers_language()
    bundled = paths.bundled_root()
    tr = Translator(language.partition("_")[0], [bundled / "locales"])
    root = folder or paths.default_data_folder()
    try:
        own, files = begin(kinds, name, language, root, bundled)
    except ContentError as fault:
        for problem in fault.problems:
            place = f"{problem.file}: " if problem.file else ""
            click.echo(f"{place}{problem.what(tr)} {problem.fix(tr)}", err=True)
        sys.exit(1)
    for path in files:
        click.echo(path)
    click.echo()
    click.echo(tr("Open them in any editor, and change what you like. Then:"))
    click.echo("  sugoroku check " + (_quoted(root) if len(files) > 1 else _quoted(files[0])))
    if "board" in kinds:
        click.echo(f"  sugoroku play {own}" + (f" --data {_quoted(root)}" if folder else ""))


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
