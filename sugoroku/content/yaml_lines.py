"""YAML text to a plain tree in which every value remembers its place.

All scalars stay texts as written; the schema decides what they mean. An empty value (also `~` and
`null`) is None. Only what authors need is taken: one document, no anchors, aliases, tags or merge
keys, no key twice. The tree is built from libyaml's events, without recursion.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol, TypeAlias

import msgspec
import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from sugoroku.content import yaml_faults
from sugoroku.content.problems import N_, ContentError, Problem, shown, visible
from sugoroku.content.text_file import decode, lines_of, unwanted_character

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree] | None"
Path: TypeAlias = "tuple[str | int, ...]"

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
MOST_PROBLEMS = 1000
"""In one file; a file with more is another kind of file."""
BLANKS = " \n\r\t\xa0\xad\u115f\u1160\u2800\u3000\u3164\u180e" + "".join(
    map(chr, (*range(0x2000, 0x2010), 0x202F, 0x205F, *range(0x2060, 0x2065)))
)
"""Characters that leave no ink."""
_SMALL_NUMBER = re.compile(r"[+-]?[0-9]{1,9}", re.ASCII)
_NO_KEY = object()


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How large content may be."""

    file_bytes: int = 2 * 2**20
    depth: int = 32
    nodes: int = 400_000
    squares: int = 500
    questions: int = 5_000


class Mark(Protocol):
    """A place; counts from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


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
        self._note(self.mark(path, key), "error", message, fix, v)

    def warning(self, path: Path, message: str, fix: str, **v: object) -> None:
        self._note(self.mark(path), "warning", message, fix, v)

    def error_at(self, mark: Mark | None, message: str, fix: str, **v: object) -> None:
        self._note(mark, "error", message, fix, v)

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

    def _top(self) -> Spot | None:
        if self._spots is None and self.tree is not None:
            marks = iter(self.marks)
            self._spots = _spots(self.tree, marks, self.marks[0], next(marks))
        return self._spots

    def line(self, number: int) -> str:
        if self._lines is None:
            self._lines = lines_of(self.text)
        return visible(self._lines[number]) if 0 <= number < len(self._lines) else ""

    def _note(
        self, mark: Mark | None, severity: Any, message: str, fix: str, values: dict[str, object]
    ) -> None:
        problem = Problem(
            file=self.name,
            line=mark.line + 1 if mark else 0,
            column=mark.column + 1 if mark else 0,
            severity=severity,
            message_id=message,
            fix_id=fix,
            values={name: shown(value) for name, value in values.items()},
            excerpt=self.line(mark.line) if mark else "",
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


def parse(data: bytes, name: str, limits: Limits | None = None) -> Document:
    """The document with its tree; ContentError when the tree cannot be read at all."""
    document = Document(name, decode(data, name))
    parser = _parser(document.text)
    try:
        _read(parser.get_event, document, limits or Limits())
    except (yaml.YAMLError, ValueError, OverflowError) as fault:
        document.error_at(*yaml_faults.explained(fault, document.text))
        raise ContentError(document.problems) from None
    finally:
        parser.dispose()
    return document


def _parser(text: str) -> Any:
    """libyaml's parser; the one in Python where PyYAML comes without it."""
    return yaml.CSafeLoader(text) if yaml.__with_libyaml__ else yaml.SafeLoader(text)


