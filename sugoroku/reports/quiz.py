"""The quiz of one lesson or many: by topic, the hardest and the easiest, every question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from sugoroku.model.ids import TOPICS, Topic
from sugoroku.model.results import LessonResults
from sugoroku.reports import joining
from sugoroku.reports.bars import row_of_bars
from sugoroku.reports.blocks import NONE, Row, side_by_side
from sugoroku.reports.joining import QuestionSum
from sugoroku.reports.words import Words, percent, right_of, topic_name

MOST_LISTED = 5
"""Of the hardest and of the easiest questions."""
ENOUGH = (10, 5, 3)
"""Answers that a question needs to be called hard or easy: the most that leaves questions."""
NO_BAR = Markup()
FEWEST_LISTED = 2 * MOST_LISTED
FEWEST_FOR_PERCENT = 5


@dataclass(frozen=True, slots=True)
class Quiz:
    """Answers of teams."""

    answers: int = 0
    right: int = 0
    bar: Markup = NO_BAR
    topics: tuple[Row, ...] = ()
    least: int = 0
    """Answers that each of the hardest and easiest has at least; 0: none has enough."""
    hardest: tuple[Row, ...] = ()
    easiest: tuple[Row, ...] = ()
    questions: tuple[tuple[str, tuple[Row, ...]], ...] = ()
    """By topic; those seldom right first."""


def quiz(lessons: Sequence[LessonResults], tr: Words) -> Quiz:
    asked = sorted(joining.questions(lessons), key=_difficulty)
    topics = [(topic, [q for q in asked if q.topic == topic]) for topic in TOPICS]
    topics = [(topic, found) for topic, found in topics if found]
    enough, least = _enough(asked)
    middle = (len(enough) + 1) // 2
    hard = [q for q in enough[:middle] if q.right < q.answers][:MOST_LISTED]
    easy = [q for q in reversed(enough[middle:]) if q.right][:MOST_LISTED]
    answers, right = sum(q.answers for q in asked), sum(q.right for q in asked)
    return Quiz(
        answers=answers,
        right=right,
        bar=row_of_bars((right / answers,)) if answers else NO_BAR,
        topics=tuple(
            replace(_summed(topic_name(topic, tr), found, tr), lessons=_each(topic, lessons, tr))
            for topic, found in topics
        ),
        least=least,
        hardest=tuple(_summed(q.ask, (q,), tr) for q in hard),
        easiest=tuple(_summed(q.ask, (q,), tr) for q in easy),
        questions=tuple(
            (topic_name(topic, tr), tuple(_summed(q.ask, (q,), tr) for q in found))
            for topic, found in topics
        ),
    )


def _each(topic: Topic, lessons: Sequence[LessonResults], tr: Words) -> tuple[str, ...]:
    """Right answers of each lesson, where they stand side by side."""
    if not side_by_side(len(lessons)):
        return ()
    found = [[tally for tally in lesson.quiz if tally.topic == topic] for lesson in lessons]
    return tuple(
        f"{tr.number(sum(q.right for q in asked))}/{tr.number(sum(q.answers for q in asked))}"
        if asked
        else NONE
        for asked in found
    )


def _difficulty(question: QuestionSum) -> tuple[float, int, str]:
    return question.right / question.answers, -question.answers, question.ask


def _enough(asked: Sequence[QuestionSum]) -> tuple[list[QuestionSum], int]:
    """Questions answered so often that hard and easy mean something; and how often."""
    for least in ENOUGH:
        found = [question for question in asked if question.answers >= least]
        if len(found) >= FEWEST_LISTED or (found and least == ENOUGH[-1]):
            return found, least
    return [], 0


def _summed(label: str, questions: Iterable[QuestionSum], tr: Words) -> Row:
    found = tuple(questions)
    answers = sum(question.answers for question in found)
    right = sum(question.right for question in found)
    share = percent(right, answers, tr) if answers >= FEWEST_FOR_PERCENT else ""
    return Row(label, row_of_bars((right / answers,)), (right_of(right, answers, tr), share))
