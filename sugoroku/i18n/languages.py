"""The languages of the program, each told in its own words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LanguageName:
    """`invitation` asks to play in this language; `ruby` tells whether furigana makes sense."""

    code: str
    own_name: str
    invitation: str
    ruby: bool = False


LANGUAGES = (
    LanguageName("ja", "にほんご", "にほんごであそぶ", ruby=True),
    LanguageName("es", "Español", "Jugar en español"),
    LanguageName("en", "English", "Play in English"),
)


def language_named(code: str) -> LanguageName:
    """The language with this code; of others, the name that they have for themselves."""
    for language in LANGUAGES:
        if language.code == code:
            return language
    from babel.core import Locale, UnknownLocaleError  # slow to import, seldom needed

    try:
        own = (Locale.parse(code).get_display_name(code) or code).capitalize()
    except (UnknownLocaleError, ValueError):
        own = code
    return LanguageName(code, own, own)


def spoken_languages(folders: Iterable[Path]) -> tuple[str, ...]:
    """Codes: those of `LANGUAGES`, then others that have a folder among the catalogues."""
    return _known(folders, lambda _: True)


def class_languages(folders: Iterable[Path]) -> tuple[str, ...]:
    """As `spoken_languages`, but only those in which there is content too: a class that goes
    through the languages is not to find questions of another one between German buttons."""
    return _known(folders, lambda files: any(f.stem != "sugoroku" for f in files.glob("*.[mp]o")))


def _known(folders: Iterable[Path], fits: Callable[[Path], bool]) -> tuple[str, ...]:
    found = [language.code for language in LANGUAGES]
    for folder in folders:
        inner = sorted(folder.glob("*/LC_MESSAGES")) if folder.is_dir() else []
        names = dict.fromkeys(files.parent.name for files in inner if fits(files))
        found += [name for name in names if name not in found]
    return tuple(found)


def computers_language() -> str:
    """The computer's language if it is one of `LANGUAGES`, else English.

    Windows writes it in English: `Spanish_Chile`.
    """
    import locale

    code = (locale.getlocale()[0] or "").lower()
    english = {"japanese": "ja", "spanish": "es"}
    code = next((short for name, short in english.items() if code.startswith(name)), code)
    return next((one.code for one in LANGUAGES if code.split("_")[0] == one.code), "en")
