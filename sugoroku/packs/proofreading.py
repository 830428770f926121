"""The proofreader's round through a pack: read as strictly as for installing, and never kept."""

from datetime import date
from pathlib import Path

import msgspec

from sugoroku.content.checking import check_paths
from sugoroku.content.library import ContentFolders
from sugoroku.content.problems import ContentError, Problem, errors_of, shown
from sugoroku.packs.installing import examined, unpacked
from sugoroku.packs.manifest import PackError
from sugoroku.packs.reading import Pack, read_pack
from sugoroku.session.recorder import N_


def check_pack(path: Path, bundled: Path, today: date) -> list[Problem]:
    """All problems of a pack; those of its files are named `town.sugoroku/boards/town.yaml`.

    What cannot be installed has an error. A pack is only read: nothing in it is mended.
    """
    name = path.as_posix()
    try:
        pack = read_pack(path)
        problems = _of_files(pack, name, bundled, today)
        if not errors_of(problems):
            examined(pack, bundled)
    except PackError as fault:
        return [_of_pack(name, fault)]
    except ContentError as fault:  # only when the round above has missed it
        return [msgspec.structs.replace(p, file=f"{name}/{p.file}") for p in fault.problems]
    return problems


def _of_files(pack: Pack, name: str, bundled: Path, today: date) -> list[Problem]:
    """The files are laid out in a folder that nobody is told of."""
    with unpacked(pack) as folder:
        found = check_paths([folder], ContentFolders((folder, bundled)), today)
        place = folder.as_posix()
    return [
        msgspec.structs.replace(
            problem,
            file=problem.file.replace(place, name),
            values={key: value.replace(place, name) for key, value in problem.values.items()},
            edit=None,
        )
        for problem in found
    ]


def _of_pack(name: str, fault: PackError) -> Problem:
    return Problem(
        file=name,
        message_id=fault.message,
        fix_id=N_("Pack the edition once more with “sugoroku pack”, or ask who gave it to you."),
        values={key: shown(value) for key, value in fault.values.items()},
    )
