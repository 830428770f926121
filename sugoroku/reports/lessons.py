"""The lessons themselves: the head of the report, and a row for each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from markupsafe import Markup

from sugoroku.model.results import LessonResults
from sugoroku.model.survey import FEWEST_SHOWN, Moment
from sugoroku.reports import joining
from sugoroku.reports.bars import row_of_bars
from sugoroku.reports.blocks import NONE
from sugoroku.reports.words import Words, percent, right_of


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson in the table of lessons, in words."""

    number: str
    when: str
    place: str
    grade: str
    pupils: str
    teams: str
    minutes: str
    quiz: str
    bar: Markup
    before: str
    after: str
    gain: str


def lesson_row(place: int, lesson: LessonResults, tr: Words) -> LessonRow:
    answers = sum(tally.answers for tally in lesson.quiz)
    right = sum(tally.right for tally in lesson.quiz)
    known = joining.known(joining.items((lesson,)))
    started = moment_of(lesson)
    return LessonRow(
        number=tr.number(place),
        when=f"{started:%Y-%m-%d %H:%M}" if started else lesson.started,
        place=lesson.place or lesson.title,
        grade=NONE if lesson.grade is None else tr.number(lesson.grade),
        pupils=tr.number(lesson.pupils) if lesson.pupils else NONE,
        teams=tr.number(len(lesson.teams)) if lesson.teams else NONE,
        minutes=tr.number(lesson.minutes),
        quiz=right_of(right, answers, tr) if answers else NONE,
        bar=row_of_bars((right / answers,)) if answers else Markup(),
        before=crowd((lesson,), "before", tr) or NONE,
        after=crowd((lesson,), "after", tr) or NONE,
        gain=NONE
        if known is None
        else f"{percent(known.right_before, known.before, tr)} → "
        f"{percent(known.right_after, known.after, tr)}",
    )


def crowd(lessons: Sequence[LessonResults], moment: Moment, tr: Words) -> str:
    """How many pupils answered the survey of this moment; empty when none was taken."""
    shown, withheld = joining.counted(lessons, moment)
    if withheld and not shown:
        return tr("under {n}", n=tr.number(FEWEST_SHOWN))
    return tr.number(shown) if shown else ""


def _when(lesson: LessonResults, tr: Words) -> str:
    started = moment_of(lesson)
    return f"{tr.day(started)}, {started:%H:%M}" if started else lesson.started


def moment_of(lesson: LessonResults) -> datetime | None:
    """None when the journal has no readable time."""
    try:
        return datetime.fromisoformat(lesson.started)
    except ValueError:
        return None


def facts(lessons: Sequence[LessonResults], tr: Words) -> list[tuple[str, str]]:
    """The head of the page: names and values."""
    grades = sorted({lesson.grade for lesson in lessons if lesson.grade is not None})
    found = [
        (tr("Town"), tr.listed(unique(lesson.place for lesson in lessons))),
        (tr("Game"), tr.listed(unique(lesson.title for lesson in lessons))),
        (tr("Date"), _period(lessons, tr)),
        (tr("Lessons"), tr.number(len(lessons)) if len(lessons) > 1 else ""),
        (tr("Played in"), tr.listed(unique(tr.language_name(x.language) for x in lessons))),
        (
            tr("School years") if len(grades) > 1 else tr("School year"),
            ", ".join(map(tr.number, grades)),
        ),
        (tr("Pupils"), tr.number(sum(lesson.pupils for lesson in lessons))),
        (tr("Teams"), _teams(lessons, tr)),
        (tr("Time played"), _minutes(lessons, tr)),
    ]
    return [(name, value) for name, value in found if value]


def _period(lessons: Sequence[LessonResults], tr: Words) -> str:
    if len(lessons) == 1:
        return _when(lessons[0], tr)
    days = unique(tr.day(day) for day in map(moment_of, lessons) if day is not None)
    return days[0] if len(days) == 1 else f"{days[0]} – {days[-1]}" if days else ""


def _teams(lessons: Sequence[LessonResults], tr: Words) -> str:
    if len(lessons) > 1:
        return tr.number(sum(len(lesson.teams) for lesson in lessons))
    sizes = lessons[0].teams
    return f"{tr.number(len(sizes))} ({' + '.join(map(tr.number, sizes))})" if sizes else ""


def _minutes(lessons: Sequence[LessonResults], tr: Words) -> str:
    least = min(lesson.minutes for lesson in lessons)
    most = max(lesson.minutes for lesson in lessons)
    if least == most:
        return tr.plural("{n} minute", "{n} minutes", most) if most else ""
    return tr("{least} to {most} minutes", least=tr.number(least), most=tr.number(most))


def unique(words: Iterable[str]) -> list[str]:
    """Each once, in order, without empty ones."""
    return [word for word in dict.fromkeys(words) if word]


def numbers(places: Sequence[int]) -> str:
    """Places from 0 as people count them: `1–3, 7`."""
    runs = [
        [place for _, place in run]
        for _, run in groupby(enumerate(sorted(places)), lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(
        str(run[0] + 1) if len(run) == 1 else f"{run[0] + 1}–{run[-1] + 1}" for run in runs
    )
