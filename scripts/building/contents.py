"""What goes into the built program. Asked by build.spec, so that nothing is listed by hand."""

import json
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from sugoroku.i18n import catalogues

File = tuple[str, str]
"""A file on the disk, and the folder in the program that it goes to."""
Entry = tuple[str, str, str]
"""As PyInstaller lists files: the name in the program, the file on the disk, the kind."""

FOLDER = "climate-sugoroku"
WINDOWED, CONSOLE = "sugoroku", "sugoroku-cli"
SOURCES_ONLY = {".po", ".pot", ".ico", ".icns"}
"""Kinds of content that are made into something else before the program reads it."""

NOT_NEEDED = [
    # of other people's work with tables and tests
    *("numpy", "pandas", "pyarrow", "duckdb", "pytest", "_pytest", "hypothesis", "mypy", "PIL"),
    *("setuptools", "pkg_resources", "pip", "pyttsx3"),
    # what our libraries could do besides
    *(
        "pygments",
        "markdown_it",
        "lxml",
        "cairosvg",
        "markdown",
        "email_validator",
        "IPython",
        "attr",
        "attrs",
    ),
    # of pygame
    *("pygame._camera", "pygame.camera", "pygame.docs", "pygame.examples", "pygame.tests"),
    *("pygame.midi", "pygame.pypm", "pygame._freetype", "pygame.freetype", "pygame.ftfont"),
    *("pygame.gfxdraw", "pygame.sndarray", "pygame.surfarray"),
    *("pygame._sdl2.audio", "pygame._sdl2.mixer", "pygame._sdl2.video", "pygame._sdl2.sdl2"),
    *("pygame._sdl2.controller", "pygame._sdl2.controller_old", "pygame._sdl2.touch"),
    # of Python: no other windows, no debugger, nothing that speaks with a network
    *("tkinter", "turtle", "idlelib", "ensurepip", "pdb", "doctest", "unittest", "pydoc"),
    *("lib2to3", "xmlrpc", "ftplib", "smtplib", "imaplib", "http.server", "_ssl", "ssl"),
    *("multiprocessing", "_multiprocessing", "_pydecimal", "pydoc_data"),
    "_hashlib",  # the same sums are in Python itself, without the library behind it
]
UNUSED_LIBRARIES = (
    # On Windows, SDL looks for them when such a file comes; the game has SVG, PNG, JPEG and WAV.
    *("libtiff-", "libwebp-", "libwebpdemux-", "libxmp", "libwavpack-", "libopus-", "libopusfile-"),
    *("libogg-", "portmidi.dll", "freetype.dll"),
)
REGIONS = {"root", "es_419", "es_CL"}
"""Of Babel: Spanish dates are those of Chile, which are what differs from Latin America's."""


def content_folders(root: Path) -> list[str]:
    """Names of the folders that a wheel carries too: boards, quizzes, …, catalogues."""
    told = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    return list(told["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"])


def modules(root: Path) -> list[str]:
    """All our modules by name; most are imported only on use, where PyInstaller cannot see it."""
    found = []
    for path in sorted((root / "sugoroku").rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return found


def data(root: Path, work: Path) -> list[File]:
    """Content, catalogues (compiled here), what lies between our modules, our licences.

    `work` takes the messages of the program, which translators' commands else read in its source.
    """
    catalogues.compile_all(root / "locales")
    package = root / "sugoroku"
    messages = catalogues.interface_messages(package)
    template = catalogues.write_template(work / catalogues.TEMPLATE, "sugoroku", messages)
    lines = template.read_text("utf-8").splitlines(keepends=True)
    undated = [line for line in lines if not line.startswith('"POT-Creation-Date')]
    template.write_text("".join(undated), "utf-8", newline="\n")  # each time the same
    made = (str(template), "sugoroku/i18n")
    return sorted([*_content(root), *_between_modules(root), *_licences(root), made])


def _content(root: Path) -> Iterator[File]:
    for name in content_folders(root):
        for path in (root / name).rglob("*"):
            if path.suffix == ".mo" and not path.with_suffix(".po").is_file():
                continue  # left from a catalogue that is no more
            if path.is_file() and path.suffix not in SOURCES_ONLY and not _hidden(path, root):
                yield str(path), path.parent.relative_to(root).as_posix()


def _between_modules(root: Path) -> Iterator[File]:
    for path in (root / "sugoroku").rglob("*"):
        ours = path.suffix not in (".py", ".pyc") and "bundled" not in path.parts
        if path.is_file() and ours and not _hidden(path, root):
            yield str(path), path.parent.relative_to(root).as_posix()


def _licences(root: Path) -> Iterator[File]:
    for path in (root / "LICENSE", root / "ATTRIBUTIONS.md"):
        yield str(path), "."
    for path in (root / "LICENSES").iterdir():
        yield str(path), "LICENSES"


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith((".", "__pycache__")) for part in path.relative_to(root).parts)


def languages(root: Path) -> set[str]:
    """Codes of the languages that there are catalogues of."""
    return {path.name for path in (root / "locales").iterdir() if (path / "LC_MESSAGES").is_dir()}


def kept(entries: Iterable[Entry], spoken: set[str]) -> list[Entry]:
    """Without what nothing of ours uses."""
    return [entry for entry in entries if _used(PurePath(entry[0]), entry[2], spoken)]


def _used(name: PurePath, kind: str, spoken: set[str]) -> bool:
    if kind == "SYMLINK" and ".so" in name.name:
        return False  # pygame finds its own libraries; a stick cannot hold links
    if name.name.startswith(UNUSED_LIBRARIES) and name.suffix == ".dll":
        return False
    if "locale-data" in name.parts:  # of Babel's thousand, those of the languages spoken here
        return name.stem in spoken | REGIONS
    if name.suffix in (".pyi", ".typed"):
        return False
    return not {"docs", "examples", "tests"} & set(name.parts[1:2]) or name.parts[0] != "pygame"


def listed(groups: Iterable[Iterable[Entry]]) -> str:
    """JSON: every file and module inside with the file it came from, for the bill of materials."""
    parts = {(name, source) for group in groups for name, source, _ in group if source}
    return json.dumps(sorted(parts), indent=0)
