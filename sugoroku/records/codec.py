"""The lines of a journal, and how they become JSON and back.

A line is one JSON object; `line` tells its kind. Unknown fields are passed over, so that a small
addition does not make old programs fail; a change of meaning is a new `FORMAT`.
"""

from datetime import datetime
from typing import Union

import msgspec

from sugoroku.model.setup import GameSetup
from sugoroku.model.survey import Moment, SurveyValue, Way
from sugoroku.records.errors import RecordsError
from sugoroku.session.recorder import N_
from sugoroku.session.replay import DoneAgain, Played, TakenBack

FORMAT = "journal/1"


class Header(msgspec.Struct, frozen=True, kw_only=True, tag_field="line", tag="header"):
    """The first line. `content` is the digest of `edition.json`."""

    format: str = FORMAT
    program: str
    session: str
    setup: GameSetup
    language: str
    content: str
    started: datetime


class Said(msgspec.Struct, frozen=True):
    """One team's answer, and the right one, in readable words of the class's language."""

    team: str
    """Shape and label: `star Falcons`."""
    round: int
    chosen: str
    right: str


class CommandLine(
    Played, frozen=True, kw_only=True, tag_field="line", tag="command", omit_defaults=True
):
    """A step. `seconds` from the question to its answer; `said`: one for each `Answered` event."""

    when: datetime
    seconds: float | None = None
    said: tuple[Said, ...] = ()


class UndoLine(TakenBack, frozen=True, kw_only=True, tag_field="line", tag="undo"):
    when: datetime


class RedoLine(DoneAgain, frozen=True, kw_only=True, tag_field="line", tag="redo"):
    when: datetime


class SurveyLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="line", tag="survey"):
    """One pupil's answers by item id; `labels` are the words of the options chosen.

    `pupil` counts from 1 at each moment.
    """

    moment: Moment = "after"
    way: Way = "alone"
    pupil: int
    when: datetime
    answers: dict[str, SurveyValue]
    labels: dict[str, str] = {}


class SurveyUndone(msgspec.Struct, frozen=True, kw_only=True, tag_field="line", tag="survey_undo"):
    """The answers of this pupil, always the last, do not count; its number is free again."""

    moment: Moment = "after"
    pupil: int
    when: datetime


class CountLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="line", tag="counts"):
    """Raised hands for one item: how many for each option, and how many pupils were there.

    `counts` stand in the order of the item's options (faces: lowest first; yes, maybe, no;
    knowledge: the options, then “I don't know yet”). A later line for the item replaces it; one
    without counts takes it back. `labels` are the words of the options.
    """

    moment: Moment = "after"
    item: str
    counts: tuple[int, ...]
    pupils: int
    when: datetime
    labels: tuple[str, ...] = ()


class Note(msgspec.Struct, frozen=True, kw_only=True, tag_field="line", tag="note"):
    """Something that is not a step: `resumed`, `language` (value: its code), `survey` (value: its
    moment, empty: after the game), `play` (the survey before it is over), `done`.
    """

    what: str
    when: datetime
    value: str = ""


GameLine = Union[CommandLine, UndoLine, RedoLine]
Line = Union[Header, CommandLine, UndoLine, RedoLine, SurveyLine, SurveyUndone, CountLine, Note]


class _Start(msgspec.Struct):
    """Just enough of any header, of any version."""

    line: str
    format: str
    program: str = ""


_decoder = msgspec.json.Decoder(Line)
_start_decoder = msgspec.json.Decoder(_Start)
_UNREADABLE = (msgspec.MsgspecError, ValueError, RecursionError)


def encode(line: Line) -> bytes:
    """One line of UTF-8, with its LF. ValueError for a text with half of a surrogate pair."""
    return msgspec.json.encode(line) + b"\n"


def decode(data: bytes) -> Line:
    """ValueError when it is damaged or of an unknown kind."""
    try:
        line: Line = _decoder.decode(data)
    except _UNREADABLE as fault:
        raise ValueError(str(fault)) from fault
    return line


def decode_header(data: bytes) -> Header:
    """RecordsError when this is no journal, or one of a newer program."""
    try:
        start = _start_decoder.decode(data)
    except _UNREADABLE as fault:
        raise RecordsError(N_("This is not the journal of a game.")) from fault
    if start.line != "header" or not start.format.startswith("journal/"):
        raise RecordsError(N_("This is not the journal of a game."))
    if start.format != FORMAT:
        raise RecordsError(
            N_("This game was recorded by a newer version of the program ({version})."),
            version=start.program or start.format,
        )
    try:
        line = decode(data)
    except ValueError as fault:
        raise RecordsError(N_("Line {line} of the journal is damaged."), line=1) from fault
    if not isinstance(line, Header):
        raise RecordsError(N_("This is not the journal of a game."))
    return line
