"""Japanese texts can be read by the class: kanji that it has not learned carry their reading."""

import re
from collections.abc import Iterator

from sugoroku.content.document import Document, Path, Tree, small_number
from sugoroku.content.problems import N_
from sugoroku.model.school_kanji import year_of

_WITH_READING = re.compile(r"｜[^《]*《[^》]*》|[一-鿿㐀-䶿々〆ヶ]+《[^》]*》")
_RUN = re.compile(r"[一-鿿㐀-䶿々〆ヶ]+")
_READING = re.compile(r"｜([^｜《》]+)《([^｜《》]+)》|([一-鿿㐀-䶿々〆ヶ]+)《([^｜《》]+)》")
_SHOWN = frozenset({
    "title", "place", "teams", "tips", "text", "ask", "options", "answer", "explain", "hint",
    "unit", "scale", "alt", "mascot_name",
})  # fmt: skip
MOST_NAMED = 10


def bare_kanji(text: str, grade: int) -> list[str]:
    """Kanji without a reading that a class of this school year has not learned before."""
    rest = _WITH_READING.sub("", text)
    return list(dict.fromkeys(sign for sign in rest if year_of(sign) >= max(1, grade)))


def check_kanji(document: Document) -> None:
    """A warning at each text; the file's `grade` says for which school year it is written."""
    tree = document.tree
    if not isinstance(tree, dict) or tree.get("language") != "ja":
        return
    grade = small_number(tree.get("grade")) or 1
    known: dict[str, str] | None = None
    for path, text in _texts(tree, (), shown=False):
        found = bare_kanji(text, grade)
        if not found:
            continue
        known = readings_in(document.text) if known is None else known
        ready = _ready(text, set(found), known)
        document.warning(
            path,
            N_("These kanji have no reading: {kanji}."),
            N_("Elsewhere in this file stands {ready}. Write it here too.")
            if ready
            else N_("Write 漢字《かんじ》, or say with “grade” which school year can read them."),
            kanji=" ".join(found[:MOST_NAMED]),
            ready=" ".join(ready[:MOST_NAMED]),
        )


def readings_in(text: str) -> dict[str, str]:
    """Words with the reading that they always have in a file; of two readings none is sure."""
    found: dict[str, set[str]] = {}
    for mark in _READING.finditer(text):
        found.setdefault(mark[1] or mark[3], set()).add(mark[2] or mark[4])
    return {word: readings.pop() for word, readings in found.items() if len(readings) == 1}


def _ready(text: str, bare: set[str], known: dict[str, str]) -> list[str]:
    """Words of the text without a reading, written with the one they have elsewhere."""
    words = dict.fromkeys(_RUN.findall(_WITH_READING.sub(" ", text)))
    return [f"{word}《{known[word]}》" for word in words if word in known and bare & {*word}]


def _texts(tree: Tree, path: Path, *, shown: bool) -> Iterator[tuple[Path, str]]:
    """All texts that pupils see, with their places."""
    if isinstance(tree, str):
        if shown:
            yield path, tree
    elif isinstance(tree, list):
        for i, item in enumerate(tree):
            yield from _texts(item, (*path, i), shown=shown)
    elif isinstance(tree, dict):
        for name, value in tree.items():
            if name != "source":
                yield from _texts(value, (*path, name), shown=name in _SHOWN)
