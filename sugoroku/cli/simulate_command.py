"""`sugoroku simulate`: how long does a board take?"""

import json
import sys
from pathlib import Path

import click
import msgspec


@click.command()
@click.argument("board")
@click.option("--games", default=1000, show_default=True, type=click.IntRange(1, 1_000_000))
@click.option("--teams", default=4, show_default=True, type=click.IntRange(2, 6))
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0, 2**63 - 1))
@click.option(
    "--right",
    default=0.6,
    show_default=True,
    type=click.FloatRange(0, 1),
    help="Share of questions answered right.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def simulate(board: str, games: int, teams: int, seed: int, right: float, as_json: bool) -> None:
    """Play BOARD (an edition's name or a board file) many times by itself."""
    from sugoroku.analysis.simulate import simulate as run_simulation
    from sugoroku.app.house import load_board

    edition, faults = load_board(board)
    if edition is None:
        for fault in faults:
            click.echo(f"{fault.place}: {fault.what} {fault.mend}", err=True)
        sys.exit(1)
    result = msgspec.to_builtins(run_simulation(edition, games, teams, seed, right))
    if as_json:
        click.echo(json.dumps(result, indent=2))
        return
    from rich.console import Console
    from rich.table import Table

    played = f"{games} game{'' if games == 1 else 's'}, {teams} team{'' if teams == 1 else 's'}"
    table = Table("figure", "value", title=f"{Path(board).stem}: {played}")
    for name, value in result.items():
        table.add_row(name.replace("_", " "), _shown(value))
    Console().print(table)


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, list | tuple):
        return ", ".join(_shown(item) for item in value)
    return str(value)
