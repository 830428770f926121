"""Japanese texts can be read by the class: kanji that it has not learned carry their reading."""

import re
from collections.abc import Iterator

from sugoroku.content.document import Document, Path, Tree, small_number
from sugoroku.content.problems import N_
from sugoroku.model.school_kanji import year_of

_WITH_READING = re.compile(r"｜[^《]*《[^》]*》|[一-鿿㐀-䶿々〆ヶ]+《[^》]*》")
_SHOWN = frozenset({
    "title", "place", "tips", "text", "ask", "options", "answer", "explain", "hint", "unit",
    "scale",
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
    for path, text in _texts(tree, (), shown=False):
        found = bare_kanji(text, grade)
        if found:
            document.warning(
                path,
                N_("These kanji have no reading: {kanji}."),
                N_("Write 漢字《かんじ》, or say with “grade” which school year can read them."),
                kanji=" ".join(found[:MOST_NAMED]),
            )


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
