"""What no file shows alone: references between files, pictures on the disk, facts out of date.

Works on model objects, because content from the cache has nothing else. A finding names its place
in the file as a path; `library` turns it into line and column.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sugoroku.content.pictures import Fault, check_card_picture, check_picture
from sugoroku.content.problems import N_, Severity, nearest
from sugoroku.model.board import Board, Square
from sugoroku.model.effects import AnyEffect, GoTo, Quiz
from sugoroku.model.layout import Theme
from sugoroku.model.quiz import Choice, Deck, Question, TrueFalse
from sugoroku.model.survey import Knowledge, Survey


class Finding(NamedTuple):
    """Something wrong at `path` of the file of `content`."""

    path: tuple[str | int, ...]
    message: str
    fix: str
    values: dict[str, str]
    severity: Severity = "error"
    square: str = ""
    """For a board: the square's id, from which the path begins."""


class Reference(NamedTuple):
    """A file that a board names, and where."""

    kind: str
    path: tuple[str | int, ...]
    name: str


def references_of(board: Board) -> list[Reference]:
    found = [Reference("deck", ("decks", i), name) for i, name in enumerate(board.decks)]
    surveys = (("survey", board.survey), ("survey_before", board.survey_before))
    found += [Reference("survey", (field,), name) for field, name in surveys if name]
    found += [Reference("theme", ("theme",), board.theme)] if board.theme else []
    return found


def board_findings(board: Board, pictures: Sequence[Path]) -> Iterator[Finding]:
    """The pictures of a board."""
    for square in board.squares:
        fault = check_card_picture(square.picture, pictures) if square.picture else None
        if fault:
            yield _picture(fault, ("picture",), square.id)


def theme_findings(theme: Theme, pictures: Sequence[Path]) -> Iterator[Finding]:
    """The pictures of a theme; a mascot needs its calm pose at least."""
    names = {"mascot": f"{theme.mascot}-neutral" if theme.mascot else "",
             "backdrop": theme.backdrop, "goal": theme.goal}  # fmt: skip
    for field, name in names.items():
        fault = check_picture(f"{name}.svg", pictures) if name else None
        if fault:
            yield _picture(fault, (field,))
    if theme.sounds and not any((folder / theme.sounds).is_dir() for folder in pictures):
        yield Finding(
            ("sounds",),
            N_("There is no folder “{name}” in assets."),
            N_("Put the sounds there, or mend the name; until then the usual sounds are played."),
            {"name": theme.sounds},
            "warning",
        )


def deck_findings(deck: Deck, pictures: Sequence[Path], today: date) -> Iterator[Finding]:
    """Pictures of questions, and facts that are due for another look."""
    for i, question in enumerate(deck.questions):
        if question.image is not None:
            fault = check_picture(question.image.file, pictures)
            if fault:
                yield _picture(fault, ("questions", i, "image", "file"))
        if question.review_by and question.review_by < today.isoformat():
            yield Finding(
                ("questions", i, "review_by"),
                N_("This fact was due for another look on {day}."),
                N_("Look it up, mend the question and write a later date."),
                {"day": question.review_by},
                "warning",
            )


def missing(reference: Reference, folder: str, known: list[str]) -> Finding:
    """A deck, survey or theme that is not there."""
    near = nearest(reference.name, known)
    return Finding(
        reference.path,
        N_("There is no file {folder}/{name}.yaml."),
        N_("Did you mean “{near}”?") if near else N_("Write the file, or mend the name."),
        {"name": reference.name, "folder": folder, "near": near},
    )


def same_id(twin: str, name: str, own: str, path: tuple[str | int, ...]) -> Finding:
    """Two decks of a board whose questions could not be told apart."""
    return Finding(
        path,
        N_("The decks “{one}” and “{other}” have the same id “{own}”."),
        N_("Write in each deck the name of its file as its id."),
        {"one": twin, "other": name, "own": own},
    )


def other_name(own: str, file: str) -> Finding:
    """Boards find a file by its name, translators by its id."""
    return Finding(
        ("id",),
        N_("The id “{own}” differs from the name of the file, {file}.yaml."),
        N_("Write the same in both: boards find the file by its name."),
        {"own": own, "file": file},
        "warning",
    )


