"""`sugoroku check`: a proofreader for boards, decks, surveys and themes."""

import json
import sys
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import click

from sugoroku.cli.options import Language, computers_language
from sugoroku.content.problems import Problem

Say = Callable[..., str]


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the problems are printed.",
)
@click.option("--language", type=Language(), default="", help="Else the computer's.")
def check(paths: tuple[Path, ...], form: str, language: str) -> None:
    """Check files and folders; every mistake with its place and how to mend it.

    Exit status 0: good (warnings allowed); 1: something must be mended; 2: a bad call.
    """
    from sugoroku import paths as places
    from sugoroku.content.checking import check_paths
    from sugoroku.content.library import ContentFolders
    from sugoroku.i18n.translator import Translator

    bundled = places.bundled_root()
    say = Translator(language or computers_language(), [bundled / "locales"])
    problems = check_paths(paths, ContentFolders((bundled,)), date.today())
    if form == "json":
        plain = [_plain(problem, say) for problem in problems]
        click.echo(json.dumps(plain, ensure_ascii=False, indent=2))
    else:
        _print(problems, say)
    sys.exit(1 if any(problem.is_error for problem in problems) else 0)


def _plain(problem: Problem, say: Say) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "what": problem.what(say),
        "mend": problem.fix(say),
    }


def _print(problems: Sequence[Problem], say: Say) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for problem in problems:
        colour = "red" if problem.is_error else "yellow"
        console.print(
            Text(f"{problem.place}: ", "bold"),
            Text(f"{problem.severity}: ", colour),
            Text(problem.what(say)),
            sep="",
        )
        if problem.excerpt:
            console.print(Text(f"    {problem.excerpt}"))
            console.print(Text(" " * (4 + _columns_before(problem)) + "^", colour))
        console.print(Text(f"    {problem.fix(say)}\n", "green"))
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    if problems:
        console.print(f"{errors} to mend, {warnings} to look at")
    else:
        console.print("All is well.")


def _columns_before(problem: Problem) -> int:
    """Columns of a terminal before the spot: full-width characters take two, marks none."""
    return sum(
        2 if unicodedata.east_asian_width(sign) in "WF" else 0 if unicodedata.combining(sign) else 1
        for sign in problem.excerpt[: problem.caret]
    )
