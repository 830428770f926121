"""Problems of authors' files as a terminal, a program or GitHub wants them."""

import io
import json
import os
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sugoroku.content.mending import Mended
from sugoroku.content.problems import Problem, visible
from sugoroku.i18n.translator import Translator

if TYPE_CHECKING:
    from rich.console import Console

MOST_OF_A_KIND = 5
"""Warnings of one kind in one file that are shown in full."""
INDENT = 4


def bear_all_letters(utf8: bool) -> None:
    """So that output into a file or an old terminal never fails for a letter it does not have."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(
                encoding="utf-8" if utf8 else stream.encoding, errors="backslashreplace"
            )


def print_json(problems: Iterable[Problem], tr: Translator) -> None:
    found = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "severity": problem.severity,
            "what": problem.what(tr),
            "mend": problem.fix(tr),
            "edit": problem.edit
            and {name: getattr(problem.edit, name) for name in problem.edit.__struct_fields__},
        }
        for problem in problems
    ]
    print(json.dumps(found, ensure_ascii=False, indent=2))


def print_github(problems: Iterable[Problem], tr: Translator) -> None:
    """Workflow commands, from which GitHub makes notes beside the lines of a change."""
    for problem in problems:
        at = {"file": _inside_the_checkout(problem.file)}
        if problem.line:
            at |= {"line": str(problem.line), "col": str(problem.column)}
        at["title"] = problem.what(tr)
        places = ",".join(f"{name}={_property(value)}" for name, value in at.items())
        print(f"::{problem.severity} {places}::{_data(problem.what(tr) + ' ' + problem.fix(tr))}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _inside_the_checkout(name: str) -> str:
    """Relative to where we are, if it is below."""
    path = Path(os.path.abspath(name))
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else name


def print_text(problems: Sequence[Problem], tr: Translator) -> None:
    """Errors first, then warnings; of many warnings of one kind some, and where the others are."""
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=True)
    errors = [problem for problem in problems if problem.is_error]
    warnings = [problem for problem in problems if not problem.is_error]
    for problem in errors:
        _print_one(problem, tr, console)
    kinds = Counter((problem.file, problem.message_id) for problem in warnings)
    shown: Counter[tuple[str, str]] = Counter()
    for problem in warnings:
        kind = (problem.file, problem.message_id)
        shown[kind] += 1
        if kinds[kind] <= MOST_OF_A_KIND + 1 or shown[kind] <= MOST_OF_A_KIND:
            _print_one(problem, tr, console)
        elif shown[kind] == kinds[kind]:
            lines = [p.line for p in warnings if (p.file, p.message_id) == kind]
            _print_rest(kind[0], lines[MOST_OF_A_KIND:], tr, console)
    if not problems:
        console.print(tr("All is well."))
        return
    console.print(
        tr("{errors} to mend, {warnings} to look at", errors=len(errors), warnings=len(warnings))
    )
    sure = sum(problem.edit is not None for problem in problems)
    if sure:
        console.print(tr("{n} of them can be mended by --fix.", n=sure))


def _print_one(problem: Problem, tr: Translator, console: "Console") -> None:
    from rich.text import Text

    colour = "red" if problem.is_error else "yellow"
    severity = tr("error") if problem.is_error else tr("warning")
    console.print(
        Text(f"{visible(problem.place)}: ", "bold"),
        Text(f"{severity}: ", colour),
        Text(problem.what(tr)),
        sep="",
    )
    if problem.excerpt:
        room = console.width - INDENT - 1 if console.is_terminal else 0
        excerpt, columns = _about_the_spot(problem, room)
        console.print(Text(" " * INDENT + excerpt))
        console.print(Text(" " * (INDENT + columns) + "^", colour))
    console.print(Text(f"{' ' * INDENT}{problem.fix(tr)}\n", "green"))


def _print_rest(file: str, lines: list[int], tr: Translator, console: "Console") -> None:
    from rich.text import Text

    numbers = ", ".join(map(str, dict.fromkeys(lines)))
    told = tr.plural(
        "{n} more of this kind in {file}, on line {lines}",
        "{n} more of this kind in {file}, on the lines {lines}",
        len(lines),
        file=visible(file),
        lines=numbers,
    )
    console.print(Text(f"{told}\n", "yellow"))


def print_mended(done: Iterable[Mended], tr: Translator, *, err: bool) -> None:
    """Every change, and where the file as it was is kept."""
    out = sys.stderr if err else sys.stdout
    for mended in done:
        for edit in mended.edits:
            place = f"{visible(mended.file)}:{edit.line}:{edit.column}"
            told = tr("mended: “{old}” is now “{new}”", old=visible(edit.old), new=edit.new)
            print(f"{place}: {told}", file=out)
        print(
            tr("The file as it was is kept in {file}.", file=visible(mended.backup)) + "\n",
            file=out,
        )


def _about_the_spot(problem: Problem, room: int) -> tuple[str, int]:
    """The line cut to the width of the terminal (0: whole), and the columns before the spot."""
    text, caret = problem.excerpt, problem.caret
    start = 0
    if room >= 40:
        while _columns(text[start:caret]) > room // 2 and _columns(text[start:]) > room:
            start += 1
        end = len(text)
        while _columns(text[start:end]) > room and end > caret + 1:
            end -= 1
        text = text[:end]
    return text[start:], _columns(text[start:caret])


def _columns(text: str) -> int:
    """Columns of a terminal: full-width characters take two, marks none."""
    return sum(
        2 if unicodedata.east_asian_width(sign) in "WF" else 0 if unicodedata.combining(sign) else 1
        for sign in text
    )
