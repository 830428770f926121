"""`sugoroku export`: a deck for other programs, or the tables of sessions once more."""

import sys
from pathlib import Path

import click

from sugoroku.cli.options import DATA
from sugoroku.cli.telling import MESSAGES, say_in, tell_left_out

_DECKS = (".yaml", ".yml")


@click.command()
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="For a deck: a name that ends in .xlsx, .csv, .gift or .xml (Moodle).",
)
@click.option("--force", is_flag=True, help="For a deck: replace a file of that name.")
@MESSAGES
@DATA
def export(
    sources: tuple[Path, ...],
    output: Path | None,
    force: bool,
    messages: str,
    data: Path | None,
) -> None:
    """Write a deck for other programs, or all tables of sessions again.

    \b
    sugoroku export deck.yaml -o deck.xlsx
    sugoroku export SESSION…

    SESSION is a session's folder, its name among the sessions kept, or its journal.jsonl; its
    tables are written byte for byte as they were. One that is damaged or open is named, and the
    others are done.

    Exit status 0: all done; 1: something could not be; 2: a bad call.
    """
    decks = [source for source in sources if source.suffix.lower() in _DECKS]
    if decks or output is not None:
        if len(sources) > 1 or not decks:
            raise click.UsageError("-o FILE goes with one deck (a file that ends in .yaml).")
        if output is None:
            raise click.UsageError("Say with -o FILE where the deck goes, such as -o deck.xlsx.")
        sys.exit(_export_deck(decks[0], output, force, messages))
    sys.exit(_export_sessions(sources, data))


def _export_sessions(sessions: tuple[Path, ...], data: Path | None) -> int:
    from sugoroku.app.keeping import exported

    failed = 0
    for session in sessions:
        files, trouble = exported(session, data)
        failed += bool(trouble)
        if trouble:
            click.echo(f"{session}: {trouble}", err=True)
        else:
            click.echo(f"{session}: {files} {'file' if files == 1 else 'files'}")
    return 1 if failed else 0


def _export_deck(deck: Path, output: Path, force: bool, messages: str) -> int:
    from sugoroku.content.problems import N_, ContentError, Problem, errors_of
    from sugoroku.interchange.exporting import export_deck, format_of, read_deck_tree
    from sugoroku.interchange.findings import Unfit
    from sugoroku.interchange.saving import look_at_target, save

    say = say_in(messages)

    def tell(problem: Problem) -> None:
        click.echo(f"{problem.place}: {problem.what(say)}\n    {problem.fix(say)}", err=True)

    try:
        form = format_of(output)
        look_at_target(output, force=force)
        tree, problems = read_deck_tree(deck)
        if tree is None:
            for problem in errors_of(problems):
                tell(problem)
            return 1
        made = export_deck(tree, form, say)
        save(output, made.data, force=force)
    except ContentError as fault:
        for problem in fault.problems:
            tell(problem)
        return 1
    except Unfit as fault:
        tell_left_out(fault.left_out(), "", say)
        return 1
    for found in made.left_out:
        tell_left_out(found, str(deck), say)
    if made.lost:
        told = say(N_("This kind of file has no place for: {names}."), names=", ".join(made.lost))
        click.echo(told)
    click.echo(
        say(
            N_("Questions written: {n}. Left out: {left}."),
            n=made.questions,
            left=len(made.left_out),
        )
    )
    click.echo(say(N_("Written: {path}"), path=output))
    return 1 if made.left_out else 0
