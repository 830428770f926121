"""`survey.csv` and `survey-counts.csv`: what a class said, without names, made from the journal.

A row a pupil, before and after the game in one table. An item has a column with its code and one
with the words (`fun`, `fun_label`); codes count the options from 1, and 0 is “I don't know yet”.
An item with several answers has a column of 0 and 1 for each option (`id_1`, `id_2`, …). What was
left out is empty. Raised hands have a row for each option.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from sugoroku.model.edition import Edition
from sugoroku.model.quiz import right_place
from sugoroku.model.survey import (
    DONT_KNOW_YET,
    MOMENTS,
    ChoiceItem,
    Faces,
    Knowledge,
    Moment,
    NumberItem,
    SeveralItem,
    SurveyItem,
    SurveyValue,
    TextItem,
    YesMaybeNo,
)
from sugoroku.records.codec import CountLine, Line, SurveyLine, SurveyUndone
from sugoroku.records.course import header_of
from sugoroku.records.csv_writing import Cell
from sugoroku.records.quiz_log import WHEN
from sugoroku.records.words import Words, option_words, survey_labels

PUPIL_COLUMNS = ("pupil", "when", "survey", "moment", "way")
COUNT_COLUMNS = ("when", "survey", "moment", "item", "code", "label", "count", "pupils")
LONGEST_TEXT = 1000
"""Letters of a text that is kept, where its item allows no fewer."""


def kept_answers(
    edition: Edition, moment: Moment, answers: Mapping[str, SurveyValue]
) -> dict[str, SurveyValue]:
    """As they can be written: texts no longer than their item allows, halves of surrogate pairs
    as U+FFFD."""
    survey = edition.survey_at(moment)
    items = survey.items if survey is not None else ()
    longest = {item.id: item.longest for item in items if isinstance(item, TextItem)}
    return {
        name: _whole(value)[: longest.get(name, LONGEST_TEXT)] if isinstance(value, str) else value
        for name, value in answers.items()
    }


def _whole(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def surveys(lines: Sequence[Line], moment: Moment = "after") -> tuple[SurveyLine, ...]:
    """The answers that count, in the order of the pupils."""
    found: list[SurveyLine] = []
    for line in lines:
        if isinstance(line, SurveyLine) and line.moment == moment:
            found.append(line)
        elif isinstance(line, SurveyUndone) and line.moment == moment and found:
            found.pop()
    return tuple(found)


def hands(lines: Sequence[Line], moment: Moment = "after") -> dict[str, CountLine]:
    """The raised hands that count, by item."""
    found: dict[str, CountLine] = {}
    for line in lines:
        if isinstance(line, CountLine) and line.moment == moment:
            found.pop(line.item, None)
            if line.counts:
                found[line.item] = line
    return found


def items_of(edition: Edition, lines: Sequence[Line], moment: Moment) -> tuple[SurveyItem, ...]:
    """What this class was asked at a moment; an item with an answer is there whatever its
    conditions say."""
    survey = edition.survey_at(moment)
    asked = {item.id for item in edition.asked(moment, header_of(lines).setup.grade)}
    asked.update(*(line.answers for line in surveys(lines, moment)), hands(lines, moment))
    return () if survey is None else tuple(item for item in survey.items if item.id in asked)


def survey_rows(edition: Edition, lines: Sequence[Line], words: Words) -> Iterator[Sequence[Cell]]:
    """The head, then a row a pupil. `words` serve where the journal has no labels."""
    items = {moment: items_of(edition, lines, moment) for moment in MOMENTS}
    own = dict.fromkeys(name for asked in items.values() for i in asked for name in columns(i))
    yield (*PUPIL_COLUMNS, *own)
    for moment, asked in items.items():
        survey = edition.survey_at(moment)
        for line in surveys(lines, moment):
            labels = line.labels or survey_labels(edition, moment, line.answers, words)
            cells: dict[str, Cell] = dict.fromkeys(own)
            for item in asked:
                value, label = line.answers.get(item.id), labels.get(item.id)
                cells.update(zip(columns(item), _cells(edition, item, value, label), strict=True))
            name = None if survey is None else survey.id
            when = f"{line.when:{WHEN}}"
            yield (line.pupil, when, name, moment, line.way, *cells.values())


def count_rows(edition: Edition, lines: Sequence[Line], words: Words) -> Iterator[Sequence[Cell]]:
    """The head, then a row for each option of each item that hands were raised for."""
    yield COUNT_COLUMNS
    for moment in MOMENTS:
        survey = edition.survey_at(moment)
        raised = hands(lines, moment)
        for item in items_of(edition, lines, moment):
            line = raised.get(item.id)
            if line is None or survey is None:
                continue
            when = f"{line.when:{WHEN}}"
            labels = line.labels or option_words(edition, item, words)
            codes = option_codes(item, len(labels))
            for code, label, count in zip(codes, labels, line.counts, strict=False):
                yield (when, survey.id, moment, item.id, code, label, count, line.pupils)


def columns(item: SurveyItem) -> tuple[str, ...]:
    """The columns of an item in `survey.csv`."""
    own = f"{item.id}_" if item.id in PUPIL_COLUMNS else item.id
    match item:
        case SeveralItem(options=options):
            return (*(f"{own}_{n}" for n in range(1, len(options) + 1)), f"{own}_label")
        case Faces() | ChoiceItem() | YesMaybeNo():
            return (own, f"{own}_label")
        case Knowledge():
            return (own, f"{own}_label", f"{own}_right")
        case TextItem() | NumberItem():
            return (own,)
        case _:
            assert_never(item)


def option_codes(item: SurveyItem, options: int) -> tuple[int, ...]:
    """The codes of an item's options, in their order."""
    if isinstance(item, Knowledge):
        return (*range(1, options), 0)
    return tuple(range(1, options + 1))


def _cells(
    edition: Edition, item: SurveyItem, value: SurveyValue, label: str | None
) -> tuple[Cell, ...]:
    number = value if isinstance(value, int) else None
    match item:
        case SeveralItem(options=options):
            chosen = value if isinstance(value, tuple) else None
            places = range(len(options))
            return (*(None if chosen is None else place in chosen for place in places), label)
        case Faces():
            return (number, label)
        case ChoiceItem() | YesMaybeNo():
            return (None if number is None else number + 1, label)
        case Knowledge():
            if number is None:
                return (None, label, None)
            question = edition.known(item)
            right = None if question is None else number == right_place(question)
            return (0 if number == DONT_KNOW_YET else number + 1, label, right)
        case TextItem() | NumberItem():
            return (None if isinstance(value, tuple) else value,)
        case _:
            assert_never(item)
