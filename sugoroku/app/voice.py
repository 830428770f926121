"""Reads questions aloud through the system's own speech. Without it, nothing happens."""

import logging
import queue
import threading
from importlib.util import find_spec

log = logging.getLogger("sugoroku.app")


class Voice:
    """Speaks in a thread of its own: the stage never waits for it. Never raises."""

    def __init__(self) -> None:
        self._said: queue.Queue[tuple[str, str] | None] = queue.Queue()
        self._thread: threading.Thread | None = None

    @property
    def available(self) -> bool:
        """The library for speech is installed (the extra `voice`)."""
        return find_spec("pyttsx3") is not None

    def say(self, text: str, language: str) -> None:
        """Begin to say a text; what waits to be said is dropped."""
        while not self._said.empty():
            self._said.get_nowait()
        if self._thread is None:
            self._thread = threading.Thread(target=self._speak, name="voice", daemon=True)
            self._thread.start()
        self._said.put((text, language))

    def _speak(self) -> None:
        try:
            import pyttsx3

            engine = pyttsx3.init()
            voices = list(engine.getProperty("voices") or ())
        except Exception as fault:  # no speech on this computer, or it is broken
            log.warning("there is no voice: %s", fault)
            return
        while (said := self._said.get()) is not None:
            text, language = said
            fitting = next((v for v in voices if _speaks(v, language)), None)
            if fitting is None:
                log.warning("no voice speaks %s", language)
                continue
            try:
                engine.setProperty("voice", fitting.id)
                engine.say(text)
                engine.runAndWait()
            except Exception as fault:
                log.warning("the voice failed: %s", fault)


def _speaks(voice: object, language: str) -> bool:
    """SAPI, NSSpeech and eSpeak name languages in different ways."""
    names = {"ja": "japan", "es": "spanish", "en": "english"}
    told = [str(getattr(voice, "id", "")), str(getattr(voice, "name", ""))]
    told += [
        code.decode("ascii", "ignore") if isinstance(code, bytes) else str(code)
        for code in getattr(voice, "languages", None) or ()
    ]
    parts = " ".join(told).lower().replace("_", "-").replace("\x05", " ").replace("/", " ")
    words = parts.replace(".", " ").split()
    return names.get(language, language) in parts or any(
        word == language or word.startswith(f"{language}-") for word in words
    )
