"""The files of a session folder that are made from its journal and `edition.json`.

Each can be made again at any time, byte for byte; one that cannot be written waits for the next
`settle`.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from sugoroku.model.edition import Edition
from sugoroku.model.survey import MOMENTS
from sugoroku.records import disk
from sugoroku.records.codebook import codebook_rows
from sugoroku.records.codec import CountLine, Line, SurveyLine, SurveyUndone
from sugoroku.records.course import played_minutes, spoken_language
from sugoroku.records.csv_writing import table
from sugoroku.records.errors import not_written
from sugoroku.records.journal import LOCK, Read
from sugoroku.records.lock import Lock
from sugoroku.records.quiz_log import quiz_rows
from sugoroku.records.session_facts import read_me, session_facts
from sugoroku.records.session_folder import SessionFolder
from sugoroku.records.survey_log import count_rows, items_of, survey_rows
from sugoroku.records.words import Words
from sugoroku.session.recorder import N_, RecorderBroke, RecordingFailed

MADE = (
    "quiz.csv", "survey.csv", "survey-counts.csv", "codebook.csv", "session.json", "README.txt",
)  # fmt: skip
Make = Callable[[Edition, Sequence[Line], Words], bytes]
WordsIn = Callable[[str, Edition], Words]
"""The words of a language for the texts of an edition."""


def _survey(edition: Edition, lines: Sequence[Line], words: Words) -> bytes:
    return table(survey_rows(edition, lines, words))


def _counts(edition: Edition, lines: Sequence[Line], words: Words) -> bytes:
    return table(count_rows(edition, lines, words))


def _codebook(edition: Edition, lines: Sequence[Line], words: Words) -> bytes:
    return table(codebook_rows(edition, lines, words))


class MadeFile:
    """One of them. `behind`: what is on the disk may be old."""

    def __init__(self, path: Path, make: Make, *, in_words: bool) -> None:
        """`in_words`: it depends on the language spoken now."""
        self.path = path
        self.make = make
        self.in_words = in_words
        self.behind = True

    def settle(self, edition: Edition, lines: Sequence[Line], words: Words) -> None:
        """Write it if it is behind or gone. RecordingFailed when that cannot be now."""
        try:
            there = self.path.exists()
            if self.behind or not there:
                data = self.make(edition, lines, words)
                if not there or self.path.read_bytes() != data:
                    disk.replace_file(self.path, data, at_once=False)
        except OSError as fault:
            raise not_written(self.path, fault) from fault
        self.behind = False


class MadeFiles:
    """All but `quiz.csv`, which has its own recorder."""

    def __init__(self, folder: SessionFolder, edition: Edition, lines: list[Line]) -> None:
        """`lines` are the journal's and grow with it."""
        self._edition = edition
        self._lines = lines
        self._minutes = 0
        self._asked = {item.id for moment in MOMENTS for item in items_of(edition, lines, moment)}
        self.survey = MadeFile(folder.survey, _survey, in_words=False)
        self.counts = MadeFile(folder.counts, _counts, in_words=False)
        self.codebook = MadeFile(folder.codebook, _codebook, in_words=True)
        self.about = MadeFile(folder.about, session_facts, in_words=True)
        self.read_me = MadeFile(folder.read_me, read_me, in_words=True)
        has_survey = any(map(edition.survey_at, MOMENTS))
        of_survey = (self.survey, self.counts) if has_survey else ()
        self.all = (*of_survey, self.codebook, self.about, self.read_me)

    def appended(self, line: Line) -> None:
        """A new line of the journal: what it changes is behind."""
        match line:
            case SurveyLine(answers=answers):
                self.survey.behind = True
                self._widen(answers)
            case SurveyUndone():
                self.survey.behind = True
            case CountLine(item=item):
                self.counts.behind = True
                self._widen((item,))
            case _:
                pass

    def _widen(self, items: Iterable[str]) -> None:
        """Items that this class is not asked have columns once they are answered."""
        new = set(items) - self._asked
        if new:
            self._asked |= new
            self.survey.behind = self.codebook.behind = True

    def spoken(self) -> None:
        """Another language, or other words of it."""
        for file in self.all:
            file.behind |= file.in_words

    def keep_words(self) -> None:
        """Those in words are good as they are, where they are."""
        for file in self.all:
            file.behind &= not file.in_words

    def settle(self, words: Words) -> dict[str, RecordingFailed]:
        """Write each for itself; the failures by the names of their files."""
        minutes = played_minutes(self._lines)
        if minutes != self._minutes:
            self._minutes, self.about.behind = minutes, True
        failed = {}
        for file in self.all:
            try:
                file.settle(self._edition, self._lines, words)
            except RecordingFailed as failure:
                failed[file.path.name] = failure
            except Exception as fault:  # a class must not stop because of a table
                broken = RecorderBroke(N_("A record could not be written: {why}"), why=fault)
                broken.__cause__ = fault
                failed[file.path.name] = broken
        return failed


def export(folder: SessionFolder, words_in: WordsIn) -> tuple[Path, ...]:
    """Write all of them again, `quiz.csv` too; their paths.

    RecordsError when the session cannot be read or another program has it open; RecordingFailed
    when a file cannot be written.
    """
    lines = Read(folder.journal).lines
    edition, _ = folder.read_edition()
    words = words_in(spoken_language(lines), edition)
    lock = Lock(folder.journal.with_name(LOCK))
    try:
        files = MadeFiles(folder, edition, lines).all
        for file in files:
            file.settle(edition, lines, words)
        quiz = MadeFile(folder.quiz, _quiz, in_words=False)
        quiz.settle(edition, lines, words)
    finally:
        lock.release()
    return (quiz.path, *(file.path for file in files))


def _quiz(edition: Edition, lines: Sequence[Line], words: Words) -> bytes:
    return table(quiz_rows(edition, lines))
