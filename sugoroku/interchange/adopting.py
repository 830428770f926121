"""Foreign questions become ours: cleaned, named, completed, checked as `sugoroku check` does."""

import re
import unicodedata
from collections.abc import Mapping

import msgspec

from sugoroku.content.document import Tree
from sugoroku.content.entries import EntryFault, faults_of_question
from sugoroku.content.problems import N_
from sugoroku.content.schema_types import LONGEST_TEXT
from sugoroku.interchange.findings import (
    MOST_QUESTIONS,
    Entry,
    Found,
    LeftOut,
    Place,
    Reading,
    sample_of,
    too_many,
)
from sugoroku.model.ids import TOPICS, Level, Topic

MOST_FAULTS = 3
"""Told of one question."""
_LONGEST_ID = 40
_NAME = re.compile(r"[a-z0-9_-]{1,64}")
_SPARE = ("explain", "hint")
_FIELDS_OF_GROUPS = {"source": "source_", "image": "image_"}
_KANA = re.compile("[ぁ-んァ-ヴ]")


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What the author says of the new deck; "" and None: as the file says, or a usual value."""

    id: str = ""
    language: str = ""
    title: str = ""
    topic: Topic | None = None
    level: Level | None = None
    wrong_from_others: bool = False


class _Names:
    """Gives each question an id of its own."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self.numbered = 0

    def give(self, wanted: str) -> str:
        base = wanted
        if not base:
            self.numbered += 1
            base = f"q{self.numbered}"
        name, n = base, 1
        while name in self.taken:
            n += 1
            name = f"{base[: 63 - len(str(n))]}-{n}"
        self.taken.add(name)
        return name


def name_from(text: str) -> str:
    """Small letters, digits and dashes of a text; "" when it has none."""
    plain = unicodedata.normalize("NFKD", text[:200]).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    name = ""
    for word in words:
        if name and len(name) + len(word) >= _LONGEST_ID:
            break
        name = f"{name}-{word}" if name else word[:_LONGEST_ID]
    return name


def language_of(reading: Reading, wishes: Wishes) -> str:
    """As wished or said; Japanese where there are kana; else English, with a note."""
    said = wishes.language or reading.deck.get("language", "")
    if re.fullmatch(r"[a-z]{2,3}(_[A-Za-z]{2,4})?", said):
        return said
    if any(_KANA.search(str(found.entry.get("ask", ""))) for found in reading.found[:50]):
        return "ja"
    if reading.found:
        reading.note(N_("The language is set to “en”; say it with --language if it is another."))
    return "en"


def adopt(reading: Reading, wishes: Wishes, language: str) -> list[Entry]:
    """The questions that can be played; the others are added to what is left out."""
    kept: list[Entry] = []
    seen: dict[str, Place] = {}
    names = _Names()
    missing = {"topic": 0, "level": 0}
    for found in reading.found:
        if len(kept) >= MOST_QUESTIONS:
            reading.leave_out(too_many(), found.place, str(found.entry.get("ask", "")))
            continue
        if not reading.exact:
            _clean(found.entry)
            _drop_long_remarks(found, reading)
        twin = seen.setdefault(_essence(found.entry, reading.exact), found.place)
        if twin is not found.place:
            reading.refuse(_same_as(twin, found))
            continue
        said = str(found.entry.get("id", ""))
        wanted = _complete(found, wishes, missing)
        faults = faults_of_question(found.entry, language)
        if faults:
            told = {fault.message_id: fault for fault in reversed(faults)}  # the first of each
            few = sorted(told.values(), key=faults.index)[:MOST_FAULTS]
            for fault in few:
                reading.refuse(_told(fault, found))
            continue
        found.entry["id"] = names.give(wanted)
        if said and found.entry["id"] != said:
            reading.note(
                N_("The id “{name}” is used twice or is none; “{other}” was written."),
                found.place,
                name=said,
                other=found.entry["id"],
            )
        kept.append(found.entry)
    _tell_of_missing(missing, wishes, reading)
    return kept


def _clean(entry: Entry) -> None:
    """Texts of other programs: on one line, without spaces at the ends and marks nobody sees."""
    for name, value in entry.items():
        if isinstance(value, str):
            entry[name] = _on_one_line(value)
        elif isinstance(value, list) and name in ("options", "answer"):
            entry[name] = [_on_one_line(item) if isinstance(item, str) else item for item in value]


def _on_one_line(text: str) -> str:
    return " ".join(text.replace("\ufeff", "").replace("\u00ad", "").split())


def _drop_long_remarks(found: Found, reading: Reading) -> None:
    """A question is not lost because of a remark that no screen holds."""
    for name in _SPARE:
        value = found.entry.get(name)
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            del found.entry[name]
            reading.note(
                N_("“{name}” is longer than {most} characters and was left out."),
                found.place,
                name=name,
                most=LONGEST_TEXT,
            )


def _essence(entry: Mapping[str, Tree], with_id: bool) -> str:
    """What makes two questions the same; ids count where an author of ours gave them."""
    return repr(sorted((name, value) for name, value in entry.items() if with_id or name != "id"))


def _complete(found: Found, wishes: Wishes, missing: dict[str, int]) -> str:
    """Fills in topic and level, puts a stand-in for the id; the id that is wanted."""
    entry = found.entry
    said = str(entry.get("id", ""))
    wanted = said if _NAME.fullmatch(said) else name_from(said)
    wanted = wanted or name_from(found.name) or name_from(str(entry.get("ask", "")))
    if "topic" not in entry:
        missing["topic"] += 1
        entry["topic"] = wishes.topic or TOPICS[0]
    if "level" not in entry:
        missing["level"] += 1
        entry["level"] = str(wishes.level or 1)
    entry["id"] = wanted or "q"
    return wanted


def _told(fault: EntryFault, found: Found) -> LeftOut:
    """At the question's place, with the reader's own name for the column."""
    group, _, inner = fault.field.partition(".")
    names = (_FIELDS_OF_GROUPS.get(group, "") + inner, group, f"{group[:-1]}_1")
    column = next((found.fields[name] for name in names if name in found.fields), "")
    place = msgspec.structs.replace(found.place, column=column)
    return LeftOut(
        place=place,
        message_id=fault.message_id,
        fix_id=fault.fix_id,
        values=fault.values,
        sample=sample_of(str(found.entry.get("ask", ""))),
    )


def _same_as(twin: Place, found: Found) -> LeftOut:
    message, n = (
        (N_("The same question stands in row {n}."), twin.row)
        if twin.row
        else (N_("The same question stands on line {n}."), twin.line)
        if twin.line
        else (N_("Question {n} is the same."), twin.number)
    )
    return LeftOut(
        place=found.place,
        message_id=message,
        fix_id=N_("Take one of them out."),
        values={"n": str(n)},
        sample=sample_of(str(found.entry.get("ask", ""))),
    )


def _tell_of_missing(missing: Mapping[str, int], wishes: Wishes, reading: Reading) -> None:
    if missing["topic"]:
        reading.note(
            N_("Without a topic of ours: {n}. They got “{topic}”; --topic changes it."),
            n=missing["topic"],
            topic=wishes.topic or TOPICS[0],
        )
    if missing["level"]:
        reading.note(
            N_("Without a level: {n}. They got {level}; --level changes it."),
            n=missing["level"],
            level=wishes.level or 1,
        )
