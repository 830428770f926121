"""What is previewed: a file, a folder or an edition by its name, read with all it refers to."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sugoroku.app.preview import alone
from sugoroku.app.preview.watch import pictures_of
from sugoroku.content.cache import Memory
from sugoroku.content.checking import kind_by_folder
from sugoroku.content.document import Limits
from sugoroku.content.formats import FORMATS
from sugoroku.content.library import ENDINGS, ContentFolders, Library, Opened, look_around
from sugoroku.content.places import lines_of
from sugoroku.content.problems import N_, ContentError, Problem, errors_of, in_order
from sugoroku.content.text_file import read_bytes
from sugoroku.model.edition import Edition
from sugoroku.model.layout import Theme
from sugoroku.model.quiz import Deck
from sugoroku.model.survey import Survey

Files = dict[tuple[str, str], Path]
"""The file of each board, deck, survey and theme, by its kind and id."""

FEW = 3
_FORMAT = re.compile(rb"^format:[ \t]*[\"']?(board|deck|survey|theme)/", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """An edition of which pages are shown; `shows` names the kinds of content whose pages."""

    edition: Edition
    files: Files
    shows: frozenset[str] = frozenset(FORMATS)
    most: int = 0
    """Pages of each kind; 0: all."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that was read. `files` and `pictures` are to be watched, also where they are not yet."""

    parts: tuple[Part, ...]
    problems: tuple[Problem, ...]
    """Errors only."""
    files: frozenset[Path]
    pictures: frozenset[Path]


