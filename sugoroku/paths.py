"""Where things lie: content and catalogues, the teacher's folder, cache and log.

Nothing is made here; who writes makes its folder.
"""

import re
import sys
from pathlib import Path

from sugoroku.policy import FILE, Policy, read_policy

APP = "climate-sugoroku"
PORTABLE = "sugoroku-data"
DOCUMENTS = "Climate Sugoroku"
PACKS = "packs"
PACK_NAME = re.compile(
    r"([a-z0-9_-]{1,64})-((?:0|[1-9][0-9]{0,5})(?:\.(?:0|[1-9][0-9]{0,5})){0,3})"
)
"""Of the folder of an installed pack: the id of its edition, and its version."""


def bundled_root() -> Path:
    """The folder with `boards`, `quizzes`, `surveys`, `assets` and `locales`.

    In an installed wheel it is inside the package, in a frozen program what that has unpacked, in
    a source tree its root.
    """
    package = Path(__file__).resolve().parent
    bundled = package / "bundled"
    if bundled.is_dir():
        return bundled
    unpacked = getattr(sys, "_MEIPASS", None)
    return Path(unpacked) if unpacked else package.parent


def content_roots(data_folder: Path | None = None) -> tuple[Path, ...]:
    """Where content is looked for; the teacher's folder wins over what is bundled."""
    return (data_folder or default_data_folder(), bundled_root())


def packs_folder(data_folder: Path | None = None) -> Path:
    """Where packs are installed, each in a folder `ID-VERSION` laid out like a content root."""
    return (data_folder or default_data_folder()) / PACKS


def pack_folders(data_folder: Path | None = None) -> tuple[Path, ...]:
    """The installed packs by id, the newest version of each first; drafts are none of them."""
    folder = packs_folder(data_folder)
    try:
        found = [(named, path) for path in folder.iterdir() if (named := split_pack(path.name))]
    except OSError:
        return ()
    found.sort(key=lambda pair: pair[0][1], reverse=True)
    found.sort(key=lambda pair: pair[0][0])
    return tuple(path for _, path in found if path.is_dir())


def split_pack(name: str) -> tuple[str, tuple[int, ...]] | None:
    """Id and version of a pack's folder; None for a folder of another name."""
    named = PACK_NAME.fullmatch(name)
    return None if named is None else (named[1], tuple(int(n) for n in named[2].split(".")))


def locale_folders(data_folder: Path | None = None, pack: str = "") -> tuple[Path, ...]:
    """Where catalogues are looked for: those of the pack that is played come first, those of
    other packs last.
    """
    packs = pack_folders(data_folder)
    own = [folder for folder in packs if folder.name == pack]
    others = [folder for folder in packs if folder.name != pack]
    return tuple(root / "locales" for root in (*own, *content_roots(data_folder), *others))


def default_data_folder() -> Path:
    """What the policy beside the program says, else `sugoroku-data` beside the program, where there
    is one; else a folder in the documents.
    """
    beside = beside_program()
    ruled = read_policy(beside / FILE).data_folder if beside is not None else None
    if ruled is not None:
        return ruled
    portable = portable_folder()
    if portable is not None:
        return portable
    import platformdirs

    return Path(platformdirs.user_documents_dir()) / DOCUMENTS


def policy_of(data_folder: Path | None = None) -> Policy:
    """What the school's IT has set: beside the program, else in the data folder."""
    beside = beside_program()
    found = read_policy(beside / FILE) if beside is not None else Policy()
    return found if found.path else read_policy((data_folder or default_data_folder()) / FILE)


def portable_folder() -> Path | None:
    """`sugoroku-data` beside the program, if there is one: then nothing is kept elsewhere."""
    beside = beside_program()
    return beside / PORTABLE if beside is not None and (beside / PORTABLE).is_dir() else None


def cache_folder() -> Path:
    """What can be made again."""
    portable = portable_folder()
    if portable is not None:
        return portable / "cache"
    import platformdirs

    return Path(platformdirs.user_cache_dir(APP, appauthor=False))


def log_folder() -> Path:
    """The program's own log, for who mends it."""
    portable = portable_folder()
    if portable is not None:
        return portable / "log"
    import platformdirs

    return Path(platformdirs.user_log_dir(APP, appauthor=False))


def beside_program() -> Path | None:
    """The folder of the executable (on a Mac of the bundle that it is in), of the script, or of the
    package that was started.
    """
    if getattr(sys, "frozen", False):
        folder = Path(sys.executable).resolve().parent
        bundle = next((up for up in folder.parents if up.suffix == ".app"), None)
        return folder if bundle is None else bundle.parent
    started = Path(sys.argv[0] if sys.argv else "").resolve()
    if not started.is_file():
        return None
    return started.parents[1] if started.name == "__main__.py" else started.parent
