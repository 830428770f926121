"""Which program a file comes from, by its ending and by what is in it."""

import re

from sugoroku.content.problems import N_
from sugoroku.interchange.decoding import Decoded
from sugoroku.interchange.findings import Unfit

FORMATS = ("gift", "aiken", "moodle-xml", "kahoot", "csv", "xlsx", "anki", "opentrivia")
SHEETS = ("xlsx", "kahoot")
NAMES = {
    "gift": "GIFT", "aiken": "Aiken", "moodle-xml": "Moodle XML", "kahoot": "Kahoot",
    "csv": "CSV", "xlsx": "Excel", "anki": "Anki", "opentrivia": "Open Trivia DB",
}  # fmt: skip
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REMARKS = re.compile(r"^(//[^\n]*\n\s*)+")
_AIKEN = re.compile(r"^\s*ANSWERS?\s*[:：]\s*[A-Za-zＡ-Ｚ]", re.M)
_AIKEN_OPTION = re.compile(r"^\s*A[.)]\s", re.M | re.I)
_GIFT = re.compile(r"(?<!\\)\{[^{}]{0,4000}[=~#TF]|^\s*::|^\$CATEGORY:|\{\s*\}", re.M)
_ANKI = re.compile(r"#(separator|html|columns|notetype|deck|tags|guid)\b[^\n]*:", re.I)


def packed_kind(data: bytes, name: str) -> str:
    """`xlsx` for a workbook, "" for a text. Unfit for packed files that are neither."""
    if data.startswith(_OLE):
        raise Unfit(
            N_("This is an Excel file of the old kind (.xls), or one with a password."),
            N_("Open it in Excel or LibreOffice and save it as .xlsx, without a password."),
        )
    if not data.startswith(_ZIP):
        return ""
    if b"collection.anki2" in data[:400_000] or name.lower().endswith((".apkg", ".colpkg")):
        raise Unfit(
            N_("This is a package of Anki."),
            N_("In Anki choose “Export”, “Notes in Plain Text (.txt)”, and import that file."),
        )
    if b"opendocument" in data[:200]:
        raise Unfit(
            N_("This is a file of LibreOffice."),
            N_("Save it as .xlsx or .csv and import that file."),
        )
    return "xlsx"


def guessed(source: Decoded, name: str) -> str:
    """The format of a text. Unfit when nothing speaks for one."""
    ending = name.lower().rsplit(".", 1)[-1] if "." in name else ""
    text = source.text[:200_000]
    if ending in ("yaml", "yml") or text.startswith("format: deck/1"):
        raise Unfit(
            N_("This is a deck already."),
            N_("To write it for another program: {example}"),
            example="sugoroku export deck.yaml -o deck.xlsx",
        )
    start = text.lstrip()[:400]
    bare = _REMARKS.sub("", start)
    if start.startswith("<") or ending == "xml":
        return "moodle-xml"
    if ending == "json" or bare.startswith(('{"', "[{", "{\n", "{\r\n", "[\n", "[\r\n")):
        return "opentrivia"
    if ending in ("gift", "aiken"):
        return ending
    if _ANKI.match(start):
        return "anki"
    if ending in ("csv", "tsv"):
        return "csv"
    if _AIKEN.search(text) and _AIKEN_OPTION.search(text):
        return "aiken"
    if _GIFT.search(text):
        return "gift"
    first = next((line for line in source.lines()[:50] if line.strip()), "")
    if "\t" in first:
        return "anki"
    raise Unfit(
        N_("It is not clear which program this file comes from."),
        N_("Say it with --from and one of: {names}."),
        names=", ".join(FORMATS),
    )
