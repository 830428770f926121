"""`sugoroku i18n`: catalogues for translators."""

import sys
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


@click.group()
def i18n() -> None:
    """Make, merge, compile and count the catalogues of translations."""


@i18n.command()
@FOLDER
def extract(folder: Path | None) -> None:
    """Write templates (.pot) of all texts into locales/templates."""
    from sugoroku.app.catalogues import Workshop

    for path in Workshop(_root(folder)).extract():
        click.echo(path)


@i18n.command()
@FOLDER
@LANGUAGES
def update(folder: Path | None, languages: tuple[str, ...]) -> None:
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
    for status in Workshop(_root(folder)).update(languages or SHIPPED):
        click.echo(_line(status))


@i18n.command("compile")
@FOLDER
def compile_(folder: Path | None) -> None:
    """Write the .mo files that the program reads. Fuzzy entries are left out."""
    from sugoroku.app.catalogues import Workshop

    faults: list[str] = []
    made = Workshop(_root(folder)).compile(lambda path, why: faults.append(f"{path}: {why}"))
    click.echo(f"{len(made)} catalogues compiled.")
    for fault in faults:
        click.echo(fault, err=True)
    sys.exit(1 if faults else 0)


@i18n.command()
@FOLDER
@LANGUAGES
def status(folder: Path | None, languages: tuple[str, ...]) -> None:
    """Count what is translated. Exit status 1 when something is missing or wrong."""
    from sugoroku.app.catalogues import Workshop

    whole = True
    for found, faults in Workshop(_root(folder)).status(languages or SHIPPED):
        whole &= found.translated == found.total and not faults
        click.echo(_line(found))
        for fault in faults:
            click.echo(f"  {fault}", err=True)
    sys.exit(0 if whole else 1)


def _line(status: object) -> str:
    from sugoroku.i18n.catalogues import Status

    assert isinstance(status, Status)
    share = 100 * status.translated // max(1, status.total)
    return (
        f"{status.language}  {status.domain:<14} {share:>3} %  "
        f"{status.translated}/{status.total}  fuzzy {status.fuzzy}"
    )
