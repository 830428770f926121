"""Lines and columns for findings made on model objects: the file is read once more for them."""

from collections.abc import Iterable

from sugoroku.content.check_edition import Finding
from sugoroku.content.document import Document, Limits, Path
from sugoroku.content.problems import ContentError, Problem
from sugoroku.content.ways import places_of
from sugoroku.content.yaml_lines import parse


def placed(findings: Iterable[Finding], data: bytes, name: str) -> list[Problem]:
    document = _document(data, name)
    rows = {place.id: place.row for place in places_of(document.tree, Limits().squares)}
    for finding in findings:
        path: Path = finding.path
        if finding.square:
            path = ("squares", rows.get(finding.square, 0), *path)
        mark = document.mark(path)
        document.note(mark, finding.message, finding.fix, finding.values, finding.severity)
    return document.problems


def _document(data: bytes, name: str) -> Document:
    try:
        return parse(data, name)
    except ContentError:  # the file was changed since; then its problems have no place
        return Document(name, "")
