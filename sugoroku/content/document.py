"""A file's plain tree, the place of every value in it, and the problems found."""

import re
from collections.abc import Iterator, Mapping
from typing import Protocol, TypeAlias

import msgspec

from sugoroku.content.problems import ContentError, Edit, Problem, Severity, excerpt_of, shown
from sugoroku.content.text_file import lines_of

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree] | None"
Path: TypeAlias = "tuple[str | int, ...]"

MOST_PROBLEMS = 1000
"""In one file; a file with more is another kind of file."""
MOST_WARNINGS = 50
"""Of one kind in one file: warnings must never make a file unreadable."""
_SMALL_NUMBER = re.compile(r"[+-]?[0-9]{1,9}", re.ASCII)


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How large content may be."""

    file_bytes: int = 2 * 2**20
    depth: int = 32
    nodes: int = 250_000
    squares: int = 500
    questions: int = 5_000


class Mark(Protocol):
    """A place; counts from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class At(msgspec.Struct, frozen=True):
    """A place that the parser did not name."""

    line: int
    column: int


class Spot(msgspec.Struct, gc=False):
    """Where a value begins, where its key begins, and the values in it."""

    mark: Mark
    key: Mark
    inside: "dict[str | int, Spot]"


class Document:
    """A file's tree; collects the problems found in it."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.tree: Tree = None
        self.problems: list[Problem] = []
        self.marks: list[Mark] = []
        """Of all keys and values, in the order of the file."""
        self._spots: Spot | None = None
        self._lines: list[str] | None = None

    def error(self, path: Path, message: str, fix: str, *, key: bool = False, **v: object) -> None:
        """Note a mistake at the value (or its key) that `path` leads to."""
        self.note(self.mark(path, key), message, fix, v)

    def slip(
        self, path: Path, message: str, fix: str, *, meant: str, key: bool = False, **v: object
    ) -> None:
        """As `error`, for a word in the place of which surely `meant` was (""; not sure)."""
        mark = self.mark(path, key)
        written = str(path[-1]) if key else v.get("given")
        edit = self._edit(mark, str(written), meant) if mark and meant else None
        self.note(mark, message, fix, v, edit=edit)

    def warning(self, path: Path, message: str, fix: str, **v: object) -> None:
        self.note(self.mark(path), message, fix, v, "warning")

    def error_at(self, mark: Mark | None, message: str, fix: str, **v: object) -> None:
        self.note(mark, message, fix, v)

    def mark(self, path: Path, key: bool = False) -> Mark | None:
        """The place of a value. Steps that do not fit the tree are left out."""
        spot = self._top()
        if spot is None:
            return None
        for step in path:
            spot = spot.inside.get(step, spot)
        return spot.key if key else spot.mark

    def spots_of_groups(self) -> dict[int, Spot]:
        """The spots of all groups, by the identity of the group."""
        found: dict[int, Spot] = {}
        top = self._top()
        todo = [(self.tree, top)] if top else []
        while todo:
            value, spot = todo.pop()
            if isinstance(value, dict):
                found[id(value)] = spot
                todo.extend((inner, spot.inside[name]) for name, inner in value.items())
            elif isinstance(value, list):
                todo.extend((inner, spot.inside[i]) for i, inner in enumerate(value))
        return found

    def lines_of_texts(self) -> dict[str, int]:
        """The line (from 1) on which each text first stands."""
        found: dict[str, int] = {}
        for value, mark in self.texts_with_marks():
            found[value] = min(mark.line + 1, found.get(value, mark.line + 1))
        return found

    def texts_with_marks(self) -> Iterator[tuple[str, Mark]]:
        """Every text with its place."""
        top = self._top()
        todo = [(self.tree, top)] if top else []
        while todo:
            value, spot = todo.pop()
            if isinstance(value, str):
                yield value, spot.mark
            else:
                todo.extend((_inside(value, step), inner) for step, inner in spot.inside.items())

    def _top(self) -> Spot | None:
        if self._spots is None and self.tree is not None:
            marks = iter(self.marks)
            self._spots = _spots(self.tree, marks, self.marks[0], next(marks))
        return self._spots

    def excerpt(self, mark: Mark) -> tuple[str, int]:
        return excerpt_of(self._line(mark), mark.column)

    def _line(self, mark: Mark) -> str:
        if self._lines is None:
            self._lines = lines_of(self.text)
        return self._lines[mark.line] if mark.line < len(self._lines) else ""

    def _edit(self, mark: Mark, old: str, new: str) -> Edit | None:
        """None when the word does not stand there as it is read: folded, or with escapes."""
        line, column = self._line(mark), mark.column
        column += line[column : column + 1] in ("'", '"')
        if line[column : column + len(old)] != old:
            return None
        return Edit(mark.line + 1, column + 1, old, new)

    def note(
        self,
        mark: Mark | None,
        message: str,
        fix: str,
        values: Mapping[str, object],
        severity: Severity = "error",
        edit: Edit | None = None,
    ) -> None:
        excerpt, caret = self.excerpt(mark) if mark else ("", 0)
        problem = Problem(
            file=self.name,
            line=mark.line + 1 if mark else 0,
            column=mark.column + 1 if mark else 0,
            severity=severity,
            message_id=message,
            fix_id=fix,
            values={name: shown(value) for name, value in values.items()},
            excerpt=excerpt,
            caret=caret,
            edit=edit,
        )
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise ContentError(self.problems)


def _spots(value: Tree, marks: Iterator[Mark], key: Mark, mark: Mark) -> Spot:
    """The marks in the shape of the tree."""
    spot = Spot(mark, key, {})
    if isinstance(value, dict):
        for name, inner in value.items():
            at = next(marks)
            spot.inside[name] = _spots(inner, marks, at, next(marks))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            at = next(marks)
            spot.inside[i] = _spots(inner, marks, at, at)
    return spot


def _inside(value: Tree, step: str | int) -> Tree:
    if isinstance(value, dict):
        return value[str(step)]
    return value[int(step)] if isinstance(value, list) else None


def texts_in(value: Tree) -> list[str]:
    """The first texts of a list, more than any list may have; anything else is left out."""
    return (
        [item for item in value[:100] if isinstance(item, str)] if isinstance(value, list) else []
    )


def groups_in(tree: Tree, name: str) -> list[tuple[int, dict[str, Tree]]]:
    """The groups of the list `name` with their places in it; anything else is left out."""
    found = tree.get(name) if isinstance(tree, dict) else None
    if not isinstance(found, list):
        return []
    return [(i, item) for i, item in enumerate(found) if isinstance(item, dict)]


def small_number(value: Tree) -> int | None:
    """A whole number of at most nine digits, for checks that do not wait for the schema."""
    if isinstance(value, str) and _SMALL_NUMBER.fullmatch(value):
        return int(value)
    return None
