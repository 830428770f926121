"""What a reader finds in another program's file: questions, what is left out, what to know."""

from typing import NoReturn

import msgspec

from sugoroku.content.document import Limits, Tree
from sugoroku.content.problems import N_, Say, in_english, shown

Entry = dict[str, Tree]
"""A question as `quizzes/*.yaml` would say it: all scalars are texts."""
SAMPLE = 50
MOST_QUESTIONS = Limits().questions
MOST_FOUND = 4 * MOST_QUESTIONS
"""So many are looked at; some of them may not be good."""
MOST_TOLD = 1_000


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where something stands; everything counts from 1, and 0 or "" means: not known."""

    row: int = 0
    number: int = 0
    line: int = 0
    column: str = ""

    def told(self, say: Say = in_english) -> str:
        parts = []
        if self.row:
            parts.append(say(N_("row {n}"), n=self.row))
        if self.number:
            parts.append(say(N_("question {n}"), n=self.number))
        if self.line:
            parts.append(say(N_("line {n}"), n=self.line))
        if self.column:
            parts.append(say(N_("column “{name}”"), name=self.column))
        return ", ".join(parts)


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """Something that did not come in: where, why, and how to mend it. No place: the whole file."""

    place: Place = Place()
    message_id: str
    fix_id: str
    values: dict[str, str] = {}
    sample: str = ""
    """How the question begins."""

    def what(self, say: Say = in_english) -> str:
        return say(self.message_id, **self.values)

    def fix(self, say: Say = in_english) -> str:
        return say(self.fix_id, **self.values)

    def __str__(self) -> str:
        return f"{self.place.told()}: {self.what()} {self.fix()}"


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Something to know about what came in."""

    place: Place = Place()
    message_id: str
    values: dict[str, str] = {}

    def told(self, say: Say = in_english) -> str:
        text = say(self.message_id, **self.values)
        place = self.place.told(say)
        return f"{place}: {text}" if place else text


class Found(msgspec.Struct):
    """One question. `name` becomes its id when `entry` has none; `places` are of its fields."""

    place: Place
    entry: Entry
    name: str = ""
    fields: dict[str, str] = {}
    """The reader's own name (as a column's) for a field, where it has one."""


class Unfit(Exception):
    """A question, or a whole file, that cannot come in."""

    def __init__(self, message: str, fix: str, /, **values: object) -> None:
        super().__init__(message)
        self.message_id = message
        self.fix_id = fix
        self.values = {name: shown(value) for name, value in values.items()}

    def left_out(self, place: Place = Place(), sample: str = "") -> LeftOut:  # noqa: B008 - frozen
        return LeftOut(
            place=place,
            message_id=self.message_id,
            fix_id=self.fix_id,
            values=self.values,
            sample=sample_of(sample),
        )


class Reading:
    """All that a reader found in one file."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.left_out: list[LeftOut] = []
        self.untold = 0
        """What else was left out: of a file with more faults, the first are enough."""
        self.notes: list[Note] = []
        self.deck: dict[str, str] = {}
        """What the file says of the deck itself: id, language, title, grade."""
        self.exact = False
        """It is a sheet of our own: texts stay letter by letter."""

    def add(self, found: Found) -> None:
        if len(self.found) < MOST_FOUND:
            self.found.append(found)
        else:
            self.leave_out(too_many(), found.place, str(found.entry.get("ask", "")))

    def leave_out(self, fault: Unfit, place: Place, sample: str = "") -> None:
        self.refuse(fault.left_out(place, sample))

    def refuse(self, fault: LeftOut) -> None:
        if len(self.left_out) < MOST_TOLD:
            self.left_out.append(fault)
        else:
            self.untold += 1

    def note(self, message: str, place: Place | None = None, **values: object) -> None:
        told = {name: shown(value) for name, value in values.items()}
        self.notes.append(Note(place=place or Place(), message_id=message, values=told))


def refuse_kind(kind: str) -> NoReturn:
    """A kind of question that the game does not have."""
    raise Unfit(
        N_("Questions of the kind “{kind}” do not exist in this game."),
        N_("Ask it with options to choose from, as true or false, or as a number to estimate."),
        kind=kind,
    )


def too_many() -> Unfit:
    return Unfit(
        N_("A deck holds at most {most} questions."),
        N_("Make two files of it."),
        most=MOST_QUESTIONS,
    )


def sample_of(text: str) -> str:
    line = shown(" ".join(text.split())[: SAMPLE + 1])
    return line if len(line) <= SAMPLE else line[:SAMPLE].rstrip() + "…"
