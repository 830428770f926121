"""What came out of a lesson, in numbers: for the results screen and for reports.

Words are in one language already (the class's, or that of a report), without furigana.
"""

from typing import Literal

import msgspec

from sugoroku.model.ids import Level, QuestionId, Topic
from sugoroku.model.survey import FEWEST_SHOWN

ItemKind = Literal["faces", "choice", "several", "yes_maybe_no", "text", "number", "knowledge"]


class ItemTally(msgspec.Struct, frozen=True, kw_only=True):
    """One item of a survey over a class, pupils and raised hands together."""

    item: str
    kind: ItemKind
    ask: str
    answered: int
    """Pupils who did not leave it out; of raised hands for `several`, those who were there."""
    alone: int = 0
    """Of them, those who answered for themselves, on the computer or on paper: nobody saw it."""
    options: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    """One for each option. Of `knowledge` the last is “I don't know yet”."""
    right: int | None = None
    """Of `knowledge`: the place of the right option."""
    numbers: tuple[int, ...] = ()
    """Of `number`: all of them, from small to large."""
    texts: tuple[str, ...] = ()
    """Of `text`: all of them, in an order that does not tell who wrote them."""
    smiling: bool = False
    """Of `faces`: all are glad."""

    @property
    def guessable(self) -> bool:
        """So few answers that a pupil could be found out; also beside hands that all could see."""
        return self.answered < FEWEST_SHOWN or 0 < self.alone < FEWEST_SHOWN


class QuizTally(msgspec.Struct, frozen=True, kw_only=True):
    """One question over a lesson: answers of teams, those taken back not counted."""

    question: QuestionId
    topic: Topic
    level: Level
    ask: str
    answers: int
    right: int


class LessonResults(msgspec.Struct, frozen=True, kw_only=True):
    """One session. Times are ISO 8601 with their zone; `grade` None: not chosen."""

    session: str
    edition: str
    title: str
    place: str
    language: str
    """The class's."""
    program: str
    content: str
    """Digest of `edition.json`."""
    started: str
    minutes: int
    """Played, without long breaks."""
    grade: int | None = None
    teams: tuple[int, ...] = ()
    """Pupils in each."""
    quiz: tuple[QuizTally, ...] = ()
    before: tuple[ItemTally, ...] = ()
    """Empty where the class was not asked; so is `after`."""
    after: tuple[ItemTally, ...] = ()

    @property
    def pupils(self) -> int:
        return sum(self.teams)
