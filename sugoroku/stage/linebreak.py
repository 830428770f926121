"""Where a line may end: kinsoku, phrases, and an even choice of breaks (design system §11)."""

import functools
import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sugoroku.stage.furigana import Piece, clean, parse

log = logging.getLogger("sugoroku.stage")

NO_START = frozenset(
    "、。，．・：；？！)）」』】〉》〕］｝]}ヽヾゝゞ々ー〜～…‥"
    "ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ％℃,.:;?!%°»”’"
)
NO_END = frozenset("(（「『【〈《〔［｛[{«¿¡“‘")
NEVER = float("inf")
INSIDE_WORD = 9.0
"""From this penalty on a break is inside a word; a line more is better."""
UNWANTED = 100.0
"""From this penalty on a break is taken only if the text would not fit otherwise."""

_CJK = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uffef"
_ASTRAL = "\U00020000-\U0003ffff"
_MARKS = "\u0300-\u036f\u3099\u309a\ufe00-\ufe0f"
_TOKEN = re.compile(
    rf"(?P<space>[ \u3000]+)|(?P<joint>[\u200b\u2060])|(?P<end>\n)"
    rf"|(?P<word>[^\s\u200b\u2060{_CJK}{_ASTRAL}](?:[^\s\u200b\u2060{_CJK}{_ASTRAL}]|[\u00a0\u202f])*)"
    rf"|(?P<sign>.[{_MARKS}]*)",
    re.DOTALL,
)
_PATH_JOINT = re.compile(r"(?<=[/\\_])(?=\w)")
_KANA = re.compile("[ぁ-ヿ]")


@dataclass(slots=True)
class Atom:
    """What is never split. `space` follows it and vanishes at the end of a line."""

    base: str
    ruby: str = ""
    space: str = ""
    joint: str = ""
    """U+200B or U+2060 after it."""
    pathwise: bool = False
    """A part of a long path or address, with more of it before."""


@dataclass(slots=True)
class Paragraph:
    """Atoms up to a forced line end; `penalties[i]` is the price of a break before atom i."""

    atoms: list[Atom]
    penalties: list[float] = field(default_factory=list)
    phrased: bool = False
    """Whether the phrase borders have been looked up (only when it has to be broken)."""


@functools.lru_cache(maxsize=1024)
def paragraphs(text: str, ruby: bool) -> tuple[Paragraph, ...]:
    """A text cut into atoms, with the penalties that need no knowledge of words."""
    found: list[list[Atom]] = [[]]
    for piece in parse(clean(text), ruby):
        if piece.ruby:
            found[-1].append(Atom(piece.base, piece.ruby))
        else:
            _cut(piece, found)
    return tuple(Paragraph(atoms, _penalties(atoms)) for atoms in found)


def _cut(piece: Piece, found: list[list[Atom]]) -> None:
    for token in _TOKEN.finditer(piece.base):
        text = token[0]
        if token["end"]:
            found.append([])
        elif token["space"] or token["joint"]:
            if not found[-1]:
                found[-1].append(Atom(""))
            last = found[-1][-1]
            last.space += text if token["space"] else ""
            last.joint += text if token["joint"] else ""
        elif token["word"] and len(text) > 12:
            for i, part in enumerate(_PATH_JOINT.split(text)):
                found[-1].append(Atom(part, pathwise=i > 0))
        else:
            found[-1].append(Atom(text))


# ---------------------------------------------------------------------- penalties


def kind(sign: str) -> str:
    """h hiragana, k katakana, c kanji, p punctuation, d digit, l any other."""
    code = ord(sign)
    if 0x3041 <= code <= 0x309F:
        return "h"
    if 0x30A0 <= code <= 0x30FF and sign != "・":
        return "k"
    if 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000 or sign in "々〆":
        return "c"
    if sign in NO_START or sign in NO_END or 0x3000 <= code <= 0x303F:
        return "p"
    return "d" if sign.isdigit() else "l"


def _penalties(atoms: Sequence[Atom]) -> list[float]:
    return [NEVER] + [_between(atoms, i) for i in range(1, len(atoms))]


def _between(atoms: Sequence[Atom], i: int) -> float:
    before, after = atoms[i - 1], atoms[i]
    if not before.base or not after.base:
        return NEVER if "\u2060" in before.joint else 0
    last, first = before.base[-1], after.base[0]
    if "\u2060" in before.joint or first in NO_START or last in NO_END:
        return NEVER
    if before.joint:
        return 0
    if before.space:
        return _after_space(before)
    if after.pathwise:
        return UNWANTED
    if last in "、。，．！？!?…‥;":
        return 0
    if last in "〜～":
        return NEVER
    return _between_scripts(last, first, _is_prefix(atoms, i - 1))


def _after_space(word: Atom) -> float:
    """In Latin text a number keeps its noun, and a line rather not ends in «a», «de», «y»."""
    if not word.base[0].isascii() or "\u3000" in word.space:
        return 0
    if word.base.isdigit():
        return 4
    return 2 if len(word.base) <= 2 and word.base.isalpha() else 0


def _is_prefix(atoms: Sequence[Atom], i: int) -> bool:
    """お金, ご飯: the kana belongs to the kanji after it."""
    alone = i == 0 or bool(atoms[i - 1].space) or kind((atoms[i - 1].base or " ")[-1]) != "h"
    return atoms[i].base in ("お", "ご") and alone


