"""Questions that come from elsewhere, one by one: checked as those in a deck file are."""

from collections.abc import Mapping
from typing import NamedTuple

from sugoroku.content.check_deck import check_deck
from sugoroku.content.deck_schema import DeckFile
from sugoroku.content.document import Document, Limits, Mark, Path, Tree
from sugoroku.content.problems import Edit, Severity, errors_of, shown
from sugoroku.content.schema_errors import validated
from sugoroku.content.yaml_lines import look_at_text


class EntryFault(NamedTuple):
    """What is wrong in one question; `field` is the name of the value ("" for all of it)."""

    field: str
    message_id: str
    fix_id: str
    values: dict[str, str]


class _Spot(NamedTuple):
    """A place without a line: only what the value is called."""

    field: str
    line: int = 0
    column: int = 0


class _Entry(Document):
    """One question as a deck of its own; problems remember the field instead of a line."""

    def __init__(self, question: dict[str, Tree], language: str) -> None:
        super().__init__("", "")
        self.faults: list[EntryFault] = []
        self.question = question
        self.tree = {
            "format": "deck/1",
            "id": "deck",
            "language": language,
            "title": "deck",
            "questions": [question],
        }

    def mark(self, path: Path, key: bool = False) -> Mark | None:
        """The name of the value, with the one that is meant inside a group: `source.url`."""
        names = [step for step in path[2:] if isinstance(step, str)]
        while names and names[0] not in self.question:
            del names[0]  # the kind, which pydantic puts first
        return _Spot(".".join(dict.fromkeys((*names[:1], *names[-1:]))))

    def note(
        self,
        mark: Mark | None,
        message: str,
        fix: str,
        values: Mapping[str, object],
        severity: Severity = "error",
        edit: Edit | None = None,
    ) -> None:
        if severity == "error":
            told = {name: shown(value) for name, value in values.items()}
            field = mark.field if isinstance(mark, _Spot) else ""
            self.faults.append(EntryFault(field, message, fix, told))


def faults_of_question(question: dict[str, Tree], language: str = "en") -> list[EntryFault]:
    """All errors in one question (a tree in which all scalars are texts), none when it is good."""
    document = _Entry(question, language)
    for name, value in question.items():
        _look_at(value, ("questions", 0, name), document)
    validated(DeckFile, document)
    check_deck(document, Limits())
    assert not errors_of(document.problems)
    return document.faults


def _look_at(value: Tree, path: Path, document: Document) -> None:
    if isinstance(value, str):
        look_at_text(value, document.mark(path), document)
    elif isinstance(value, list):
        for i, inner in enumerate(value[:100]):
            _look_at(inner, (*path, i), document)
    elif isinstance(value, dict):
        for name, inner in value.items():
            _look_at(inner, (*path, name), document)
