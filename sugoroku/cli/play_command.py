"""`sugoroku play`: the game in a window, or by itself with `--autoplay`."""

import sys
from pathlib import Path

import click

from sugoroku.cli.options import Language, Size
from sugoroku.settings import Settings


@click.command()
@click.argument("edition", required=False)
@click.option("--language", type=Language(), default="", help="Else the edition's own.")
@click.option("--teams", type=click.IntRange(2, 6), help="How many teams are offered at setup.")
@click.option(
    "--die", type=click.Choice(["virtual", "real"]), help="Which die is offered at setup."
)
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="Makes the dice repeatable.")
@click.option("--windowed", is_flag=True, help="In a window instead of the whole screen.")
@click.option("--display", type=click.IntRange(1, 9), default=1, help="On which screen: 1, 2, …")
@click.option("--size", type=Size(), help="Size of the window, such as 1024x768.")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    is_eager=True,  # languages may be there
    help="Where sessions and your own editions are kept.",
)
@click.option("--autoplay", is_flag=True, help="Play a whole lesson by itself; needs no display.")
@click.option(
    "--screenshots",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="With --autoplay: keep a picture of every screen here.",
)
@click.option("--first-frame", is_flag=True, hidden=True, help="Stop at the title: benchmarks.")
@click.option(
    "--pupils",
    type=click.IntRange(1, 99),
    help="With --autoplay: how many answer the survey one by one.",
)
def play(  # noqa: PLR0913, PLR0917 - one for each option
    edition: str | None = None,
    language: str = "",
    teams: int | None = None,
    die: str | None = None,
    seed: int | None = None,
    windowed: bool = False,
    display: int = 1,
    size: tuple[int, int] | None = None,
    data: Path | None = None,
    autoplay: bool = False,
    screenshots: Path | None = None,
    pupils: int | None = None,
    first_frame: bool = False,
) -> None:
    """Open the game. EDITION (toyama, renca, …) goes straight to its teams."""
    from sugoroku.app import run

    settings = Settings(
        data_folder=data,
        language=language,
        teams=teams,
        die=die,  # type: ignore[arg-type]
        seed=seed,
        windowed=windowed,
        size=size,
        display=display - 1,
    )
    if screenshots is not None and not autoplay:
        raise click.UsageError("--screenshots needs --autoplay.")
    if pupils is not None and not autoplay:
        raise click.UsageError("--pupils needs --autoplay.")
    if first_frame:
        sys.exit(run.first_frame(settings))
    if autoplay:
        sys.exit(run.autoplay(settings, edition, screenshots, pupils))
    sys.exit(run.play(settings, edition))
