"""Making catalogues with Babel: extract, merge, compile, count. Not used while a game runs.

Imports the standard library and Babel only, because the build of a wheel runs it too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

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
    """The messages in the program's own code: `tr("…")`, `tr.plural("…", "…", n)`, `N_("…")`."""
    found = extract_from_dir(
        package, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for filename, line, message, comments, _context in found:
        one, many = (message[0], message[1]) if isinstance(message, tuple) else (message, "")
        place = (f"sugoroku/{Path(filename).as_posix()}", line)
        yield Message(one, plural=many, place=place, note=" ".join(comments))


def po_path(locales: Path, language: str, domain: str) -> Path:
    return locales / language / "LC_MESSAGES" / f"{domain}.po"


def read_catalogue(path: Path, language: str, domain: str) -> Catalog:
    """The catalogue at `path`, or an empty one."""
    if not path.is_file():
        return Catalog(locale=language, domain=domain)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=domain)


def update(locales: Path, language: str, domain: str, messages: Iterable[Message]) -> Status:
    """Merge `messages` into the catalogue; texts no longer used are kept as obsolete."""
    template = Catalog(domain=domain)
    for message in messages:
        key = (message.source, message.plural) if message.plural else message.source
        places = [message.place] if message.place[0] else []
        comments = [message.note] if message.note else []
        template.add(key, context=message.context or None, locations=places, auto_comments=comments)
    path = po_path(locales, language, domain)
    catalogue = read_catalogue(path, language, domain)
    catalogue.update(template, no_fuzzy_matching=False, update_header_comment=False)
    write_catalogue(path, catalogue)
    return status(catalogue, language, domain)


def write_catalogue(path: Path, catalogue: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.header_comment = ""
    catalogue.project, catalogue.version = "Climate Sugoroku", ""
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, omit_header=False, include_lineno=False)


def status(catalogue: Catalog, language: str, domain: str) -> Status:
    messages = [message for message in catalogue if message.id]
    fuzzy = sum(message.fuzzy for message in messages)
    done = sum(bool(complete(message.string)) and not message.fuzzy for message in messages)
    return Status(domain, language, done, fuzzy, len(messages))


def complete(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


def compile_all(locales: Path) -> list[Path]:
    """Write every stale `.mo` beside its `.po`; fuzzy entries are left out."""
    written = []
    for source in sorted(locales.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.is_file() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        catalogue = read_catalogue(source, source.parts[-3], source.stem)
        with target.open("wb") as file:
            write_mo(file, catalogue, use_fuzzy=False)
        written.append(target)
    return written
