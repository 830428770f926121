"""Where things lie: content and catalogues, the teacher's folder, cache and log.

Nothing is made here; who writes makes its folder.
"""

import sys
from pathlib import Path

APP = "climate-sugoroku"
PORTABLE = "sugoroku-data"
DOCUMENTS = "Climate Sugoroku"


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


def default_data_folder() -> Path:
    """`sugoroku-data` beside the program, where there is one; else a folder in the documents."""
    beside = _beside_program()
    if beside is not None and (beside / PORTABLE).is_dir():
        return beside / PORTABLE
    import platformdirs

    return Path(platformdirs.user_documents_dir()) / DOCUMENTS


def cache_folder() -> Path:
    """What can be made again."""
    import platformdirs

    return Path(platformdirs.user_cache_dir(APP, appauthor=False))


def log_folder() -> Path:
    """The program's own log, for who mends it."""
    import platformdirs

    return Path(platformdirs.user_log_dir(APP, appauthor=False))


def _beside_program() -> Path | None:
    """The folder of the executable, of the script, or of the package that was started."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    started = Path(sys.argv[0] if sys.argv else "").resolve()
    if not started.is_file():
        return None
    return started.parents[1] if started.name == "__main__.py" else started.parent
