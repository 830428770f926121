"""What the lines of a journal tell about the course of a lesson: steps that hold, time, teams."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from sugoroku.engine.commands import AddTeam
from sugoroku.engine.events import TeamAdded, TeamRemoved
from sugoroku.records.codec import CommandLine, Header, Line, Note, RedoLine, UndoLine

LONGEST_GAP_MS = 60_000.0
"""A longer time without a step is taken for a break."""


def header_of(lines: Sequence[Line]) -> Header:
    header = lines[0]
    assert isinstance(header, Header)
    return header


def holding(lines: Sequence[Line]) -> set[int]:
    """The entries that are not taken back."""
    done: list[int] = []
    undone: list[int] = []
    for line in lines:
        match line:
            case CommandLine(n=number):
                done.append(number)
                undone.clear()
            case UndoLine(count=count):
                undone += reversed(done[-count:])
                del done[-count:]
            case RedoLine(count=count):
                done += reversed(undone[-count:])
                del undone[-count:]
            case _:
                pass
    return set(done)


def played_ms(lines: Sequence[Line]) -> float:
    """How long the class has played; long breaks count a minute, a clock set back nothing."""
    times: list[datetime] = [
        line.started if isinstance(line, Header) else line.when
        for line in lines
        if isinstance(line, Header | CommandLine)
    ]
    gaps = (later - sooner for sooner, later in pairwise(times))
    return sum(min(LONGEST_GAP_MS, max(0.0, gap.total_seconds() * 1000)) for gap in gaps)


def played_minutes(lines: Sequence[Line]) -> int:
    return round(played_ms(lines) / 60_000)


def spoken_language(lines: Sequence[Line]) -> str:
    """The code of the language spoken last."""
    for line in reversed(lines):
        if isinstance(line, Note) and line.what == "language" and line.value:
            return line.value
    header = header_of(lines)
    return header.language or header.setup.language


def team_sizes(lines: Sequence[Line]) -> tuple[int, ...]:
    """Pupils in each team that is there at the end, those who came later last."""
    teams = {number: team.pupils for number, team in enumerate(header_of(lines).setup.teams)}
    held = holding(lines)
    for line in lines:
        if not isinstance(line, CommandLine) or line.n not in held:
            continue
        for event in line.events:
            if isinstance(event, TeamAdded) and isinstance(line.command, AddTeam):
                teams[event.team] = line.command.pupils
            elif isinstance(event, TeamRemoved):
                teams.pop(event.team, None)
    return tuple(teams.values())
