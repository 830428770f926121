"""`survey.csv`: a row a pupil, without names, made from the journal.

A column an item, and beside those with options their words (`fun`, `fun_label`). Options count
from 1; an item with several has a column of 0 and 1 for each option (`id_1`, `id_2`, …). What was
left out is empty.
"""

from collections.abc import Iterator, Sequence

from sugoroku.model.survey import (
    ChoiceItem,
    Faces,
    Moment,
    SeveralItem,
    Survey,
    SurveyItem,
    SurveyValue,
)
from sugoroku.records.codec import CountLine, Line, SurveyLine, SurveyUndone
from sugoroku.records.csv_writing import Cell, write_table
from sugoroku.records.journal import Read
from sugoroku.records.quiz_log import WHEN
from sugoroku.records.session_folder import SessionFolder


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


def survey_rows(survey: Survey, lines: Sequence[Line]) -> Iterator[Sequence[Cell]]:
    """The head, then a row a pupil."""
    yield ("pupil", "when", *(name for item in survey.items for name in _columns(item)))
    for line in surveys(lines):
        cells: list[Cell] = [line.pupil, f"{line.when:{WHEN}}"]
        for item in survey.items:
            cells += _cells(item, line.answers.get(item.id), line.labels.get(item.id, ""))
        yield cells


def _columns(item: SurveyItem) -> list[str]:
    if isinstance(item, SeveralItem):
        numbered = [f"{item.id}_{number + 1}" for number in range(len(item.options))]
        return [*numbered, f"{item.id}_label"]
    if isinstance(item, Faces | ChoiceItem):
        return [item.id, f"{item.id}_label"]
    return [item.id]


def _cells(item: SurveyItem, value: SurveyValue, label: str) -> list[Cell]:
    if isinstance(item, SeveralItem):
        chosen = value if isinstance(value, tuple) else None
        marks: list[Cell] = [
            None if chosen is None else i in chosen for i in range(len(item.options))
        ]
        return [*marks, label]
    if isinstance(item, ChoiceItem):
        return [value + 1 if isinstance(value, int) else None, label]
    plain = None if isinstance(value, tuple) else value
    return [plain, label] if isinstance(item, Faces) else [plain]


def write_survey_csv(folder: SessionFolder) -> None:
    """Make `survey.csv` again from the journal, byte for byte. RecordsError, OSError."""
    edition, _ = folder.read_edition()
    if edition.survey is not None:
        write_table(folder.survey, survey_rows(edition.survey, Read(folder.journal).lines))
