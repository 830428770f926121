"""Readings above kanji, as authors write them: `漢字《かんじ》` or `｜親文字《ルビ》`."""

import functools
import re
import unicodedata
from dataclasses import dataclass

from sugoroku.i18n.translator import without_furigana
from sugoroku.model.school_kanji import year_of, year_of_word

KEPT_FORMAT = "\u200b\u2060"
"""The only invisible signs with a meaning here: break here, never break here."""

_MARK = re.compile(r"｜([^《｜]*)《([^》]*)》|《([^》]*)》")
_COMBINED = re.compile("[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+")
_PLAIN = re.compile(r"[\n -~]*")
_SCRIPTS = tuple(
    re.compile(f"[{group}]+$")
    for group in (
        "一-鿿㐀-䶿豈-﫿々〆ヶ\U00020000-\U0003ffff",
        "ァ-ヺーヽヾ",
        "ぁ-ゖゝゞー",
        "0-9A-Za-z０-９Ａ-Ｚａ-ｚ\u00c0-\u024f₀-₉",
    )
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, with the reading above it, if it has one."""

    base: str
    ruby: str = ""


def clean(text: str) -> str:
    """Without control signs, bidi overrides and what else cannot be drawn; letters composed."""
    if _PLAIN.fullmatch(text):
        return text
    text = text.replace("\r\n", "\n").replace("\t", " ").replace("\u2028", "\n")
    text = _COMBINED.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)
    return "".join(sign for sign in text if _drawable(sign))


def _drawable(sign: str) -> bool:
    if sign == "\n" or sign in KEPT_FORMAT:
        return True
    return unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def hidden(text: str) -> str:
    """The cleaned text as it is drawn without readings."""
    return without_furigana(clean(text))


def parse(text: str, show: bool) -> list[Piece]:
    """The pieces of a cleaned text. Their bases together are always `hidden(text)`."""
    if "《" not in text:
        return [Piece(text)] if text else []
    if not show:
        plain = without_furigana(text)
        return [Piece(plain)] if plain else []
    pieces: list[Piece] = []
    end = 0
    for mark in _MARK.finditer(text):
        before = text[end : mark.start()]
        end = mark.end()
        if mark[1] is not None:
            base, ruby = mark[1], mark[2]
        else:
            base, ruby = _base_of(before), mark[3]
            before = before[: len(before) - len(base)]
        if before:
            pieces.append(Piece(before))
        ruby = "".join(ruby.split()).replace("\u200b", "").replace("\u2060", "")
        if base:
            pieces.append(Piece(base, "" if _breaks(base) else ruby))
    if end < len(text):
        pieces.append(Piece(text[end:]))
    return pieces


@functools.lru_cache(maxsize=2048)
def from_year(text: str, year: int) -> str:
    """The text with readings only above words that have a kanji of this school year or later."""
    if year <= 1 or "《" not in text:
        return text
    kept: list[str] = []
    end = 0
    for mark in _MARK.finditer(text):
        before = text[end : mark.start()]
        end = mark.end()
        base = mark[1] if mark[1] is not None else _base_of(before)
        if year_of_word(base) >= year or not any(map(year_of, base)):
            kept += (before, mark[0])
        else:
            kept += (before, mark[1] or "")
    return "".join([*kept, text[end:]])


def _base_of(before: str) -> str:
    """What a reading without `｜` belongs to: the run of one script before it."""
    for script in _SCRIPTS:
        found = script.search(before)
        if found is not None:
            return found[0]
    return ""


def _breaks(base: str) -> bool:
    return any(sign.isspace() or sign in KEPT_FORMAT for sign in base)
