"""`sugoroku analyze`: how a board plays, before a class plays it."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sugoroku.cli.options import DATA, Language
from sugoroku.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

    from sugoroku.model.forecast import Forecast
    from sugoroku.reports.forecast_words import Line
    from sugoroku.reports.words import Words


@click.command()
@click.argument("board")
@click.option("--teams", default=4, show_default=True, type=click.IntRange(1, 6))
@click.option(
    "--right",
    default=0.6,
    show_default=True,
    type=click.FloatRange(0, 1),
    help="Share of questions answered right.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a page with a picture of the board.",
)
@click.option(
    "--games",
    type=click.IntRange(1, 1_000_000),
    help="Games to play for what cannot be reckoned; else as many as a few seconds allow.",
)
@click.option("--language", type=Language(), default="", help="Else the computer's.")
@DATA
def analyze(
    board: str,
    teams: int,
    right: float,
    as_json: bool,
    html: Path | None,
    games: int | None,
    language: str,
    data: Path | None,
) -> None:
    """Tell how BOARD plays (an edition's name or a board file): how long a game takes, how often
    teams come to each square, who is first, and what an author should look at.

    What follows from the rules is reckoned exactly; the rest is played, and marked with ≈ and
    its 95% interval.
    """
    from sugoroku.app.forecasting import forecast_of, write_forecast
    from sugoroku.app.house import House, load_board
    from sugoroku.cli.problem_printing import bear_all_letters
    from sugoroku.records.errors import RecordsError

    bear_all_letters(as_json)
    house = House(Settings(data_folder=data))
    tr = house.translator(language or house.system_language(), {})
    edition, faults = load_board(board, tr, data)
    if edition is None:
        for fault in faults:
            click.echo(f"{fault.place}: {fault.what} {fault.mend}", err=True)
        sys.exit(1)
    found = forecast_of(edition, tr, teams=teams, right=right, games=games)
    if html is not None:
        try:
            write_forecast(found, html, tr)
        except RecordsError as fault:
            click.echo(fault.told(tr), err=True)
            sys.exit(1)
    if as_json:
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    elif html is not None:
        click.echo(str(html))
    else:
        from sugoroku.app.reporting import GrownUpWords

        _print(found, GrownUpWords(tr))


def _print(found: "Forecast", tr: "Words") -> None:
    from rich.console import Console
    from rich.text import Text

    from sugoroku.reports import forecast_words as words
    from sugoroku.reports.forecast_findings import findings

    console = Console(highlight=False)
    console.print(Text(found.title, "bold"))
    console.print(Text(" · ".join(f"{name}: {value}" for name, value in words.facts(found, tr))))
    for said in findings(found, tr):
        sign, style = ("!", "yellow") if said.warning else ("·", "")
        console.print(Text(f"{sign} {said.text}", style))
    heads = (tr("Mean"), tr("Median"), tr("8 of 10 games"))
    _table(console, heads, words.lengths(found, tr), tr)
    _table(console, (tr("Number"),), words.numbers(found, tr), tr)
    _table(console, (tr("Who is first at the end"),), words.seats(found, tr), tr)
    for line in words.assumptions(found, tr):
        console.print(Text(line, "dim"))


def _table(console: "Console", heads: Sequence[str], lines: "Sequence[Line]", tr: "Words") -> None:
    from rich.table import Table

    if not lines:
        return
    table = Table("", *heads, tr("How it was found"))
    for line in lines:
        table.add_row(line.label, *line.cells, line.how)
    console.print(table)
