"""`codebook.csv`: what the columns and codes of the other tables mean, in the class's language.

A row a column with an empty code, then a row for each of its codes. For `quiz.csv` there follow
the questions of all decks, each under its id as if it were a column, with its options.
"""

from collections.abc import Iterator, Sequence

from sugoroku.model.edition import Edition
from sugoroku.model.quiz import Choice, Estimate, Order, Question, Several, TrueFalse
from sugoroku.model.survey import MOMENTS, Knowledge, Moment, SeveralItem, SurveyItem
from sugoroku.records.codec import Line
from sugoroku.records.csv_writing import Cell
from sugoroku.records.quiz_log import COLUMNS as QUIZ_COLUMNS
from sugoroku.records.survey_log import (
    COUNT_COLUMNS,
    PUPIL_COLUMNS,
    columns,
    items_of,
    option_codes,
)
from sugoroku.records.words import Words, item_ask, option_words, own_words
from sugoroku.session.recorder import N_

HEAD = ("file", "column", "kind", "name", "code", "label")
SURVEY, COUNTS, QUIZ = "survey.csv", "survey-counts.csv", "quiz.csv"

Codes = Sequence[tuple[Cell, str]]
Row = Sequence[Cell]

_NAMES = {
    "pupil": ("integer", N_("Running number of the pupil, from 1 at each moment")),
    "when": ("time", N_("Local date and time")),
    "survey": ("code", N_("Survey")),
    "moment": ("code", N_("Before or after the game")),
    "way": ("code", N_("How it was answered")),
    "item": ("code", N_("Item of the survey")),
    "code": ("code", N_("Code of the option, as in survey.csv")),
    "label": ("label", N_("Words of the option")),
    "count": ("integer", N_("Raised hands")),
    "pupils": ("integer", N_("Pupils who were there")),
    "round": ("integer", N_("Round of the game")),
    "team": ("words", N_("Sign and name of the team")),
    "question": ("code", N_("Question")),
    "topic": ("code", N_("Topic of the question")),
    "level": ("integer", N_("Level of the question, from 1 (easy)")),
    "chosen": ("label", N_("Answer of the team in words")),
    "right": ("code", N_("Was the answer right?")),
    "seconds": ("integer", N_("Seconds from the question to the answer")),
    "kind": ("code", N_("Kind of question")),
    "right_answer": ("label", N_("Right answer in words")),
    "on_turn": ("code", N_("Was it this team's turn?")),
    "undone": ("code", N_("Was the answer taken back?")),
    "chosen_code": ("code", N_("Answer as codes of the options")),
    "right_code": ("code", N_("Right answer as codes of the options")),
    "step": ("integer", N_("Step in the journal")),
}
"""Column to its kind and long name. No kind is called as one of a survey's items."""
_CODES: dict[str, Sequence[tuple[Cell, str]]] = {
    "moment": (("before", N_("before the game")), ("after", N_("after the game"))),
    "way": (("alone", N_("alone at the computer")), ("paper", N_("on a sheet of paper"))),
    "right": ((1, N_("right")), (0, N_("not right"))),
    "on_turn": ((1, N_("yes")), (0, N_("no"))),
    "undone": ((1, N_("yes")), (0, N_("no"))),
    "topic": (
        ("climate", N_("Climate")),
        ("energy", N_("Energy")),
        ("transport", N_("Transport")),
        ("waste", N_("Waste")),
        ("water", N_("Water")),
        ("nature", N_("Nature")),
        ("city", N_("City")),
        ("cooperation", N_("Together")),
    ),
    "kind": (
        ("choice", N_("one right option")),
        ("true_false", N_("true or not true")),
        ("several", N_("several right options")),
        ("estimate", N_("a number is guessed")),
        ("order", N_("options are put in order")),
    ),
}


def codebook_rows(edition: Edition, lines: Sequence[Line], words: Words) -> Iterator[Row]:
    """The head, then what stands in the tables of this session."""
    yield HEAD
    surveys: Codes = list(
        dict.fromkeys(
            (survey.id, words.plain(survey.title))
            for survey in map(edition.survey_at, MOMENTS)
            if survey is not None
        )
    )
    if surveys:
        items = _items(edition, lines)
        for column in PUPIL_COLUMNS:
            yield from _own(SURVEY, column, words, surveys if column == "survey" else ())
        for item in items:
            yield from _item(edition, item, words)
        asked = [(item.id, item_ask(edition, item, words)) for item in items]
        known = {"survey": surveys, "item": asked}
        for column in COUNT_COLUMNS:
            yield from _own(COUNTS, column, words, known.get(column, ()))
    for column in QUIZ_COLUMNS:
        yield from _own(QUIZ, column, words)
    for question in edition.questions:
        yield from _question(question, words)


def _items(edition: Edition, lines: Sequence[Line]) -> tuple[SurveyItem, ...]:
    """Those of both moments, each id once."""
    moments: tuple[Moment, ...] = tuple(reversed(MOMENTS))
    asked = {item.id: item for moment in moments for item in items_of(edition, lines, moment)}
    order = dict.fromkeys(i.id for moment in MOMENTS for i in items_of(edition, lines, moment))
    return tuple(asked[name] for name in order)


def _column(file: str, column: str, kind: str, name: str, codes: Codes = ()) -> Iterator[Row]:
    yield (file, column, kind, name, None, None)
    for code, label in codes:
        yield (file, column, kind, name, code, label)


def _own(file: str, column: str, words: Words, codes: Codes = ()) -> Iterator[Row]:
    """A column that is there in every session."""
    kind, name = _NAMES[column]
    said = [(code, own_words(words, label)) for code, label in _CODES.get(column, ())]
    yield from _column(file, column, kind, own_words(words, name), codes or said)


def _item(edition: Edition, item: SurveyItem, words: Words) -> Iterator[Row]:
    ask, kind = item_ask(edition, item, words), str(item.__struct_config__.tag)
    options = option_words(edition, item, words)
    names = columns(item)
    if isinstance(item, SeveralItem):
        none = own_words(words, N_("not chosen"))
        for name, option in zip(names, options, strict=False):
            yield from _column(SURVEY, name, kind, ask, ((1, option), (0, none)))
        yield from _column(SURVEY, names[-1], "label", ask)
        return
    codes = tuple(zip(option_codes(item, len(options)), options, strict=True))
    yield from _column(SURVEY, names[0], kind, ask, codes)
    if len(names) > 1:
        yield from _column(SURVEY, names[1], "label", ask)
    if isinstance(item, Knowledge):
        said = [(code, own_words(words, label)) for code, label in _CODES["right"]]
        yield from _column(SURVEY, names[2], "right", ask, said)


def _question(question: Question, words: Words) -> Iterator[Row]:
    ask, kind = words.plain(question.ask), str(question.__struct_config__.tag)
    match question:
        case Choice(options=texts) | Several(options=texts) | Order(options=texts):
            options = [words.plain(text) for text in texts]
        case TrueFalse():
            options = [own_words(words, N_("True")), own_words(words, N_("Not true"))]
        case Estimate():
            options = []
    yield from _column(QUIZ, question.id, kind, ask, tuple(enumerate(options, 1)))
