"""A survey of every kind before and after the game, and classes that answer it."""

from collections.abc import Sequence
from random import Random

import msgspec
from small_table import edition, text

from sugoroku.model.edition import Edition
from sugoroku.model.survey import (
    ChoiceItem,
    Faces,
    Knowledge,
    NumberItem,
    Only,
    SeveralItem,
    Survey,
    SurveyItem,
    SurveyValue,
    TextItem,
    YesMaybeNo,
)
from sugoroku.model.text import Text
from sugoroku.records.lesson import LessonRecords

KNOWN = Knowledge(id="known", ask=Text("", "", ""), question="deck/choice")
TRUTH = Knowledge(id="truth", ask=Text("", "", ""), question="deck/truth")

BEFORE = Survey(
    id="before-play",
    language="en",
    title=text("Before"),
    items=(
        KNOWN,
        TRUTH,
        Knowledge(id="gone", ask=Text("", "", ""), question="deck/no-such"),
        ChoiceItem(
            id="older",
            ask=text("Older?"),
            options=(text("a"), text("b")),
            only=Only(grades=(6,)),
        ),
    ),
)
AFTER = Survey(
    id="after-play",
    language="en",
    title=text("After"),
    items=(
        Faces(
            id="fun",
            ask=text("Fun?"),
            scale=(text("little"), text("some"), text("great")),
            faces="glad",
        ),
        ChoiceItem(id="again", ask=text("Again?"), options=(text("Yes"), text("No"))),
        SeveralItem(
            id="will_do",
            ask=text("Will you?"),
            options=(text("x"), text("y"), text("z")),
            most=2,
        ),
        YesMaybeNo(id="tell", ask=text("Tell at home?")),
        TextItem(id="noticed", ask=text("漢字《かんじ》?"), optional=True, longest=1000),
        NumberItem(id="age", ask=text("Age?"), low=-10, high=99),
        KNOWN,
    ),
)


def wide_edition() -> Edition:
    return msgspec.structs.replace(edition(AFTER), survey_before=BEFORE)


def any_answers(items: Sequence[SurveyItem], rng: Random, said: str) -> dict[str, SurveyValue]:
    """What a pupil could say; now and then something is left out."""
    return {item.id: _any(item, rng, said) for item in items if rng.random() < 0.9}


def _any(item: SurveyItem, rng: Random, said: str) -> SurveyValue:
    match item:
        case Faces(scale=scale):
            return rng.randint(1, len(scale))
        case ChoiceItem(options=options):
            return rng.randrange(len(options))
        case SeveralItem(options=options):
            return tuple(sorted(rng.sample(range(len(options)), rng.randint(0, 2))))
        case YesMaybeNo():
            return rng.randrange(3)
        case Knowledge():
            return rng.randint(-1, 1)
        case NumberItem(low=low, high=high):
            return rng.randint(low, high)
        case TextItem():
            return said


def survey_whole_class(records: LessonRecords, pupils: int = 6, seed: int = 1) -> None:
    """Before the game by hands and alone, after it alone, on paper and by hands."""
    rng = Random(seed)
    asked = records.edition.asked
    grade = records.setup.grade
    records.begin_survey("before")
    for number in range(pupils):
        records.save_survey(any_answers(asked("before", grade), rng, f"b{number}"), "before")
    records.save_hands("known", (2, 3, 0, 1), 6, "before")
    records.end_survey_before()
    records.begin_survey()
    for number in range(pupils):
        way = "paper" if number % 2 else "alone"
        records.save_survey(any_answers(asked("after", grade), rng, f"a{number}"), "after", way)
    records.save_hands("will_do", (5, 0, 2), 6)
