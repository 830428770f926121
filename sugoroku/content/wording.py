"""When two texts are the same for a reader; used to find doubles and the option that was meant."""

import re
import unicodedata

_READING = re.compile(r"｜([^《｜]*)《[^》]*》|《[^》]*》")
_JOINTS = {0x200B: None, 0x2060: None}


def same_to_a_reader(text: str) -> str:
    """Without readings, capitals, widths and spaces that make no difference."""
    if not text.isascii():
        if "《" in text:
            text = _READING.sub(lambda found: found[1] or "", text)
        text = unicodedata.normalize("NFKC", text).translate(_JOINTS)
    return " ".join(text.casefold().split())


def length_to_a_reader(text: str) -> int:
    return len(_READING.sub(lambda found: found[1] or "", text) if "《" in text else text)
