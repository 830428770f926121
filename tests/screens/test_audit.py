"""Every shipped text on the pages that pupils read: nothing cut, nothing over the edge, no glyph
missing, nothing too small for the back row (design system: 1/24 of the height, 45 lpx).

Options may go down to 40 where five of them, or readings above kanji, share a 4:3 screen; the
source of a fact is for the teacher.
"""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, cast

import pygame
import pytest

from sugoroku import paths
from sugoroku.content.library import ContentFolders, Library
from sugoroku.engine.events import Answered
from sugoroku.engine.state import Team
from sugoroku.i18n.translator import Translator, without_furigana
from sugoroku.model.edition import Edition
from sugoroku.model.quiz import Question
from sugoroku.model.results import ItemTally
from sugoroku.model.survey import MOMENTS, Knowledge, SurveyItem
from sugoroku.settings import Settings
from sugoroku.stage.assets import Assets
from sugoroku.stage.canvas import Block, Canvas
from sugoroku.stage.palette import LARGE_TEXT
from sugoroku.stage.questionnaire import Questionnaire
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.scenes.event import EventCard, EventScene
from sugoroku.stage.scenes.hands import HandsActions, HandsScene
from sugoroku.stage.scenes.quiz import QuizActions, QuizCard, QuizScene
from sugoroku.stage.scenes.reveal import RevealCard, RevealScene
from sugoroku.stage.scenes.survey import SurveyActions, SurveyScene
from sugoroku.stage.scenes.survey_door import DoorActions, Progress, SurveyDoorScene
from sugoroku.stage.scenes.survey_results import (
    ClassAnswers,
    ClassAnswersActions,
    ClassAnswersScene,
)
from sugoroku.stage.sounds import Sounds
from sugoroku.stage.typeset import Typesetter

ROOT = paths.bundled_root()
EDITIONS = ("toyama", "renca")
LANGUAGES = ("ja", "es", "en")
SIZES = ((1024, 768), (1280, 800), (1366, 768), (1920, 1080))
LEAST = 39.5
LEAST_SOURCE = 31.5
LEAST_DESK = 35.5
"""Of what one pupil reads alone, at the computer."""
TEAMS = (Team(0, "ライチョウ", "circle", 5, "s"), Team(1, "Quillay", "square", 5, "s"))


Desk = tuple[Library, Assets, Typesetter]
Pages = Callable[[Context, Edition], Iterator[tuple[str, Scene]]]


class Fault(NamedTuple):
    where: str
    what: str
    by: float
    text: str


class AuditCanvas(Canvas):
    """Notes every text that does not come out as it should."""

    where = ""
    least = LEAST
    faults: list[Fault]

    def text(self, text: str, *args: Any, **kwargs: Any) -> Block:
        block = super().text(text, *args, **kwargs)
        shown, width = "".join(block.lines), kwargs.get("width")
        if "…" in shown and "…" not in text:
            self._note("cut", 0, text)
        if kwargs.get("max_h") is not None and block.h > kwargs["max_h"] + 5:
            self._note("too tall", block.h - kwargs["max_h"], text)
        if width is not None and block.w > width + 3:
            self._note("too wide", block.w - width, text)
        least = LEAST_SOURCE if kwargs.get("ruby") is False else self.least
        if text and block.size < least:
            self._note("too small", block.size, text)
        return block

    def _note(self, what: str, by: float, text: str) -> None:
        self.faults.append(Fault(self.where, what, round(by, 1), text))


class _Nothing(Scene):
    def render(self, canvas: Canvas) -> None:
        pass


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Library, Assets, Typesetter]:
    pygame.display.init()
    pygame.font.init()
    library = Library(ContentFolders((ROOT,)), tmp_path_factory.mktemp("cache"))
    assets = Assets([ROOT / "assets"])
    return library, assets, Typesetter(assets)


def scenes(context: Context, edition: Edition) -> Iterator[tuple[str, Scene]]:
    def nothing(*_: object) -> None:
        pass

    for question in edition.questions:
        order = _order(question)
        card = QuizCard(question, order, TEAMS[0], TEAMS, "team")
        quiz = QuizScene(context, card, QuizActions(*[nothing] * 6))
        quiz.hint = True
        yield f"quiz {question.id}", quiz
        answer = Answered(0, question.id, None, right=False, on_turn=True)
        shown = RevealCard(question, order, (answer,), TEAMS, TEAMS[0], ["+10"])
        yield f"reveal {question.id}", RevealScene(context, shown, nothing, nothing, nothing)
    for square in edition.board.squares:
        if square.text.source and square.kind not in ("start", "goal"):
            event = EventCard(square, TEAMS[0], ["+10"])
            yield f"event {square.id}", EventScene(context, event, _Nothing(context), nothing)