def asking_findings(board: Board, questions: Sequence[Question]) -> Iterator[Finding]:
    """Squares and effects that ask for what no deck has."""
    pools = {(q.topic, q.level) for q in questions}
    told = set()
    for square, path, quiz in _asking(board):
        wanted = (quiz.topic, quiz.level)
        if wanted in told or _has(pools, quiz):
            continue
        told.add(wanted)
        if not questions:
            message = N_("The board asks questions, but has none.")
            fix = N_("Add “decks: [name]” with a file of the folder quizzes.")
        elif quiz.topic and quiz.level:
            message = N_("No deck of this board has a question on “{topic}” of level {level}.")
            fix = N_("Write one, or change topic or level here. There are: {there}.")
        elif quiz.topic:
            message = N_("No deck of this board has a question on “{topic}”.")
            fix = N_("Write one, or change the topic here. There are: {there}.")
        else:
            message = N_("No deck of this board has a question of level {level}.")
            fix = N_("Write one, or change the level here. There are: {there}.")
        values = {
            "topic": quiz.topic or "",
            "level": str(quiz.level or ""),
            "there": _there(pools, quiz),
        }
        yield Finding(path, message, fix, values, square=square)
        if not questions:
            return


def jump_findings(deck: Deck, board: Board) -> Iterator[Finding]:
    """Effects of answers that jump to squares which this board does not have."""
    known = [square.id for square in board.squares]
    for i, question in enumerate(deck.questions):
        for name in ("right", "wrong"):
            effects: tuple[AnyEffect, ...] = getattr(question, name) or ()
            for j, effect in enumerate(effects):
                if isinstance(effect, GoTo) and effect.square not in known:
                    yield Finding(
                        ("questions", i, name, j, "go_to"),
                        N_("The board “{board}” has no square “{target}”."),
                        N_("Mend the name, or take the jump out."),
                        {"board": board.id, "target": effect.square},
                    )


def knowledge_findings(
    survey: Survey, board: str, reference: Reference, questions: Sequence[Question]
) -> Iterator[Finding]:
    """Items of a board's survey that ask a question again which this board cannot ask."""
    known = {question.id: question for question in questions}
    for item in survey.items:
        elsewhere = item.only.editions and board not in item.only.editions
        if not isinstance(item, Knowledge) or elsewhere:
            continue
        question = known.get(item.question)
        values = {"survey": survey.id, "item": item.id, "question": item.question}
        if question is None:
            values["near"] = nearest(item.question, list(known))
            yield Finding(
                reference.path,
                N_("The survey “{survey}” asks the question {question}, which no deck here has."),
                N_("Did you mean “{near}”? Without it, the item “{item}” is left out.")
                if values["near"]
                else N_("Without its deck, the item “{item}” is left out."),
                values,
                "warning",
            )
        elif not isinstance(question, Choice | TrueFalse):
            yield Finding(
                reference.path,
                N_("The survey “{survey}” can ask only questions with one right option:"
                   " {question} is of another kind."),
                N_("Name a question of the kind choice or true_false in the item “{item}”."),
                values,
            )  # fmt: skip


def _asking(board: Board) -> Iterator[tuple[str, tuple[str | int, ...], Quiz]]:
    """Every wish for a question: the square's id, the path, topic and level."""
    for square in board.squares:
        if square.kind == "quiz":
            yield square.id, _where(square), Quiz(square.topic, square.level)
        for path, quiz in _quizzes(square.effects, ("effects",)):
            yield square.id, path, quiz
    for name in ("right", "wrong"):
        for path, quiz in _quizzes(getattr(board.rules, name), ("rules", name)):
            yield "", path, quiz


def _quizzes(
    effects: Iterable[AnyEffect], path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], Quiz]]:
    for i, effect in enumerate(effects):
        if isinstance(effect, Quiz):
            yield (*path, i, "quiz"), effect


def _where(square: Square) -> tuple[str | int, ...]:
    return ("topic",) if square.topic else ("level",) if square.level else ()


def _has(pools: Set[tuple[str, int]], quiz: Quiz) -> bool:
    return any(
        quiz.topic in (None, topic) and quiz.level in (None, level) for topic, level in pools
    )


def _there(pools: Set[tuple[str, int]], quiz: Quiz) -> str:
    """What could be written instead: levels of the topic, else topics, else levels."""
    levels = sorted({level for topic, level in pools if topic == quiz.topic})
    if quiz.level and levels:
        return ", ".join(f"{quiz.topic} {level}" for level in levels)
    if quiz.topic:
        return ", ".join(sorted({topic for topic, _ in pools}))
    return ", ".join(str(level) for level in sorted({level for _, level in pools}))


def _picture(fault: Fault, path: tuple[str | int, ...], square: str = "") -> Finding:
    return Finding(path, fault.message_id, fault.fix_id, fault.values, square=square)
