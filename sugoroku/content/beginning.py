"""New files to begin with: a small edition that can be played, or one file of it.

They are made of the templates in `templates/LANGUAGE`. Nothing that is there is written over.
"""

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from string import Template

from sugoroku.content.formats import FORMATS
from sugoroku.content.library import ContentFolders
from sugoroku.content.pictures import check_path
from sugoroku.content.problems import N_, ContentError, Problem, shown
from sugoroku.content.slips import id_from

TEMPLATES = Path(__file__).resolve().parent / "templates"
LANGUAGES = ("en", "es", "ja")
"""Of the templates; for any other language English ones are taken."""
LONGEST_NAME = 40
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Za-z]{2,4})?")


def begin(
    kinds: Sequence[str], name: str, language: str, folder: Path, shipped: Path
) -> tuple[str, list[Path]]:
    """Write one file of each kind for the town (or whatever) `name` into `folder`.

    Returns the id made of the name, and the files. ContentError, and nothing written, when the
    name or language cannot be used, a file is there already here or among the `shipped` ones, or
    the folder cannot be written.
    """
    own = _id_of(name)
    if not _LANGUAGE.fullmatch(language):
        raise _refused(
            language,
            N_("“{given}” is not the code of a language."),
            N_("Write for example: ja, es, en, pt_BR."),
        )
    files = {kind: folder / FORMATS[kind].folder / f"{own}.yaml" for kind in kinds}
    for kind, path in files.items():
        _must_be_free(kind, own, path, shipped)
    whole = len(kinds) > 1
    texts = {
        path: beginning(kind, own, name, language, whole=whole) for kind, path in files.items()
    }
    return own, _write(texts)


def beginning(kind: str, own: str, name: str, language: str, *, whole: bool) -> str:
    """The text of a new file; `whole`: the other files of the edition are there too."""
    spoken = language.partition("_")[0]
    folder = TEMPLATES / (spoken if spoken in LANGUAGES else "en")
    template = Template((folder / f"{kind}.yaml").read_text(encoding="utf-8"))
    return template.substitute(
        id=own,
        place=json.dumps(" ".join(name.split()), ensure_ascii=False),
        language=language,
        off="" if whole else "# ",
    )


def _id_of(name: str) -> str:
    own = id_from(name)
    if not own or len(name) > LONGEST_NAME or not name.isprintable():
        raise _refused(
            name,
            N_("No name of a file can be made of “{given}”."),
            N_("Write it with letters a to z, for example: mytown."),
        )
    fault = check_path(own)
    if fault is not None:
        raise ContentError(
            [Problem(file=own, message_id=fault.message_id, fix_id=fault.fix_id,
                     values=fault.values)]
        )  # fmt: skip
    return own


def _must_be_free(kind: str, own: str, path: Path, shipped: Path) -> None:
    root = path.parents[FORMATS[kind].folder.count("/") + 1]
    there = ContentFolders((root,)).find(kind, own)
    if there is not None or path.is_symlink() or path.exists():
        raise _refused(
            (there or path).as_posix(),
            N_("{given} is there already; nothing was written."),
            N_("Choose another name, or open that file."),
        )
    if ContentFolders((shipped,)).find(kind, own) is not None:
        raise _refused(
            f"{own}.yaml",
            N_("A file {given} comes with the game, and yours would take its place."),
            N_("Choose another name."),
        )


def _write(texts: dict[Path, str]) -> list[Path]:
    """All of them or none."""
    done: list[Path] = []
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                done.append(path)
                file.write(text)
    except OSError as fault:
        for path in done:
            with suppress(OSError):
                path.unlink()
        raise ContentError(
            [Problem(
                file=str(fault.filename or next(iter(texts))),
                message_id=N_("The file cannot be written ({why})."),
                fix_id=N_("Name another folder with --folder."),
                values={"why": fault.strerror or str(fault)},
            )]
        ) from None  # fmt: skip
    return done


def _refused(given: str, message: str, fix: str) -> ContentError:
    values = {"given": shown(given)}
    return ContentError([Problem(file="", message_id=message, fix_id=fix, values=values)])
