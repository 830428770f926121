"""What stands where in a report; the words around it are in the templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sugoroku.model.results import LessonResults
from sugoroku.model.survey import FEWEST_SHOWN, MOMENTS
from sugoroku.reports import joining
from sugoroku.reports.blocks import Block, block, side_by_side, small_numbers
from sugoroku.reports.joining import WHEN, Item, Known, Misfit, When
from sugoroku.reports.lessons import crowd, facts, lesson_row, numbers, unique
from sugoroku.reports.quiz import quiz
from sugoroku.reports.words import Words, percent, right_of

TEMPLATES = Path(__file__).resolve().parent / "templates"
MOST_FIRST = 12
"""A longer list of lessons stands at the end."""


@dataclass(frozen=True, slots=True)
class Gain:
    """Right answers to the knowledge items, before and after the game."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Survey:
    """The blocks of one part of the page, and how to read them."""

    blocks: tuple[Block, ...] = ()
    note: str = ""


def report_html(
    lessons: Sequence[LessonResults],
    tr: Words,
    *,
    unread: Sequence[tuple[str, str]] = (),
    with_texts: bool = True,
) -> str:
    """The page about one lesson or several, at least one, in the language of `tr`.

    `unread`: sessions that are named as missing, each with the reason.
    """
    lessons = sorted(lessons, key=lambda lesson: (lesson.started, lesson.session))
    found = joining.items(lessons)
    surveys = {when: _survey(found, when, len(lessons), tr) for when in WHEN}
    voices = [
        block(item, len(lessons), tr, with_texts=with_texts)
        for item in found
        if item.asked.kind == "text"
    ]
    return (
        templates()
        .get_template("report.html")
        .render(
            tr=tr,
            lessons=lessons,
            rows_of_lessons=[
                lesson_row(place, lesson, tr) for place, lesson in enumerate(lessons, 1)
            ],
            facts=facts(lessons, tr),
            many=len(lessons) > 1,
            first=len(lessons) <= MOST_FIRST,
            lessons_beside=range(1, len(lessons) + 1) if side_by_side(len(lessons)) else (),
            places=tr.listed(unique(lesson.place or lesson.title for lesson in lessons)),
            pupils=sum(lesson.pupils for lesson in lessons),
            teams=sum(len(lesson.teams) for lesson in lessons),
            minutes=sum(lesson.minutes for lesson in lessons),
            quiz=quiz(lessons, tr),
            known=_known(joining.known(found), tr),
            asked={moment: crowd(lessons, moment, tr) for moment in MOMENTS},
            surveys=surveys,
            voices=Survey(tuple(voices)),
            misfits=[_misfit(misfit, tr) for misfit in joining.misfits(lessons)],
            unread=unread,
            fewest=FEWEST_SHOWN,
            programs=unique(lesson.program for lesson in lessons),
            contents=unique(lesson.content for lesson in lessons),
            percent=lambda part, whole: percent(part, whole, tr),
            right_of=lambda right, answers: right_of(right, answers, tr),
        )
    )


def templates() -> Environment:
    """Everything that is put into them is escaped."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _survey(found: Sequence[Item], when: When, lessons: int, tr: Words) -> Survey:
    here = [item for item in found if item.when == when and item.asked.kind != "text"]
    blocks = tuple(block(item, lessons, tr, with_texts=False) for item in here)
    return Survey(blocks, small_numbers(_fewest_pupils(here), tr))


def _fewest_pupils(found: Sequence[Item]) -> int:
    """Of the moment with fewer pupils: how many there were at most."""
    before = max((item.before.answered for item in found), default=0)
    after = max((item.after.answered for item in found), default=0)
    return min((pupils for pupils in (before, after) if pupils), default=0)


def _known(known: Known | None, tr: Words) -> Gain | None:
    if known is None:
        return None
    return Gain(
        before=percent(known.right_before, known.before, tr),
        after=percent(known.right_after, known.after, tr),
    )


def _misfit(misfit: Misfit, tr: Words) -> str:
    """`“fun”: not the same in the lessons 1–3 | 4: the wording.`."""
    names = {
        "kind": tr("the kind of question"),
        "ask": tr("the wording"),
        "options": tr("the answers to choose from"),
        "right": tr("the right answer"),
    }
    return tr(
        "“{item}”: not the same in the lessons {lessons}: {what}.",
        item=misfit.item,
        what=tr.listed([names[name] for name in misfit.differing]),
        lessons=" | ".join(numbers(places) for places in misfit.lessons),
    )
