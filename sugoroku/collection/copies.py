"""Lessons that are there twice, as when a stick was copied, and lessons with the same name.

Two classes that begin in the same minute have sessions of the same name on two computers: a name
alone does not make a copy. The first answers do.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from sugoroku.collection.finding import QUIZ, SURVEY, TABLES, Found
from sugoroku.collection.problems import Problems
from sugoroku.collection.sheets import LARGEST
from sugoroku.session.recorder import N_

_CELLS = {QUIZ: 4, SURVEY: 2}
"""First cells of a row that stay the same while a file grows: time, round, team, question; pupil
and time. (Whether an answer was taken back may change.)"""


def without_copies(sessions: Sequence[Found], problems: Problems) -> list[Found]:
    """The sessions in their order, each lesson once, no two with the same name. All is told."""
    groups: dict[str, list[Found]] = defaultdict(list)
    for session in sessions:
        groups[session.name].append(session)
    taken = set(groups)
    left: set[int] = set()
    for name, group in groups.items():
        if len(group) == 1:
            continue
        kept: list[Found] = []
        for session in sorted(group, key=lambda found: -_size(found.path)):
            here = problems.at(session=name, folder=str(session.path))
            other = next((k for k in kept if _same_lesson(k, session)), None)
            if other is None:
                kept.append(session)
                continue
            left.add(id(session))
            if _tables(other.path) == _tables(session.path):
                here.note(N_("It is a copy of {other} and counts once."), other=other.path)
            else:
                here.left_out(
                    N_(
                        "It is another copy of {other}, which has more in it; this one is left out."
                    ),
                    other=other.path,
                )
        for session in [found for found in group if id(found) not in left][1:]:
            session.name = _free(name, taken)
            problems.at(session=session.name, folder=str(session.path)).note(
                N_("Another lesson is called {name} too; this one is called {new} in the tables."),
                name=name,
                new=session.name,
            )
    return [session for session in sessions if id(session) not in left]


def _free(name: str, taken: set[str]) -> str:
    number = 2
    while (new := f"{name}~{number}") in taken:
        number += 1
    taken.add(new)
    return new


def _same_lesson(one: Found, other: Found) -> bool:
    for file, cells in _CELLS.items():
        first, second = _first(one.path / file, cells), _first(other.path / file, cells)
        if first and second:
            return first == second
    return one.about.started == other.about.started


def _first(path: Path, cells: int) -> bytes:
    """The beginning of the first row below the header; empty when there is none."""
    try:
        with open(path, "rb") as file:
            file.readline(LARGEST)
            return b",".join(file.readline(LARGEST).split(b",")[:cells]).strip()
    except OSError:
        return b""


def _size(path: Path) -> int:
    return sum(len(data) for data in _tables(path))


def _tables(path: Path) -> tuple[bytes, ...]:
    found = []
    for file in TABLES:
        try:
            found.append((path / file).read_bytes()[:LARGEST])
        except OSError:
            found.append(b"")
    return tuple(found)
