"""From another program's file to a deck: start here."""

import re
from pathlib import Path

import msgspec

from sugoroku.content.document import Limits
from sugoroku.content.problems import N_, errors_of
from sugoroku.content.reading import read_content
from sugoroku.content.yaml_writing import deck_yaml
from sugoroku.interchange.adopting import Wishes, adopt, language_of, name_from
from sugoroku.interchange.aiken_reading import read_aiken
from sugoroku.interchange.anki_reading import read_anki
from sugoroku.interchange.csv_reading import read_csv
from sugoroku.interchange.decoding import Decoded, decoded
from sugoroku.interchange.findings import LeftOut, Note, Reading, Unfit
from sugoroku.interchange.gift_reading import read_gift
from sugoroku.interchange.guessing import SHEETS, guessed, packed_kind
from sugoroku.interchange.moodle_reading import read_moodle
from sugoroku.interchange.trivia_reading import read_trivia
from sugoroku.interchange.xlsx_reading import read_xlsx

LARGEST_FILE = 16 * 2**20
LARGEST_TEXT = 4 * 2**20
"""Of other texts than XML, in which pictures take most of the room."""
MOST_LINES = 200_000
LARGEST_DECK = Limits().file_bytes
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,100}encoding=[\"']([A-Za-z0-9._-]{1,40})[\"']")


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a file. `yaml` is the deck's file, None when no question came in."""

    format: str
    encoding: str
    """"" for a file that is no text."""
    mixed_ends: bool
    deck_id: str
    language: str
    title: str
    questions: int
    yaml: bytes | None
    left_out: tuple[LeftOut, ...]
    untold: int
    """How many more were left out than are told."""
    notes: tuple[Note, ...]


def read_bytes(path: Path) -> bytes:
    """The file's bytes. Unfit when it cannot be read or is too large."""
    try:
        if not path.is_file():
            raise Unfit(
                N_("This is not a file.") if path.exists() else N_("There is no such file."),
                N_("Look whether the name is written right."),
            )
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as fault:
        raise Unfit(
            N_("The file cannot be read ({why})."),
            N_("Look whether it is open in another program or protected."),
            why=getattr(fault, "strerror", "") or fault,
        ) from None
    if len(data) > LARGEST_FILE:
        raise _too_large(LARGEST_FILE)
    return data


def _too_large(most: int) -> Unfit:
    return Unfit(
        N_("The file is larger than {most} KiB."), N_("Make two files of it."), most=most // 1024
    )


def import_deck(
    data: bytes,
    name: str,
    form: str = "",
    encoding: str = "",
    wishes: Wishes = Wishes(),  # noqa: B008 - frozen
) -> Imported:
    """The deck in a file's bytes. `name` is the file's; `form` and `encoding` "": to be found out.

    Unfit when the file as a whole cannot be read; everything smaller is in `left_out`.
    """
    if not data.strip():
        raise Unfit(N_("The file is empty."), N_("Export it anew from the program it comes from."))
    form, source, reading = _read(data, name, form, encoding, wishes)
    if not reading.found and not reading.left_out:
        raise Unfit(
            N_("There is no question in the file."),
            N_("Look whether it is the right file, and say with --from what it is."),
        )
    language = language_of(reading, wishes)
    kept = adopt(reading, wishes, language)
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    head = {
        "id": wishes.id or name_from(reading.deck.get("id", "")) or name_from(stem) or "deck",
        "language": language,
    }
    if re.fullmatch("[1-7]", reading.deck.get("grade", "")):
        head["grade"] = reading.deck["grade"]
    head["title"] = wishes.title or _title(reading, stem)
    return Imported(
        format=form,
        encoding=source.encoding if source else "",
        mixed_ends=source is not None and source.mixed_ends,
        deck_id=head["id"],
        language=language,
        title=head["title"],
        questions=len(kept),
        yaml=_written(deck_yaml(head, kept)) if kept else None,
        left_out=tuple(sorted(reading.left_out, key=_by_place)),
        untold=reading.untold,
        notes=tuple(reading.notes),
    )


def _read(
    data: bytes, name: str, form: str, encoding: str, wishes: Wishes
) -> tuple[str, Decoded | None, Reading]:
    packed = packed_kind(data, name)
    if packed:
        if form and form not in SHEETS:
            raise Unfit(
                N_("This is an Excel file, not one of the kind {form}."),
                N_("Leave --from out, or write: --from xlsx"),
                form=form,
            )
        return form or packed, None, read_xlsx(data)
    if len(data) > LARGEST_TEXT and not data[:400].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        raise _too_large(LARGEST_TEXT)
    source = decoded(data, encoding or _declared(data))
    form = form or guessed(source, name)
    if form != "moodle-xml" and len(source.lines()) > MOST_LINES:
        raise Unfit(
            N_("The file has more than {most} lines."), N_("Make two files of it."), most=MOST_LINES
        )
    match form:
        case "gift":
            reading = read_gift(source)
        case "aiken":
            reading = read_aiken(source)
        case "moodle-xml":
            reading = read_moodle(source)
        case "anki":
            reading = read_anki(source, wrong_from_others=wishes.wrong_from_others)
        case "opentrivia":
            reading = read_trivia(source)
        case _:  # a sheet that was saved as text, Kahoot's too
            reading = read_csv(source)
    return form, source, reading


def _declared(data: bytes) -> str:
    """The encoding that an XML file names, unless it is UTF-8 anyway."""
    found = _DECLARED.match(data[:400])
    try:
        data.decode("utf-8")
    except UnicodeError:
        return found[1].decode("ascii").lower() if found else ""
    return ""


def _by_place(found: LeftOut) -> tuple[int, int, int]:
    return found.place.row, found.place.number, found.place.line


def _title(reading: Reading, stem: str) -> str:
    said = reading.deck.get("title", "")
    if reading.exact and said:
        return said
    words = "".join(sign for sign in said or stem if sign.isprintable()).strip()
    return words[:80] or "deck"


def _written(text: str) -> bytes:
    """The deck's bytes, read once more as the game will read them."""
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > LARGEST_DECK:
        raise _too_large(LARGEST_DECK)
    content, problems = read_content(data, "deck.yaml", "deck")
    if content is None:
        first = errors_of(problems)[0]
        raise Unfit(first.message_id, first.fix_id, **first.values)
    return data
