"""What came out of a lesson, counted over the class: for the results screen and for reports."""

from collections.abc import Sequence
from hashlib import blake2b

from sugoroku.engine.events import Answered
from sugoroku.model.edition import Edition
from sugoroku.model.quiz import right_place
from sugoroku.model.results import ItemTally, LessonResults, QuizTally
from sugoroku.model.survey import (
    Faces,
    Knowledge,
    Moment,
    NumberItem,
    SeveralItem,
    SurveyItem,
    SurveyValue,
    TextItem,
)
from sugoroku.records.codec import CommandLine, CountLine, Line
from sugoroku.records.course import header_of, holding, played_minutes, team_sizes
from sugoroku.records.journal import Read
from sugoroku.records.session_folder import SessionFolder
from sugoroku.records.survey_log import hands, surveys
from sugoroku.records.words import Words, item_ask, option_places, option_words


def item_tallies(
    edition: Edition, grade: int | None, lines: Sequence[Line], moment: Moment, words: Words
) -> tuple[ItemTally, ...]:
    """What a class of this school year said at a moment, an item each, as asked.

    Pupils one by one, sheets of paper and raised hands are counted together. Items that nobody
    answered are there, with 0. `lines`: the whole journal, its header first.
    """
    pupils = [line.answers for line in surveys(lines, moment)]
    raised = hands(lines, moment)
    seed = header_of(lines).session
    return tuple(
        _item_tally(
            edition, item, [each.get(item.id) for each in pupils], raised.get(item.id), words, seed
        )
        for item in edition.asked(moment, grade)
    )


def _item_tally(
    edition: Edition,
    item: SurveyItem,
    values: Sequence[SurveyValue],
    raised: CountLine | None,
    words: Words,
    seed: str,
) -> ItemTally:
    options = option_words(edition, item, words)
    given = [value for value in values if answered(value)]
    counts = [0] * len(options)
    for value in given:
        for place in option_places(item, value, len(options)):
            counts[place] += 1
    people = len(given)
    if raised is not None and options:
        counts = [a + b for a, b in zip(counts, _fitted(raised.counts, len(options)), strict=True)]
        people += raised.pupils if isinstance(item, SeveralItem) else sum(raised.counts)
    numbers = (v for v in given if isinstance(item, NumberItem) and isinstance(v, int))
    texts = (v for v in given if isinstance(item, TextItem) and isinstance(v, str))
    return ItemTally(
        item=item.id,
        kind=item.__struct_config__.tag,  # type: ignore[arg-type]
        ask=item_ask(edition, item, words),
        answered=people,
        alone=len(given),
        options=options,
        counts=tuple(counts),
        right=_right_place(edition, item),
        numbers=tuple(sorted(numbers)),
        texts=tuple(sorted(texts, key=lambda text: (_shuffled(text, seed, item.id), text))),
        smiling=isinstance(item, Faces) and item.faces == "glad",
    )


def answered(value: SurveyValue) -> bool:
    """False for what was left out; a text of spaces is left out too."""
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _fitted(counts: Sequence[int], options: int) -> tuple[int, ...]:
    return (*counts, *[0] * options)[:options]


def _right_place(edition: Edition, item: SurveyItem) -> int | None:
    question = edition.known(item) if isinstance(item, Knowledge) else None
    return None if question is None else right_place(question)


def _shuffled(text: str, seed: str, item: str) -> bytes:
    """An order that is the same every time and has nothing to do with who wrote first."""
    key = f"{seed}\n{item}\n{text}".encode("utf-8", "surrogatepass")
    return blake2b(key, digest_size=16).digest()


def quiz_tallies(edition: Edition, lines: Sequence[Line], words: Words) -> tuple[QuizTally, ...]:
    """The questions that were asked, in the order of the decks; no answer is not a right one."""
    held = holding(lines)
    found: dict[str, list[bool]] = {}
    for line in lines:
        if isinstance(line, CommandLine) and line.n in held:
            for event in line.events:
                if isinstance(event, Answered):
                    found.setdefault(event.question, []).append(event.right)
    return tuple(
        QuizTally(
            question=question.id,
            topic=question.topic,
            level=question.level,
            ask=words.plain(question.ask),
            answers=len(found[question.id]),
            right=sum(found[question.id]),
        )
        for question in edition.questions
        if question.id in found
    )


def lesson_results(folder: SessionFolder, words: Words) -> LessonResults:
    """One session read from its folder. RecordsError when it cannot be read."""
    lines = Read(folder.journal).lines
    edition, _ = folder.read_edition()
    header = header_of(lines)
    grade = header.setup.grade
    return LessonResults(
        session=header.session,
        edition=edition.board.id,
        title=words.plain(edition.board.title),
        place=words.plain(edition.board.place),
        language=words.language,
        program=header.program,
        content=header.content,
        started=header.started.isoformat(),
        minutes=played_minutes(lines),
        grade=grade,
        teams=team_sizes(lines),
        quiz=quiz_tallies(edition, lines, words),
        before=_said(edition, grade, lines, "before", words),
        after=_said(edition, grade, lines, "after", words),
    )


def _said(
    edition: Edition, grade: int | None, lines: Sequence[Line], moment: Moment, words: Words
) -> tuple[ItemTally, ...]:
    """As `item_tallies`; nothing when the class took no survey at that moment."""
    taken = surveys(lines, moment) or hands(lines, moment)
    return item_tallies(edition, grade, lines, moment, words) if taken else ()
