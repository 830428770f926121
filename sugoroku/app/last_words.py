"""A program that cannot even start says why, and how to get it again, without a traceback.

At its top it imports nothing of the program: anything may be what is missing.
"""

import logging
import os
import sys

log = logging.getLogger("sugoroku")

TITLE = "Climate Sugoroku"
WORDS = {
    "ja": "プログラムのフォルダーが、こわれているか、足りません。"
    "zip をもう一度、全部展開してください。結果は残っています。",
    "es": "La carpeta del programa está dañada o incompleta. Descomprima otra vez el zip completo."
    " Los resultados siguen guardados.",
    "en": "The program's folder is damaged or incomplete. Unpack the whole zip again."
    " The results are safe.",
}
"""Here and not in the catalogues, which may be what is missing."""


def is_ours(fault: BaseException) -> bool:
    """Whether a part of the program is missing or broken, and not something else wrong."""
    if isinstance(fault, ImportError):
        return True
    from sugoroku import paths

    name = getattr(fault, "filename", None)
    root = str(paths.bundled_root())
    return isinstance(fault, OSError) and isinstance(name, str) and name.startswith(root)


def tell(fault: BaseException) -> int:
    """Say it on stderr, in the log and in a box of the system; the exit status."""
    if log.handlers:  # else it would go to stderr, where people read
        log.error("the program cannot go on", exc_info=fault)
    file = getattr(fault, "filename", None) or getattr(fault, "path", None)
    what = str(file or getattr(fault, "name", None) or fault)
    lines = [what, "", *WORDS.values()]
    if sys.stderr is not None:
        print("\n".join(lines), file=sys.stderr)
    _box("\n".join(lines))
    return 70


def _box(text: str) -> None:
    if os.environ.get("SDL_VIDEODRIVER") in ("dummy", "offscreen"):
        return
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, TITLE, 0x30)
    elif sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        try:
            from sugoroku.stage.machine import message_box
        except ImportError:
            return
        message_box(TITLE, text)
