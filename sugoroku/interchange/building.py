"""Questions of ours made of what other programs have: options with shares, numbers, words."""

import re
import zlib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from sugoroku.content.problems import N_
from sugoroku.content.wording import same_to_a_reader
from sugoroku.interchange.findings import Entry, Unfit

TRUE_WORDS = frozenset(
    [
        "true",
        "t",
        "yes",
        "y",
        "verdadero",
        "v",
        "sí",
        "si",
        "cierto",
        "correcto",
        "verdad",
        "vrai",
        "wahr",
        "richtig",
        "正しい",
        "ただしい",
        "はい",
        "正",
        "○",
        "〇",
        "◯",
        "まる",
        "1",
    ]
)
FALSE_WORDS = frozenset(
    [
        "false",
        "f",
        "no",
        "n",
        "falso",
        "incorrecto",
        "faux",
        "falsch",
        "間違い",
        "まちがい",
        "ちがう",
        "いいえ",
        "誤",
        "×",
        "✕",
        "✗",
        "x",
        "ばつ",
        "0",
    ]
)
PAIRS = (
    {"true", "false"}, {"yes", "no"}, {"verdadero", "falso"}, {"sí", "no"}, {"si", "no"},
    {"cierto", "falso"}, {"正しい", "間違い"}, {"ただしい", "まちがい"}, {"○", "×"}, {"〇", "×"},
    {"はい", "いいえ"}, {"v", "f"}, {"t", "f"}, {"wahr", "falsch"}, {"vrai", "faux"},
)  # fmt: skip
_NUMBER = re.compile(r"[+-]?([0-9]{1,15}(\.[0-9]{0,15})?|\.[0-9]{1,15})([eE][+-]?[0-9]{1,2})?")


class Option(NamedTuple):
    """An option and which share of the points it gives, in percent."""

    text: str
    share: Decimal


def from_shares(options: Sequence[Option], *, several: bool) -> Entry:
    """A choice, or `several` right ones. Unfit when points do not mean just right and wrong."""
    right = [option for option in options if option.share > 0]
    if not right:
        raise Unfit(
            N_("None of the options is marked as right."),
            N_("Mark the right one in the program the file comes from."),
        )
    if several:
        total = sum((option.share for option in right), Decimal(0))
        if not 98 <= total <= 102:
            raise Unfit(
                N_("The right options give {total} % of the points together, not 100 %."),
                N_("Share out 100 % among the right options."),
                total=f"{total:f}",
            )
        return several_of([option.text for option in options], [option.text for option in right])
    full = [option for option in right if option.share >= 100]
    if len(full) != len(right):
        raise Unfit(
            N_("Some options are partly right; in this game an option is right or wrong."),
            N_("Give each option all points or none."),
        )
    if len(full) > 1:
        raise Unfit(
            N_("{n} options are each the right answer; a choice here has one."),
            N_("Keep one of them, or ask for all right options."),
            n=len(full),
        )
    return choice_of([option.text for option in options], full[0].text)


def choice_of(options: Sequence[str], answer: str) -> Entry:
    """A choice; as true or false where the options are just that."""
    words = {same_to_a_reader(option) for option in options}
    if len(options) == 2 and words in PAIRS:
        return {"kind": "true_false", "answer": truth_of(answer) or "true"}
    return {"kind": "choice", "options": list(options), "answer": answer}


def several_of(options: Sequence[str], answers: Sequence[str]) -> Entry:
    return {"kind": "several", "options": list(options), "answer": list(answers)}


def mixed_in(right: str, wrong: Iterable[str]) -> list[str]:
    """Options with the right one among the others: always at the same place for the same texts."""
    options = list(wrong)
    place = zlib.crc32("\0".join((right, *options)).encode("utf-8", "replace"))
    options.insert(place % (len(options) + 1), right)
    return options


def truth_of(text: str) -> str:
    """`true` or `false`; "" for a word that says neither."""
    word = text.strip().casefold()
    return "true" if word in TRUE_WORDS else "false" if word in FALSE_WORDS else ""


def decimal_of(text: str) -> Decimal | None:
    """A number written with a point, of a size that a pupil may be asked for."""
    word = text.strip()
    if not _NUMBER.fullmatch(word):
        return None
    return Decimal(word)


def estimate_of(answer: Decimal, tolerance: Decimal, unit: str = "") -> Entry:
    """A number to estimate, with a step by which the answer can be reached."""
    entry: Entry = {"kind": "estimate", "answer": written(answer)}
    if unit:
        entry["unit"] = unit
    entry["within"] = written(abs(tolerance))
    digits = -min(0, int(answer.normalize().as_tuple().exponent))
    if digits or abs(answer) < 10:
        entry["step"] = written(Decimal(1).scaleb(-digits))
    return entry


def written(number: Decimal) -> str:
    """Without an exponent, and without zeros at the end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
