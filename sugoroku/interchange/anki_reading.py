"""Anki's notes as text: cards that are questions with options, or true or false.

A card with a free answer is none of ours; with `wrong_from_others` it becomes a choice among the
answers of cards nearby.
"""

import re
from collections.abc import Sequence

from sugoroku.content.problems import N_
from sugoroku.content.wording import same_to_a_reader
from sugoroku.interchange.aiken_reading import question_from_lines
from sugoroku.interchange.building import choice_of, mixed_in, several_of, truth_of
from sugoroku.interchange.columns import fields_of, is_header
from sugoroku.interchange.decoding import Decoded
from sugoroku.interchange.delimited import rows_of
from sugoroku.interchange.findings import Entry, Found, Place, Reading, Unfit
from sugoroku.interchange.markup import Plain, plain_from_html
from sugoroku.interchange.media import without_media
from sugoroku.interchange.sheet_reading import question_from

_HEADER = re.compile(r"#([a-z ]+):(.*)", re.I)
_SEPARATORS = {
    "tab": "\t", "comma": ",", "semicolon": ";", "space": " ", "pipe": "|", "colon": ":",
}  # fmt: skip
_BACK = re.compile(r"<hr\s+id=[\"']?answer[\"']?\s*/?>", re.I)
_CLOZE = re.compile(r"\{\{c\d+::")
_ALL_IN_ONE = re.compile(r"[01]([ ,][01]){1,9}")
_LONGEST_OPTION = 80
OTHERS = 3


class _Card:
    """A note's fields without those that hold tags, deck and the like."""

    def __init__(self, place: Place, fields: Sequence[Plain]) -> None:
        self.place = place
        self.fields = fields
        self.front, self.back = [*fields, Plain((), False), Plain((), False)][:2]


def read_anki(source: Decoded, *, wrong_from_others: bool = False) -> Reading:
    reading = Reading()
    said = _said(source)
    separator = _separator(said, source)
    names = said.get("columns", "").split(separator)
    skipped = {int(v) - 1 for k, v in said.items() if k.endswith(" column") and v.isdigit()}
    cards, fields = [], fields_of(names)
    for line, cells in rows_of(source.text, separator):
        place = Place(line=line)
        if isinstance(cells, Unfit):
            reading.leave_out(cells, place)
        elif not any(cell.strip() for cell in cells) or _HEADER.fullmatch(cells[0].strip()):
            continue
        elif is_header(fields) and len(fields) > 2:
            _take_row(cells, fields, place, reading)
        else:
            kept = [_plain(cell) for i, cell in enumerate(cells) if i not in skipped]
            cards.append(_Card(place, kept))
    for i, card in enumerate(cards):
        try:
            entry = _question(card) or _among(cards, i, wrong_from_others)
        except Unfit as fault:
            reading.leave_out(fault, card.place, card.front.text)
        else:
            reading.add(Found(card.place, entry))
    return reading


def _plain(cell: str) -> Plain:
    """A field; of a back that repeats the front, what stands behind the line."""
    return plain_from_html(_BACK.split(cell, maxsplit=1)[-1])


def _said(source: Decoded) -> dict[str, str]:
    """The lines `#name:value` at the top."""
    found = {}
    for line in source.lines():
        header = _HEADER.fullmatch(line.strip("\n"))
        if header is None:
            break
        found[header[1].strip().lower()] = header[2]
    return found


def _separator(said: dict[str, str], source: Decoded) -> str:
    word = said.get("separator", "").strip()
    if word:
        return _SEPARATORS.get(
            word.lower(), word if len(word) == 1 and word not in '"\r\n' else "\t"
        )
    rest = next((line for line in source.lines() if line.strip() and line[0] != "#"), "")
    return next((sign for sign in "\t;," if sign in rest), "\t")


def _take_row(cells: list[str], fields: dict[int, str], place: Place, reading: Reading) -> None:
    """A note whose fields are named as the columns of a sheet are."""
    values = {
        field: text
        for i, field in fields.items()
        if i < len(cells) and (text := plain_from_html(cells[i]).text)
    }
    try:
        if "ask" not in values:
            raise Unfit(N_("The question is missing."), N_("Write its text in the column “ask”."))
        reading.add(Found(place, question_from(values)))
    except Unfit as fault:
        reading.leave_out(fault, place, values.get("ask", ""))


def _question(card: _Card) -> Entry | None:
    """None for a card with a free answer."""
    without_media(card.front, card.back)
    if any(_CLOZE.search(line) for line in card.front.lines):
        raise Unfit(
            N_("Questions of the kind “{kind}” do not exist in this game."),
            N_("Ask it with options to choose from, as true or false, or as a number to estimate."),
            kind="cloze",
        )
    all_in_one = _all_in_one(card)
    if all_in_one is not None:
        return all_in_one
    truth = truth_of(card.back.text) if len(card.back.text) > 1 else ""
    if truth and not card.back.text.isdigit():
        return {"ask": card.front.text, "kind": "true_false", "answer": truth}
    letter = re.match(r"\(?([A-Ha-h])(?:[.)：:]|\s|$)", card.back.text)
    if len(card.front.lines) >= 3 and letter is not None:
        return question_from_lines(card.front.lines, letter[1])
    return None


def _all_in_one(card: _Card) -> Entry | None:
    """The note type “AllInOne (kprim, mc, sc)”: options in fields, answers as `0 1 0 0`."""
    texts = [field.text for field in card.fields]
    at = next((i for i, text in enumerate(texts) if i > 2 and _ALL_IN_ONE.fullmatch(text)), None)
    if at is None:
        return None
    marks = re.split("[ ,]", texts[at])
    options = [text for text in texts[1:at] if text and text not in ("0", "1", "2")]
    options = options[-len(marks) :]
    right = [text for text, mark in zip(options, marks, strict=False) if mark == "1"]
    if not right or len(options) != len(marks):
        return None
    made = several_of(options, right) if len(right) > 1 else choice_of(options, right[0])
    return {"ask": texts[0], **made}


def _among(cards: Sequence[_Card], i: int, allowed: bool) -> Entry:
    """A choice among the answers of the cards nearest to this one."""
    card = cards[i]
    right = card.back.text
    if not card.front.text or not right:
        raise Unfit(
            N_("The card has no text on one of its sides."),
            N_("Complete it in Anki, or leave it out."),
        )
    if not allowed or len(right) > _LONGEST_OPTION:
        raise Unfit(
            N_("The card has a free answer, and the game has none."),
            N_("Add options, or take wrong ones from other cards with --wrong-from-others."),
        )
    wrong: list[str] = []
    seen = {same_to_a_reader(right)}
    for distance in range(1, 50):
        for j in (i - distance, i + distance):
            text = cards[j].back.text if 0 <= j < len(cards) else ""
            if 0 < len(text) <= _LONGEST_OPTION and same_to_a_reader(text) not in seen:
                seen.add(same_to_a_reader(text))
                wrong.append(text)
        if len(wrong) >= OTHERS:
            break
    if not wrong:
        raise Unfit(
            N_("No other card has an answer that could stand beside it."),
            N_("Add options by hand."),
        )
    options = mixed_in(right, wrong[:OTHERS])
    return {"ask": card.front.text, "kind": "choice", "options": list(options), "answer": right}
