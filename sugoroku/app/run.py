"""Opens the window (or none) and lets the loop run a lesson. Returns exit statuses."""

import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from sugoroku import paths
from sugoroku.app.house import House
from sugoroku.app.lesson import Lesson
from sugoroku.settings import Settings
from sugoroku.stage.assets import Assets
from sugoroku.stage.loop import Loop, NoDisplay
from sugoroku.stage.scene import Context
from sugoroku.stage.sounds import Sounds

log = logging.getLogger("sugoroku")


def start_log() -> None:
    """A small rotating file in the user's log folder; without one the game goes on."""
    try:
        folder = paths.log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "sugoroku.log", maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def _lesson(settings: Settings, loop: Loop, house: House, assets: Assets) -> Lesson:
    lesson = Lesson(house, house.context(Sounds(assets, enabled=settings.sound), loop.now_ms))
    loop.direct(lesson)
    return lesson


def _has_display() -> bool:
    if os.environ.get("SDL_VIDEODRIVER") in ("dummy", "offscreen"):
        return False
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True
