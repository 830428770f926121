"""`sugoroku check`: a proofreader for boards, decks, surveys and themes."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sugoroku.cli.options import Language

PACK = ".sugoroku"
"""As in `packs.manifest`, which is imported for packs alone."""

if TYPE_CHECKING:
    from sugoroku.content.problems import Problem
    from sugoroku.i18n.translator import Translator


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How the problems are printed.",
)
@click.option("--language", type=Language(), default="", help="Else the computer's.")
@click.option(
    "--fix", is_flag=True, help="Mend sure slips of the pen in names first; keeps NAME.yaml.bak."
)
def check(paths: tuple[Path, ...], form: str, language: str, fix: bool) -> None:
    """Check files, folders and packs; every mistake with its place and how to mend it.

    Exit status 0: good (warnings allowed); 1: something must be mended; 2: a bad call.
    """
    from sugoroku import paths as places
    from sugoroku.cli.problem_printing import bear_all_letters, print_mended
    from sugoroku.content.checking import check_paths, mend_paths
    from sugoroku.content.library import ContentFolders
    from sugoroku.i18n.languages import computers_language
    from sugoroku.i18n.translator import Translator

    bear_all_letters(utf8=form != "text")
    bundled = places.bundled_root()
    tr = Translator(language or computers_language(), [bundled / "locales"])
    problems: list[Problem] = []
    packs = [path for path in paths if path.suffix.lower() == PACK and path.is_file()]
    files = [path for path in paths if path not in packs]
    if fix:
        done, problems = mend_paths(files)
        print_mended(done, tr, err=form != "text")
    problems += check_paths(files, ContentFolders((bundled,)), date.today())
    for pack in packs:
        from sugoroku.packs.proofreading import check_pack

        problems += check_pack(pack, bundled, date.today())
    _print(problems, form, tr)
    sys.exit(1 if any(problem.is_error for problem in problems) else 0)


def _print(problems: "list[Problem]", form: str, tr: "Translator") -> None:
    from sugoroku.cli import problem_printing as printing

    prints = {
        "json": printing.print_json,
        "github": printing.print_github,
        "text": printing.print_text,
    }
    prints[form](problems, tr)
