"""`sugoroku i18n`: catalogues for translators."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

SHIPPED = ("ja", "es", "en")


def _root(folder: Path | None) -> Path:
    """Where the catalogues are: the folder asked for, this one, or the teacher's."""
    from sugoroku import paths

    if folder is not None:
        return folder
    here = Path.cwd()
    return here if (here / "locales").is_dir() else paths.default_data_folder()


FOLDER = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Holds `locales` (and boards, quizzes, … of your own). Else: here, or the data folder.",
)
LANGUAGES = click.option(
    "--language", "languages", multiple=True, metavar="CODE", help="Such as pt; may be repeated."
)

MINE = click.option(
    "--mine", is_flag=True, help="Only the boards, decks, surveys and themes in the folder itself."
)


@click.group()
def i18n() -> None:
    """Make, merge, compile and count the catalogues of translations."""


@i18n.command()
@FOLDER
@MINE
def extract(folder: Path | None, mine: bool) -> None:
    """Write templates (.pot) of all texts into locales/templates."""
    from sugoroku.app.catalogues import Workshop

    with _mistakes_told():
        for path in Workshop(_root(folder), mine=mine).extract():
            click.echo(path)


@i18n.command()
@FOLDER
@LANGUAGES
@MINE
def update(folder: Path | None, languages: tuple[str, ...], mine: bool) -> None:
    """Bring the .po files up to date; a new language gets its files."""
    from sugoroku.app.catalogues import Workshop
    from sugoroku.i18n.catalogues import has_rules

    for code in languages:
        if not has_rules(code):
            raise click.UsageError(
                f"The plural rules of {code!r} are not here. The program for schools has only those"
                " of its own languages; with Python every one is there:"
                " python -m pip install climate-sugoroku"
            )
    totals = dict.fromkeys(languages or SHIPPED, 0)
    with _mistakes_told():
        for status in Workshop(_root(folder), mine=mine).update(languages or SHIPPED):
            click.echo(_line(status))
            totals[status.language] += status.total
    for language, total in totals.items():
        click.echo(f"{language}: {total} {'text' if total == 1 else 'texts'} in all.")
    if not mine:
        click.echo(
            "With --mine: only those of the boards, decks, surveys and themes in the folder."
        )


@i18n.command("compile")
@FOLDER
def compile_(folder: Path | None) -> None:
    """Write the .mo files that the program reads. Fuzzy entries are left out."""
    from sugoroku.app.catalogues import Workshop

    faults: list[str] = []
    made = Workshop(_root(folder)).compile(lambda path, why: faults.append(f"{path}: {why}"))
    click.echo(f"{len(made)} {'catalogue' if len(made) == 1 else 'catalogues'} compiled.")
    for fault in faults:
        click.echo(fault, err=True)
    sys.exit(1 if faults else 0)


@i18n.command()
@FOLDER
@LANGUAGES
@MINE
def status(folder: Path | None, languages: tuple[str, ...], mine: bool) -> None:
    """Count what is translated. Exit status 1 when something is missing or wrong."""
    from sugoroku.app.catalogues import Workshop

    whole = True
    with _mistakes_told():
        for found, faults in Workshop(_root(folder), mine=mine).status(languages or SHIPPED):
            whole &= found.translated == found.total and not faults
            click.echo(_line(found))
            for fault in faults:
                click.echo(f"  {fault}", err=True)
    sys.exit(0 if whole else 1)


@contextmanager
def _mistakes_told() -> Iterator[None]:
    """A file with mistakes ends the command: what is wrong, and where to look."""
    from sugoroku.content.problems import ContentError, errors_of

    try:
        yield
    except ContentError as fault:
        for problem in errors_of(fault.problems):
            place = f"{problem.file}:{problem.line}" if problem.line else problem.file
            click.echo(f"{place}: {problem.what()} {problem.fix()}", err=True)
        sys.exit(1)


def _line(status: object) -> str:
    from sugoroku.i18n.catalogues import Status

    assert isinstance(status, Status)
    share = 100 * status.translated // max(1, status.total)
    return (
        f"{status.language}  {status.domain:<14} {share:>3} %  "
        f"{status.translated}/{status.total}  fuzzy {status.fuzzy}"
    )
