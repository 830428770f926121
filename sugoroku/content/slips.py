"""What was surely meant: one slip of the pen away from one known word, and from no other.

Surer than `problems.nearest`, which only asks; what is found here may be mended by a program.
"""

import re
import unicodedata
from collections.abc import Iterable

SHORTEST = 3
_ID = re.compile(r"[a-z0-9_-]{1,64}", re.ASCII)
_SLOPPY_ID = re.compile(r"[A-Za-z0-9_ -]+", re.ASCII)
_TRUTH = {"yes": "true", "on": "true", "no": "false", "off": "false"}


def surely(word: object, known: Iterable[str]) -> str:
    """The known word that was meant, or "" when it could be another, or none."""
    choices = set(known)
    written = _folded(str(word)[:80])
    if choices == set(_TRUTH.values()):
        written = _TRUTH.get(written, written)
    same = [choice for choice in choices if _folded(choice) == written]
    if len(same) == 1:
        return same[0]
    near = [choice for choice in choices if _one_slip(written, choice)]
    return near[0] if len(near) == 1 and len(written) >= SHORTEST else ""


def id_meant(written: object) -> str:
    """An id without the capitals and spaces that it cannot have; "" when more is wrong with it."""
    if not isinstance(written, str) or not _SLOPPY_ID.fullmatch(written):
        return ""
    found = "-".join(written.lower().split())
    return found if _ID.fullmatch(found) and found != written else ""


def id_from(name: str) -> str:
    """An id made of any name, such as “Ñuñoa Centro”; "" when there is nothing to make it of."""
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()
    return re.sub(r"[^a-z0-9_-]+", "-", letters).strip("-")[:64]


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKC", word).casefold().strip()
    return re.sub(r"[ -]+", "_", plain)


def _one_slip(one: str, other: str) -> bool:
    """A letter too many, one too few, another letter, or two that changed places."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1])
