"""All records of one lesson: the session with its recorders, and the survey after it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from time import monotonic

import msgspec

from sugoroku import __version__
from sugoroku.engine.game import Game
from sugoroku.engine.state import Finished
from sugoroku.model.edition import Edition
from sugoroku.model.results import ItemTally
from sugoroku.model.setup import GameSetup
from sugoroku.model.survey import Moment, SurveyValue, Way
from sugoroku.records.codec import (
    CommandLine,
    CountLine,
    Header,
    Note,
    RedoLine,
    SurveyLine,
    SurveyUndone,
    UndoLine,
)
from sugoroku.records.course import played_ms, spoken_language
from sugoroku.records.errors import not_saved, told_calmly
from sugoroku.records.game_log import Clock, GameLog
from sugoroku.records.journal import Journal
from sugoroku.records.made_files import MadeFiles
from sugoroku.records.quiz_log import QuizLog
from sugoroku.records.results import item_tallies
from sugoroku.records.resume import LessonPhase, folder_of, lesson_phase, resumed
from sugoroku.records.session_folder import Now, SessionFolder, content_digest, edition_bytes
from sugoroku.records.survey_log import hands, kept_answers, surveys
from sugoroku.records.words import Words, option_words, survey_labels
from sugoroku.session.recorder import RecorderBroke, RecordingFailed, Translate
from sugoroku.session.session import Session
from sugoroku.session.step import Entry


def local_now() -> datetime:
    """The time of day, with its zone."""
    return datetime.now().astimezone()


class _ContentLog:
    """Keeps `edition.json` in the folder, also when the folder was taken away in between."""

    def __init__(self, folder: SessionFolder, edition: Edition) -> None:
        self._folder = folder
        self._edition = edition

    def record(self, entry: Entry) -> None:
        self.settle()

    def settle(self) -> None:
        try:
            if not self._folder.edition.exists():
                self._folder.path.mkdir(parents=True, exist_ok=True)
                self._folder.write_edition(self._edition)
        except OSError as fault:
            raise not_saved(fault) from fault


class LessonRecords:
    """Made by `begin` or `resume`. Nothing here ever stops a lesson: see `trouble`."""

    def __init__(
        self,
        session: Session,
        folder: SessionFolder,
        journal: Journal,
        words: Words,
        now: Now = local_now,
        clock: Clock = monotonic,
    ) -> None:
        self.session = session
        self.edition = session.game.edition
        self.setup = session.game.setup
        self._files = folder
        self._journal = journal
        self._words = words
        self._now = now
        self._made = MadeFiles(folder, self.edition, journal.lines)
        self._unmade: dict[str, RecordingFailed] = {}
        self._failed: dict[str, RecordingFailed] = {}
        self._log = GameLog(journal, self.edition, session.state, words, now, clock)
        self._content = _ContentLog(folder, self.edition)
        self._quiz = QuizLog(folder.quiz, self.edition, journal)
        for recorder in (self._log, self._content, self._quiz):
            session.attach(recorder)
        if len(journal.lines) > 1:  # until it is told what words the class speaks now
            self._made.keep_words()
        self._settle()

    @classmethod
    def begin(
        cls,
        data_folder: Path,
        edition: Edition,
        setup: GameSetup,
        words: Words,
        now: Now = local_now,
        clock: Clock = monotonic,
    ) -> "LessonRecords":
        """A new folder in `data_folder`, and a new game. RecordsError when it cannot be made;
        ValueError for a setup that the game does not allow."""
        session = Session(Game.of(edition, setup))
        folder = SessionFolder.create(data_folder, edition.board.id, now)
        header = Header(
            program=__version__,
            session=folder.path.name,
            setup=setup,
            language=words.language,
            content=content_digest(edition_bytes(edition)),
            started=now(),
        )
        return cls(session, folder, Journal.create(folder.journal, header), words, now, clock)

    @classmethod
    def resume(
        cls, path: Path, words: Words, now: Now = local_now, clock: Clock = monotonic
    ) -> "LessonRecords":
        """Go on with a folder of `begin`. RecordsError when it cannot be."""
        folder = folder_of(path)
        journal = Journal.open(folder.journal)
        try:
            found = resumed(folder, journal.lines)
        except BaseException:
            journal.close()
            raise
        records = cls(found.session, folder, journal, words, now, clock)
        records._note("resumed", __version__)
        return records

    @property
    def folder(self) -> Path:
        return self._files.path

    @property
    def phase(self) -> LessonPhase:
        return lesson_phase(self._journal.lines)

    def keep_marks(self, marks: list[dict[str, object]]) -> None:
        """What is marked at the open question and not answered yet."""
        self._note("marks", msgspec.json.encode(marks).decode())

    def marks(self) -> list[dict[str, object]]:
        """As kept since the last step of the game; none, when that was later."""
        for line in reversed(self._journal.lines):
            if isinstance(line, CommandLine | UndoLine | RedoLine):
                break
            if isinstance(line, Note) and line.what == "marks":
                with suppress(msgspec.ValidationError, msgspec.DecodeError):
                    return msgspec.json.decode(line.value, type=list[dict[str, object]])
        return []

    @property
    def elapsed_ms(self) -> float:
        """How long the class has played, by the journal; long breaks count a minute."""
        return played_ms(self._journal.lines)

    @property
    def language(self) -> str:
        """The language spoken last."""
        return spoken_language(self._journal.lines)

    @property
    def survey_begun(self) -> bool:
        return self.phase == "survey"

    def surveyed(self, moment: Moment = "after") -> int:
        """How many pupils have answered one by one or on paper."""
        return len(surveys(self._journal.lines, moment))

    def hands(self, moment: Moment = "after") -> dict[str, CountLine]:
        """The raised hands noted so far, by item."""
        return hands(self._journal.lines, moment)

    def tallies(self, moment: Moment = "after") -> tuple[ItemTally, ...]:
        """What the class has said so far, an item each."""
        lines, grade = self._journal.lines, self.setup.grade
        return item_tallies(self.edition, grade, lines, moment, self._words)

    def speak(self, words: Words) -> None:
        """Answers are written down in this language from now on."""
        if words.language != self.language:
            self._note("language", words.language)
        self._words = self._log.words = words
        self._made.spoken()
        self._settle()

    def question_shown(self) -> None:
        """The open question can be read now; its seconds count from here."""
        self._log.question_shown()

    def begin_survey(self, moment: Moment = "after") -> None:
        """A game resumed from now on goes on with the survey."""
        if self.phase != ("survey" if moment == "after" else "before"):
            self._note("survey", "" if moment == "after" else moment)

    def end_survey_before(self) -> None:
        """The game begins; one resumed from now on goes on there."""
        if self.phase == "before":
            self._note("play")

    def save_survey(
        self, answers: Mapping[str, SurveyValue], moment: Moment = "after", way: Way = "alone"
    ) -> int:
        """Keep a pupil's answers: on the disk, or told by `trouble`. The pupil's number."""
        pupil = self.surveyed(moment) + 1
        kept = kept_answers(self.edition, moment, answers)
        line = SurveyLine(
            moment=moment,
            way=way,
            pupil=pupil,
            when=self._now(),
            answers=kept,
            labels=survey_labels(self.edition, moment, kept, self._words),
        )
        self._append(line)
        return pupil

    def undo_survey(self, moment: Moment = "after") -> bool:
        """The last pupil's answers do not count, and its number is free; False: there are none."""
        pupil = self.surveyed(moment)
        if pupil:
            self._append(SurveyUndone(moment=moment, pupil=pupil, when=self._now()))
        return pupil > 0

    def save_hands(
        self, item: str, counts: Sequence[int], pupils: int, moment: Moment = "after"
    ) -> None:
        """Keep the raised hands for an item instead of those before; no counts: none."""
        survey = self.edition.survey_at(moment)
        named = [each for each in (survey.items if survey else ()) if each.id == item]
        line = CountLine(
            moment=moment,
            item=item,
            counts=tuple(counts),
            pupils=pupils,
            when=self._now(),
            labels=option_words(self.edition, named[0], self._words) if named and counts else (),
        )
        self._append(line)

    def trouble(self, tr: Translate) -> str:
        """What is not on the disk, tried once more, in words for the teacher; empty: all is."""
        self._settle()
        broken = (f for f in self.session.trouble if isinstance(f, RecorderBroke))
        return told_calmly((*self._failed.values(), *self._unmade.values(), *broken), tr)

    def close(self, done: bool | None = None) -> None:
        """Write what waits and give the folder free.

        `done`: the lesson is over and not offered to be gone on with. None: it is, when the
        game is finished and somebody has answered the survey, if there is one.
        """
        if done is None:
            over = isinstance(self.session.state.phase, Finished)
            done = over and (
                self.edition.survey is None or self.surveyed() > 0 or bool(self.hands())
            )
        if done and self.phase != "done":
            self._note("done")
        self._made.about.behind = True
        self._settle()
        self._journal.close()

    def _note(self, what: str, value: str = "") -> None:
        self._append(Note(what=what, when=self._now(), value=value))

    def _append(self, line: SurveyLine | SurveyUndone | CountLine | Note) -> None:
        self._made.appended(line)
        self._try("journal", lambda: self._journal.append(line))
        self._settle()

    def _settle(self) -> None:
        """Write what waits, each thing for itself."""
        self._try("journal", self._journal.settle)
        self._try("content", self._content.settle)
        self._try("quiz", self._quiz.settle)
        self._unmade = self._made.settle(self._words)

    def _try(self, name: str, write: Callable[[], None]) -> None:
        try:
            write()
        except RecordingFailed as failure:
            self._failed[name] = failure
        else:
            self._failed.pop(name, None)
