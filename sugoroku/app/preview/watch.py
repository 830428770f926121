"""Notices that files were saved: looks at their times and sizes, which needs no other program."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from sugoroku.model.edition import Edition

Face = tuple[int, int, int] | None
"""When a file was written, its size and its number on the disk; None: it is not there."""

_POSES = ("happy", "neutral", "sad", "thinking")


class Watch:
    """Looks at files; `changed` compares with the last look."""

    def __init__(self) -> None:
        self._seen: dict[Path, Face] = {}

    def faces(self) -> dict[Path, Face]:
        """Of what is watched, as it is now: to be taken before the files are read."""
        return {path: _face(path) for path in self._seen}

    def look(self, paths: Iterable[Path], read: Mapping[Path, Face]) -> None:
        """From now on these are watched. `read`: their faces when they were read."""
        self._seen = {path: read[path] if path in read else _face(path) for path in paths}

    def changed(self, listing: Iterable[Path] = ()) -> set[Path]:
        """What has been saved, made or deleted since; files of `listing` not seen yet as well."""
        found = {path for path, face in self._seen.items() if _face(path) != face}
        return found | {path for path in listing if path not in self._seen}


def _face(path: Path) -> Face:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def pictures_of(editions: Iterable[Edition], folders: Sequence[Path]) -> set[Path]:
    """Where the pictures that authors named lie, or would lie."""
    names: set[str] = set()
    for edition in editions:
        theme = edition.theme
        drawn = [theme.backdrop, theme.goal, *(square.picture for square in edition.board.squares)]
        if theme.mascot:
            drawn += [f"{theme.mascot}-{pose}" for pose in _POSES]
        names.update(f"{name}.svg" for name in drawn if name)
        images = (question.image for question in edition.questions)
        names.update(image.file for image in images if image is not None)
    return {folder / name for folder in folders for name in names}
