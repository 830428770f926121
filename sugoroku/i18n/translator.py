"""Looks messages up in the class's language, falling back to the language they were written in."""

import copy
import functools
import gettext
import logging
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sugoroku.model.text import Text

if TYPE_CHECKING:
    from babel.core import Locale

log = logging.getLogger("sugoroku.i18n")

INTERFACE = "sugoroku"
"""The domain of the program's own messages, written in English in the code."""

_RUBY = re.compile(r"｜([^《｜]*)《[^》]*》|《[^》]*》")


def N_(message: str) -> str:
    """Marks a message for the catalogues without translating it."""
    return message


def without_furigana(text: str) -> str:
    """The text without its readings: `漢字《かんじ》` becomes `漢字`."""
    return _RUBY.sub(lambda match: match[1] or "", text) if "《" in text else text


class Translator:
    """Texts in one language. Calling it translates a message of the program itself.

    Of the catalogues in `folders` the first one that has a text says it. `origins` maps the domain
    of each author's file to the language it is written in. A missing or broken catalogue is no
    fault: the message stays as written.
    """

    def __init__(
        self, language: str, folders: Sequence[Path], origins: Mapping[str, str] | None = None
    ) -> None:
        self.language = language
        self._folders = tuple(folders)
        self._origins = dict(origins or {})
        self._catalogues: dict[str, gettext.NullTranslations] = {}
        self._looked_up: dict[Text, str] = {}

    def switched(self, language: str, origins: Mapping[str, str] | None = None) -> "Translator":
        """The same catalogues in another language, or for another edition."""
        return Translator(language, self._folders, self._origins if origins is None else origins)

    def __call__(self, message: str, /, **values: object) -> str:
        """A message of the program; `{name}` places are filled from `values`."""
        english = self.language == "en"
        found = message if english else self._catalogue(INTERFACE).gettext(message)
        return _filled(found, message, values) if values else found

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """A message that counts; `{n}` is filled with `n`."""
        if self.language == "en":
            found = one if n == 1 else many
        else:
            found = self._catalogue(INTERFACE).ngettext(one, many, n)
        return _filled(found, one if n == 1 else many, {"n": self.number(n), **values})

    def text(self, text: Text) -> str:
        """An author's text, translated if its catalogue has it."""
        if not text.source or self._origins.get(text.domain, self.language) == self.language:
            return text.source
        found = self._looked_up.get(text)
        if found is None:
            found = self._catalogue(text.domain).pgettext(text.context, text.source)
            self._looked_up[text] = found
        return found

    def plain(self, text: Text) -> str:
        """As `text`, without furigana: for logs and files."""
        return without_furigana(self.text(text))

    def number(self, value: float) -> str:
        """A number as the language writes it: 17,500 · 17.500 · 1万7500 · 1.5 · 1,5.

        Written here and not by Babel, which takes 50 ms to import; a test compares the two.
        Spanish (Chile) groups with a point and has a decimal comma (CLDR `es-CL`).
        """
        if self.language[:2] not in ("ja", "es", "en"):
            from babel.core import UnknownLocaleError
            from babel.numbers import format_decimal

            with suppress(UnknownLocaleError, ValueError):
                return format_decimal(value, locale=self.language)
        whole = float(value).is_integer()
        if self.language.startswith("ja") and whole and abs(value) >= 10_000:
            myriads, rest = divmod(abs(int(value)), 10_000)
            return f"{'-' if value < 0 else ''}{myriads:,}万{rest or ''}"
        text = f"{int(value):,}" if whole else f"{value:,.6f}".rstrip("0").rstrip(".")
        if self.language.startswith("es"):
            if whole and abs(value) < 10_000:
                text = text.replace(",", "")
            return text.translate(str.maketrans(",.", ".,"))
        return text

    def day_and_time(self, when: datetime) -> str:
        """A day without its year, and the time: 23 nov 10:15 · 11月23日 10:15."""
        from babel.dates import format_skeleton

        day = format_skeleton("MMMd", when, locale=self._babel_locale())
        return f"{day} {when:%H:%M}"

    def day(self, when: datetime) -> str:
        """A day with its year: November 23, 2026 · 23 de noviembre de 2026 · 2026年11月23日."""
        from babel.dates import format_date

        return format_date(when, "long", locale=self._babel_locale())

    def language_name(self, code: str) -> str:
        """Another language's name in this one; its code when it has none."""
        from babel.core import Locale, UnknownLocaleError

        try:
            return Locale.parse(code).get_display_name(self._babel_locale()) or code
        except (UnknownLocaleError, ValueError):
            return code

    def listed(self, items: Sequence[str]) -> str:
        """Names one after another: Loica, Espino y Quillay · A、B、C."""
        from babel.lists import format_list

        return format_list(items, locale=self._babel_locale())

    def _babel_locale(self) -> "Locale":
        """Babel's own name for the language; English for one that it does not know."""
        from babel.core import Locale, UnknownLocaleError  # slow to import, seldom needed

        try:
            return Locale.parse("es_CL" if self.language == "es" else self.language)
        except (UnknownLocaleError, ValueError):
            return Locale("en")

    def _catalogue(self, domain: str) -> gettext.NullTranslations:
        found = self._catalogues.get(domain)
        if found is None:
            found = self._read(domain)
            self._catalogues[domain] = found
        return found

    def _read(self, domain: str) -> gettext.NullTranslations:
        """All catalogues of this domain, one after another."""
        found: list[gettext.NullTranslations] = []
        for folder in self._folders:
            try:
                files = gettext.find(domain, str(folder), [self.language], all=True)
                found.append(_opened_all(files))
            except Exception as fault:  # a damaged file may fail in many ways
                if not isinstance(fault, FileNotFoundError):
                    log.warning("catalogue %s of %s: %s", domain, self.language, fault)
        if not found:
            return gettext.NullTranslations()
        for other in found[1:]:
            found[0].add_fallback(other)
        return found[0]


def _opened_all(paths: Sequence[str]) -> gettext.NullTranslations:
    """The first catalogue, with the others for what it lacks. FileNotFoundError without any."""
    opened = [copy.copy(_opened(path, Path(path).stat().st_mtime_ns)) for path in paths]
    if not opened:
        raise FileNotFoundError
    for other in opened[1:]:
        opened[0].add_fallback(other)
    return opened[0]


@functools.lru_cache(maxsize=64)
def _opened(path: str, written: int) -> gettext.GNUTranslations:
    """Read once, and again when the file was `written` anew."""
    with Path(path).open("rb") as file:
        return gettext.GNUTranslations(file)


def _filled(text: str, source: str, values: Mapping[str, object]) -> str:
    """The text with its places filled; of a translation with wrong places, the source."""
    try:
        return text.format(**values)
    except (LookupError, ValueError, AttributeError):
        log.warning("wrong places in the translation of %r: %r", source, text)
        return source.format(**values)
