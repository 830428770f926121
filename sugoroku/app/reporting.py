"""Reports on lessons: reads their folders, and writes the page."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from sugoroku.app.house import House
from sugoroku.i18n.translator import Translator, without_furigana
from sugoroku.model.results import LessonResults
from sugoroku.model.text import Text
from sugoroku.records import disk
from sugoroku.records.course import spoken_language
from sugoroku.records.errors import RecordsError, why
from sugoroku.records.journal import JOURNAL, Read
from sugoroku.records.results import lesson_results
from sugoroku.records.session_folder import SESSIONS, SessionFolder
from sugoroku.session.recorder import N_


class GrownUpWords:
    """A translator without furigana: reports are read by adults."""

    def __init__(self, tr: Translator) -> None:
        self._tr = tr
        self.language = tr.language

    def __call__(self, message: str, /, **values: object) -> str:
        return without_furigana(self._tr(message, **values))

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        return without_furigana(self._tr.plural(one, many, n, **values))

    def plain(self, text: Text) -> str:
        return self._tr.plain(text)

    def number(self, value: float) -> str:
        return self._tr.number(value)

    def listed(self, items: Sequence[str]) -> str:
        return self._tr.listed(items)

    def day(self, when: datetime) -> str:
        return self._tr.day(when)

    def language_name(self, code: str) -> str:
        return self._tr.language_name(code)


def write_report(
    house: House, sessions: Sequence[Path], out: Path, tr: Translator, *, with_texts: bool = True
) -> tuple[tuple[str, str], ...]:
    """Write one page about the lessons in the folders `sessions` to `out`, in the language of `tr`.

    What was asked is said in that language too, as far as it is translated; what pupils wrote
    stays as it is. Returns the sessions that could not be read, each with the reason; the page
    names them. RecordsError, and no page, when none can be read or `out` cannot be written.
    """
    from sugoroku.reports.page import report_html  # templates and charts are seldom needed

    lessons, unread = [], []
    for folder in dict.fromkeys(path.resolve() for path in sessions):
        try:
            lessons.append(_results(house, folder, tr))
        except RecordsError as fault:
            unread.append((folder.name, fault.told(tr)))
    if not lessons:
        reasons = " ".join(f"{name}: {reason}" for name, reason in unread)
        raise RecordsError(N_("None of these lessons can be read. {reasons}"), reasons=reasons)
    page = report_html(lessons, GrownUpWords(tr), unread=unread, with_texts=with_texts)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        disk.replace_file(out, page.encode("utf-8", "replace"))
    except OSError as fault:
        raise why(fault) from fault
    return tuple(unread)


def _results(house: House, folder: Path, tr: Translator) -> LessonResults:
    """RecordsError when the lesson cannot be read."""
    files = SessionFolder(folder)
    spoken = spoken_language(Read(files.journal).lines)
    edition = files.read_edition()[0]
    words = GrownUpWords(house.translator(tr.language, edition.languages(), edition.pack))
    return msgspec.structs.replace(lesson_results(files, words), language=spoken)


def sessions_in(given: Sequence[Path], data_folder: Path) -> Iterator[Path]:
    """The session folders that `given` names: folders, names in the data folder, or folders full
    of sessions. What is none of these is passed on as it is, to be named as unreadable.
    """
    for path in given:
        known = data_folder / SESSIONS / path
        folder = path if path.exists() or not known.is_dir() else known
        if folder.name == JOURNAL:
            folder = folder.parent
        inside = sorted(found.parent for found in folder.glob(f"*/{JOURNAL}"))
        yield from [folder] if (folder / JOURNAL).is_file() or not inside else inside


def shared_language(sessions: Sequence[Path]) -> str:
    """The language that all of these classes spoke; empty when they did not speak the same."""
    found = set()
    for folder in sessions:
        try:
            found.add(spoken_language(Read(folder / JOURNAL).lines))
        except RecordsError:
            continue
    return found.pop() if len(found) == 1 else ""
