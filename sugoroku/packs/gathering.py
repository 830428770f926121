"""Finds the files that an edition uses: content, pictures, sounds, catalogues."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sugoroku.content.check_edition import references_of
from sugoroku.content.document import Limits
from sugoroku.content.formats import FORMATS
from sugoroku.content.library import ContentFolders
from sugoroku.content.pictures import find
from sugoroku.content.text_file import read_bytes
from sugoroku.content.texts import texts_of
from sugoroku.i18n.catalogues import compiled
from sugoroku.model.edition import Edition
from sugoroku.packs.manifest import PackError
from sugoroku.session.recorder import N_

SOUND_ENDINGS = (".ogg", ".wav")


@dataclass(slots=True)
class Gathered:
    """Files by their name in the pack, and where each was found."""

    files: dict[str, bytes] = field(default_factory=dict)
    found: dict[str, Path] = field(default_factory=dict)
    languages: tuple[str, ...] = ()

    def take(self, name: str, path: Path) -> None:
        """PackError when it cannot be read."""
        try:
            self.files[name] = path.read_bytes()
        except OSError as fault:
            raise PackError(
                N_("{file} cannot be read ({why})."), file=path, why=fault.strerror or fault
            ) from None
        self.found[name] = path

    def drop(self, name: str) -> None:
        del self.files[name], self.found[name]


def gathered(edition: Edition, board: Path, folders: ContentFolders) -> Gathered:
    """All files of an edition that was proofread. PackError for one that cannot be read."""
    all_found = Gathered()
    _take_content(all_found, edition, board, folders)
    for name, path in _pictures(edition, folders):
        all_found.take(f"assets/{name}", path)
    for name, path in _sounds(edition.theme.sounds, folders):
        all_found.take(f"assets/{name}", path)
    _take_catalogues(all_found, edition, [folder / "locales" for folder in folders.folders])
    return all_found


def _take_content(into: Gathered, edition: Edition, board: Path, folders: ContentFolders) -> None:
    """Board, decks, surveys and theme, each by the name that the board calls it."""
    most = Limits().file_bytes
    wanted = [(f"boards/{edition.board.id}.yaml", board)]
    for reference in references_of(edition.board):
        path = folders.find(reference.kind, reference.name)
        if path is not None:
            wanted.append((f"{FORMATS[reference.kind].folder}/{reference.name}.yaml", path))
    for name, path in wanted:
        into.files[name] = read_bytes(path, path.as_posix(), most)
        into.found[name] = path


def _pictures(edition: Edition, folders: ContentFolders) -> Iterator[tuple[str, Path]]:
    """Those that content names; the program's own are everywhere already."""
    theme = edition.theme
    names = [f"{square.picture}.svg" for square in edition.board.squares if square.picture]
    names += [f"{name}.svg" for name in (theme.backdrop, theme.goal) if name]
    if theme.mascot:
        stem = theme.mascot.rpartition("/")
        for folder in folders.pictures():
            poses = sorted((folder / stem[0]).glob(f"{stem[2]}-*.svg"))
            names += [path.relative_to(folder).as_posix() for path in poses]
    names += [q.image.file for q in edition.questions if q.image is not None]
    beside = {
        path.parent for path in (folders.find("deck", d) for d in edition.board.decks) if path
    }
    for name in dict.fromkeys(names):
        path = find(name, [*folders.pictures(), *sorted(beside)])
        if path is not None:
            yield name, path


def _sounds(folder: str, folders: ContentFolders) -> Iterator[tuple[str, Path]]:
    seen: set[str] = set()
    for root in folders.pictures() if folder else ():
        for path in sorted((root / folder).glob("*")):
            if path.suffix in SOUND_ENDINGS and path.name not in seen and path.is_file():
                seen.add(path.name)
                yield f"{folder}/{path.name}", path


def _take_catalogues(into: Gathered, edition: Edition, locales: list[Path]) -> None:
    """Source and compiled catalogues of the edition's texts; the languages that have them all."""
    origins = {domain: language for domain, language in edition.languages().items()
               if _has_texts(edition, domain)}  # fmt: skip
    languages = {edition.board.language}
    for folder in locales:
        if folder.is_dir():
            languages |= {inside.parent.name for inside in folder.glob("*/LC_MESSAGES")}
    whole = []
    for language in sorted(languages):
        missing = False
        for domain, origin in origins.items():
            if origin != language:
                missing |= not _take_catalogue(into, language, domain, locales)
        if not missing:
            whole.append(language)
    own = edition.board.language
    into.languages = (own, *(language for language in whole if language != own))


def _has_texts(edition: Edition, domain: str) -> bool:
    parts = (edition.board, *edition.decks, edition.survey, edition.survey_before, edition.theme)
    return any(
        text.source for part in parts if part is not None and part.id == domain
        for text in texts_of(part)
    )  # fmt: skip


def _take_catalogue(into: Gathered, language: str, domain: str, locales: list[Path]) -> bool:
    """Of the first folder that has one; compiled anew, so that source and compiled agree."""
    for folder in locales:
        source = folder / language / "LC_MESSAGES" / f"{domain}.po"
        name = f"locales/{language}/LC_MESSAGES/{domain}"
        if source.is_file():
            into.take(f"{name}.po", source)
            try:
                made = compiled(into.files[f"{name}.po"], language, domain)
            except Exception as fault:  # Babel raises many kinds for a file that is none
                raise PackError(
                    N_("{file} cannot be read ({why})."), file=source, why=fault
                ) from None
            if made is None:
                into.drop(f"{name}.po")
                continue
            into.files[f"{name}.mo"] = made
            return True
        if source.with_suffix(".mo").is_file():
            into.take(f"{name}.mo", source.with_suffix(".mo"))
            return True
    return False
