"""All editions that can be played: the teacher's, the shipped ones, those of installed packs."""

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from sugoroku import paths
from sugoroku.content.library import ContentFolders, EditionEntry, Library
from sugoroku.model.edition import Edition
from sugoroku.packs.scope import scoped, scoped_theme


class Editions:
    """Looks at the disk whenever it is asked: a pack is there as soon as it is installed."""

    def __init__(self, data_folder: Path | None = None, cache: Path | None = None) -> None:
        self._data_folder = data_folder
        self._cache = cache
        self.library = Library(ContentFolders(paths.content_roots(data_folder)), cache)

    def entries(self) -> list[EditionEntry]:
        """The teacher's and the shipped ones by name, then those of packs, the newest first."""
        found = self.library.editions()
        for folder in paths.pack_folders(self._data_folder):
            board = self._board_in(folder)
            if board is not None:
                entry = self._library_of(folder).entry(board.stem)
                theme = scoped_theme(entry.theme, folder.name)
                found.append(replace(entry, id=board.stem, theme=theme, pack=folder.name))
        return found

    def load(self, key: str, today: date | None = None) -> Edition:
        """The edition with that key; ContentError with all problems of all its files."""
        for folder in paths.pack_folders(self._data_folder) if "@" in key else ():
            board = self._board_in(folder)
            if board is not None and folder.name == key.replace("@", "-"):
                edition = self._library_of(folder).load_board(board, today)
                return scoped(edition, folder.name)
        return self.library.load(key, today)

    def key_of(self, name: str) -> str | None:
        """What is meant by a key or an id: of packs with this id, the newest."""
        entries = self.entries()
        return next((e.key for e in entries if e.key == name), None) or next(
            (e.key for e in entries if e.id == name), None
        )

    def _library_of(self, pack: Path) -> Library:
        return Library(ContentFolders((pack, paths.bundled_root())), self._cache)

    @staticmethod
    def _board_in(pack: Path) -> Path | None:
        named = paths.split_pack(pack.name)
        board = pack / "boards" / f"{named[0] if named else ''}.yaml"
        return board if board.is_file() else None
