"""The proofreader's round: files and folders of any kind, each with what it refers to."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from sugoroku.content.formats import FORMATS
from sugoroku.content.library import ENDINGS, ContentFolders, Library, look_around
from sugoroku.content.problems import Problem, in_order
from sugoroku.model.board import Board


def check_paths(
    paths: Iterable[Path], folders: ContentFolders, today: date | None = None
) -> list[Problem]:
    """All problems, in order. `folders`: where else decks, pictures and so on may lie."""
    library = Library(folders, full_names=True)
    found: dict[tuple[str, int, int, str], Problem] = {}
    for path in files_in(paths):
        for problem in _problems_of(path, library, today):
            key = (os.path.realpath(problem.file), problem.line, problem.column, problem.what())
            found.setdefault(key, problem)
    return list(in_order(found.values()))


def _problems_of(path: Path, library: Library, today: date | None) -> Iterable[Problem]:
    file = library.open(path, kind_by_folder(path))
    if isinstance(file.content, Board):
        return library.proofread(path, today)[1]
    look_around(file, around(path, library.folders), today)
    return file.problems


def _real(path: Path) -> Path:
    """Without links; unlike `Path.resolve` it bears links in a circle."""
    return Path(os.path.realpath(path))


def kind_by_folder(path: Path) -> str:
    """The format that the file's folder asks for; "" for a folder of another name."""
    for kind, form in FORMATS.items():
        if _real(path).parent.as_posix().endswith(f"/{form.folder}"):
            return kind
    return ""


def around(path: Path, folders: ContentFolders) -> ContentFolders:
    """The folders, after the one whose subfolder the file lies in."""
    kind = kind_by_folder(path)
    root = _real(path).parents[FORMATS[kind].folder.count("/") + 1] if kind else path.parent
    return ContentFolders((root, *folders.folders))


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and all YAML files in the folders named."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, names, files in os.walk(path):
            names.sort()
            yield from (Path(folder, name) for name in sorted(files) if name.endswith(ENDINGS))
