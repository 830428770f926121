"""Aiken: a question, options with letters, and a line `ANSWER: B`."""

import re
from collections.abc import Sequence

from sugoroku.content.problems import N_
from sugoroku.interchange.building import choice_of, several_of
from sugoroku.interchange.decoding import Decoded
from sugoroku.interchange.findings import (
    MOST_FOUND,
    Entry,
    Found,
    Place,
    Reading,
    Unfit,
    too_many,
)

_OPTION = re.compile(r"\s*\(?([A-Za-zＡ-Ｚ])[.)．）]\s*(\S.*)")
_ANSWER = re.compile(r"\s*ANSWERS?\s*[:：]\s*(.*)", re.I)
_REMARK = re.compile(r"\s*(?:FEEDBACK|EXPLANATION)\s*[:：]\s*(.*)", re.I)


def read_aiken(source: Decoded) -> Reading:
    reading = Reading()
    for place, lines in _blocks(source.lines()):
        try:
            entry = question_from_lines(lines)
        except Unfit as fault:
            reading.leave_out(fault, place, " ".join(lines))
            continue
        reading.add(Found(place, entry))
    return reading


def _blocks(lines: Sequence[str]) -> list[tuple[Place, list[str]]]:
    """A question ends behind its answer, or where a question begins behind options without one."""
    blocks: list[tuple[Place, list[str]]] = []
    here: list[str] = []
    has_options = answered = blank = False
    for i, line in enumerate(lines):
        if not line.strip():
            blank = True
            continue
        is_option, is_answer = bool(_OPTION.fullmatch(line)), bool(_ANSWER.fullmatch(line))
        is_remark = bool(_REMARK.fullmatch(line))
        other = not (is_option or is_answer or is_remark)
        begins = (answered and blank and not is_remark) or (
            other and (answered or (has_options and blank))
        )
        if begins or not here:
            here = []
            blocks.append((Place(line=i + 1), here))
            has_options = answered = False
            if len(blocks) > MOST_FOUND:
                raise too_many()
        here.append(line.strip())
        has_options |= is_option
        answered |= is_answer
        blank = False
    return blocks


def question_from_lines(lines: Sequence[str], answer: str = "") -> Entry:
    """Text, lettered options and the answer's letters. Unfit when one of them is missing."""
    ask, options = list[str](), dict[str, str]()
    explain = last = ""
    for line in lines:
        option, answered, remark = (p.fullmatch(line) for p in (_OPTION, _ANSWER, _REMARK))
        if answered is not None:
            answer = answered[1]
        elif remark is not None:
            explain = remark[1]
        elif option is not None and (ask or options):
            last = _letter(option[1])
            if last in options:
                raise Unfit(
                    N_("The letter {letter} stands before two options."),
                    N_("Give each option its own letter; put an empty line between questions."),
                    letter=last,
                )
            options[last] = option[2].strip()
        elif options:
            options[last] += f" {line.strip()}"
        else:
            ask.append(line.strip())
    if not options:
        raise Unfit(
            N_("No options with letters stand below the question."),
            N_("Write each option on its own line: A. …, B. …"),
        )
    entry: Entry = {"ask": " ".join(ask), **_answered(options, answer)}
    if explain:
        entry["explain"] = explain
    return entry


def _answered(options: dict[str, str], answer: str) -> Entry:
    if not answer.strip():
        raise Unfit(
            N_("The line ANSWER is missing."),
            N_("Write below the options which one is right: ANSWER: A"),
        )
    alone = re.match(r"\s*([A-Za-zＡ-Ｚ])[.)．）](\s|$)", answer)
    if alone is not None:  # with its text behind it
        answer = alone[1]
    letters = [
        _letter(word.strip(" .)")) for word in re.split(r"[,;、\s]+|\band\b", answer.strip())
    ]
    letters = [letter for letter in letters if letter]
    wrong = [letter for letter in letters if letter not in options]
    if wrong or not letters:
        raise Unfit(
            N_("The answer “{answer}” is not one of the letters {letters}."),
            N_("Write the letter of the right option: ANSWER: A"),
            answer=answer.strip()[:40],
            letters=", ".join(options),
        )
    if len(letters) == 1:
        return choice_of(list(options.values()), options[letters[0]])
    return several_of(list(options.values()), [options[letter] for letter in letters])


def _letter(sign: str) -> str:
    """Wide and small letters count as the plain capital."""
    plain = sign.upper()
    return chr(ord(plain) - 0xFEE0) if len(plain) == 1 and "Ａ" <= plain <= "Ｚ" else plain
