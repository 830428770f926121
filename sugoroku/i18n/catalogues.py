"""Making catalogues with Babel: extract, merge, compile, count. Not used while a game runs.

Imports the standard library and Babel only, because the build of a wheel runs it too.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

_PLACE = re.compile(r"\{\w+\}")
TEMPLATE = "messages.pot"
"""Beside this module in a built program, which has no sources: the program's own messages."""
KEYWORDS: dict[str, tuple[int, ...] | None] = {"tr": None, "N_": None, "plural": (1, 2)}


@dataclass(frozen=True, slots=True)
class Message:
    """One text to translate. `plural` is "" where the message does not count."""

    source: str
    context: str = ""
    plural: str = ""
    place: tuple[str, int] = ("", 0)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """How complete one catalogue is."""

    domain: str
    language: str
    translated: int
    fuzzy: int
    total: int


def interface_messages(package: Path) -> Iterator[Message]:
    """The messages in the program's own code and templates: `tr("…")`, `tr.plural("…", "…", n)`,
    `N_("…")`.
    """
    template = package / "i18n" / TEMPLATE
    if template.is_file():
        yield from _messages_of(template)
        return
    found = extract_from_dir(
        package,
        [("**.py", "python"), ("**/templates/**.html", "jinja2")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
    )
    for filename, line, message, comments, _context in found:
        one, many = (message[0], message[1]) if isinstance(message, tuple) else (message, "")
        place = (f"sugoroku/{Path(filename).as_posix()}", line)
        yield Message(one, plural=many, place=place, note=" ".join(comments))


def _messages_of(template: Path) -> Iterator[Message]:
    for entry in read_catalogue(template, "en", template.stem):
        if not entry.id:
            continue
        one, many = entry.id if isinstance(entry.id, tuple | list) else (entry.id, "")
        for file, _ in entry.locations:
            yield Message(one, plural=many, place=(file, 0), note=" ".join(entry.auto_comments))


def has_rules(language: str) -> bool:
    """Whether Babel knows how the language counts; without that its catalogue would be wrong."""
    try:
        Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return False
    return True


def po_path(locales: Path, language: str, domain: str) -> Path:
    return locales / language / "LC_MESSAGES" / f"{domain}.po"


def read_catalogue(path: Path, language: str, domain: str) -> Catalog:
    """The catalogue at `path`, or an empty one."""
    if not path.is_file():
        return Catalog(locale=language, domain=domain)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=domain)


def update(locales: Path, language: str, domain: str, messages: Sequence[Message]) -> Status:
    """Merge `messages` into the catalogue; texts no longer used are kept as obsolete."""
    template = Catalog(domain=domain)
    _fill(template, messages)
    path = po_path(locales, language, domain)
    catalogue = read_catalogue(path, language, domain)
    catalogue.update(template, no_fuzzy_matching=False, update_header_comment=False)
    write_catalogue(path, catalogue)
    return covered(catalogue, language, domain, messages)


def _fill(template: Catalog, messages: Iterable[Message]) -> None:
    for message in messages:
        key = (message.source, message.plural) if message.plural else message.source
        places = [message.place] if message.place[0] else []
        comments = [message.note] if message.note else []
        template.add(key, context=message.context or None, locations=places, auto_comments=comments)


def write_catalogue(path: Path, catalogue: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.header_comment = ""
    catalogue.project, catalogue.version = "Climate Sugoroku", ""
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, omit_header=False, include_lineno=False)


def write_template(path: Path, domain: str, messages: Iterable[Message]) -> Path:
    """A `.pot`: the messages without translations."""
    template = Catalog(domain=domain, project="Climate Sugoroku", version="")
    _fill(template, messages)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, template, width=100, include_lineno=False)
    return path


def covered(catalogue: Catalog, language: str, domain: str, messages: Iterable[Message]) -> Status:
    """How much of `messages` the catalogue has; entries that are fuzzy or wrong do not count."""
    total = fuzzy = done = 0
    for message in messages:
        total += 1
        entry = catalogue.get(message.source, message.context or None)
        if entry is None:
            continue
        fuzzy += entry.fuzzy
        done += bool(complete(entry.string)) and not entry.fuzzy and not _wrong_places(entry)
    return Status(domain, language, done, fuzzy, total)


def faults(catalogue: Catalog) -> list[str]:
    """Translations whose `{places}` are not those of the message. They are never shown."""
    found = []
    for entry in catalogue:
        wrong = _wrong_places(entry) if entry.id and complete(entry.string) else ""
        if wrong:
            shown = entry.id[0] if isinstance(entry.id, tuple | list) else entry.id
            found.append(f"“{shown}”: the translation {wrong}")
    return found


def _wrong_places(entry: BabelMessage) -> str:
    """What is wrong with the `{places}` of a translation, in words; "" when nothing is."""
    ids = entry.id if isinstance(entry.id, tuple | list) else (entry.id,)
    strings = entry.string if isinstance(entry.string, tuple | list) else (entry.string,)
    if "python-brace-format" not in entry.flags and not any(map(_PLACE.search, map(str, ids))):
        return ""
    wanted = set(_PLACE.findall(str(ids[-1])))
    for string in filter(None, strings):
        places = set(_PLACE.findall(str(string)))
        if places - wanted:
            return f"has {', '.join(sorted(places - wanted))}, which the message has not"
        if wanted - places and len(strings) == 1:
            return f"lacks {', '.join(sorted(wanted - places))}"
    return ""


def complete(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


def compile_all(
    locales: Path, on_fault: Callable[[Path, Exception], None] | None = None
) -> list[Path]:
    """Write every stale `.mo` beside its `.po`; fuzzy and wrong entries are left out.

    A catalogue that cannot be read is told to `on_fault` and gets no `.mo`; without it, raised.
    """
    written = []
    for source in sorted(locales.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.is_file() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        try:
            catalogue = read_catalogue(source, source.parts[-3], source.stem)
        except Exception as fault:
            if on_fault is None:
                raise
            target.unlink(missing_ok=True)
            on_fault(source, fault)
            continue
        target.write_bytes(_compiled(catalogue))
        written.append(target)
    return written


def compiled(source: bytes, language: str, domain: str) -> bytes | None:
    """The `.mo` of a `.po`, as `compile_all` writes it; None when nothing in it is translated.

    Babel raises faults of many kinds for what is no catalogue.
    """
    catalogue = read_po(io.BytesIO(source), locale=language, domain=domain)
    if not any(entry.id and complete(entry.string) and not entry.fuzzy for entry in catalogue):
        return None
    return _compiled(catalogue)


def _compiled(catalogue: Catalog) -> bytes:
    for entry in catalogue:
        if entry.id and _wrong_places(entry):
            entry.flags.add("fuzzy")
    made = io.BytesIO()
    write_mo(made, catalogue, use_fuzzy=False)
    return made.getvalue()
