"""How the teacher likes the program to show itself: kept in the data folder from lesson to lesson.

A file that is missing, broken or cannot be written is no fault: then the settings are as shipped.
"""

import logging
from pathlib import Path

import msgspec

from sugoroku.records import disk
from sugoroku.settings import Settings

log = logging.getLogger("sugoroku.app")

FILE = "preferences.json"
KEPT = ("furigana", "volume", "motion", "text", "contrast", "stopwatch", "voice")
"""Settings of the room and the class; the others belong to one start of the program."""


def remembered(settings: Settings, folder: Path) -> Settings:
    """`settings` with what was kept in `folder`."""
    try:
        kept = msgspec.json.decode((folder / FILE).read_bytes(), type=dict[str, object])
        known = {name: value for name, value in kept.items() if name in KEPT}
        wanted = msgspec.structs.asdict(settings) | known
        return msgspec.convert(wanted, Settings, strict=True)
    except FileNotFoundError:
        return settings
    except (OSError, ValueError, TypeError) as fault:
        log.warning("the preferences cannot be read: %s", fault)
        return settings


def remember(settings: Settings, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = {name: getattr(settings, name) for name in KEPT}
        data = msgspec.json.format(msgspec.json.encode(kept))
        disk.replace_file(folder / FILE, data, shared=True)
    except OSError as fault:
        log.warning("the preferences cannot be kept: %s", fault)
