"""The languages of the program, each told in its own words."""

from dataclasses import dataclass


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
