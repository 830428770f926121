"""`sugoroku --self-check`: is everything here that a lesson needs, and does it work?"""

import json
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from sugoroku import __version__, paths

if TYPE_CHECKING:
    from sugoroku.app.self_check import Finding
    from sugoroku.i18n.translator import Translator


def self_check(as_json: bool) -> int:
    """0: all is well; 1: something is missing or broken. Prints a table, or JSON."""
    from sugoroku.app.self_check import self_check as look
    from sugoroku.app.self_check import surroundings
    from sugoroku.i18n.languages import computers_language
    from sugoroku.i18n.translator import Translator

    findings = [_commands()]
    with tempfile.TemporaryDirectory(
        prefix="sugoroku-self-check-", ignore_cleanup_errors=True
    ) as folder:
        findings += look(Path(folder))
    good = all(finding.good for finding in findings)
    if as_json:
        plain = [_plain(finding) for finding in findings]
        told = {"version": __version__, **surroundings(), "good": good, "findings": plain}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        tr = Translator(computers_language(), [paths.bundled_root() / "locales"])
        _print(findings, tr, surroundings())
    return 0 if good else 1


def _commands() -> "Finding":
    """The modules of all commands can be imported."""
    from sugoroku.app.self_check import Finding
    from sugoroku.cli import COMMANDS, main

    context = click.Context(main)
    began, faults = perf_counter(), []
    for name in COMMANDS:
        try:
            main.get_command(context, name)
        except Exception as fault:  # whatever it is: the next one is tried
            faults.append(f"{name}: {type(fault).__name__}: {fault}")
    return Finding("commands", "", len(COMMANDS), tuple(faults), perf_counter() - began)


def _plain(finding: "Finding") -> dict[str, object]:
    return {
        "part": finding.part,
        "about": finding.about,
        "count": finding.count,
        "good": finding.good,
        "faults": list(finding.faults),
        "seconds": round(finding.seconds, 3),
    }


def _print(
    findings: "list[Finding]", tr: "Translator", surroundings: dict[str, str | bool]
) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from sugoroku.app.self_check import PARTS

    title = f"Climate Sugoroku {__version__} · {surroundings['system']}"
    table = Table(title=title)
    for name in (tr("part"), tr("of"), tr("looked at"), tr("seconds"), ""):
        table.add_column(name)
    for one in findings:
        sign = Text(tr("good"), "green") if one.good else Text(tr("fault"), "bold red")
        part = Text(tr(PARTS[one.part]))
        table.add_row(part, Text(one.about), tr.number(one.count), f"{one.seconds:.1f}", sign)
    console = Console(highlight=False, soft_wrap=True)
    console.print(table)
    for one in findings:
        for fault in one.faults:
            console.print(Text(f"{tr(PARTS[one.part])} {one.about}: {fault}", "red"))
    faults = sum(not one.good for one in findings)
    if not faults:
        console.print(tr("Everything is here and works."))
        return
    console.print(tr.plural("{n} part is at fault.", "{n} parts are at fault.", faults))
    if getattr(sys, "frozen", False):
        console.print(tr("Unpack the downloaded file again, into a new folder."))
