"""Reads YAML through libyaml's events into plain dicts, lists and texts, with a mark for each.

Every scalar stays the text that stands in the file: the schema decides what it means. Safe
against deep nesting, aliases, tags and size, which a full loader is not.
"""

import gc
import re
from pathlib import Path
from typing import Any

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

from sugoroku.content.problems import N_, ContentError, Problem

MOST_BYTES = 2 * 2**20
MOST_NESTED = 32
MOST_NODES = 200_000

_PARSER: Any = getattr(yaml, "CParser", None)
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff]"
)
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class Mapping(dict[str, Any]):
    """A mapping with the places of its keys and values."""

    __slots__ = ("keys_at", "mark", "values_at")

    def __init__(self, mark: Any) -> None:
        self.mark = mark
        self.keys_at: dict[str, Any] = {}
        self.values_at: dict[str, Any] = {}


class Sequence(list[Any]):
    """A sequence with the places of its items."""

    __slots__ = ("items_at", "mark")

    def __init__(self, mark: Any) -> None:
        self.mark = mark
        self.items_at: list[Any] = []


class Source:
    """One file: its name as shown, its text, and the tree with marks."""

    def __init__(self, name: str, text: str, tree: Mapping) -> None:
        self.name = name
        self.text = text
        self.tree = tree
        self._lines: list[str] | None = None

    def line(self, number: int) -> str:
        """The line of the file, counted from 1."""
        if self._lines is None:
            self._lines = re.split(r"\r\n|\r|\n", self.text)
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def problem(
        self, mark: Any, message: str, mend: str = "", severity: Any = "error", **values: object
    ) -> Problem:
        """A problem at a mark (None: at the top of the file)."""
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        return Problem(
            self.name, line, column, message, mend, tuple(values.items()), severity,
            self.line(line),
        )  # fmt: skip

    def mark_at(self, path: tuple[Any, ...], of_key: bool = False) -> Any:
        """The mark of the value at `path`, or of the nearest thing around it.

        Steps that are not in the file (the tags of a union) are passed over.
        """
        here: Any = self.tree
        mark = self.tree.mark
        for step in path:
            if isinstance(here, Mapping) and step in here:
                mark = here.keys_at[step] if of_key else here.values_at[step]
                here = here[step]
            elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here):
                mark = here.items_at[step]
                here = here[step]
        return mark

    def value_at(self, path: tuple[Any, ...]) -> Any:
        here: Any = self.tree
        for step in path:
            if (isinstance(here, Mapping) and step in here) or (
                isinstance(here, Sequence) and isinstance(step, int) and step < len(here)
            ):
                here = here[step]
        return here