def survey_scenes(context: Context, edition: Edition) -> Iterator[tuple[str, Scene]]:
    """What the class reads on the wall, and each item as a pupil alone reads it at the desk."""

    def nothing(*_: object) -> None:
        pass

    for moment in MOMENTS:
        asked = Questionnaire(edition, moment)
        for progress in (Progress(), Progress(24, 3, len(asked.counted))):
            found = nothing if progress.begun else None
            door = DoorActions(nothing, nothing, nothing, nothing, found, nothing)
            title = partial(context.tr.text, asked.title)
            yield f"door {moment}", SurveyDoorScene(context, moment, title, door, progress)
        hands = HandsScene(context, asked, HandsActions(*[nothing] * 3), 24, {})
        for page, item in enumerate(hands.items):
            hands.page = page
            yield f"hands {item.id}", hands
        tallies = tuple(_tally(asked, item) for item in asked.items)
        card = ClassAnswers(asked, tallies, tallies, lambda: context.tr("Finish"))
        answers = ClassAnswersScene(context, card, ClassAnswersActions(nothing, nothing, nothing))
        answers._moving = False
        for page, (item, _) in enumerate(answers.pages):
            answers.page = page
            yield f"answers {item.id}", answers
        alone = SurveyScene(context, asked, SurveyActions(*[nothing] * 3), 3)
        for page in range(-1, len(asked.items)):
            alone.page, alone._field = page, None
            yield f"desk {moment} {page}", alone


def _tally(asked: Questionnaire, item: SurveyItem) -> ItemTally:
    counts = tuple(range(10, 10 + asked.count(item)))
    right = 0 if isinstance(item, Knowledge) else None
    kind: Any = item.__struct_config__.tag
    return ItemTally(
        item=item.id, kind=kind, ask="", answered=sum(counts), options=("",) * len(counts),
        counts=counts, right=right,
    )  # fmt: skip


def _order(question: Question) -> tuple[int, ...]:
    return tuple(range(len(getattr(question, "options", (0, 0)))))


def audited(
    desk: Desk, name: str, language: str, scale: float, pages: Pages, settings: Settings
) -> list[Fault]:
    """What is wrong on any of the pages of an edition, at all sizes."""
    library, assets, typesetter = desk
    edition = library.load(name, date(2026, 11, 23))
    tr = Translator(language, [ROOT / "locales"], edition.languages())
    faults: list[Fault] = []
    for size in SIZES:
        canvas = AuditCanvas(pygame.Surface(size), assets, typesetter, edition.theme.palette)
        canvas.faults, canvas.text_scale = faults, scale
        canvas.language, canvas.furigana = language, language == "ja"
        context = Context(tr, edition.theme, settings, Sounds(assets, 0), lambda: 0.0)
        for where, scene in pages(context, edition):
            canvas.where = f"{language} {size[0]} {where}"
            canvas.least = LEAST_DESK if where.startswith("desk") else LEAST
            scene.enter()
            scene.render(canvas)
    return faults


@pytest.mark.parametrize("scale", [1.0, LARGE_TEXT])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EDITIONS)
def test_every_text_is_legible(desk: Desk, name: str, language: str, scale: float) -> None:
    assert audited(desk, name, language, scale, scenes, Settings()) == []


@pytest.mark.parametrize("scale", [1.0, LARGE_TEXT])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EDITIONS)
def test_every_survey_is_legible(desk: Desk, name: str, language: str, scale: float) -> None:
    settings = Settings(motion="reduced")
    assert audited(desk, name, language, scale, survey_scenes, settings) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_glyph_is_missing(desk: Desk, language: str) -> None:
    import gettext

    _, assets, _ = desk
    signs: set[str] = set()
    for catalogue in sorted((ROOT / "locales" / language / "LC_MESSAGES").glob("*.mo")):
        with Path(catalogue).open("rb") as file:
            found = cast(dict[object, object], gettext.GNUTranslations(file)._catalog)  # type: ignore[attr-defined]
        for key, text in found.items():
            if key != "":
                signs |= set(without_furigana(str(text)))
    font = assets.font("text", 40)
    missing = [s for s in sorted(signs) if s.isprintable() and font.metrics(s) in ([None], [])]
    assert missing == []
