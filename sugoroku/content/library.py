"""The shelf of editions: what there is, and one of them whole. The door of this room.

Checked content is kept as JSON under the hash of its files, so that a normal start imports
neither the YAML reader nor pydantic.
"""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from sugoroku.content.problems import N_, ContentError, Problem, has_errors
from sugoroku.model.board import Board
from sugoroku.model.edition import Edition
from sugoroku.model.layout import Theme
from sugoroku.model.quiz import Deck
from sugoroku.model.survey import Survey
from sugoroku.model.text import EMPTY, Text

if TYPE_CHECKING:
    from sugoroku.content.proofread import Proof

FORM = "1"
"""Changes whenever the model or the checks do: older caches are then passed over."""
FOLDERS = {"board": "boards", "deck": "quizzes", "survey": "surveys", "theme": "assets/themes"}


@dataclass(frozen=True, slots=True)
class ContentFolders:
    """Where to look, first come first served: the teacher's folder before the shipped ones."""

    roots: tuple[Path, ...]
    cache: Path | None = None

    def files(self, kind: str) -> dict[str, Path]:
        """The files of a kind by their id, which is their name."""
        found: dict[str, Path] = {}
        for root in self.roots:
            with suppress(OSError):
                for path in sorted((root / FOLDERS[kind]).glob("*.yaml")):
                    found.setdefault(path.stem, path)
        return found

    def pictures(self) -> tuple[Path, ...]:
        return tuple(root / "assets" for root in self.roots)


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """What a title screen needs of an edition."""

    id: str
    title: Text
    place: Text
    language: str
    theme: Theme
    path: Path
    problems: tuple[Problem, ...] = ()


class _Kept(msgspec.Struct, frozen=True):
    """What the cache holds of an edition."""

    edition: Edition


class Library:
    """`folders` may change on disk at any time: every call looks again."""

    def __init__(self, folders: ContentFolders) -> None:
        self.folders = folders
        self.warnings: list[Problem] = []

    def editions(self, today: date | None = None) -> list[EditionEntry]:
        """Every board, the faulty ones too, in the order of their names (the shipped last)."""
        entries = []
        for name, path in self.folders.files("board").items():
            try:
                edition = self.load(name, today)
            except ContentError as fault:
                entries.append(
                    EditionEntry(
                        name, Text(name), EMPTY, "en", Theme(id="plain"), path,
                        tuple(fault.problems),
                    )  # fmt: skip
                )
                continue
            board = edition.board
            entries.append(
                EditionEntry(name, board.title, board.place, board.language, edition.theme, path)
            )
        return sorted(entries, key=lambda e: (e.language != "ja", e.id))

    def load(self, edition_id: str, today: date | None = None) -> Edition:
        """One edition, whole. ContentError with the problems of all its files."""
        files = self.folders.files("board")
        if edition_id not in files:
            raise ContentError([Problem(edition_id, 0, 0, N_("There is no such edition."))])
        return self.load_file(files[edition_id], today)

    def load_file(self, path: Path, today: date | None = None) -> Edition:
        """As `load`, for a board file anywhere; its decks are looked for beside it too."""
        kept = self._from_cache(path)
        if kept is not None:
            return kept
        edition, problems, used = self._read(path, today)
        self.warnings = [p for p in problems if p.severity == "warning"]
        if edition is None:
            raise ContentError(problems)
        self._to_cache(path, used, edition)
        return edition

    # ------------------------------------------------------------------ reading

    def beside(self, board: Path) -> "ContentFolders":
        """These folders, after the one that a board file lies in."""
        root = board.resolve().parent.parent
        roots = self.folders.roots if root in self.folders.roots else (root, *self.folders.roots)
        return ContentFolders(roots, self.folders.cache)

    def _read(
        self, path: Path, today: date | None
    ) -> tuple[Edition | None, list[Problem], list[Path]]:
        folders = self.beside(path)
        proof = _proof(path, folders, today)
        problems = list(proof.problems)
        board = proof.model
        if not isinstance(board, Board):
            if proof.format and proof.kind != "board" and not problems:
                problems = [Problem(proof.name, 1, 1, N_("This is no board."))]
            return None, problems, [path]
        others = _Others(folders, proof, today)
        decks = [d for name in board.decks if isinstance(d := others.get("deck", name), Deck)]
        survey = others.get("survey", board.survey) if board.survey else None
        theme = others.get("theme", board.theme) if board.theme else None
        problems = list(proof.problems) + others.problems
        if not has_errors(problems):
            from sugoroku.content.checks import check_questions

            before = len(proof.problems)
            check_questions(board, decks, proof.place_of, proof.report())
            problems += proof.problems[before:]
        if has_errors(problems):
            return None, problems, [path, *others.used]
        edition = Edition(
            board=board,
            decks=tuple(decks),
            survey=survey if isinstance(survey, Survey) else None,
            theme=theme if isinstance(theme, Theme) else Theme(id="plain"),
        )
        return edition, problems, [path, *others.used]

    # ------------------------------------------------------------------ cache

    def _cache_file(self, path: Path) -> Path | None:
        if self.folders.cache is None:
            return None
        name = blake2b(str(path.resolve()).encode(), digest_size=8).hexdigest()
        return self.folders.cache / f"{path.stem}-{name}.json"

    def _from_cache(self, path: Path) -> Edition | None:
        cache = self._cache_file(path)
        if cache is None:
            return None
        try:
            head, _, body = cache.read_bytes().partition(b"\n")
            key, used = msgspec.json.decode(head, type=tuple[str, list[str]])
            if key != _key(Path(name) for name in used):
                return None
            return msgspec.json.decode(body, type=_Kept).edition
        except (OSError, ValueError, msgspec.MsgspecError, RecursionError):
            return None

    def _to_cache(self, path: Path, used: list[Path], edition: Edition) -> None:
        cache = self._cache_file(path)
        if cache is None:
            return
        with suppress(OSError):
            cache.parent.mkdir(parents=True, exist_ok=True)
            head = msgspec.json.encode((_key(used), [str(p) for p in used]))
            written = cache.with_name(f"{cache.name}.{os.getpid()}")
            written.write_bytes(head + b"\n" + msgspec.json.encode(_Kept(edition)))
            os.replace(written, cache)


