"""Opens the window (or none) and lets the loop run a lesson. Returns exit statuses."""

import logging
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

import msgspec

from sugoroku import paths
from sugoroku.app.house import House
from sugoroku.app.lesson import Lesson
from sugoroku.app.packing import words
from sugoroku.settings import Settings
from sugoroku.stage.assets import Assets
from sugoroku.stage.loop import Loop, NoDisplay
from sugoroku.stage.sounds import Sounds

log = logging.getLogger("sugoroku")

MOST_TOLD = 3
"""Mistakes of the school's file on one page."""


class _Log(RotatingFileHandler):
    """Two programs may write it: where the other has it open, it is put away another time. Where
    it cannot be written at all, as on a stick that is protected, nothing is said."""

    def rotate(self, source: str, dest: str) -> None:
        with suppress(OSError):
            super().rotate(source, dest)

    def handleError(self, record: logging.LogRecord) -> None:
        """Never on stderr."""


def start_log() -> None:
    """A small rotating file in the user's log folder; without one the game goes on."""
    try:
        folder = paths.log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = _Log(
            folder / "sugoroku.log", maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def has_display() -> bool:
    if os.environ.get("SDL_VIDEODRIVER") in ("dummy", "offscreen"):
        return False
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def _open(settings: Settings, *, autoplay: bool = False) -> tuple[House, Loop]:
    """The house and an open window; NoDisplay when there is none."""
    start_log()
    house = House(settings)
    assets = Assets(house.asset_roots(), house.packs_folder())
    loop = Loop(assets, step_ms=40.0 if autoplay else None)
    size = settings.size or ((1280, 720) if not autoplay else (1920, 1080))
    loop.open_window(
        size, settings.windowed or autoplay, "Climate Sugoroku", assets.icon(), settings.display
    )
    house.sounds = Sounds(assets, 0 if autoplay else house.settings.volume)
    return house, loop


def _without_display() -> int:
    print(
        "There is no display here. `sugoroku play --autoplay` plays a whole lesson without one.",
        file=sys.stderr,
    )
    return 2


def play(settings: Settings, edition: str | None) -> int:
    """Run until the window is closed. 0 good, 1 bad content, 2 no display."""
    return _run(settings, lambda lesson: _begin(lesson, edition))


def resume(settings: Settings, session: Path | None) -> int:
    """Go on with the last unfinished lesson, or the one in the folder `session`."""

    def begin(lesson: Lesson) -> int:
        unfinished = lesson.house.unfinished()
        folder = session or (unfinished[0].path if unfinished else None)
        if folder is None:
            print("There is no unfinished game.", file=sys.stderr)
            return 1
        lesson.resume(folder)
        return 0

    return _run(settings, begin)


def _run(settings: Settings, begin: Callable[[Lesson], int]) -> int:
    if not has_display():
        return _without_display()
    if settings.data_folder is not None and "data_folder" in paths.policy_of().locked:
        settings = msgspec.structs.replace(settings, data_folder=None)
    try:
        house, loop = _open(settings)
    except NoDisplay as reason:
        log.error("no display: %s", reason)
        return _without_display()
    lesson = Lesson(house, house.context(loop.now_ms))
    status = begin(lesson)
    if status == 0:
        _tell_first(lesson)
        loop.run(lesson)
    return status


def _tell_first(lesson: Lesson) -> None:
    """What is wrong with the program's folder and the school's file; then on as begun."""
    from sugoroku.app import wholeness

    tr = lesson.context.tr
    broken = wholeness.damages()
    for damage in broken:
        log.error("%s is %s", damage.file, damage.what)
    mistakes = lesson.house.policy_mistakes(tr)
    for mistake in mistakes:
        log.warning("%s: %s", lesson.house.policy.path, mistake)
    calm = tr("The game can be played all the same.")
    for first in reversed(range(0, len(mistakes), MOST_TOLD)):
        lines = (*mistakes[first : first + MOST_TOLD], calm)
        _say_before(lesson, tr("In sugoroku.toml something is to be mended"), lines)
    if broken and wholeness.hides_words(broken):
        from sugoroku.stage.machine import message_box

        wholeness.tell_at_start(broken, tr, message_box if has_display() else None)
    elif broken:
        title = tr("The program's folder is not whole")
        _say_before(lesson, title, wholeness.in_words(broken, tr))


def _say_before(lesson: Lesson, title: str, lines: tuple[str, ...]) -> None:
    scene = lesson.scene
    lesson.say(title, lines, lambda: lesson.show(scene), None)


def _begin(lesson: Lesson, edition: str | None) -> int:
    if edition is None:
        lesson.show_title()
        return 0
    key = _key_of(lesson.house, edition)
    if key is None:
        return 2
    lesson.choose_edition(key)
    return 0


def _key_of(house: House, edition: str) -> str | None:
    """None when there is no such edition, which is told."""
    key = house.content.key_of(edition)
    if key is None:
        known = ", ".join(house.edition_keys())
        tr = words("")
        print(
            tr("There is no edition “{name}”.", name=edition),
            tr("There are: {names}.", names=known),
            file=sys.stderr,
        )
    return key


def autoplay(
    settings: Settings, edition: str | None, pictures: Path | None, pupils: int | None = None
) -> int:
    """A whole lesson by itself. 0 good, 1 when it could not be finished, 2 a bad call."""
    from sugoroku.app.autoplay import PUPILS, AutoPlayer

    if not has_display():
        os.environ["SDL_VIDEODRIVER"] = "dummy"
        os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    if edition and _key_of(House(settings), edition) is None:
        return 2  # before any folder is made
    if settings.data_folder is None:  # it must not lie among the lessons of a class
        folder = Path(tempfile.mkdtemp(prefix="sugoroku-autoplay-"))
        settings = msgspec.structs.replace(settings, data_folder=folder)
    house, loop = _open(settings, autoplay=True)
    lesson = Lesson(house, house.context(loop.now_ms))
    reason = house.folder_trouble(lesson.context.tr)
    if reason is not None:
        print(f"{house.data_folder}: {reason}", file=sys.stderr)
        return 1
    status = _begin(lesson, edition or next(iter(house.edition_keys()), ""))
    if status != 0:
        return status
    player = AutoPlayer(lesson, loop, settings.seed or 0, pictures, pupils or PUPILS)
    return player.play()


def first_frame(settings: Settings) -> int:
    """Show the title once and stop: what `benchmarks/bench_start.py` measures."""
    house, loop = _open(settings)
    lesson = Lesson(house, house.context(loop.now_ms))
    lesson.show_title()
    loop.direct(lesson)
    loop.frame()
    return 0
