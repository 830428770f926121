"""Cuts a GIFT file into its questions, each with its line; an unclosed one spoils no other."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sugoroku.interchange.findings import MOST_FOUND, too_many

_BRACE = re.compile(r"\\.|[{}]")
_ESCAPE = re.compile(r"\\(.)", re.S)
_NOTE = re.compile(r"\[(id|tag):((?:\\.|[^\]\\]){1,100})\]")
_CATEGORY = re.compile(r"\s*\$(CATEGORY|COURSE):\s*(.*)", re.I)


class Block(NamedTuple):
    """A question's text as written. `line` counts from 1."""

    line: int
    text: str
    notes: tuple[tuple[str, str], ...]
    """`[id:x]` and `[tag:y]` in the comment before it."""


class Cut(NamedTuple):
    blocks: list[Block]
    category: str
    """The first one named."""


def cut(lines: Sequence[str]) -> Cut:
    """A question ends at an empty line outside its braces, or where `::` begins the next."""
    following = _first_braces(lines)
    blocks: list[Block] = []
    here: list[str] = []
    notes: list[tuple[str, str]] = []
    start, is_open, category = 1, False, ""

    def finish() -> None:
        nonlocal is_open
        if here:
            blocks.append(Block(start, "\n".join(here), tuple(notes)))
            notes.clear()
            here.clear()
        is_open = False

    for i, line in enumerate(lines):
        if len(blocks) > MOST_FOUND:
            raise too_many()
        plain = line.strip().removeprefix("\ufeff")
        if plain.startswith("//"):
            notes += [(kind, unescaped(text)) for kind, text in _NOTE.findall(plain)]
            continue
        if not is_open and (found := _CATEGORY.fullmatch(plain)):
            finish()
            category = category or found[2].rsplit("/", 1)[-1].strip()
            continue
        if not plain and not (is_open and following[i] == "}"):
            finish()
            continue
        if plain.startswith("::") and here and not is_open:
            finish()
        if not here:
            start = i + 1
        here.append(line)
        for brace in _BRACE.findall(line):
            is_open = brace == "{" or (is_open and brace != "}")
    finish()
    return Cut(blocks, category)


def _first_braces(lines: Sequence[str]) -> list[str]:
    """For each line, the first brace that comes on it or later; "" when none does."""
    found = [""] * len(lines)
    last = ""
    for i in range(len(lines) - 1, -1, -1):
        if not lines[i].lstrip().startswith("//"):
            braces = [brace for brace in _BRACE.findall(lines[i]) if len(brace) == 1]
            last = braces[0] if braces else last
        found[i] = last
    return found


def split_at(text: str, signs: str) -> list[str]:
    """The text cut before each of the signs that no backslash protects; the sign stays."""
    parts: list[str] = []
    start = 0
    for found in re.finditer(r"\\.|[" + re.escape(signs) + "]", text, re.S):
        if len(found[0]) == 1:
            parts.append(text[start : found.start()])
            start = found.start()
    return [*parts, text[start:]]


def unescaped(text: str) -> str:
    """`\\~ \\= \\# \\{ \\} \\:` and `\\n` as what they stand for; other backslashes stay."""
    return _ESCAPE.sub(
        lambda found: (
            "\n" if found[1] == "n" else found[1] if found[1] in "~=#{}:\\[]" else found[0]
        ),
        text,
    )
