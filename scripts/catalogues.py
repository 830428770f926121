"""Extract, merge and compile the catalogues: `python scripts/catalogues.py update|compile|check`.

`update` merges the messages of the code and of the shipped files into `locales/`; `compile`
writes the `.mo` files; `check` fails when something is missing in a shipped language.
"""

import sys
from collections import defaultdict
from pathlib import Path

from sugoroku.content.library import ContentFolders, Library
from sugoroku.content.texts import texts_of
from sugoroku.i18n import catalogues
from sugoroku.i18n.languages import LANGUAGES
from sugoroku.i18n.translator import INTERFACE

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locales"


def all_messages() -> dict[str, tuple[str, list[catalogues.Message]]]:
    """Domain to (language it is written in, its messages)."""
    found: dict[str, tuple[str, list[catalogues.Message]]] = {
        INTERFACE: ("en", list(catalogues.interface_messages(ROOT / "sugoroku")))
    }
    library = Library(ContentFolders((ROOT,)))
    seen = defaultdict(set)
    for entry in library.editions():
        edition = library.load(entry.id)
        origins = edition.languages()
        for part in (edition.board, *edition.decks, edition.survey, edition.theme):
            if part is None:
                continue
            for text in texts_of(part):
                if (text.context, text.source) in seen[text.domain]:
                    continue
                seen[text.domain].add((text.context, text.source))
                _, messages = found.setdefault(text.domain, (origins[text.domain], []))
                messages.append(catalogues.Message(text.source, text.context))
    return found


def each() -> list[tuple[str, str, list[catalogues.Message]]]:
    return [
        (language.code, domain, messages)
        for domain, (origin, messages) in all_messages().items()
        for language in LANGUAGES
        if language.code != origin
    ]


def update() -> int:
    for language, domain, messages in each():
        print(catalogues.update(LOCALES, language, domain, messages))
    return 0


def check() -> int:
    """Complete and fresh: every message of code and files is translated."""
    bad = 0
    for language, domain, messages in each():
        catalogue = catalogues.read_catalogue(
            catalogues.po_path(LOCALES, language, domain), language, domain
        )
        for message in messages:
            entry = catalogue.get(message.source, message.context or None)
            if entry is None or not catalogues.complete(entry.string) or entry.fuzzy:
                bad += 1
                print(f"{domain}.{language}: not translated: {message.context} {message.source!r}")
    catalogues.compile_all(LOCALES)
    print(f"{bad} messages are missing" if bad else "catalogues are complete")
    return 1 if bad else 0


if __name__ == "__main__":
    action = sys.argv[1] if len(sys.argv) > 1 else "check"
    compiled = {"compile": lambda: len(catalogues.compile_all(LOCALES)) * 0}
    sys.exit({"update": update, "check": check, **compiled}[action]())
