"""Whether everything that a lesson needs is here and works: for an installed or a built program.

Nothing is seen or heard, and nothing is kept but in the folder that is given.
"""

import gettext
import logging
import os
import pkgutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter

from sugoroku import paths
from sugoroku.app.house import House, replayed
from sugoroku.app.lesson import Lesson
from sugoroku.app.reporting import write_report
from sugoroku.app.walk import screens, seldom_seen
from sugoroku.app.wholeness import SUMS, damages
from sugoroku.i18n.translator import INTERFACE, N_, without_furigana
from sugoroku.records.made_files import MADE
from sugoroku.settings import Settings
from sugoroku.stage import scenes
from sugoroku.stage.assets import FONTS, Assets
from sugoroku.stage.loop import Loop
from sugoroku.stage.sounds import CUES, FOLDER, Sounds

SIZE = (1024, 768)
"""Of an old projector."""
PARTS = {
    "commands": N_("commands"),
    "files": N_("files"),
    "catalogues": N_("translations"),
    "fonts": N_("fonts"),
    "pictures": N_("pictures"),
    "sounds": N_("sounds"),
    "edition": N_("edition"),
    "screens": N_("screens"),
    "session": N_("results"),
    "report": N_("report"),
}
SMALL = 96


class Fault(Exception):
    """Something is missing or broken, in plain words."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`part` is one of `PARTS`; `count` what was looked at; without `faults` it is good."""

    part: str
    about: str
    count: int
    faults: tuple[str, ...]
    seconds: float

    @property
    def good(self) -> bool:
        return not self.faults


def self_check(folder: Path) -> Iterator[Finding]:
    """Look at everything; what is written goes to the empty `folder`. Never raises for a fault."""
    os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
    if getattr(sys, "frozen", False):
        yield _look("files", SUMS, _files)
    house = House(Settings(data_folder=folder / "data"), folder / "cache")
    assets = Assets(house.asset_roots())
    loop = Loop(assets, step_ms=40.0)
    loop.open_window(SIZE)
    languages = house.languages()
    for language in languages:
        yield _look("catalogues", language, partial(_catalogues, language))
    for face in FONTS:
        yield _look("fonts", face, partial(_glyphs, assets, face, languages))
    yield _look("pictures", "SVG", partial(_pictures, assets))
    yield _look("sounds", "WAV", partial(_sounds, assets))
    ids = house.edition_keys()
    for edition in ids:
        yield _look("edition", edition, partial(_edition, house, edition))
    for language, edition in _pairs(languages, house):
        yield from _lesson(folder, loop, language, edition)


def _pairs(languages: tuple[str, ...], house: House) -> list[tuple[str, str]]:
    """Every language and every edition at least once; an edition in its own language first."""
    editions = house.editions()
    pairs = [(entry.language, entry.key) for entry in editions]
    missing = [code for code in languages if code not in {language for language, _ in pairs}]
    return pairs + [(code, editions[i % len(editions)].key) for i, code in enumerate(missing)]


def _look(part: str, about: str, work: Callable[[], int]) -> Finding:
    """Do `work`, which returns how much it looked at; what it raises or logs is a fault."""
    began, count = perf_counter(), 0
    with _heard() as faults:
        try:
            count = work()
        except Fault as fault:
            faults.append(str(fault))
        except Exception as fault:  # whatever it is: the next part is looked at
            faults.append(f"{type(fault).__name__}: {fault}")
    return Finding(part, about, count, tuple(faults), perf_counter() - began)


@contextmanager
def _heard() -> Iterator[list[str]]:
    """What the program writes to its log as a warning or worse."""
    found: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            fault = record.exc_info[1] if record.exc_info else None
            found.append(record.getMessage() + (f": {fault!r}" if fault else ""))

    ear, log = Ear(logging.WARNING), logging.getLogger("sugoroku")
    log.addHandler(ear)
    try:
        yield found
    finally:
        log.removeHandler(ear)


# ------------------------------------------------------------------ what there is


def _files() -> int:
    """Those of a built program, by the sums that came with it."""
    beside = paths.beside_program()
    sums = None if beside is None else beside / SUMS
    if sums is None or not sums.is_file():
        if sys.platform == "darwin":
            return 0  # the bundle was taken out of its folder, as one does there
        raise Fault(SUMS)
    found = damages(thorough=True)
    if found:
        raise Fault(", ".join(f"{damage.file} ({damage.what})" for damage in found))
    return len(sums.read_text("utf-8").splitlines())


