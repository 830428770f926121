"""When two texts are the same for a reader; used to find doubles and the option that was meant."""

import re
import unicodedata

_READING = re.compile(r"｜([^《｜]*)《[^》]*》|《[^》]*》")
_LONGEST = 700
"""More than any text may have; longer ones are told elsewhere."""


def same_to_a_reader(text: str) -> str:
    """Without readings, capitals, widths and spaces that make no difference."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _without_readings(text[:_LONGEST]))
        text = text.replace("\u200b", "").replace("\u2060", "")
    return " ".join(text.casefold().split())


def length_to_a_reader(text: str) -> int:
    return len(_without_readings(text[:_LONGEST]))


def _without_readings(text: str) -> str:
    return _READING.sub(lambda found: found[1] or "", text) if "《" in text else text
