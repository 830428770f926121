"""Short sounds by cue. A game is complete without them: missing files or speakers are no fault."""

import logging
from typing import TYPE_CHECKING

from sugoroku.stage.assets import Assets

if TYPE_CHECKING:
    import pygame.mixer

log = logging.getLogger("sugoroku.stage")

CUES = (
    "tap", "die-roll", "die-land", *(f"step-{n}" for n in range(1, 7)),
    "quiz-open", "option-choose", "correct", "almost", "event-good", "event-bad",
    "jump-up", "jump-down", "skip", "fact", *(f"turn-change-{n}" for n in range(1, 7)),
    "bell-soon", "timer-last-5", "goal", "podium", "survey-tap", "undo", "pause-in",
    "pause-out", "error",
)  # fmt: skip
FOLDER = "sounds"
LOUDNESS = (0.0, 0.35, 0.9)
"""Of the volumes silent, soft, normal; 1 is what the file has."""


class Sounds:
    """`volume` (0 silent, 1 soft, 2) may be set at any time. The mixer is opened with the first
    sound that is wanted."""

    def __init__(self, assets: Assets, volume: int = 2) -> None:
        self._assets = assets
        self.volume = volume
        self._mixer_works: bool | None = None
        self.folder = ""
        """Of the edition: looked into first."""
        self._kept: dict[tuple[str, str], pygame.mixer.Sound | None] = {}

    def play(self, cue: str) -> None:
        """Start a cue and go on; never raises."""
        if not self.volume or self._mixer_works is False:
            return
        try:
            sound = self._sound(cue)
            if sound is not None:
                sound.set_volume(LOUDNESS[self.volume])
                sound.play()
        except Exception as fault:  # a broken sound driver must not stop a lesson
            log.warning("sound %r cannot be played: %s", cue, fault)
            self._kept[self.folder, cue] = None

    def _sound(self, cue: str) -> "pygame.mixer.Sound | None":
        key = (self.folder, cue)
        if key not in self._kept:
            self._kept[key] = None  # also when opening it fails
            folders = (self.folder, FOLDER) if self.folder else (FOLDER,)
            found = (
                self._assets.find(f"{folder}/{cue}.{end}")
                for folder in folders
                for end in ("ogg", "wav")
            )
            path = next((p for p in found if p is not None), None)
            if path is not None and self._open_mixer():
                import pygame.mixer

                self._kept[key] = pygame.mixer.Sound(str(path))
        return self._kept[key]

    def _open_mixer(self) -> bool:
        if self._mixer_works is None:
            try:
                import pygame.mixer

                if not pygame.mixer.get_init():
                    pygame.mixer.init(frequency=44_100, size=-16, channels=2, buffer=512)
                self._mixer_works = True
            except Exception as fault:  # no sound card, no driver, no mixer in this build
                log.warning("there is no sound: %s", fault)
                self._mixer_works = False
        return self._mixer_works
