"""The editions there are, and one of them loaded and proofread with all it refers to."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from sugoroku.content import check_edition as cross
from sugoroku.content.cache import Cache
from sugoroku.content.document import Limits
from sugoroku.content.formats import FORMATS
from sugoroku.content.problems import ContentError, Problem, errors_of, in_order
from sugoroku.content.text_file import read_bytes
from sugoroku.model.board import Board
from sugoroku.model.edition import Edition
from sugoroku.model.layout import Theme
from sugoroku.model.quiz import Deck
from sugoroku.model.survey import Survey
from sugoroku.model.text import EMPTY, Text

ENDINGS = (".yaml", ".yml")
PLAIN = Theme(id="plain")


class ContentFolders(msgspec.Struct, frozen=True):
    """Where content is looked for: the first folder wins (the teacher's before the bundled one)."""

    folders: tuple[Path, ...]

    def find(self, kind: str, name: str) -> Path | None:
        """The file of that name."""
        for path in self.candidates(kind, name):
            if path.is_file():
                return path
        return None

    def names(self, kind: str) -> list[str]:
        """All names of a kind: those of the first folder first, each once."""
        found: dict[str, None] = {}
        for folder in self.folders:
            files = sorted((folder / FORMATS[kind].folder).glob("*.y*ml"))
            found.update((path.stem, None) for path in files if path.suffix in ENDINGS)
        return list(found)

    def pictures(self) -> list[Path]:
        return [folder / "assets" for folder in self.folders]

    def beside(self, board: Path) -> "ContentFolders":
        """These folders, after the one that the board file lies in."""
        folder = board.parent if board.parent.name else Path(os.path.realpath(board.parent))
        root = folder.parent if folder.name == "boards" else folder
        known = {os.path.realpath(folder) for folder in self.folders}
        return self if os.path.realpath(root) in known else ContentFolders((root, *self.folders))

    def candidates(self, kind: str, name: str) -> Iterable[Path]:
        """Where a file of that name is looked for, in this order."""
        for folder in self.folders:
            for ending in ENDINGS:
                yield folder / FORMATS[kind].folder / f"{name}{ending}"


class EditionEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What the title screen needs; `problems` are the errors of board and theme."""

    id: str
    title: Text = EMPTY
    place: Text = EMPTY
    language: str = "en"
    theme: Theme = PLAIN
    path: Path
    problems: tuple[Problem, ...] = ()
    pack: str = ""
    """The installed pack that it is from, by the name of its folder (`mytown-1.0`); "": none."""

    @property
    def version(self) -> str:
        """Of the pack; "" without one."""
        return self.pack.removeprefix(f"{self.id}-")

    @property
    def key(self) -> str:
        """`mytown`, or `mytown@1.0` for an edition of a pack."""
        return f"{self.id}@{self.version}" if self.pack else self.id


class Opened(msgspec.Struct):
    """A file that was read: its content, unless there are errors in it."""

    path: Path
    name: str
    data: bytes
    content: Any
    problems: list[Problem]

    def references(self) -> list[cross.Reference]:
        """What a board names; of a board with mistakes what can be read."""
        if isinstance(self.content, Board):
            return cross.references_of(self.content)
        from sugoroku.content.places import references

        return references(self.data, self.name)

    def note(self, findings: Iterable[cross.Finding]) -> None:
        """Add findings with their places, for which the file is read again."""
        found = list(findings)
        if found:
            from sugoroku.content.places import placed

            self.problems.extend(placed(found, self.data, self.name))


class Library:
    """Boards with all they need. `cache` is a folder for what has been checked before.

    Problems name files as in `boards/toyama.yaml`, or with `full_names` by their whole path.
    """

    def __init__(
        self, folders: ContentFolders, cache: Path | Cache | None = None, full_names: bool = False
    ) -> None:
        self.folders = folders
        self.full_names = full_names
        self.warnings: tuple[Problem, ...] = ()
        """Of the edition loaded last."""
        self._cache = cache if isinstance(cache, Cache) else Cache(cache)

    def editions(self) -> list[EditionEntry]:
        """Every board by name, also those with errors. Looks into boards and themes only."""
        return [self.entry(name) for name in self.folders.names("board")]

    def load(self, edition_id: str, today: date | None = None) -> Edition:
        """The edition; ContentError with all problems of all its files."""
        path = self.folders.find("board", edition_id) or Path("boards", f"{edition_id}.yaml")
        return self.load_board(path, today)

    def load_board(self, path: Path, today: date | None = None) -> Edition:
        """As `load`, for a board file anywhere; what it needs is looked for beside it first."""
        edition, problems = self.proofread(path, today)
        if edition is None:
            raise ContentError(problems)
        self.warnings = problems
        return edition

    def proofread(
        self, path: Path, today: date | None = None
    ) -> tuple[Edition | None, tuple[Problem, ...]]:
        """The edition of a board file (None when it has errors) and all problems."""
        folders = self.folders.beside(path)
        board_file = self.open(path, "board")
        board = board_file.content if isinstance(board_file.content, Board) else None
        found = [
            (reference, self._referred(board_file, folders, reference))
            for reference in board_file.references()
        ]
        files = [board_file, *(file for _, file in found if file is not None)]
        for file in files:
            look_around(file, folders, today)
        decks = [file for ref, file in found if ref.kind == "deck" and file is not None]
        if board is not None:
            _look_at_questions(board, board_file, decks)
            _look_at_surveys(board, board_file, [(ref, file) for ref, file in found if file], decks)
        problems = in_order(problem for file in files for problem in file.problems)
        if board is None or errors_of(problems):
            return None, problems
        others = {reference.path[0]: file.content for reference, file in found if file is not None}
        edition = Edition(
            board=board,
            decks=tuple(file.content for file in decks),
            survey=others.get("survey"),
            survey_before=others.get("survey_before"),
            theme=others.get("theme", PLAIN),
        )
        return edition, problems

    def open(self, path: Path, kind: str) -> Opened:
        """One file, from the cache if it was checked before."""
        name = self._name(path)
        try:
            data = read_bytes(path, name, Limits().file_bytes)
        except ContentError as error:
            return Opened(path, name, b"", None, list(error.problems))
        kept = self._cache.get(data, kind)
        if kept is not None:
            content, warnings = kept
            renamed = [msgspec.structs.replace(warning, file=name) for warning in warnings]
            return Opened(path, name, data, content, renamed)
        from sugoroku.content.reading import read_content

        fresh, problems = read_content(data, name, kind)
        if fresh is not None:
            self._cache.put(data, kind, fresh, problems)
        return Opened(path, name, data, fresh, list(problems))

    def _name(self, path: Path) -> str:
        """How problems call the file."""
        for folder in self.folders.folders:
            if path.is_relative_to(folder) and not self.full_names:
                return path.relative_to(folder).as_posix()
        return path.as_posix()

    def _referred(
        self, board_file: Opened, folders: ContentFolders, reference: cross.Reference
    ) -> Opened | None:
        """A file that the board names; a finding in the board when it is not there."""
        path = folders.find(reference.kind, reference.name)
        if path is not None:
            return self.open(path, reference.kind)
        known = folders.names(reference.kind)
        board_file.note([cross.missing(reference, FORMATS[reference.kind].folder, known)])
        return None

    def entry(self, name: str) -> EditionEntry:
        """One edition of `editions`, by the name of its board, which must be there."""
        path = self.folders.find("board", name)
        assert path is not None
        file = self.open(path, "board")
        board = file.content
        if not isinstance(board, Board):
            return EditionEntry(id=name, title=Text(name), path=path, problems=tuple(file.problems))
        wanted = [reference for reference in file.references() if reference.kind == "theme"]
        theme = self._referred(file, self.folders, wanted[0]) if wanted else None
        problems = errors_of([*file.problems, *(theme.problems if theme else [])])
        return EditionEntry(
            id=name,
            title=board.title,
            place=board.place,
            language=board.language,
            theme=theme.content if theme and isinstance(theme.content, Theme) else PLAIN,
            path=path,
            problems=in_order(problems),
        )


def _look_at_questions(board: Board, board_file: Opened, decks: list[Opened]) -> None:
    """What the board asks for is in its decks, and their jumps lead to its squares."""
    good = [file.content for file in decks if isinstance(file.content, Deck)]
    if len(good) == len(board.decks):
        questions = [question for deck in good for question in deck.questions]
        board_file.note(cross.asking_findings(board, questions))
    seen: dict[str, str] = {}
    for file in decks:
        if isinstance(file.content, Deck):
            file.note(cross.jump_findings(file.content, board))
            own, name = file.content.id, file.path.stem
            twin = seen.setdefault(own, name)
            if twin != name:
                path = ("decks", board.decks.index(name))
                board_file.note([cross.same_id(twin, name, own, path)])


def _look_at_surveys(
    board: Board,
    board_file: Opened,
    found: list[tuple[cross.Reference, Opened]],
    decks: list[Opened],
) -> None:
    """The questions that a survey asks again are in the decks of the board."""
    good = [file.content for file in decks if isinstance(file.content, Deck)]
    questions = [question for deck in good for question in deck.questions]
    all_read = len(good) == len(board.decks)
    for reference, file in found:
        if isinstance(file.content, Survey):
            findings = cross.knowledge_findings(file.content, board.id, reference, questions)
            # A question that seems missing may be in the deck that has an error.
            board_file.note(each for each in findings if all_read or each.severity == "error")


def look_around(file: Opened, folders: ContentFolders, today: date | None = None) -> None:
    """The checks for which one file and the disk are enough."""
    if file.content is None:
        return
    if file.content.id != file.path.stem:
        file.note([cross.other_name(file.content.id, file.path.stem)])
    pictures = folders.pictures()
    match file.content:
        case Board():
            file.note(cross.board_findings(file.content, pictures))
        case Deck():
            places = [*pictures, file.path.parent]
            file.note(cross.deck_findings(file.content, places, today or date.today()))
        case Theme():
            file.note(cross.theme_findings(file.content, pictures))
