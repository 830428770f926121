"""The languages of the program, each told in its own words."""

from collections.abc import Iterable
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
    found = [language.code for language in LANGUAGES]
    for folder in folders:
        if folder.is_dir():
            names = (entry.name for entry in folder.iterdir() if (entry / "LC_MESSAGES").is_dir())
            found += sorted(set(names) - set(found))
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
