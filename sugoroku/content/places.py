"""Lines and columns for findings made on model objects: the file is read once more for them."""

import re
from collections.abc import Iterable

from sugoroku.content.check_edition import Finding, Reference
from sugoroku.content.document import Document, Limits, Path, Tree, groups_in
from sugoroku.content.problems import ContentError, Problem
from sugoroku.content.ways import places_of
from sugoroku.content.yaml_lines import parse

_NAME = re.compile(r"[a-z0-9_-]{1,64}", re.ASCII)


def references(data: bytes, name: str) -> list[Reference]:
    """What a board that has mistakes refers to, so that those files can be checked too."""
    tree = _document(data, name).tree
    if not isinstance(tree, dict):
        return []
    decks = tree.get("decks")
    wanted: list[tuple[str, Path, Tree]] = [
        ("deck", ("decks", i), deck)
        for i, deck in enumerate(decks if isinstance(decks, list) else ())
    ]
    wanted += [("survey", (field,), tree.get(field)) for field in ("survey", "survey_before")]
    wanted.append(("theme", ("theme",), tree.get("theme")))
    return [
        Reference(kind, path, name)
        for kind, path, name in wanted
        if isinstance(name, str) and _NAME.fullmatch(name)
    ]


def placed(findings: Iterable[Finding], data: bytes, name: str) -> list[Problem]:
    document = _document(data, name)
    rows = {place.id: place.row for place in places_of(document.tree, Limits().squares)}
    told_before = len(document.problems)
    for finding in findings:
        path: Path = finding.path
        if finding.square:
            path = ("squares", rows.get(finding.square, 0), *path)
        mark = document.mark(path)
        document.note(mark, finding.message, finding.fix, finding.values, finding.severity)
    return document.problems[told_before:]


def lines_of(data: bytes, name: str) -> dict[str, int]:
    """The line (from 1) of every square, question and survey item of a file, by its id.

    Squares with `repeat` share a line. Empty for a file that cannot be read.
    """
    document = _document(data, name)
    squares = places_of(document.tree, Limits().squares)
    rows = [(place.id, ("squares", place.row)) for place in squares]
    for field in ("questions", "items"):
        for row, group in groups_in(document.tree, field):
            named = group.get("id")
            if isinstance(named, str):
                rows.append((named, (field, row)))
    marks = ((name, document.mark(path)) for name, path in rows)
    return {name: mark.line + 1 for name, mark in marks if mark is not None}


def _document(data: bytes, name: str) -> Document:
    try:
        return parse(data, name)
    except ContentError:  # the file was changed since; then its problems have no place
        return Document(name, "")
