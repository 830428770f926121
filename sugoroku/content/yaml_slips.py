"""Slips that YAML takes for something else: what the author of the line surely wanted."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from sugoroku.content.document import At, Mark
from sugoroku.content.problems import N_
from sugoroku.content.text_file import lines_of

_NO_BREAK = "\xa0\u202f\u2007\u3000"
_NO_BREAK_SPACE = re.compile(f"^ *(?:- +)?([{_NO_BREAK}])|:([{_NO_BREAK}])|([{_NO_BREAK}]):")
_NO_SPACE = re.compile(r"^ *(?:- +)?[a-z_]+(:)[^\s:/]")
_NAME_AND_VALUE = re.compile(r"[a-z_]+:[^\s:/]")
_FIRST_COLON = re.compile(r"^ *(?:- +)?[\w-]+$")
_CUT = re.compile(r"[^\s:,\[\]{}]( +)#(\S?)")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b")
_LOST_COLOUR = re.compile(r": +(#[0-9A-Fa-f]{6}\b)")
_MOST_LINES = 4
"""How far before the parser's mark a fault may begin."""

NO_BREAK = N_("A no-break space stands here; it comes from a word processor or a web page.")
TYPE_A_SPACE = N_("Delete it, and type a usual space.")
IN_QUOTES = N_(
    'In braces, a text with a comma, a colon or a bracket must stand in quotes: text: "…".'
)
LEFT_OUT = N_("Everything behind # is left out.")
QUOTE = N_("Put the text in quotes.")


class Slip(NamedTuple):
    mark: Mark | None
    message: str
    fix: str
    values: Mapping[str, object] = {}


def behind_name(text: str, marks: Sequence[Mark], event: Any) -> Slip | None:
    """Why there is no value behind the name that was read last; None: it was forgotten."""
    if event.value or not marks or not hasattr(marks[-1], "index"):
        return None
    name: Any = marks[-1]
    start = event.start_mark
    written = text[name.index : start.index].strip()
    rest = text[start.index :].split("\n", 1)[0].strip()
    if written.endswith(":") or ":" in rest[:1]:
        return _comment(name, text)
    if not written or "\n" in written or "#" in written:
        return None
    space = _NO_BREAK_SPACE.search(written)
    if space:
        return _no_break(At(name.line, name.column + _at(space)))
    if _NAME_AND_VALUE.match(written):
        return _no_space(At(name.line, name.column + written.index(":")))
    if not text[max(0, name.index - 20) : name.index].rstrip().endswith(","):
        return None
    return Slip(
        name,
        N_("“{name}” stands here without a value: the comma before it ends the text."),
        IN_QUOTES,
        {"name": written},
    )


def _comment(name: Mark, text: str) -> Slip | None:
    """What should be the value begins with `#`."""
    line = lines_of(text)[name.line][name.column :]
    found = re.match(r"[^\s#]+: +(?=#\S)", line)
    if found is None:
        return None
    place = At(name.line, name.column + found.end())
    if _COLOUR.match(line, found.end()):
        return _colour(place)
    return Slip(place, LEFT_OUT, QUOTE)


def cut_texts(text: str, texts: Iterable[tuple[str, Mark]]) -> Iterator[Slip]:
    """Texts without quotes that end before a `#` which was to be part of them."""
    lines = lines_of(text)
    cut = {i for i, line in enumerate(lines) if " #" in line and _CUT.search(line)}
    if not cut:
        return
    for value, mark in texts:
        if mark.line not in cut:
            continue
        line = lines[mark.line]
        end = mark.column + len(value)
        if line[mark.column : end] != value or not any(map(str.isalpha, value)):
            continue  # in quotes, on several lines, or a number
        found = re.match(r"( +)#(\S?)", line[end:])
        if found and (_is_word(found[2]) or (len(found[1]) == 1 and " " in value)):
            yield Slip(At(mark.line, end + len(found[1])), LEFT_OUT, QUOTE)


def has_no_break_space(name: str) -> bool:
    return any(sign in _NO_BREAK for sign in name)


def _is_word(sign: str) -> bool:
    return sign.isalnum()


def in_lines(fault: yaml.MarkedYAMLError, text: str) -> Slip | None:
    """A slip in the lines that the parser could not read; None: none that is known."""
    mark = fault.problem_mark or fault.context_mark
    if mark is None:
        return None
    begin = fault.context_mark.line if fault.context_mark else mark.line
    lines = lines_of(text)
    first = max(0, begin - 1, mark.line - _MOST_LINES)
    near = [(i, lines[i]) for i in range(first, min(mark.line + 1, len(lines)))]
    for i, line in near:
        space = _NO_BREAK_SPACE.search(line)
        if space:
            return _no_break(At(i, _at(space)))
        colour = _LOST_COLOUR.search(line)
        if colour:
            return _colour(At(i, colour.start(1)))
    if "expected ',' or" in (fault.problem or ""):
        return _in_brackets(fault, lines, near)
    for i, line in near:
        found = _NO_SPACE.match(line)
        if found:
            return _no_space(At(i, found.start(1)))
    return None


def _in_brackets(
    fault: yaml.MarkedYAMLError, lines: list[str], near: list[tuple[int, str]]
) -> Slip | None:
    """A text with a sign that has a meaning between brackets."""
    mark = fault.problem_mark
    for i, line in near:
        cut = _CUT.search(line)
        if cut and _is_word(cut[2]) and fault.context_mark and i >= fault.context_mark.line:
            return Slip(At(i, cut.end(1)), LEFT_OUT, QUOTE)
    if mark is None or mark.line >= len(lines):
        return None
    line = lines[mark.line]
    sign, before = line[mark.column : mark.column + 1], line[: mark.column]
    if sign == ":" and not _FIRST_COLON.match(before):
        return Slip(mark, N_("There is a second colon in a text without quotes."), IN_QUOTES)
    if ":" in before and (sign in tuple('[{"') or before.rstrip().endswith(('"', "'"))):
        return Slip(mark, N_("A bracket or a quotation mark stands inside a text."), IN_QUOTES)
    return None


def _colour(place: At) -> Slip:
    return Slip(place, LEFT_OUT, N_('Put the colour in quotes, as in "#094A84".'))


def _no_break(place: At) -> Slip:
    return Slip(
        place,
        NO_BREAK,
        TYPE_A_SPACE,
    )


def _no_space(place: At) -> Slip:
    return Slip(
        place,
        N_("There is no space behind the colon."),
        N_("Put a space behind the colon."),
    )


def _at(found: re.Match[str]) -> int:
    return found.start(next(i for i in (1, 2, 3) if found[i]))
