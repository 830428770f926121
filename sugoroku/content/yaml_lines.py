"""YAML text to a plain tree in which every value remembers its place.

All scalars stay texts as written; the schema decides what they mean. An empty value (also `~` and
`null`) is None. Only what authors need is taken: one document, no anchors, aliases, tags or merge
keys, no key twice. The tree is built from libyaml's events, without recursion.
"""

from collections.abc import Callable
from itertools import islice
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from sugoroku.content import yaml_faults, yaml_slips
from sugoroku.content.document import MOST_PROBLEMS, MOST_WARNINGS, Document, Limits, Mark, Tree
from sugoroku.content.problems import N_, ContentError
from sugoroku.content.text_file import decode, unwanted_character

Next = Callable[[], Any]
"""Gives the parser's next event."""

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
BLANKS = " \n\r\t\xa0\xad\u115f\u1160\u2800\u3000\u3164\u180e" + "".join(
    map(chr, (*range(0x2000, 0x2010), 0x202F, 0x205F, *range(0x2060, 0x2065)))
)
"""Characters that leave no ink."""


def parse(data: bytes, name: str, limits: Limits | None = None) -> Document:
    """The document with its tree; ContentError when the tree cannot be read at all."""
    document = Document(name, decode(data, name))
    parser = _parser(document.text)
    try:
        _read(parser.get_event, document, limits or Limits())
        _warn_of_comments(document)
    except (yaml.YAMLError, ValueError, OverflowError) as fault:
        mark, message, fix, values = yaml_faults.explained(fault, document.text)
        document.note(mark, message, fix, values)
        raise ContentError(document.problems) from None
    finally:
        parser.dispose()
    return document


def _warn_of_comments(document: Document) -> None:
    """Only now, when every value has its place."""
    if " #" not in document.text:
        return
    for slip in islice(
        yaml_slips.cut_texts(document.text, document.texts_with_marks()), MOST_WARNINGS
    ):
        document.note(slip.mark, slip.message, slip.fix, slip.values, "warning")


def _parser(text: str) -> Any:
    """libyaml's parser; the one in Python where PyYAML comes without it."""
    return yaml.CSafeLoader(text) if yaml.__with_libyaml__ else yaml.SafeLoader(text)


def _read(get: Next, document: Document, limits: Limits) -> None:  # noqa: C901, PLR0915
    """Reads one document, in one loop: a large deck has 300,000 events."""
    mark_down, top = document.marks.append, list[Tree]()
    here: Any = top
    is_map, key = False, None
    stack: list[tuple[Any, bool]] = []
    twice: list[tuple[Any, dict[str, Tree]]] = []
    marks, most = document.marks, limits.nodes
    while len(marks) <= most:
        event = get()
        kind = type(event)
        if is_map and key is None and kind is not MappingEndEvent:
            if (
                kind is ScalarEvent
                and event.value not in here
                and event.value != "<<"
                and event.anchor is None
                and event.tag is None
            ):
                key = event.value
                mark_down(event.start_mark)
            else:
                _refuse_key(event, document, here, twice, get)
                if len(twice) >= MOST_PROBLEMS:
                    break
            continue
        if kind is ScalarEvent:
            value = event.value
            if event.anchor is not None or event.tag is not None:
                _refuse_extras(event, document)
            if len(value) < 5 and value in NOTHING:
                value = _nothing(event, document)
            elif value.isspace() or not value.isprintable():
                _look_at(event, document)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                _refuse_extras(event, document)
            value = {} if kind is MappingStartEvent else []
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            here, is_map = stack.pop()
            continue
        elif kind is AliasEvent:
            _refuse_extras(event, document)
            value = None
        elif kind is StreamEndEvent:
            break
        else:
            if kind is DocumentStartEvent and top:
                _refuse_second(event, document)
            continue
        mark_down(event.start_mark)
        if is_map:
            here[key] = value
            key = None
        else:
            here.append(value)
        if kind is not ScalarEvent and kind is not AliasEvent:
            stack.append((here, is_map))
            here, is_map = value, kind is MappingStartEvent
            if len(stack) > limits.depth:
                _refuse_depth(event, document, limits)
    else:
        _refuse_number(document, limits)
    document.tree = top[0] if top else None
    if twice:
        _refuse_twice(twice, document)


def _nothing(event: Any, document: Document) -> str | None:
    """An empty value is never right; `"null"` in quotes is a text like any other."""
    if event.style:
        if not event.value:
            _look_at(event, document)
        return str(event.value)
    slip = yaml_slips.behind_name(document.text, document.marks, event) or yaml_slips.Slip(
        event.start_mark,
        N_("The value is missing here."),
        N_("Write a value, or take the line out. If you mean the word, put it in quotes."),
    )
    document.note(slip.mark, slip.message, slip.fix, slip.values)
    return None


def _look_at(event: Any, document: Document) -> None:
    look_at_text(event.value, event.start_mark, document)


def look_at_text(text: str, mark: Mark | None, document: Document) -> None:
    """Is there more in the text than can be seen, or nothing that can be seen?"""
    if not text.strip(BLANKS):
        document.error_at(
            mark,
            N_("This text is empty: it has only spaces."),
            N_("Write a text, or take the line out."),
        )
    code = unwanted_character(text)
    if code:
        document.error_at(
            mark,
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


def _refuse_key(
    event: Any, document: Document, here: dict[str, Tree], twice: list[Any], get: Next
) -> None:
    """A name that is no name, or was there before; its value is passed over."""
    if isinstance(event, MappingStartEvent | SequenceStartEvent):
        document.error_at(
            event.start_mark,
            N_("A list or a group cannot be a name."),
            N_("Begin the line with a name and a colon; put texts with brackets in quotes."),
        )
        _skip(get, event)
    elif isinstance(event, AliasEvent) or event.anchor is not None or event.tag is not None:
        _refuse_extras(event, document)
    elif event.value == "<<":
        document.error_at(
            event.start_mark,
            N_("“<<” (merging) is not used in these files."),
            N_("Write the values out."),
        )
    else:
        twice.append((event, here))
    _skip(get, get())


def _refuse_twice(twice: list[tuple[Any, dict[str, Tree]]], document: Document) -> None:
    """Names that were there before: told at the end, when the place of the first can be found."""
    spots = document.spots_of_groups()
    for event, group in twice:
        document.error_at(
            event.start_mark,
            N_("“{name}” is written twice here; the first is on line {line}."),
            N_("Take one of them out."),
            name=event.value,
            line=spots[id(group)].inside[event.value].key.line + 1,
        )


def _refuse_second(event: Any, document: Document) -> NoReturn:
    document.error_at(
        event.start_mark,
        N_("A second document begins here."),
        N_("Take out the line `---`, or make two files."),
    )
    raise ContentError(document.problems)


def _skip(get: Next, event: Any) -> None:
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


def _refuse_depth(event: Any, document: Document, limits: Limits) -> NoReturn:
    document.error_at(
        event.start_mark,
        N_("More than {most} lists or groups are nested in each other."),
        N_("Look for a bracket that is not closed."),
        most=limits.depth,
    )
    raise ContentError(document.problems)


def _refuse_number(document: Document, limits: Limits) -> NoReturn:
    document.error_at(
        document.marks[-1],
        N_("The file has more than {most} values."),
        N_("Make two files of it."),
        most=limits.nodes,
    )
    raise ContentError(document.problems)
