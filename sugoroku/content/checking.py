"""The proofreader's round: files and folders of any kind, each with what it refers to."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from sugoroku.content.formats import FORMATS
from sugoroku.content.library import ENDINGS, ContentFolders, Library, look_around
from sugoroku.content.mending import Mended, mend_file
from sugoroku.content.problems import N_, Problem, in_order
from sugoroku.model.board import Board


def check_paths(
    paths: Iterable[Path], folders: ContentFolders, today: date | None = None
) -> list[Problem]:
    """All problems, in order. `folders`: where else decks, pictures and so on may lie."""
    library = Library(folders, full_names=True)
    found: dict[tuple[str, int, int, str], Problem] = {}
    for path in paths:
        problems = _problems_of_folder(path) if path.is_dir() else []
        for file in files_in([path]):
            problems.extend(_problems_of(file, library, today))
        for problem in problems:
            key = (os.path.realpath(problem.file), problem.line, problem.column, problem.what())
            found.setdefault(key, problem)
    return list(in_order(found.values()))


def mend_paths(paths: Iterable[Path]) -> tuple[list[Mended], list[Problem]]:
    """Mend what is sure in the files named, and in the folders named: what was done, and what
    could not be.
    """
    done: list[Mended] = []
    problems: list[Problem] = []
    for path in dict.fromkeys(files_in(paths)):
        mended, troubles = mend_file(path, path.as_posix(), kind_by_folder(path))
        done += [mended] if mended else []
        problems += troubles
    return done, problems


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


def _problems_of_folder(folder: Path) -> list[Problem]:
    """Files that are not read because of their names, and folders with nothing to read."""
    found = [
        Problem(
            file=path.as_posix(),
            severity="warning",
            message_id=N_("This file is not read: its name ends in {ending}."),
            fix_id=N_("Call it {name}. Some systems hide the last ending of a name."),
            values={"ending": "".join(path.suffixes[-2:]), "name": path.stem},
        )
        for path in _all_files(folder)
        if path.suffix.lower() == ".txt" and path.stem.lower().endswith(ENDINGS)
    ]
    if not found and next(files_in([folder]), None) is None:
        found.append(
            Problem(
                file=folder.as_posix(),
                severity="warning",
                message_id=N_("There is no board, deck, survey or theme in this folder."),
                fix_id=N_("Name the folder above boards and quizzes, or a file (NAME.yaml)."),
            )
        )
    return found


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and all YAML files in the folders named."""
    for path in paths:
        if path.is_dir():
            yield from (file for file in _all_files(path) if file.name.endswith(ENDINGS))
        else:
            yield path


def _all_files(folder: Path) -> Iterator[Path]:
    """In order; folders that editors and version control hide are left out."""
    for place, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(files))
