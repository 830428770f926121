"""The doors of the title screen, one for each edition."""

from collections.abc import Sequence

from sugoroku.app.house import House
from sugoroku.content.library import EditionEntry
from sugoroku.i18n.translator import Translator
from sugoroku.stage.scenes.title import Door


def doors_of(entries: Sequence[EditionEntry], house: House, tr: Translator) -> list[Door]:
    """Editions with the same id are told apart by the versions of their packs, and each door
    speaks with the catalogues of its own pack.
    """
    ids = [entry.id for entry in entries]
    return [
        Door(
            entry.key,
            entry.place if entry.place else entry.title,
            entry.language,
            entry.theme,
            bool(entry.problems),
            version=entry.version if ids.count(entry.id) > 1 else "",
            words=_words(entry, house, tr.language) if entry.pack else None,
        )
        for entry in entries
    ]


def _words(entry: EditionEntry, house: House, language: str) -> Translator:
    return house.translator(language, {entry.id: entry.language}, entry.pack)
