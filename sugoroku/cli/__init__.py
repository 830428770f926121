"""The command line: one module a command, thin. `main` is the program's entry.

Only the module of the command that is called is imported, so that the game starts fast.
"""

import os
import sys
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from sugoroku import __version__

COMMANDS = {
    "play": "Open the game (the same as no command).",
    "resume": "Go on with the last game that was not finished.",
    "check": "Check boards, decks and surveys, and say how to mend them.",
    "pack": "Pack an edition into one file, to give away.",
    "install": "Add the edition of a pack.",
    "packs": "List the installed packs, or delete one.",
    "preview": "See boards, decks and surveys as the class will, while you write them.",
    "schema": "Write JSON Schema, so that editors complete and explain.",
    "new": "Begin an edition, a deck, a survey or a theme.",
    "import": "Make a deck of a spreadsheet or of another program's questions.",
    "simulate": "Play a board many times and tell how long it takes.",
    "analyze": "Tell how a board plays: its length, its squares, what to mend.",
    "i18n": "Make, merge, compile and count translations.",
    "report": "Write a page about one lesson or many, to print.",
    "collect": "Join the results of many sessions into tables.",
    "replay": "Play a journal again and compare.",
    "export": "Write a deck for other programs, or the tables of sessions again.",
    "forget": "Delete a session for good.",
    "fault-report": "Make a file for who helps: no answers, no names, nothing is sent.",
}


def module_of(command: str) -> str:
    """Where a command lives: `fault-report` in `sugoroku.cli.fault_report_command`."""
    return f"sugoroku.cli.{command.replace('-', '_')}_command"


class LazyGroup(click.Group):
    """Imports `cli/<name>_command.py` when the command `<name>` is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        plain = name.replace("-", "_")
        module = import_module(module_of(name))
        command: Any = getattr(module, f"{plain}_" if iskeyword(plain) else plain)
        assert isinstance(command, click.Command)
        return command

    def main(self, *args: Any, **more: Any) -> Any:
        """A program of which a part is missing says so; other faults of a source tree are shown
        as they are, for who mends them.
        """
        try:
            return super().main(*args, **more)
        except Exception as fault:
            from sugoroku.app import last_words

            if not getattr(sys, "frozen", False) and not last_words.is_ours(fault):
                raise
            sys.exit(last_words.tell(fault))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as fault:
            from difflib import get_close_matches

            meant = get_close_matches(args[0].lower(), COMMANDS, cutoff=0.7)
            if not meant:
                raise
            names = " or ".join(f"`sugoroku {name}`" for name in meant)
            raise click.UsageError(f"{fault.message} Did you mean {names}?", ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.version_option(__version__, prog_name="sugoroku")
@click.option("--self-check", is_flag=True, help="Look whether everything is here and works.")
@click.option("--json", "as_json", is_flag=True, help="With --self-check: print JSON.")
@click.pass_context
def main(context: click.Context, self_check: bool, as_json: bool) -> None:
    """Climate Sugoroku: a classroom board game about the climate."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    if as_json and not self_check:
        raise click.UsageError("--json needs --self-check; commands have their own.")
    if self_check:
        from sugoroku.cli.self_check import self_check as check

        context.exit(check(as_json))
    if context.invoked_subcommand is None:
        play = main.get_command(context, "play")
        assert play is not None
        context.invoke(play)
