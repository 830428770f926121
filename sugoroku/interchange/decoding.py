"""Bytes to text when nobody says in which encoding they are."""

import re
from typing import NamedTuple

from sugoroku.content.problems import N_
from sugoroku.interchange.findings import Unfit

MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8 (BOM)"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
NAMES = {"cp932": "Shift_JIS (CP932)", "cp1252": "Windows-1252", "euc_jp": "EUC-JP"}
_WIDE = ["utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be", "utf_7"]
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = re.compile("\r\n|\r|\n")
_LOST = re.compile(r"\?{4,}")
_KANA = re.compile("[ぁ-んァ-ヴー、。「」]")


class Decoded(NamedTuple):
    """The text, with all line ends as they were, and what was found out about it."""

    text: str
    encoding: str
    mixed_ends: bool

    def lines(self) -> list[str]:
        return _LINE_END.split(self.text)


def decoded(data: bytes, encoding: str = "") -> Decoded:
    """The text of a file. Unfit when it is no text. `encoding`: as Python names it; "" to find."""
    text, name = _as_said(data, encoding) if encoding else _found_out(data)
    control = _CONTROL.search(text)
    if control is not None:
        raise Unfit(
            N_("The file is no text: the character {code} stands on line {line}."),
            N_("Save it anew as a text file (UTF-8) in the program it comes from."),
            code=f"U+{ord(control[0]):04X}",
            line=len(_LINE_END.findall(text, 0, control.start())) + 1,
        )
    if sum(map(len, _LOST.findall(text))) * 5 > len(text) > 100:
        raise Unfit(
            N_("Letters were lost when this file was saved: question marks stand in their place."),
            N_("Save it anew in the program it comes from, and choose the encoding UTF-8."),
        )
    return Decoded(text, name, len(set(_LINE_END.findall(text))) > 1)


def _as_said(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding).removeprefix("\ufeff"), NAMES.get(encoding, encoding)
    except (UnicodeError, LookupError):
        raise Unfit(
            N_("The file cannot be read as {encoding}."),
            N_("Leave the encoding out, or look in the program that wrote it which one it is."),
            encoding=encoding,
        ) from None


def _found_out(data: bytes) -> tuple[str, str]:
    for mark, encoding, name in MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), name
            except UnicodeError:
                break
    for encoding in _wide(data):
        try:
            return data.decode(encoding), "UTF-16"
        except UnicodeError:
            continue
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeError:
        return _one_of_the_old(data)


def _wide(data: bytes) -> list[str]:
    """UTF-16 without a mark: every second byte of ASCII is zero, among Japanese some are."""
    head = data[:4000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    zeros = max(even, odd)
    if not zeros or min(even, odd) * 4 > zeros or len(data) % 2:
        return []
    if zeros * 4 >= len(head):
        return [encoding]
    japanese = zeros * 20 >= len(head) and _KANA.search(head.decode(encoding, "replace"))
    return [encoding] if japanese else []


def _one_of_the_old(data: bytes) -> tuple[str, str]:
    """Neither of Unicode's: the Japanese and the western encoding of Windows, or another."""
    from charset_normalizer import from_bytes

    for encoding in ("cp932", "euc_jp"):
        japanese = _tried(data, encoding)
        if japanese is not None and _is_japanese(japanese):
            return japanese, NAMES[encoding]
    western = _tried(data, "cp1252")
    if western is not None and _is_western(western):
        return western, NAMES["cp1252"]
    best = from_bytes(data[:200_000], cp_exclusion=_WIDE).best()
    for encoding in (best.encoding if best else "", "cp1252", "cp932"):
        text = _tried(data, encoding) if encoding else None
        if text is not None:
            return text, NAMES.get(encoding, encoding)
    raise Unfit(
        N_("The encoding of the file was not found out."),
        N_("Save it anew as a text file (UTF-8) in the program it comes from."),
    )


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _is_japanese(text: str) -> bool:
    """Among the signs that are not ASCII, kana: western letters read as CP932 have next to none."""
    signs = [sign for sign in text if not sign.isascii()]
    return len(_KANA.findall(text)) * 5 >= len(signs)


def _is_western(text: str) -> bool:
    """Nearly all signs beyond ASCII are letters and marks that western languages write."""
    signs = [sign for sign in text if not sign.isascii()]
    usual = sum(
        sign in "áéíóúüñÁÉÍÓÚÜÑ¿¡àèìòùâêîôûäëïöçÀÈÉÊÄÖßãõÃÕ«»“”‘’–—…°ºª€\xa0" for sign in signs
    )
    return usual * 10 >= len(signs) * 9
