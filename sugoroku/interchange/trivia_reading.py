"""Trivia questions as JSON: Open Trivia DB (also in its coded forms) and files made like it."""

import base64
import binascii
import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import unquote

import msgspec

from sugoroku.content.problems import N_
from sugoroku.interchange.building import choice_of, mixed_in
from sugoroku.interchange.decoding import Decoded
from sugoroku.interchange.findings import Entry, Found, Place, Reading, Unfit
from sugoroku.interchange.markup import plain_text

LISTS = ("results", "questions", "data", "quiz", "items")
_LEVELS = {"easy": "1", "medium": "2", "hard": "3"}
_ASK = ("question", "text", "ask")
_RIGHT = ("correct_answer", "correctAnswer", "answer", "correct")
_WRONG = ("incorrect_answers", "incorrectAnswers", "wrong_answers", "distractors")
_OPTIONS = ("options", "choices", "answers")
_CODES = {"multiple", "boolean"}
_REMARKS = re.compile(r"(\s*//[^\n]*\n)+")
"""Lines that browsers' viewers write above what they show."""
Record = dict[str, Any]


def read_trivia(source: Decoded) -> Reading:
    reading = Reading()
    for i, record in enumerate(_records(_parsed(source.text))):
        place = Place(number=i + 1)
        if not isinstance(record, dict):
            reading.leave_out(_no_question(), place)
            continue
        decode = _decoder(record)
        try:
            reading.add(Found(place, _question(record, decode)))
        except Unfit as fault:
            reading.leave_out(fault, place, decode(_text(record, _ASK)))
    return reading


def _parsed(text: str) -> Any:
    try:
        plain = _REMARKS.sub("", text.removeprefix("\ufeff"), count=1)
        return msgspec.json.decode(plain.encode("utf-8", "replace"))
    except (msgspec.MsgspecError, ValueError, RecursionError) as fault:
        raise Unfit(
            N_("This is no JSON that can be read ({why})."),
            N_("Look whether the file is whole; numbers must be of usual size, NaN is none."),
            why=str(fault)[:100],
        ) from None


def _records(tree: Any) -> list[Any]:
    if isinstance(tree, dict):
        code = tree.get("response_code", 0)
        if code and not tree.get("results"):
            raise Unfit(
                N_("The server answered with an error (response_code {code}) and no questions."),
                N_("Fetch the file again."),
                code=code,
            )
        tree = next((tree[name] for name in LISTS if isinstance(tree.get(name), list)), None)
    if not isinstance(tree, list) or not tree:
        raise Unfit(
            N_("There is no list of questions in the file."),
            N_("It must have a list “results” of questions with “correct_answer”."),
        )
    return tree


def _no_question() -> Unfit:
    return Unfit(
        N_("This is no question with “question” and “correct_answer”."),
        N_("Compare it with a file of Open Trivia DB."),
    )


def _decoder(record: Record) -> Callable[[str], str]:
    """How the texts of this record are coded: HTML, base64 or as in an address."""
    kind = record.get("type")
    if isinstance(kind, str) and kind not in _CODES and _from_base64(kind) in _CODES:
        return _from_base64
    ask = _text(record, _ASK)
    if "%20" in ask and " " not in ask:
        return unquote
    return lambda text: plain_text(unescape(text))


def _from_base64(text: str) -> str:
    try:
        return base64.b64decode(text, validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return text


def _text(record: Record, names: tuple[str, ...]) -> str:
    """The first of the fields that is there; a number counts, a group gives its `text`."""
    for name in names:
        value = record.get(name)
        if isinstance(value, dict):
            value = value.get("text")
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, str | int | float) and str(value).strip():
            return str(value)
    return ""


def _texts(record: Record, names: tuple[str, ...]) -> list[str]:
    """A list of texts; a group gives the texts of its letters in order (`{"A": …, "B": …}`)."""
    for name in names:
        value = record.get(name)
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list) and value:
            return [_text({"": item}, ("",)) for item in value[:100]]
    return []


def _question(record: Record, decode: Callable[[str], str]) -> Entry:
    ask, right = decode(_text(record, _ASK)), decode(_text(record, _RIGHT))
    wrong = [decode(text) for text in _texts(record, _WRONG)]
    options = [decode(text) for text in _texts(record, _OPTIONS)]
    if not ask:
        raise _no_question()
    entry: Entry = {"ask": ask}
    if wrong and right:
        entry |= choice_of(mixed_in(right, wrong), right)
    elif options:
        entry |= choice_of(options, _chosen(record, options, right))
    else:
        raise _no_question()
    level = _LEVELS.get(decode(_text(record, ("difficulty",))).lower())
    if level:
        entry["level"] = level
    explain = decode(_text(record, ("explanation", "explain")))
    return entry | ({"explain": explain} if explain else {})


def _chosen(record: Record, options: list[str], right: str) -> str:
    """The right option, given as its text, its letter or its number from 0."""
    if right in options:
        return right
    index = next(
        (v for n in ("answer_index", "correct_index", "correctIndex", *_RIGHT)
         if isinstance(v := record.get(n), int) and not isinstance(v, bool)),
        None,
    )  # fmt: skip
    if index is None and len(right) == 1 and "A" <= right.upper() <= "Z":
        index = ord(right.upper()) - ord("A")
    if index is None or not 0 <= index < len(options):
        raise Unfit(
            N_("The answer “{answer}” is not one of the options."),
            N_("Write the text of the right option, exactly as it stands there."),
            answer=right[:80],
        )
    return options[index]