def _key(paths: Iterable[Path]) -> str:
    """Changes with any byte of the files and with the form of the model."""
    digest = blake2b(FORM.encode(), digest_size=16)
    for path in paths:
        digest.update(path.read_bytes())
        digest.update(b"\0")
    return digest.hexdigest()


def _proof(path: Path, folders: ContentFolders, today: date | None) -> "Proof":
    from sugoroku.content.proofread import proofread

    return proofread(path, shown(path), today, folders.pictures())


def shown(path: Path) -> str:
    """A file's name as people know it: its folder and name."""
    return f"{path.parent.name}/{path.name}" if path.parent.name else path.name


class _Others:
    """The files that a board refers to."""

    def __init__(self, folders: ContentFolders, board: "Proof", today: date | None) -> None:
        self.folders = folders
        self.board = board
        self.today = today
        self.problems: list[Problem] = []
        self.used: list[Path] = []

    def get(self, kind: str, name: str) -> Any:
        path = self.folders.files(kind).get(name)
        if path is None:
            where = {"deck": "decks"}.get(kind, kind)
            self.board.report()(
                (where,), N_("There is no file {folder}/{name}.yaml."),
                N_("Correct the name, or write the file."), folder=FOLDERS[kind], name=name,
            )  # fmt: skip
            return None
        self.used.append(path)
        proof = _proof(path, self.folders, self.today)
        self.problems += proof.problems
        if proof.format and proof.kind != kind:
            self.problems.append(
                Problem(proof.name, 1, 1, N_("The board wants a {kind} here."), "",
                        (("kind", f"{kind}/1"),))
            )  # fmt: skip
        if kind == "deck" and len(self.board.model.decks) > 20:
            return None
        return proof.model


def check_paths(
    paths: Sequence[Path], folders: ContentFolders, today: date | None = None
) -> list[Problem]:
    """All problems of the files and folders named; boards with all that they refer to."""
    from sugoroku.content.proofread import proofread

    found: set[Problem] = set()
    library = Library(ContentFolders(folders.roots))
    for path in _yaml_files(paths):
        roots = library.beside(path).roots
        pictures = (path.parent, path.parent / "images", *(root / "assets" for root in roots))
        proof = proofread(path, str(path), today, pictures)
        found.update(proof.problems)
        if isinstance(proof.model, Board):
            _, problems, _ = library._read(path, today)
            own = {shown(path)}
            found.update(_renamed(problem, path) for problem in problems if problem.file in own)
            found.update(problem for problem in problems if problem.file not in own)
    return sorted(found)


def _renamed(problem: Problem, path: Path) -> Problem:
    return Problem(
        str(path), problem.line, problem.column, problem.message, problem.mend, problem.values,
        problem.severity, problem.source_line,
    )  # fmt: skip


def _yaml_files(paths: Iterable[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(p for p in path.rglob("*") if p.suffix in (".yaml", ".yml"))
        else:
            files.append(path)
    return files
