"""Every page that a class may come to see of an edition, as the screens of the game."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sugoroku.app.preview.source import Part
from sugoroku.app.preview.table import Table
from sugoroku.engine.events import Answered
from sugoroku.engine.state import AwaitRoll
from sugoroku.i18n.translator import N_
from sugoroku.model.board import Square
from sugoroku.model.layout import Theme
from sugoroku.model.quiz import Estimate, Order, Question, TrueFalse, right_response
from sugoroku.model.survey import MOMENTS, Knowledge, Moment
from sugoroku.stage.questionnaire import Questionnaire
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.scenes.board import BoardActions, BoardScene
from sugoroku.stage.scenes.event import EventCard, EventScene
from sugoroku.stage.scenes.hands import HandsActions, HandsScene
from sugoroku.stage.scenes.notice import Notice, NoticeScene
from sugoroku.stage.scenes.quiz import QuizActions, QuizCard, QuizScene
from sugoroku.stage.scenes.reveal import RevealCard, RevealScene
from sugoroku.stage.scenes.survey import SurveyActions, SurveyScene
from sugoroku.stage.scenes.title import Door, TitleActions, TitleScene
from sugoroku.stage.view import TableView

KINDS = {
    "title": N_("title"),
    "board": N_("board"),
    "tip": N_("tip"),
    "card": N_("card"),
    "question": N_("question"),
    "hint": N_("hint"),
    "answer": N_("answer"),
    "survey-before": N_("survey before the game"),
    "survey": N_("survey"),
    "hands": N_("survey by raised hands"),
}
PUPILS = 20

Make = Callable[[Context], Scene]


@dataclass(frozen=True, slots=True)
class Page:
    """`kind` is one of `KINDS`; `id` that of the square, question or item in `file`."""

    kind: str
    id: str
    edition: str
    file: Path | None
    theme: Theme
    make: Make

    @property
    def name(self) -> str:
        """The id as it stands in the file: those of questions have their deck before them."""
        return self.id.rpartition("/")[2]

    @property
    def key(self) -> tuple[str, str, str]:
        """The same for the same page after the files were read again."""
        return self.kind, self.edition, self.id

    @property
    def group(self) -> tuple[str, str]:
        """A question and its answer belong together."""
        kind = "question" if self.kind in ("hint", "answer") else self.kind
        return self.edition, kind


def pages_of(
    parts: Iterable[Part], own: Path, *, hints: bool = False, mine: bool = False
) -> tuple[Page, ...]:
    """In the order of a lesson, what lies in the folder `own` before what it has from elsewhere.
    What two editions share is shown with the first of them.

    `hints`: a page of its own for each question with its hint open. `mine`: nothing from elsewhere.
    """
    found: dict[object, Page] = {}
    for part in parts:
        taken: Counter[str] = Counter()
        for page in _Pages(part).all(hints):
            shared = page.file is not None and page.kind not in ("title", "board")
            key = (page.kind, page.file, page.id) if shared else page.key
            taken[page.kind] += key not in found
            if not part.most or taken[page.kind] <= part.most:
                found.setdefault(key, page)
    here, elsewhere = list[Page](), list[Page]()
    for page in found.values():
        inside = page.file is None or page.file.is_relative_to(own)
        (here if inside else elsewhere).append(page)
    return tuple(here if mine else here + elsewhere)


def languages_of(parts: Iterable[Part]) -> dict[str, str]:
    """The language that each file is written in, by its domain."""
    found: dict[str, str] = {}
    for part in parts:
        found |= part.edition.languages()
    return found


class _Pages:
    """The pages of one edition."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.edition = part.edition
        self.table = Table(part.edition)

    def all(self, hints: bool) -> Iterator[Page]:
        shows = self.part.shows
        if "board" in shows:
            yield from self._of_board()
        if "deck" in shows:
            yield from self._of_decks(hints)
        if "survey" in shows:
            for moment in MOMENTS:
                yield from self._of_survey(moment)

    def _page(self, kind: str, name: str, file: Path | None, make: Make) -> Page:
        return Page(kind, name, self.edition.board.id, file, self.edition.theme, make)

    # ------------------------------------------------------------------ the board

    def _of_board(self) -> Iterator[Page]:
        board = self.edition.board
        file = self.part.files.get(("board", board.id))
        yield self._page("title", board.id, file, self._title)
        yield self._page("board", board.id, file, self._board)
        for i in range(1, len(board.tips)):  # the board says the first
            yield self._page("tip", str(i + 1), file, partial(self._tip, i))
        for square in board.squares:
            if square.text:
                yield self._page("card", square.id, file, partial(self._card, square))

    def _title(self, context: Context) -> Scene:
        board, code = self.edition.board, context.tr.language
        door = Door(board.id, board.place or board.title, board.language, self.edition.theme)
        return TitleScene(context, [door], TitleActions(_nothing, None, _nothing, (), _nothing),
                          code)  # fmt: skip

    def _board(self, context: Context) -> BoardScene:
        state, minutes = self.table.state(context.tr), self.edition.board.minutes
        return BoardScene(
            context, self.edition, self.table.setup, TableView.of(state), AwaitRoll(),
            lambda: minutes or None, BoardActions(*[_nothing] * 9),
        )  # fmt: skip

    def _tip(self, number: int, context: Context) -> Scene:
        scene = self._board(context)
        scene.say(context.tr.text(self.edition.board.tips[number]))
        return scene

    def _card(self, square: Square, context: Context) -> Scene:
        tr = context.tr
        card = EventCard(square, self.table.state(tr).on_turn, self.table.landing(square.id, tr))
        return EventScene(context, card, self._board(context), _nothing)

    # ------------------------------------------------------------------ questions

    def _of_decks(self, hints: bool) -> Iterator[Page]:
        for deck in self.edition.decks:
            file = self.part.files.get(("deck", deck.id))
            for question in deck.questions:
                yield self._page("question", question.id, file, partial(self._quiz, question))
                if hints and question.hint:
                    yield self._page("hint", question.id, file, partial(self._hint, question))
                yield self._page("answer", question.id, file, partial(self._answer, question))

    def _quiz(self, question: Question, context: Context) -> QuizScene:
        state = self.table.state(context.tr)
        card = QuizCard(question, _order(question), state.on_turn, state.teams, state.answering)
        return QuizScene(context, card, QuizActions(*[_nothing] * 6))

    def _hint(self, question: Question, context: Context) -> Scene:
        scene = self._quiz(question, context)
        scene.hint = True
        return scene

    def _answer(self, question: Question, context: Context) -> Scene:
        """As after a right answer, which shows what it brings."""
        state, right = self.table.state(context.tr), right_response(question)
        asked = state.teams if state.answering == "everyone" else (state.on_turn,)
        answers = tuple(
            Answered(team.id, question.id, right, right=True, on_turn=team is state.on_turn)
            for team in asked
        )
        brings = self.table.answered(question.id, context.tr)
        card = RevealCard(
            question, _order(question), answers, state.teams, state.on_turn, brings
        )  # fmt: skip
        return RevealScene(context, card, _nothing, _nothing, _nothing)

    # ------------------------------------------------------------------ surveys

    def _of_survey(self, moment: Moment) -> Iterator[Page]:
        survey = self.edition.survey_at(moment)
        if survey is None:
            return
        asked = Questionnaire(self.edition, moment)
        kind = "survey" if moment == "after" else "survey-before"
        file = self.part.files.get(("survey", survey.id))
        yield self._page(kind, survey.id, file, partial(self._survey, asked, -1))
        for i, item in enumerate(asked.items):
            yield self._page(kind, item.id, file, partial(self._survey, asked, i))
        if "board" not in self.part.shows:
            for item in survey.items:
                if isinstance(item, Knowledge) and self.edition.known(item) is None:
                    yield self._page(kind, item.id, file, partial(_unknown, item))
        for i, item in enumerate(asked.counted):
            yield self._page("hands", item.id, file, partial(self._hands, asked, i))

    @staticmethod
    def _survey(asked: Questionnaire, number: int, context: Context) -> Scene:
        scene = SurveyScene(context, asked, SurveyActions(_nothing, _nothing, _nothing))
        scene.page = number
        return scene

    @staticmethod
    def _hands(asked: Questionnaire, number: int, context: Context) -> Scene:
        actions = HandsActions(_nothing, _nothing, _nothing)
        scene = HandsScene(context, asked, actions, PUPILS, {})
        scene.page = number
        return scene


def _unknown(item: Knowledge, context: Context) -> Scene:
    tr = context.tr
    lines = (
        tr(
            "No deck here has the question “{question}”, which this item asks.",
            question=item.question,
        ),
        tr("Preview the board instead: it knows its decks."),
    )
    return NoticeScene(context, Notice(item.id, lines, (), _nothing, "thinking"))


def _order(question: Question) -> tuple[int, ...]:
    """As written, but for an order that is to be found: that is turned about."""
    if isinstance(question, TrueFalse):
        return 0, 1
    if isinstance(question, Estimate):
        return ()
    places = tuple(range(len(question.options)))
    return (*places[2:], *places[1::-1]) if isinstance(question, Order) else places


def _nothing(*_: object) -> None:
    """The buttons of a page lead nowhere."""
