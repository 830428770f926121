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
    LanguageName("ja", "にほんご", "にほんごで あそぶ", ruby=True),
    LanguageName("es", "Español", "Jugar en español"),
    LanguageName("en", "English", "Play in English"),
)


def language_named(code: str) -> LanguageName:
    """The language with this code, or the code itself as a name."""
    for language in LANGUAGES:
        if language.code == code:
            return language
    return LanguageName(code, code, code)


def spoken_languages(folders: Iterable[Path]) -> tuple[str, ...]:
    """Codes: those of `LANGUAGES`, then others that have a folder among the catalogues."""
    found = [language.code for language in LANGUAGES]
    for folder in folders:
        if folder.is_dir():
            names = (entry.name for entry in folder.iterdir() if (entry / "LC_MESSAGES").is_dir())
            found += sorted(set(names) - set(found))
    return tuple(found)
