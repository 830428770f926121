"""`session.json` and `README.txt`: what a session folder is, for programs and for people."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from sugoroku.model.edition import Edition
from sugoroku.model.survey import MOMENTS, Moment
from sugoroku.records.codec import Line
from sugoroku.records.course import header_of, played_minutes, spoken_language, team_sizes
from sugoroku.records.words import Words, own_words
from sugoroku.session.recorder import N_

FORMAT = "session/1"
_MARK = "\ufeff"


class SessionFacts(msgspec.Struct, frozen=True, kw_only=True):
    """Without any name. `teams`: pupils in each; `content`: digest of `edition.json`;
    `surveys`: the id of the one at each moment."""

    format: str = FORMAT
    session: str
    edition: str
    title: str
    program: str
    content: str
    language: str
    grade: int | None
    started: datetime
    minutes: int
    teams: tuple[int, ...]
    answering: str
    die: str
    decks: tuple[str, ...]
    surveys: dict[Moment, str]


def session_facts(edition: Edition, lines: Sequence[Line], words: Words) -> bytes:
    """The bytes of `session.json`."""
    header = header_of(lines)
    setup = header.setup
    surveys = {moment: edition.survey_at(moment) for moment in MOMENTS}
    facts = SessionFacts(
        session=header.session,
        edition=edition.board.id,
        title=words.plain(edition.board.title),
        program=header.program,
        content=header.content,
        language=spoken_language(lines),
        grade=setup.grade,
        started=header.started,
        minutes=played_minutes(lines),
        teams=team_sizes(lines),
        answering=setup.answering or edition.board.rules.answering,
        die=setup.die,
        decks=tuple(deck.id for deck in edition.decks),
        surveys={moment: survey.id for moment, survey in surveys.items() if survey is not None},
    )
    return msgspec.json.format(msgspec.json.encode(facts), indent=2) + b"\n"


_ABOUT_SURVEY = (
    ("survey.csv", N_("what pupils answered one by one or on paper: a row a pupil")),
    ("survey-counts.csv", N_("raised hands: a row for each option")),
)
_ABOUT = (
    ("quiz.csv", N_("answers of the teams in the game: a row an answer")),
    ("codebook.csv", N_("what every column and every code of these tables means")),
    ("session.json", N_("the facts of the lesson for programs: edition, day, minutes, teams")),
    ("journal.jsonl", N_("every step of the game, written first; everything else comes from it")),
    ("edition.json", N_("the board, the questions and the surveys that were played")),
)
_HINTS = (
    N_("The tables open in Excel, LibreOffice, pandas and R (UTF-8, separated by commas)."),
    N_(
        "A text that begins with = + - or @ has an apostrophe before it, so that no spreadsheet"
        " takes it for a formula."
    ),
    N_("A cell is empty where a pupil left the question out."),
    N_("Copy a table before you change it: the program writes these files again."),
)


def read_me(edition: Edition, lines: Sequence[Line], words: Words) -> bytes:
    """The bytes of `README.txt`."""
    header = header_of(lines)

    def say(message: str, **values: object) -> str:
        return own_words(words, message, **values)

    files = (*_ABOUT_SURVEY, *_ABOUT) if any(map(edition.survey_at, MOMENTS)) else _ABOUT
    again, gone = (f"sugoroku {command} {header.session}" for command in ("export", "forget"))
    text = [
        f"{words.plain(edition.board.title)} – {header.started:%Y-%m-%d %H:%M}",
        "",
        say(N_("This folder holds one lesson of the game Climate Sugoroku.")),
        "",
        *(f"{name}: {say(what)}" for name, what in files),
        "",
        *map(say, _HINTS),
        "",
        say(N_("No name of a pupil is asked or stored, and nothing leaves this computer.")),
        say(N_("To write the tables again: {command}"), command=again),
        say(N_("To delete the lesson for good: {command}"), command=gone),
    ]
    return (_MARK + "\r\n".join(text) + "\r\n").encode("utf-8", "replace")