def _texts(language: str) -> dict[str, dict[object, str]]:
    """The catalogues of a language by name."""
    folder = paths.bundled_root() / "locales" / language / "LC_MESSAGES"
    found = {}
    for path in sorted(folder.glob("*.mo")):
        with path.open("rb") as file:
            found[path.stem] = vars(gettext.GNUTranslations(file))["_catalog"]
    return found


def _catalogues(language: str) -> int:
    found = _texts(language)
    if INTERFACE not in found and language != "en":  # in which the program is written
        raise Fault(f"locales/{language}/LC_MESSAGES/{INTERFACE}.mo")
    return sum(len(texts) for texts in found.values())


def _glyphs(assets: Assets, face: str, languages: tuple[str, ...]) -> int:
    texts = [t for of in languages for texts in _texts(of).values() for k, t in texts.items() if k]
    signs = {sign for text in texts for sign in without_furigana(text) if sign.isprintable()}
    font = assets.font(face, 40)
    missing = [sign for sign in sorted(signs) if font.metrics(sign) in ([None], [])]
    if missing:
        raise Fault(f"{FONTS[face]}: {' '.join(missing)}")
    return len(signs)


def _pictures(assets: Assets) -> int:
    root = paths.bundled_root() / "assets"
    found = [path.relative_to(root) for path in sorted(root.rglob("*.svg"))]
    for path in found:
        assets.picture(path.with_suffix("").as_posix(), SMALL, SMALL)
    if not found:
        raise Fault("assets")
    return len(found)


def _sounds(assets: Assets) -> int:
    sounds = Sounds(assets)
    for cue in CUES:
        if assets.find(f"{FOLDER}/{cue}.wav") is None:
            raise Fault(f"assets/{FOLDER}/{cue}.wav")
        sounds.play(cue)
    return len(CUES)


def _edition(house: House, key: str) -> int:
    edition, faults = house.load(key, house.translator("en", {}))
    if edition is None:
        raise Fault("; ".join(f"{fault.place}: {fault.what}" for fault in faults))
    return len(edition.questions)


# ------------------------------------------------------------------ what it does


def _lesson(folder: Path, loop: Loop, language: str, edition: str) -> Iterator[Finding]:
    """A short lesson: its screens, what it leaves on the disk, the page about it."""
    about = f"{edition} {language}"
    settings = Settings(data_folder=folder / f"{edition}-{language}", language=language, seed=7)
    house = House(settings, folder / "cache")
    house.sounds = Sounds(loop.assets, volume=0)
    lesson = Lesson(house, house.context(loop.now_ms))
    loop.direct(lesson)
    yield _look("screens", about, partial(_screens, lesson, loop, edition))
    played = [path.parent for path in house.data_folder.glob("sessions/*/journal.jsonl")]
    yield _look("session", about, partial(_session, house, played))
    yield _look("report", about, partial(_report, house, played, language))


def _screens(lesson: Lesson, loop: Loop, edition: str) -> int:
    seen: set[str] = set()
    count = 0
    for steps in (screens(lesson, loop, edition), seldom_seen(lesson, loop)):
        for _ in steps:
            seen.add(type(lesson.scene).__module__)
            count += 1
    kinds = {f"{scenes.__name__}.{module.name}" for module in pkgutil.iter_modules(scenes.__path__)}
    if kinds - seen:
        raise Fault(f"not drawn: {', '.join(sorted(kinds - seen))}")
    return count


def _session(house: House, played: list[Path]) -> int:
    """Read back what the lesson wrote."""
    tr = house.translator("en", {})
    steps = 0
    for folder in played:
        missing = [name for name in MADE if not (folder / name).is_file()]
        if missing:
            raise Fault(f"{folder.name}: {', '.join(missing)}")
        steps, differences = replayed(folder)
        if differences:
            raise Fault(f"{folder.name}: {differences[0]}")
        records, trouble = house.resume(folder, tr)
        if records is None:
            raise Fault(f"{folder.name}: {trouble}")
        records.close()
    if not steps:
        raise Fault(str(house.data_folder))
    return steps


def _report(house: House, played: list[Path], language: str) -> int:
    page = house.data_folder / "report.html"
    write_report(house, played, page, house.translator(language, {}))
    return page.stat().st_size


def surroundings() -> dict[str, str | bool]:
    """What the check ran in."""
    import platform

    return {
        "python": platform.python_version(),
        "system": platform.platform(),
        "program": sys.executable,
        "built": bool(getattr(sys, "frozen", False)),
    }
