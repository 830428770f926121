"""Turns the entries of a session into lines of its journal."""

from collections.abc import Callable
from typing import assert_never

from sugoroku.engine.commands import Answer, AnswerAll
from sugoroku.engine.events import Answered, QuestionAsked
from sugoroku.engine.state import AwaitAnswer, Phase, State
from sugoroku.model.edition import Edition
from sugoroku.model.quiz import right_response
from sugoroku.records.codec import CommandLine, GameLine, RedoLine, Said, UndoLine
from sugoroku.records.journal import Journal
from sugoroku.records.session_folder import Now
from sugoroku.records.words import Words, answer_words
from sugoroku.session.step import Entry, Redone, Step, Undone, digest

Clock = Callable[[], float]
"""Seconds that never go back: `time.monotonic`."""


class GameLog:
    """The recorder of the journal; it must be the first of a session's recorders."""

    def __init__(
        self,
        journal: Journal,
        edition: Edition,
        state: State,
        words: Words,
        now: Now,
        clock: Clock,
    ) -> None:
        """`state` is the one that the session begins, or goes on, with."""
        self.words = words
        self._journal = journal
        self._questions = {question.id: question for question in edition.questions}
        self._now = now
        self._clock = clock
        self._asked_at: float | None = None
        self._shown = False
        self._phase: Phase | None = None
        self._watch(state)

    def question_shown(self) -> None:
        """The open question can be read now: seconds count from here, the first time it is told."""
        if self._asked_at is not None and not self._shown:
            self._asked_at, self._shown = self._clock(), True

    def record(self, entry: Entry) -> None:
        """RecordingFailed when the disk refuses; the line waits then in the journal."""
        line = self._line(entry)
        self._watch(entry.state, _asks(entry))
        self._journal.append(line)

    def _line(self, entry: Entry) -> GameLine:
        when = self._now()
        match entry:
            case Step(number, command, events, _, state):
                return CommandLine(
                    n=number,
                    when=when,
                    seconds=self._seconds() if isinstance(command, Answer | AnswerAll) else None,
                    command=command,
                    events=events,
                    digest=digest(state),
                    said=tuple(
                        self._said(event, entry) for event in events if isinstance(event, Answered)
                    ),
                )
            case Undone(number, count):
                return UndoLine(n=number, when=when, count=count)
            case Redone(number, count):
                return RedoLine(n=number, when=when, count=count)
            case _:
                assert_never(entry)

    def _said(self, event: Answered, step: Step) -> Said:
        question = self._questions[event.question]
        team = step.before.team(event.team)
        return Said(
            team=f"{team.shape} {team.name}",
            round=step.before.round,
            chosen=answer_words(question, event.response, self.words),
            right=answer_words(question, right_response(question), self.words),
        )

    def _watch(self, state: State, asked: bool = False) -> None:
        """Start the watch when a question opens; commands beside it let it run."""
        if asked or state.phase != self._phase:
            self._asked_at = self._clock() if isinstance(state.phase, AwaitAnswer) else None
            self._shown = False
        self._phase = state.phase

    def _seconds(self) -> float | None:
        if self._asked_at is None:
            return None
        return max(0.0, round(self._clock() - self._asked_at, 1))


def _asks(entry: Entry) -> bool:
    return isinstance(entry, Step) and any(isinstance(e, QuestionAsked) for e in entry.events)
