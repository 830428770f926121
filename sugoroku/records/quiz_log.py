"""`quiz.csv`: a row an answer, made from the journal. An answer taken back stays, marked."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from sugoroku.engine.events import Answered
from sugoroku.model.edition import Edition
from sugoroku.model.quiz import right_response
from sugoroku.records.codec import CommandLine, Line
from sugoroku.records.course import holding
from sugoroku.records.csv_writing import Cell, write_table
from sugoroku.records.errors import not_written
from sugoroku.records.journal import Journal
from sugoroku.records.words import answer_code
from sugoroku.session.recorder import RecordingFailed
from sugoroku.session.step import Entry, Step

COLUMNS = (
    "when",
    "round",
    "team",
    "question",
    "topic",
    "level",
    "chosen",
    "right",
    "seconds",
    "kind",
    "right_answer",
    "on_turn",
    "undone",
    "chosen_code",
    "right_code",
    "step",
)
WHEN = "%Y-%m-%d %H:%M:%S"
"""Local time, as a spreadsheet knows it."""


def quiz_rows(edition: Edition, lines: Sequence[Line]) -> Iterator[Sequence[Cell]]:
    """The head, then a row for each `Answered` event; `step` is its entry in the journal."""
    questions = {question.id: question for question in edition.questions}
    held = holding(lines)
    yield COLUMNS
    for line in lines:
        if not isinstance(line, CommandLine):
            continue
        answers = (event for event in line.events if isinstance(event, Answered))
        for event, said in zip(answers, line.said, strict=False):
            question = questions.get(event.question)
            if question is None:
                continue
            yield (
                f"{line.when:{WHEN}}",
                said.round,
                said.team,
                question.id,
                question.topic,
                question.level,
                said.chosen,
                event.right,
                None if line.seconds is None else f"{line.seconds:.1f}",
                str(question.__struct_config__.tag),
                said.right,
                event.on_turn,
                line.n not in held,
                answer_code(event.response),
                answer_code(right_response(question)),
                line.n,
            )


class QuizLog:
    """The recorder that keeps `quiz.csv` up to date; it comes after the journal's."""

    def __init__(self, path: Path, edition: Edition, journal: Journal) -> None:
        self._path = path
        self._edition = edition
        self._journal = journal
        self._behind = True
        with suppress(RecordingFailed):
            self.settle()

    def record(self, entry: Entry) -> None:
        """RecordingFailed when the file cannot be written now; it is tried at every entry then."""
        if not isinstance(entry, Step) or any(isinstance(e, Answered) for e in entry.events):
            self._behind = True
        self.settle()

    def settle(self) -> None:
        """Write the file if it is behind or gone. RecordingFailed as for `record`."""
        if not self._behind and self._path.exists():
            return
        try:
            write_table(self._path, quiz_rows(self._edition, self._journal.lines))
        except OSError as fault:
            raise not_written(self._path, fault) from fault
        self._behind = False
