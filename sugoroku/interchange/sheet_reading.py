"""Rows of a sheet to questions, whoever made the sheet: ours, Kahoot's, a teacher's own."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from sugoroku.content.problems import N_
from sugoroku.content.wording import same_to_a_reader
from sugoroku.interchange.building import (
    PAIRS,
    choice_of,
    decimal_of,
    mixed_in,
    several_of,
    truth_of,
)
from sugoroku.interchange.columns import COLUMNS, GROUPS, OPTIONS, WRONG, fields_of, is_header
from sugoroku.interchange.effects_cell import effects_from_cell
from sugoroku.interchange.findings import Entry, Found, Place, Reading, Unfit, refuse_kind

Cell = str | Unfit
"""A cell's text, or why it has none."""
Row = tuple[int, Sequence[Cell]]
HEADER_WITHIN = 30
KINDS = {
    "choice": "choice", "multiplechoice": "choice", "mc": "choice", "quiz": "choice",
    "singlechoice": "choice", "opciónmúltiple": "choice", "selecciónmúltiple": "choice",
    "alternativas": "choice", "選択": "choice", "択一": "choice",
    "true_false": "true_false", "truefalse": "true_false", "trueorfalse": "true_false",
    "verdaderofalso": "true_false", "verdaderoofalso": "true_false", "正誤": "true_false",
    "boolean": "true_false", "tf": "true_false", "まるばつ": "true_false",
    "several": "several", "checkbox": "several", "multipleselect": "several",
    "multiselect": "several", "複数選択": "several",
    "estimate": "estimate", "numerical": "estimate", "numeric": "estimate", "slider": "estimate",
    "order": "order", "ordering": "order", "reorder": "order", "並べ替え": "order",
}  # fmt: skip
_ANSWER = re.compile(r"option[_ ]?([1-9])")
_TEXTS = ("explain", "hint", "unit")
_NUMBERS = ("min", "max", "step", "within")


def read_rows(rows: Iterable[Row], reading: Reading, *, by_line: bool = False) -> bool:
    """Adds the questions below the first row of headings; False when there is none.

    `by_line`: the rows are lines of a text, in which a cell too many means that one was torn.
    """
    fields: dict[int, str] = {}
    headings: dict[str, str] = {}
    width = 0
    for number, cells in rows:
        texts = [cell if isinstance(cell, str) else "" for cell in cells]
        if not fields:
            found = fields_of(texts)
            if is_header(found):
                fields = found
                width = max(i for i, text in enumerate(texts) if text.strip()) + 1
                headings = {field: texts[i].strip() for i, field in fields.items()}
                own = [field for field in fields.values() if field in COLUMNS]
                reading.exact = len(own) == len(COLUMNS) and all(headings[f] == f for f in own)
            elif number > HEADER_WITHIN:
                return False
            continue
        place = Place(line=number) if by_line else Place(row=number)
        try:
            if by_line:
                _look_for_torn_cells(texts[width:])
            question = _question(cells, fields, reading)
        except Unfit as fault:
            reading.leave_out(fault, place, " ".join(texts))
            continue
        if question is not None:
            reading.add(Found(place, question, fields=headings))
    return bool(fields)


def _look_for_torn_cells(surplus: Sequence[str]) -> None:
    first = next((text.strip() for text in surplus if text.strip()), "")
    if first:
        raise Unfit(
            N_("The row has more cells than there are headings, from “{cell}” on."),
            N_("Put texts that contain the separator in quotation marks."),
            cell=first[:40],
        )


def _question(cells: Sequence[Cell], fields: Mapping[int, str], reading: Reading) -> Entry | None:
    """None for a row without a question."""
    values: dict[str, str] = {}
    for i, field in fields.items():
        cell = cells[i] if i < len(cells) else ""
        if isinstance(cell, Unfit):
            raise cell
        text = cell if reading.exact else cell.strip()
        if text.strip():
            values[field] = text
    for name in ("id", "language", "title", "grade"):
        said = values.pop(f"deck_{name}", "")
        if said and not reading.exact:
            said = said.strip()
        if said and name not in reading.deck:
            reading.deck[name] = said
    if not any(field in values for field in ("ask", "answer", "explain", *OPTIONS)):
        return None
    if "ask" not in values:
        raise Unfit(N_("The question is missing."), N_("Write its text in the column “ask”."))
    return question_from(values)


def question_from(values: Mapping[str, str]) -> Entry:
    """The question that a row's values make; Unfit when its answer cannot be understood."""
    kind = _kind(values.get("kind", ""))
    entry: Entry = {}
    for field in ("id", "topic", "level"):
        if field in values:
            entry[field] = _word(values[field])
    entry["ask"] = values["ask"]
    entry |= _answered(kind, values)
    for field in _TEXTS:
        if field in values:
            entry[field] = values[field]
    for field in _NUMBERS:
        if field in values:
            entry[field] = _number(values[field])
    if "keep_order" in values:
        entry["keep_order"] = truth_of(_word(values["keep_order"])) or values["keep_order"]
    if "review_by" in values:
        entry["review_by"] = _day(values["review_by"])
    for field, (group, name) in GROUPS.items():
        if field in values:
            inside = entry.setdefault(group, {})
            assert isinstance(inside, dict)
            inside[name] = _in_group(field, values[field])
    for field in ("right", "wrong"):
        if field in values:
            entry[field] = list(effects_from_cell(values[field]))
    return entry