def read_file(path: Path, name: str | None = None, most_bytes: int = MOST_BYTES) -> Source:
    """Read one file. ContentError when it is too large, no UTF-8, or no good YAML."""
    shown = name or str(path)
    try:
        if path.stat().st_size > most_bytes:
            raise ContentError([_whole(shown, N_("The file is larger than {most} MiB."),
                                       N_("Split it into several files."),
                                       most=most_bytes // 2**20)])  # fmt: skip
        data = path.read_bytes()
    except OSError as fault:
        raise ContentError(
            [_whole(shown, N_("The file cannot be read ({why})."), why=fault.strerror or fault)]
        ) from fault
    return read_bytes(data, shown)


def read_bytes(data: bytes, name: str) -> Source:
    """As `read_file`, for bytes already read."""
    text = _decoded(data, name)
    return Source(name, text, _tree(text, name))


def _whole(name: str, message: str, mend: str = "", **values: object) -> Problem:
    return Problem(name, 0, 0, message, mend, tuple(values.items()))


def _decoded(data: bytes, name: str) -> str:
    mend = N_("Save the file as UTF-8: in the editor, «Save as», encoding UTF-8.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:4]:
        raise ContentError([_whole(name, N_("The file is UTF-16, not UTF-8."), mend)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        column = fault.start - (data.rfind(b"\n", 0, fault.start) + 1) + 1
        raise ContentError(
            [Problem(name, line, column, N_("The file is not UTF-8 (byte {byte})."), mend,
                     (("byte", f"0x{data[fault.start]:02X}"),))]
        ) from fault  # fmt: skip
    bad = _FORBIDDEN.search(text)
    if bad:
        start = text.rfind("\n", 0, bad.start()) + 1
        line = text.count("\n", 0, bad.start()) + 1
        raise ContentError(
            [Problem(name, line, bad.start() - start + 1,
                     N_("A sign that cannot be seen stands here ({sign})."), N_("Delete it."),
                     (("sign", f"U+{ord(bad[0]):04X}"),), source_line=text[start:].split("\n")[0])]
        )  # fmt: skip
    if not text.strip():
        raise ContentError([_whole(name, N_("The file is empty."))])
    return text


def _tree(text: str, name: str) -> Mapping:
    collecting = gc.isenabled()
    gc.disable()  # nothing here is garbage, and the collector would look at all of it often
    try:
        return _Builder(text, name).build()
    finally:
        if collecting:
            gc.enable()


class _Builder:
    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name

    def fail(self, mark: Any, message: str, mend: str = "", **values: object) -> ContentError:
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
        lines = self.text.splitlines()
        shown = lines[line - 1] if 0 < line <= len(lines) else ""
        return ContentError(
            [Problem(self.name, line, column, message, mend, tuple(values.items()),
                     source_line=shown)]
        )  # fmt: skip

    def build(self) -> Mapping:
        parser = _PARSER(self.text) if _PARSER else yaml.Loader(self.text)
        try:
            top = self._fold(parser.get_event)
        except yaml.MarkedYAMLError as fault:
            raise self._syntax(fault) from fault
        except yaml.YAMLError as fault:
            raise self.fail(None, N_("The file is not YAML: {why}"), why=str(fault)) from fault
        except (ValueError, OverflowError) as fault:
            raise self.fail(None, N_("The file is not YAML: {why}"), why=str(fault)) from fault
        finally:
            dispose = getattr(parser, "dispose", None)
            if dispose is not None:
                dispose()
        if not isinstance(top, Mapping):
            mark = getattr(top, "mark", None)
            raise self.fail(mark, N_("The file does not begin with `format: …`."),
                            N_("Write fields such as `format: deck/1`, one a line."))  # fmt: skip
        return top

    def _syntax(self, fault: yaml.MarkedYAMLError) -> ContentError:
        problem = fault.problem or str(fault)
        mend = N_("Look at the signs before this place: quotes, colons, spaces.")
        mark = fault.problem_mark or fault.context_mark
        line = self.text.splitlines()[mark.line] if mark is not None and mark.line < len(
            self.text.splitlines()) else ""  # fmt: skip
        if "\\t" in problem or "\t" in line[: len(line) - len(line.lstrip())]:
            mend = N_("Indent with spaces, never with tabs.")
        elif "mapping values are not allowed" in problem:
            mend = N_("Put a text that holds a colon in quotes.")
        elif "quoted scalar" in problem or "quoted scalar" in (fault.context or ""):
            mend = N_("A quote is opened and never closed.")
        return self.fail(mark, N_("The YAML cannot be read here: {why}"), mend, why=problem)

    def _fold(self, get: Any) -> Any:  # noqa: C901, PLR0915 - one tight loop, for its speed
        top: Any = None
        here: Any = None
        stack: list[tuple[Any, str | None]] = []
        key: str | None = None
        nodes = documents = 0
        while True:
            event = get()
            kind = type(event)
            if kind is ScalarEvent:
                value: Any = event.value
                mark = event.start_mark
                nodes += 1
                if event.tag is not None:
                    raise self._unsafe(event, event.tag)
                if event.anchor is not None:
                    raise self._unsafe(event, "&" + event.anchor)
                if type(here) is Mapping and key is None:
                    if value in here:
                        raise self.fail(
                            mark, N_("`{key}` is written twice; first on line {line}."),
                            N_("Keep one of them."), key=value,
                            line=here.keys_at[value].line + 1,
                        )  # fmt: skip
                    if value == "<<" and event.implicit[0]:
                        raise self._unsafe(event, "<<")
                    key = value
                    here.keys_at[value] = mark
                    continue
                if event.implicit[0] and value in _NULLS:
                    value = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.tag is not None:
                    raise self._unsafe(event, event.tag)
                if event.anchor is not None:
                    raise self._unsafe(event, "&" + event.anchor)
                mark = event.start_mark
                if type(here) is Mapping and key is None:
                    raise self.fail(mark, N_("A field's name must be a plain word."))
                nodes += 1
                value = Mapping(mark) if kind is MappingStartEvent else Sequence(mark)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                here, key = stack.pop()
                continue
            elif kind is AliasEvent:
                raise self._unsafe(event, "*" + event.anchor)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise self.fail(event.start_mark, N_("A second document begins here."),
                                    N_("Write one document a file: remove `---`."))  # fmt: skip
                continue
            elif kind is StreamEndEvent:
                return top
            else:
                continue
            if type(here) is Mapping:
                here[key] = value  # type: ignore[index]
                here.values_at[key] = mark  # type: ignore[index]
                key = None
            elif here is not None:
                here.append(value)
                here.items_at.append(mark)
            else:
                top = value
            if kind is not ScalarEvent:
                stack.append((here, key))
                here, key = value, None
                if len(stack) > MOST_NESTED:
                    raise self.fail(mark, N_("The fields are nested more than {most} deep."),
                                    most=MOST_NESTED)  # fmt: skip
            if nodes > MOST_NODES:
                raise self.fail(mark, N_("The file has more than {most} entries."),
                                most=MOST_NODES)  # fmt: skip

    def _unsafe(self, event: Any, sign: str) -> ContentError:
        return self.fail(
            event.start_mark, N_("`{sign}` is not allowed here."),
            N_("Write the text itself; put it in quotes if it begins with a sign."), sign=sign,
        )  # fmt: skip
