"""From a deck file to another program's: start here."""

from pathlib import Path

import msgspec

from sugoroku.content.document import Limits, Tree
from sugoroku.content.problems import N_, Problem, Say, in_english
from sugoroku.content.reading import read_content
from sugoroku.content.text_file import read_bytes
from sugoroku.content.yaml_lines import parse
from sugoroku.interchange.csv_writing import csv_bytes
from sugoroku.interchange.findings import Entry, LeftOut, Unfit
from sugoroku.interchange.gift_writing import gift_bytes
from sugoroku.interchange.moodle_writing import moodle_bytes
from sugoroku.interchange.xlsx_writing import xlsx_bytes
from sugoroku.model.quiz import Deck

ENDINGS = {".xlsx": "xlsx", ".csv": "csv", ".gift": "gift", ".txt": "gift", ".xml": "moodle-xml"}


class DeckTree(msgspec.Struct, frozen=True):
    """A deck as its file says it: all of it, where the model keeps what a game needs."""

    head: dict[str, str]
    questions: list[Entry]


class Exported(msgspec.Struct, frozen=True):
    """The bytes, and what they do not hold."""

    data: bytes
    questions: int
    left_out: tuple[LeftOut, ...]
    lost: tuple[str, ...]
    """Names of fields that some questions have and the format has no place for."""


def read_deck_tree(path: Path) -> tuple[DeckTree | None, tuple[Problem, ...]]:
    """The deck, or None and all that is wrong in its file. ContentError: it cannot be read."""
    data = read_bytes(path, str(path), Limits().file_bytes)
    content, problems = read_content(data, str(path), "deck")
    if not isinstance(content, Deck):
        return None, problems
    return deck_tree(parse(data, str(path)).tree), problems


def deck_tree(tree: Tree) -> DeckTree:
    """Of a file that was checked."""
    assert isinstance(tree, dict)
    questions = tree["questions"]
    assert isinstance(questions, list)
    names: tuple[str, ...] = ("id", "language", "grade", "title")
    head = {name: str(tree[name]) for name in names if name in tree}
    return DeckTree(head, [entry for entry in questions if isinstance(entry, dict)])


def format_of(path: Path) -> str:
    """By the ending. Unfit for one that nothing is written to."""
    form = ENDINGS.get(path.suffix.lower())
    if form is None:
        raise Unfit(
            N_("Nothing can be written to a file with the ending “{ending}”."),
            N_("Choose one of: {names}."),
            ending=path.suffix,
            names=", ".join(ENDINGS),
        )
    return form


def export_deck(deck: DeckTree, form: str, say: Say = in_english) -> Exported:
    """The deck in another format. `say` tells the help in a workbook."""
    match form:
        case "xlsx":
            return Exported(xlsx_bytes(deck.head, deck.questions, say), len(deck.questions), (), ())
        case "csv":
            return Exported(csv_bytes(deck.head, deck.questions), len(deck.questions), (), ())
        case "gift":
            data, left_out, lost = gift_bytes(deck.head, deck.questions)
        case _:
            data, left_out, lost = moodle_bytes(deck.head, deck.questions)
    return Exported(data, len(deck.questions) - len(left_out), left_out, lost)