def _read(get: Callable[[], Event], document: Document, limits: Limits) -> None:
    """Reads one document. Speed matters here: a large deck has 300,000 events."""
    marks, top = document.marks, list[Tree]()
    mark_down = marks.append
    here: Any = top
    is_map, key = False, _NO_KEY
    stack: list[tuple[Any, bool]] = []
    twice: list[tuple[ScalarEvent, dict[str, Tree]]] = []
    most, deepest = limits.nodes, limits.depth
    while True:
        event = get()
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if event.anchor is not None or event.tag is not None:
                _refuse_extras(event, document)
            if is_map and key is _NO_KEY:
                if value in here or value == "<<":
                    twice.append((event, here))
                    _skip(get, get())
                    continue
                key = value
                mark_down(event.start_mark)
                if not value.isprintable():
                    _look_at(event, document)
                continue
            if value.isspace() or len(value) < 5 and value in NOTHING:
                value = _nothing(event, document)
            elif not value.isprintable():
                _look_at(event, document)
            mark_down(event.start_mark)
            if is_map:
                here[key] = value
                key = _NO_KEY
            else:
                here.append(value)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if is_map and key is _NO_KEY:
                document.error_at(
                    event.start_mark,
                    N_("A list or a group cannot be a name."),
                    N_("Begin the line with a name and a colon; put texts with brackets in quotes."),
                )
                _skip(get, event)
                _skip(get, get())
                continue
            if event.anchor is not None or event.tag is not None:
                _refuse_extras(event, document)
            inner: Any = {} if kind is MappingStartEvent else []
            mark_down(event.start_mark)
            if is_map:
                here[key] = inner
                key = _NO_KEY
            else:
                here.append(inner)
            stack.append((here, is_map))
            here, is_map = inner, kind is MappingStartEvent
            if len(stack) > deepest or len(marks) > most:
                _refuse_size(event, document, len(stack) > deepest, limits)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            here, is_map = stack.pop()
            if len(marks) > most:
                _refuse_size(event, document, False, limits)
        elif kind is AliasEvent:
            _refuse_extras(event, document)
            if is_map and key is _NO_KEY:
                _skip(get, get())
                continue
            mark_down(event.start_mark)
            if is_map:
                here[key] = None
                key = _NO_KEY
            else:
                here.append(None)
        elif kind is DocumentStartEvent and top:
            document.error_at(
                event.start_mark,
                N_("A second document begins here."),
                N_("Take out the line `---`, or make two files."),
            )
            raise ContentError(document.problems)
        elif kind is StreamEndEvent:
            break
    document.tree = top[0] if top else None
    if twice:
        _refuse_keys(twice, document)


def _nothing(event: ScalarEvent, document: Document) -> str | None:
    """An empty value is never right; `"null"` in quotes is a text like any other."""
    if event.style and not event.value.isspace() and event.value:
        return event.value
    document.error_at(
        event.start_mark,
        N_("The value is missing here."),
        N_("Write a value, or take the line out. If you mean the word, put it in quotes."),
    )
    return None


def _look_at(event: ScalarEvent, document: Document) -> None:
    """Is there more in the text than can be seen, or nothing that can be seen?"""
    if not event.value.strip(BLANKS):
        document.error_at(
            event.start_mark,
            N_("This text is empty: it has only spaces."),
            N_("Write a text, or take the line out."),
        )
    code = unwanted_character(event.value)
    if code:
        document.error_at(
            event.start_mark,
            N_("This text contains a character that cannot be seen ({code})."),
            N_("Delete it, or write the text anew without it."),
            code=code,
        )


def _refuse_extras(event: Any, document: Document) -> None:
    """Anchors, aliases and tags."""
    if getattr(event, "tag", None) is not None:
        document.error_at(
            event.start_mark,
            N_("Tags ({tag}) are not used in these files."),
            N_("Take it out; if the text begins with “!”, put it in quotes."),
            tag=event.tag,
        )
    if event.anchor is not None:
        document.error_at(
            event.start_mark,
            N_("Anchors and aliases (& and *: “{name}”) are not used in these files."),
            N_("Write the value out; if the text begins with & or *, put it in quotes."),
            name=event.anchor,
        )


def _refuse_keys(twice: list[tuple[ScalarEvent, dict[str, Tree]]], document: Document) -> None:
    """Names that were there before, and merge keys; their values were passed over."""
    spots = document.spots_of_groups()
    for event, group in twice:
        if event.value == "<<":
            document.error_at(
                event.start_mark,
                N_("“<<” (merging) is not used in these files."),
                N_("Write the values out."),
            )
        else:
            first = spots[id(group)].inside[event.value].key
            document.error_at(
                event.start_mark,
                N_("“{name}” is written twice here; the first is on line {line}."),
                N_("Take one of them out."),
                name=event.value,
                line=first.line + 1,
            )


def _skip(get: Callable[[], Event], event: Event) -> None:
    """Passes over the rest of the value that `event` begins."""
    depth = 0
    while True:
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            depth += 1
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            depth -= 1
        if depth == 0:
            return
        event = get()


def _refuse_size(event: Event, document: Document, deep: bool, limits: Limits) -> None:
    if deep:
        document.error_at(
            event.start_mark,
            N_("More than {most} lists or groups are nested in each other."),
            N_("Look for a bracket that is not closed."),
            most=limits.depth,
        )
    else:
        document.error_at(
            event.start_mark,
            N_("The file has more than {most} values."),
            N_("Make two files of it."),
            most=limits.nodes,
        )
    raise ContentError(document.problems)


def texts_in(value: Tree) -> Sequence[str]:
    """The texts of a list; anything else in it is left out."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


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
