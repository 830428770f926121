"""A deck that comes alone, as a file of its own: looked at, then put into the data folder."""

import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sugoroku.content.document import Limits
from sugoroku.content.formats import FORMATS
from sugoroku.content.library import ContentFolders, Library, look_around
from sugoroku.content.problems import ContentError, errors_of, in_order
from sugoroku.content.reading import read_content
from sugoroku.content.text_file import read_bytes
from sugoroku.model.board import Board
from sugoroku.model.quiz import Deck
from sugoroku.packs.installing import Presence
from sugoroku.packs.manifest import PackError
from sugoroku.records import disk
from sugoroku.records.errors import why
from sugoroku.session.recorder import N_

EARLIER = "earlier"
"""The folder beside the decks that keeps a deck which another one took the place of."""


@dataclass(frozen=True, slots=True)
class DeckOffer:
    """A deck without errors. `presence`: whether the data folder has one of this name."""

    deck: Deck
    data: bytes
    presence: Presence
    shipped: bool
    """A shipped deck has this name: the new one takes its place."""
    boards: tuple[Board, ...]
    """Those that ask its questions."""


def read_deck(path: Path) -> bytes:
    """The bytes of a deck's file. ContentError when it cannot be read."""
    return read_bytes(path, path.name, Limits().file_bytes)


def examined_deck(data: bytes, name: str, data_folder: Path, bundled: Path) -> DeckOffer:
    """Proofread a deck (YAML) as the game will find it. `name` is what problems call the file.

    ContentError with its mistakes, PackError for a file of another kind.
    """
    content, problems = read_content(data, name)
    if content is not None and not isinstance(content, Deck):
        raise PackError(
            N_("“{file}” is no deck of questions. A whole edition comes as a pack (.sugoroku)."),
            file=name,
        )
    if content is None:
        raise ContentError(problems)
    folders = ContentFolders((data_folder, bundled))
    _look_around(content, data, folders)
    there = ContentFolders((data_folder,)).find("deck", content.id)
    return DeckOffer(
        deck=content,
        data=data,
        presence="new" if there is None else "same" if _bytes(there) == data else "other",
        shipped=ContentFolders((bundled,)).find("deck", content.id) is not None,
        boards=_boards_with(content.id, folders),
    )


def install_deck(offer: DeckOffer, data_folder: Path) -> Path:
    """Put the deck among the teacher's; one of the same name is kept in the folder `earlier`.

    PackError when it cannot be written: then all is as it was.
    """
    there = ContentFolders((data_folder,)).find("deck", offer.deck.id)
    target = there or data_folder / FORMATS["deck"].folder / f"{offer.deck.id}.yaml"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        before = None if there is None else there.read_bytes()
        if before == offer.data:
            return target
        if before is not None:
            _keep(target, before)
        disk.replace_file(target, offer.data)
    except OSError as fault:
        reason = why(fault)
        raise PackError(reason.message, **reason.values) from fault
    return target


def _keep(target: Path, before: bytes) -> None:
    folder = target.parent / EARLIER
    folder.mkdir(exist_ok=True)
    number = 1
    while (kept := folder / f"{target.stem}-{number}.yaml").exists():
        if kept.read_bytes() == before:
            return
        number += 1
    disk.replace_file(kept, before)


def _look_around(deck: Deck, data: bytes, folders: ContentFolders) -> None:
    """ContentError for pictures that the data folder has not: they did not come with the file."""
    with tempfile.TemporaryDirectory(prefix="sugoroku-deck-") as name:
        path = Path(name) / FORMATS["deck"].folder / f"{deck.id}.yaml"
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
        file = Library(ContentFolders((Path(name), *folders.folders))).open(path, "deck")
        look_around(file, folders, date.today())
    if errors_of(file.problems):
        raise ContentError(in_order(file.problems))


def _boards_with(deck: str, folders: ContentFolders) -> tuple[Board, ...]:
    library = Library(folders)
    opened = (library.open(entry.path, "board").content for entry in library.editions())
    return tuple(b for b in opened if isinstance(b, Board) and deck in b.decks)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