class Source:
    """`target`: a path that is there. `roots`: where else content lies, the teacher's first."""

    def __init__(self, target: Path, roots: Iterable[Path]) -> None:
        self.target = Path(os.path.abspath(target))
        self.root = _root_of(self.target)
        """The folder in which the author's boards, decks and so on lie."""
        self.folders = ContentFolders(tuple(dict.fromkeys((self.root, *roots))))
        self._library = Library(self.folders, Memory())
        self._looked_at: set[Path] = set()
        self._used: set[Path] = set()
        """By a board that was read."""

    @classmethod
    def named(cls, name: str, roots: tuple[Path, ...]) -> "Source | None":
        """By a path, else by the name of an edition; None when there is neither."""
        if Path(name).exists():
            return cls(Path(name), roots)
        board = ContentFolders(roots).find("board", name)
        return None if board is None else cls(board, roots)

    @property
    def locales(self) -> list[Path]:
        return [folder / "locales" for folder in self.folders.folders]

    def listing(self) -> list[Path]:
        """The files that are named, one by one or by their folder."""
        if not self.target.is_dir():
            return [self.target]
        inside = [self.target / form.folder for form in FORMATS.values()]
        return [path for folder in (*inside, self.target) for path in _yaml_in(folder)]

    def name_of(self, path: Path) -> str:
        """As problems call the file: short where it lies in a known folder."""
        folder = next((f for f in self.folders.folders if path.is_relative_to(f)), None)
        return (path if folder is None else path.relative_to(folder)).as_posix()

    def lines(self, path: Path) -> dict[str, int]:
        """The line of each square, question and item of a file; empty when it cannot be read."""
        try:
            return lines_of(read_bytes(path, path.name, Limits().file_bytes), path.name)
        except ContentError:
            return {}

    # ------------------------------------------------------------------ reading

    def read(self, today: date | None = None) -> Material:
        """Everything anew. Mistakes of authors are told, never raised."""
        day = today or date.today()
        paths = self.listing()
        kinds = {path: _kind_of(path) for path in paths}
        self._looked_at, self._used = set(paths), set()
        problems = [] if paths else [_nothing_in(self.target)]
        parts: list[Part] = []
        # Boards first: what they use is shown with them and not once more by itself.
        for path in sorted(paths, key=lambda path: kinds[path] != "board"):
            if path in self._used:
                continue
            kind = kinds[path]
            part, found = (
                self._board(path, day) if kind == "board" else self._alone(path, kind, day)
            )
            problems += found
            parts += [part] if part is not None else []
        told = {(p.file, p.line, p.column, p.what()): p for p in errors_of(problems)}
        return Material(
            tuple(parts),
            in_order(told.values()),
            frozenset(self._looked_at),
            frozenset(pictures_of([part.edition for part in parts], self.folders.pictures())),
        )

    def _board(self, path: Path, day: date) -> tuple[Part | None, Iterable[Problem]]:
        self._looked_at.add(path)
        references = self._library.open(path, "board").references()
        found: dict[str, list[Path]] = {}
        for reference in references:
            self._looked_at.update(self.folders.candidates(reference.kind, reference.name))
            file = self.folders.find(reference.kind, reference.name)
            if file is not None:
                found.setdefault(str(reference.path[0]), []).append(file)
                self._used.add(file)
        edition, problems = self._library.proofread(path, day)
        if edition is None:
            return None, problems
        files: Files = {("board", edition.board.id): path}
        for deck, file in zip(edition.decks, found.get("decks", []), strict=False):
            files["deck", deck.id] = file
        for field in ("survey", "survey_before", "theme"):
            content = getattr(edition, field)
            for file in found.get(field, []):
                if content is not None:
                    files[field.partition("_")[0], content.id] = file
        return Part(edition, files), problems

    def _alone(self, path: Path, kind: str, day: date) -> tuple[Part | None, Iterable[Problem]]:
        file = self._library.open(path, kind)
        look_around(file, self.folders, day)
        match file.content:
            case Deck() as deck:
                edition = alone.deck_edition(deck)
                part = Part(edition, {("deck", deck.id): path}, frozenset({"deck"}))
            case Survey() as survey:
                edition = alone.survey_edition(survey, self._decks())
                part = Part(edition, {("survey", survey.id): path}, frozenset({"survey"}))
            case Theme() as theme:
                edition = alone.theme_edition(theme, self._wearer(theme, day))
                part = Part(edition, {("theme", theme.id): path}, most=FEW)
            case _:
                return None, file.problems
        return part, file.problems

    def _decks(self) -> list[Deck]:
        """All that can be read, from all folders."""
        opened = [file for name in self.folders.names("deck") if (file := self._open("deck", name))]
        decks = [(file.path, file.content) for file in opened if isinstance(file.content, Deck)]
        self._looked_at.update(path for path, _ in decks)
        return [deck for _, deck in decks]

    def _open(self, kind: str, name: str) -> Opened | None:
        path = self.folders.find(kind, name)
        return None if path is None else self._library.open(path, kind)

    def _wearer(self, theme: Theme, day: date) -> Edition | None:
        """An edition to show a theme on: one that has it, else any."""
        editions = []
        for name in self.folders.names("board"):
            path = self.folders.find("board", name)
            edition = None if path is None else self._library.proofread(path, day)[0]
            if edition is not None and path is not None:
                if edition.board.theme == theme.id:
                    self._looked_at.add(path)
                    return edition
                editions.append(edition)
        return editions[0] if editions else None


def _root_of(target: Path) -> Path:
    """The folder in which `boards`, `quizzes` and so on lie."""
    folder = target if target.is_dir() else target.parent
    for form in FORMATS.values():
        if folder.as_posix().endswith(f"/{form.folder}"):
            return folder.parents[form.folder.count("/")]
    return folder


def _kind_of(path: Path) -> str:
    """By the folder, else by what the file says; "" when neither tells."""
    by_folder = kind_by_folder(path)
    if by_folder:
        return by_folder
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            said = _FORMAT.search(file.read(4096))
    except OSError:
        return ""
    return said[1].decode("ascii") if said else ""


def _yaml_in(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix in ENDINGS)
    except OSError:
        return []


def _nothing_in(target: Path) -> Problem:
    return Problem(
        file=target.as_posix(),
        message_id=N_("There is no board, deck, survey or theme in this folder."),
        fix_id=N_("Name a file, or a folder that has boards, quizzes or surveys in it."),
    )