def _kind(text: str) -> str:
    """Ours for a word of another program; "" when nothing is said."""
    word = re.sub(r"[\s/_-]", "", _word(text).casefold())
    if not word:
        return ""
    kinds = {re.sub("_", "", name): kind for name, kind in KINDS.items()}
    if word not in kinds:
        refuse_kind(text.strip()[:40])
    return kinds[word]


def _answered(kind: str, values: Mapping[str, str]) -> Entry:
    options = [(n + 1, values[name]) for n, name in enumerate(OPTIONS) if name in values]
    beyond = sorted(field for field in values if re.fullmatch(r"option_[7-9]", field))
    options += [(int(field[-1]), values[field]) for field in beyond]
    if not options and "options" in values:
        options = list(enumerate(_listed(values["options"]), 1))
    answer = values.get("answer", "")
    wrongs = [values[name] for name in WRONG if name in values]
    wrongs = wrongs or _listed(values.get("wrongs", ""))
    if wrongs and not options and answer:
        return choice_of(mixed_in(answer, wrongs), answer)
    texts = [text for _, text in options]
    if kind == "order":
        return {"kind": kind, "options": list(texts)}
    if not answer.strip():
        raise Unfit(
            N_("The answer is missing."),
            N_("Write in the column “answer” what is right."),
        )
    if kind == "true_false" or (not kind and not texts and truth_of(_word(answer))):
        return {"kind": "true_false", "answer": _truth(answer, options)}
    if kind == "estimate" or (not kind and not texts and decimal_of(_number(answer)) is not None):
        return {"kind": "estimate", "answer": _number(answer)}
    if not texts:
        raise Unfit(
            N_("There are no options to choose from."),
            N_("Write at least two, each in its own column: option_1, option_2, …"),
        )
    chosen = answers_among(answer, options)
    if kind == "several" or (not kind and len(chosen) > 1):
        return several_of(texts, chosen)
    if len(chosen) > 1:
        raise Unfit(
            N_("{n} answers are given to a question with one right option."),
            N_("Keep one answer, or write “several” in the column “kind”."),
            n=len(chosen),
        )
    return (
        {"kind": kind, "options": list(texts), "answer": chosen[0]}
        if kind
        else choice_of(texts, chosen[0])
    )


def answers_among(answer: str, options: Sequence[tuple[int, str]]) -> list[str]:
    """The options that an answer means: names of columns, a text, numbers or letters.

    What means none of them comes back as it is, to be told with the options.
    """
    parts = [part.strip() for part in re.split(r"[;,、；，|/\n]", answer) if part.strip()]
    places = {str(n): text for n, text in options}
    named = [_ANSWER.fullmatch(part) for part in parts]
    if parts and all(found is not None and found[1] in places for found in named):
        return [places[found[1]] for found in named if found is not None]
    whole = _same(answer, options)
    if whole is not None:
        return [whole]
    found = [_same(part, options) or _by_place(part, places) for part in parts]
    return [text or answer for text in found] if found and all(found) else [answer]


def _same(text: str, options: Sequence[tuple[int, str]]) -> str | None:
    if any(option == text for _, option in options):
        return text
    plain = same_to_a_reader(text)
    return next((option for _, option in options if same_to_a_reader(option) == plain), None)


def _by_place(part: str, places: Mapping[str, str]) -> str | None:
    word = _word(part).rstrip(".)").casefold()
    if len(word) == 1 and "a" <= word <= "i":
        word = str(ord(word) - ord("a") + 1)
    return places.get(word)


def _truth(answer: str, options: Sequence[tuple[int, str]]) -> str:
    """`true` or `false`, said so or by the place of an option that says so."""
    word = _word(answer)
    if {same_to_a_reader(text) for _, text in options} in PAIRS:
        word = _word(answers_among(answer, options)[0])
    return truth_of(word) or word


def _listed(text: str) -> list[str]:
    for separator in ("\n", "|", ";"):
        if separator in text:
            return [part.strip() for part in text.split(separator) if part.strip()]
    return [text.strip()] if text.strip() else []


def _word(text: str) -> str:
    """Without spaces about it, wide letters made narrow."""
    return unicodedata.normalize("NFKC", text[:200]).strip()


def _number(text: str) -> str:
    """A decimal comma made a point; a comma before three digits may mean thousands and stays."""
    word = _word(text)
    return word.replace(",", ".") if re.fullmatch(r"[+-]?\d+,(\d{1,2}|\d{4,})%?", word) else word


def _day(text: str) -> str:
    word = _word(text)
    found = re.fullmatch(r"(\d{4})[/.年-](\d{1,2})[/.月-](\d{1,2})日?", word)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else word


def _in_group(field: str, text: str) -> str:
    if field == "source_checked":
        return _day(text)
    return _word(text) if field == "source_year" else text