_PAIRS = {
    "hc": 1, "hk": 1, "hl": 1, "hd": 1, "hh": 7, "hp": 1,
    "ck": 3, "kc": 3, "cc": 5, "ch": UNWANTED, "cl": 6, "cd": 4, "cp": 1,
    "kk": UNWANTED, "kh": UNWANTED, "kl": 6, "kd": 4, "kp": 1,
    "lc": 6, "lh": UNWANTED, "lk": UNWANTED, "ll": 6, "ld": NEVER, "lp": 2,
    "dc": NEVER, "dh": NEVER, "dk": NEVER, "dl": NEVER, "dd": NEVER, "dp": 2,
    "pc": 0, "pk": 0, "ph": 2, "pl": 0, "pd": 0, "pp": 2,
}  # fmt: skip


def _between_scripts(last: str, first: str, prefix: bool) -> float:
    pair = kind(last) + kind(first)
    if prefix and pair in ("hc", "hk"):
        return UNWANTED
    return _PAIRS[pair]


# ---------------------------------------------------------------------- phrases


@functools.cache
def _phrase_parser() -> Callable[[str], list[str]] | None:
    """BudouX is imported only when a Japanese line is to be broken."""
    try:
        import budoux

        parse_phrases: Callable[[str], list[str]] = budoux.load_default_japanese_parser().parse
    except Exception as fault:  # a program without it still breaks lines by the rules above
        log.warning("phrase breaking is not available: %s", fault)
        return None
    return parse_phrases


def add_phrases(paragraph: Paragraph) -> None:
    """Make breaks between phrases cheaper and inside them dearer; never one that is forbidden."""
    if paragraph.phrased:
        return
    paragraph.phrased = True
    text = "".join(atom.base + atom.space for atom in paragraph.atoms)
    parser = _phrase_parser() if _KANA.search(text) else None
    if parser is None:
        return
    borders, at = set(), 0
    for phrase in parser(text):
        at += len(phrase)
        borders.add(at)
    at = 0
    for i, atom in enumerate(paragraph.atoms):
        penalty = paragraph.penalties[i]
        if 0 < penalty < UNWANTED:
            paragraph.penalties[i] = penalty * 0.4 if at in borders else penalty + 3
        at += len(atom.base) + len(atom.space)


# ---------------------------------------------------------------------- choosing


@dataclass(frozen=True, slots=True)
class Widths:
    """Of a paragraph's atoms, in pixels. A ruby cannot lean out of its line: `left`, `right`."""

    upto: Sequence[float]
    """Sum of the advances, with spaces, of all atoms before i (one more than there are atoms)."""
    space: Sequence[float]
    left: Sequence[float]
    right: Sequence[float]

    def line(self, start: int, end: int) -> float:
        whole = self.upto[end] - self.upto[start] - self.space[end - 1]
        return whole + self.left[start] + self.right[end - 1]


Spans = list[tuple[int, int]]


def choose(widths: Widths, penalties: Sequence[float], width: float, tight: bool = False) -> Spans:
    """Fewest lines first, then the most even ones with the kindest breaks.

    Unwanted breaks are tried only if a line is too long without them. A line more is spent
    where it keeps a word whole, unless it has to be `tight`.
    """
    n = len(penalties)
    if n == 0:
        return []
    if widths.line(0, n) <= width:
        return [(0, n)]
    found: list[Spans] = []
    for limit in (INSIDE_WORD, UNWANTED, NEVER):
        places = [0, *(i for i in range(1, n) if penalties[i] < limit), n]
        found.append(_even(widths, penalties, width, places))
        fits = all(widths.line(a, b) <= width for a, b in found[-1])
        if limit == INSIDE_WORD:
            whole_words = fits
        elif fits:
            break
    kind_spans, spans = found[0], found[-1]
    more = len(kind_spans) - len(spans)
    return kind_spans if whole_words and more <= (0 if tight else 1) else spans


def _even(widths: Widths, penalties: Sequence[float], width: float, places: Sequence[int]) -> Spans:
    """Dynamic programming over the places where a break is allowed."""
    last = len(places) - 1
    # Lines that fit, ending at each place; a single stretch that is too long is a line too.
    fitting: list[list[tuple[int, float]]] = [[] for _ in places]
    for j in range(1, last + 1):
        for i in range(j - 1, -1, -1):
            w = widths.line(places[i], places[j])
            if w > width and i < j - 1:
                break
            fitting[j].append((i, w))
    fewest = [0] * (last + 1)
    for j in range(1, last + 1):
        fewest[j] = 1 + min(fewest[i] for i, _ in fitting[j])
    count = fewest[last]
    target = widths.line(0, places[last]) / count
    best: dict[tuple[int, int], tuple[float, int]] = {(0, 0): (0.0, 0)}
    for line in range(1, count + 1):
        for j in range(line, last + 1):
            price = 0.0 if j == last else 3 * min(penalties[places[j]], UNWANTED)
            options = [
                (best[line - 1, i][0] + ((w - target) / width) ** 2 * 100 + price, i)
                for i, w in fitting[j]
                if (line - 1, i) in best
            ]
            if options:
                best[line, j] = min(options)
    spans: Spans = []
    j = last
    for line in range(count, 0, -1):
        i = best[line, j][1]
        spans.append((places[i], places[j]))
        j = i
    return spans[::-1]
