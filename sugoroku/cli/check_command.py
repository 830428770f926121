"""`sugoroku check`: a proofreader for boards, decks, surveys and themes."""

import json
import sys
import unicodedata
from datetime import date
from pathlib import Path

import click

from sugoroku.content.problems import Problem


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
def check(paths: tuple[Path, ...], form: str) -> None:
    """Check files and folders; every mistake with its place and how to mend it.

    Exit status 0: good (warnings allowed); 1: something must be mended; 2: a bad call.
    """
    from sugoroku import paths as places
    from sugoroku.content.library import ContentFolders, check_paths

    folders = ContentFolders((places.bundled_root(),))
    problems = check_paths(paths, folders, date.today())
    errors = sum(problem.severity == "error" for problem in problems)
    if form == "json":
        click.echo(
            json.dumps([_plain(problem) for problem in problems], ensure_ascii=False, indent=2)
        )
    else:
        _print(problems, errors)
    sys.exit(1 if errors else 0)


def _plain(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "what": problem.what(),
        "mend": problem.fix(),
    }


def _print(problems: list[Problem], errors: int) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for problem in problems:
        colour = "red" if problem.severity == "error" else "yellow"
        console.print(Text(f"{problem.place}: ", "bold") + Text(problem.severity, colour)
                      + Text(f": {problem.what()}"))  # fmt: skip
        if problem.source_line and len(problem.source_line) <= 200:
            console.print(Text("    " + problem.source_line.replace("\t", " ")))
            console.print(Text("    " + " " * _columns(problem) + "^", colour))
        if problem.fix():
            console.print(Text(f"    {problem.fix()}", "green"))
    warnings = len(problems) - errors
    if problems:
        console.print(f"{errors} to mend, {warnings} to look at")
    else:
        console.print("All is well.")


def _columns(problem: Problem) -> int:
    """How many columns of a terminal lie before the spot; full-width signs take two."""
    before = problem.source_line[: problem.column - 1]
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in before)
