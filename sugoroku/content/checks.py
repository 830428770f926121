"""What belongs together: roads that reach the goal, decks that can be asked, pictures that exist."""

from collections.abc import Callable
from datetime import date
from typing import Any

from sugoroku.content.contrast import failures
from sugoroku.content.problems import N_
from sugoroku.model import effects
from sugoroku.model.board import Board
from sugoroku.model.layout import Theme
from sugoroku.model.quiz import Choice, Deck

Report = Callable[..., None]
MOST_TELLING = 0.55
"""A larger share of right answers in one place, or longest, gives them away."""
FEW = 8
"""Decks with fewer choices are not measured for telling answers."""


def check_board(board: Board, place_of: Callable[[int], int], report: Report) -> None:
    """`place_of` gives the entry of the file for a square's number."""
    squares = board.squares

    def at(number: int, *more: Any) -> tuple[Any, ...]:
        return ("squares", place_of(number), *more)

    _ends(board, at, report)
    known = {square.id: square for square in squares}
    reached = _reached(board)
    goal = next((s.id for s in squares if s.kind == "goal"), None)
    if goal is not None and goal not in reached:
        report(("squares",), N_("The goal cannot be reached from the start."),
               N_("Look at the `next` of the squares."))  # fmt: skip
    for number, square in enumerate(squares):
        if square.id not in reached and square.kind != "start":
            report(at(number), N_("No way leads to this square."),
                   N_("Name it in a `next`, or delete it."), severity="warning")  # fmt: skip
        for k, effect in enumerate(square.effects):
            if square.kind == "goal":
                report(at(number, "effects"), N_("The goal has no effects: the walk ends there."),
                       N_("Delete them."))  # fmt: skip
                break
            if isinstance(effect, effects.GoTo) and effect.square == square.id:
                report(at(number, "effects", k, "go_to"), N_("The square jumps to itself."))
        if square.kind != "goal" and not square.exits:
            report(at(number), N_("No way leads on from this square."),
                   N_("Write where it goes: `next: [id]`."))  # fmt: skip
        if square.kind == "goal" and square.exits:
            report(at(number, "next"), N_("Nothing comes after the goal."))
    if board.rules.chain:
        _jump_loops(board, known, at, report)
    if _endless_ring(board, goal):
        report(("squares",), N_("There is a ring of squares from which no way leads to the goal."))


def _ends(board: Board, at: Callable[..., tuple[Any, ...]], report: Report) -> None:
    for kind in ("start", "goal"):
        numbers = [i for i, square in enumerate(board.squares) if square.kind == kind]
        if not numbers:
            report(("squares",), N_("The board has no square of the kind `{kind}`."), kind=kind)
        for number in numbers[1:]:
            report(at(number, "kind"), N_("There is a second `{kind}`."), N_("Keep one."),
                   kind=kind)  # fmt: skip
        if kind == "start" and numbers and numbers[0] != 0:
            report(at(numbers[0]), N_("The start must be the first square."))


def _reached(board: Board) -> set[str]:
    """Squares that walking or jumping can come to."""
    known = {square.id: square for square in board.squares}
    todo = [board.squares[0].id] if board.squares else []
    reached: set[str] = set()
    while todo:
        name = todo.pop()
        if name in reached or name not in known:
            continue
        reached.add(name)
        square = known[name]
        todo += square.exits
        todo += [e.square for e in square.effects if isinstance(e, effects.GoTo)]
    return reached


def _endless_ring(board: Board, goal: str | None) -> bool:
    """Whether some reached square can never come to the goal by walking."""
    if goal is None:
        return False
    before: dict[str, list[str]] = {}
    for square in board.squares:
        for name in square.exits:
            before.setdefault(name, []).append(square.id)
    home, todo = set[str](), [goal]
    while todo:
        name = todo.pop()
        if name not in home:
            home.add(name)
            todo += before.get(name, [])
    reached = _reached(board)
    return goal in reached and not reached <= home


def _jump_loops(board: Board, known: Any, at: Any, report: Report) -> None:
    jumps = {
        s.id: e.square for s in board.squares for e in s.effects if isinstance(e, effects.GoTo)
    }
    for number, square in enumerate(board.squares):
        seen, here = [square.id], square.id
        while here in jumps and jumps[here] not in seen:
            here = jumps[here]
            seen.append(here)
        if jumps.get(here) == square.id:
            report(at(number), N_("With `chain`, these jumps go round in a loop: {ids}."),
                   N_("Let one of them lead elsewhere."), ids=" → ".join([*seen, square.id]))  # fmt: skip


def check_questions(board: Board, decks: list[Deck], place_of: Any, report: Report) -> None:
    """Every quiz square finds a question."""
    questions = [question for deck in decks for question in deck.questions]
    for number, square in enumerate(board.squares):
        wants = [e for e in square.effects if isinstance(e, effects.Quiz)]
        if square.kind == "quiz":
            wants.append(effects.Quiz(square.topic, square.level))
        for want in wants:
            fits = [
                q
                for q in questions
                if want.topic in (None, q.topic) and want.level in (None, q.level)
            ]
            if not fits:
                report(("squares", place_of(number)),
                       N_("No deck has a question for this square (topic {topic}, level {level})."),
                       N_("Write one, or name another topic or level."),
                       topic=want.topic or "–", level=want.level or "–")  # fmt: skip


def check_deck(deck: Deck, today: date | None, report: Report) -> None:
    """Answers that give themselves away, and facts that are due for another look."""
    choices = [q for q in deck.questions if isinstance(q, Choice)]
    if len(choices) >= FEW:
        _telling(choices, report)
    for i, question in enumerate(deck.questions):
        due = question.review_by
        if today is not None and due and due < today.isoformat():
            report(("questions", i, "review_by"), N_("This fact was due for another look on {day}."),
                   N_("Check it, and move the date."), severity="warning", day=due)  # fmt: skip


def _telling(choices: list[Choice], report: Report) -> None:
    n = len(choices)
    longest = sum(
        len(q.options[q.answer].source)
        > max(len(o.source) for k, o in enumerate(q.options) if k != q.answer)
        for q in choices
    )
    if longest / n > MOST_TELLING:
        report(("questions",), N_("The right option is the longest in {share} % of the choices."),
               N_("Make the others as long."), severity="warning",
               share=round(100 * longest / n))  # fmt: skip
    for place in range(6):
        share = sum(q.answer == place for q in choices) / n
        if share > MOST_TELLING:
            report(("questions",), N_("The right option is number {place} in {share} % of the choices."),
                   N_("Vary its place."), severity="warning", place=place + 1,
                   share=round(100 * share))  # fmt: skip


def check_theme(theme: Theme, report: Report) -> None:
    for name, ground, ratio, least, better in failures(theme.palette):
        report(("colours", name),
               N_("`{name}` on `{ground}` has a contrast of {ratio}; {least} is wanted."),
               N_("The nearest colour that passes is '{better}'."), name=name, ground=ground,
               ratio=f"{ratio:.1f}", least=f"{least:g}", better=better)  # fmt: skip


