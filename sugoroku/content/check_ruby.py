"""Readings are whole, `漢字《かんじ》` or `｜漢字《かんじ》`, else their marks are shown."""

import re
from collections.abc import Iterator

from sugoroku.content.document import Document, Path, Tree
from sugoroku.content.problems import N_

_MARKS = "｜《》"
_MARK = re.compile(f"[{_MARKS}]")
_ALONE = {
    "《": N_("A reading is opened at “{part}” and not closed, or nothing stands before it."),
    "》": N_("A reading is closed at “{part}” and was not opened."),
    "｜": N_("No reading follows the mark ｜ at “{part}”."),
}
_WHOLE = re.compile(r"(?:｜([^｜《》]+)|([^｜《》\s]))《([^｜《》]*)》")


def check_ruby(document: Document) -> None:
    """A warning at each text with a mark that stands alone."""
    if not any(mark in document.text for mark in _MARKS):
        return
    for path, text in _texts(document.tree, ()):
        fault = ruby_fault(text) if any(mark in text for mark in _MARKS) else None
        if fault is not None:
            message, part = fault
            document.warning(
                path, message, N_("Write 漢字《かんじ》 or ｜漢字《かんじ》."), part=part
            )


def ruby_fault(text: str) -> tuple[str, str] | None:
    """What is wrong, and the part of the text where it is."""
    for found in _WHOLE.finditer(text):
        base, reading = found[1] or found[2], found[3]
        if not reading.strip():
            return N_("The reading at “{part}” is empty."), found[0]
        if not any(sign.isalnum() or sign in "々〆" for sign in base):
            return N_("There is nothing before the reading “{part}” that it belongs to."), found[0]
    rest = _WHOLE.sub(lambda found: "　" * len(found[0]), text)
    alone = _MARK.search(rest)
    if alone is None:
        return None
    at = alone.start()
    return _ALONE[alone[0]], text[max(0, at - 4) : at + 8]


def _texts(tree: Tree, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, list):
        for i, item in enumerate(tree):
            yield from _texts(item, (*path, i))
    elif isinstance(tree, dict):
        for name, value in tree.items():
            yield from _texts(value, (*path, name))
