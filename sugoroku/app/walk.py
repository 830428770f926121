"""One short lesson that shows every screen of the game, always the same: for tests and self-check.

The steps rely on each other; AssertionError where one does not come.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from sugoroku.app.lesson import Lesson
from sugoroku.engine import commands, events
from sugoroku.engine.state import AwaitAnswer
from sugoroku.i18n.translator import Translator
from sugoroku.model.survey import Knowledge, SeveralItem
from sugoroku.stage import intents
from sugoroku.stage.loop import Loop
from sugoroku.stage.questionnaire import Questionnaire
from sugoroku.stage.scene import Scene
from sugoroku.stage.scenes.errors import ErrorsScene, Fault
from sugoroku.stage.scenes.event import EventScene
from sugoroku.stage.scenes.hands import HandsScene
from sugoroku.stage.scenes.lessons import LessonScene, LessonsScene
from sugoroku.stage.scenes.notice import NameScene, Notice, NoticeScene, Reply
from sugoroku.stage.scenes.offer import Offered, OfferScene
from sugoroku.stage.scenes.options import OptionsScene
from sugoroku.stage.scenes.paper import PaperScene
from sugoroku.stage.scenes.pause import PauseScene
from sugoroku.stage.scenes.preview import PreviewScene, Strip
from sugoroku.stage.scenes.results import ResultsScene
from sugoroku.stage.scenes.setup import SetupScene
from sugoroku.stage.scenes.survey import SurveyScene
from sugoroku.stage.scenes.survey_door import SurveyDoorScene
from sugoroku.stage.scenes.survey_results import ClassAnswersScene
from sugoroku.stage.scenes.teams import TeamsScene

GO = intents.Go()


def screens(  # noqa: PLR0915 - one after another is the point
    lesson: Lesson, loop: Loop, edition: str
) -> Iterator[str]:
    """Yields the name of the screen that now stands still on the loop's canvas."""

    def rest(frames: int = 40) -> None:
        for _ in range(frames):
            loop.frame()

    def go_on(until: Callable[[], bool]) -> None:
        for _ in range(600):
            if until():
                return
            loop.frame((GO,))
        raise AssertionError("it does not come")

    lesson.show_title()
    rest(2)
    yield "title"
    lesson.choose_edition(edition)
    rest(2)
    yield "teams-before"
    loop.frame((GO,))
    assert isinstance(lesson.scene, SetupScene)
    lesson.scene.plan = replace(lesson.scene.plan, explain=True)
    rest(2)
    yield "how"
    loop.frame((GO,))
    rest(2)
    yield "guide"
    loop.frame((intents.Back(),))
    rest(80)
    yield "board"
    running = lesson.running
    assert running is not None
    play = running.play
    lesson.menu.open()
    rest(2)
    yield "menu"
    assert isinstance(lesson.scene, PauseScene)
    assert lesson.scene.actions.teams is not None
    lesson.scene.actions.teams()
    assert isinstance(lesson.scene, TeamsScene)
    rest(2)
    yield "teams"
    lesson.scene.actions.back()
    lesson.menu.options(play.front, play.show_front)
    assert isinstance(lesson.scene, OptionsScene)
    rest(2)
    yield "settings"
    lesson.scene.actions.back()
    lesson.help()
    rest(2)
    yield "help"
    loop.frame((intents.Back(),))
    go_on(lambda: isinstance(play.state.phase, AwaitAnswer) and not play.board.moving)
    play.show_state()
    rest()
    yield "question"
    play.submit(commands.Answer(None))
    rest()
    yield "why"
    good = next(s for s in play.edition.board.squares if s.kind == "event" and s.mood == "good")
    lesson.show(play.front)
    play._card(play.state.turn, good.id, (events.LeavesChanged(play.state.turn, 10, 10),),
               play.board.view)  # fmt: skip
    assert isinstance(lesson.scene, EventScene)
    rest()
    yield "event"
    play.show_state()
    play.submit(commands.EndGame())
    go_on(lambda: isinstance(lesson.scene, ResultsScene))
    rest(120)
    yield "results-class"
    loop.frame((GO,))
    rest(160)
    yield "results-podium"
    lesson.show_survey()
    assert isinstance(lesson.scene, SurveyDoorScene)
    rest(2)
    yield "survey-door"
    loop.frame((intents.Character("1"),))
    assert isinstance(lesson.scene, SurveyScene)
    rest(2)
    yield "survey-between"
    loop.frame((GO,))
    rest(2)
    yield "survey-faces"
    yield from _survey(lesson, loop)
    yield from _earlier(lesson, loop)


def _survey(lesson: Lesson, loop: Loop) -> Iterator[str]:
    """The other ways to answer, and what the class sees of it."""

    def press(keys: str, frames: int = 2) -> None:
        for _ in range(frames):
            loop.frame()
        for key in keys:
            loop.frame((GO if key == "⏎" else intents.Character(key),))
        for _ in range(frames):
            loop.frame()

    alone = lesson.scene
    assert isinstance(alone, SurveyScene)
    alone.page = _knowledge(alone.asked)
    alone.refresh()
    press("")
    yield "survey-known"
    lesson.surveys.show_door()
    press("2")
    hands = lesson.scene
    assert isinstance(hands, HandsScene)
    press("")
    for digit, place in zip("31583", range(5), strict=True):
        hands._set(min(place, len(hands.counts[hands.item.id]) - 1), int(digit))
    press("")
    yield "hands-faces"
    press("⏎")
    kinds = [type(item) for item in hands.items]
    for name, kind in (("hands-known", Knowledge), ("hands-options", SeveralItem)):
        hands._turn_to(kinds.index(kind))
        for place in range(len(hands.counts[hands.item.id])):
            hands._set(place, 9 - place if kind is SeveralItem else 4)
        press("")
        yield name
        press("⏎")
    lesson.surveys.show_door()
    press("3")
    assert isinstance(lesson.scene, PaperScene)
    press("4⏎b⏎")
    yield "paper"
    lesson.surveys.show_answers()
    answers = lesson.scene
    assert isinstance(answers, ClassAnswersScene)
    press("", 60)
    yield "answers-faces"
    seen = [type(item) for item, _ in answers.pages]
    for name, kind in (("answers-options", SeveralItem), ("answers-known", Knowledge)):
        answers._turn_to(seen.index(kind))
        press("", 60)
        yield name


def _knowledge(asked: Questionnaire) -> int:
    return next(i for i, item in enumerate(asked.items) if isinstance(item, Knowledge))


def _earlier(lesson: Lesson, loop: Loop) -> Iterator[str]:
    """From the title to a lesson that is over; its day is always the same."""
    assert lesson.running is not None
    journal = lesson.running.records.folder / "journal.jsonl"
    lesson.clear_table(done=True)
    began = re.sub(
        rb'"started":"[^"]+"', b'"started":"2026-11-23T10:15:00Z"', journal.read_bytes(), count=1
    )
    journal.write_bytes(began)
    broken = lesson.house.data_folder / "sessions" / "2026-01-01_0000_broken"
    broken.mkdir()
    lesson.show_title()
    for _ in range(3):
        loop.frame()
    yield "title-later"
    loop.frame((intents.Character("h"),))
    assert isinstance(lesson.scene, LessonsScene)
    for _ in range(2):
        loop.frame()
    yield "lessons"
    loop.frame((intents.Character("1"),))
    assert isinstance(lesson.scene, LessonScene)
    for _ in range(2):
        loop.frame()
    yield "lesson"


def seldom_seen(lesson: Lesson, loop: Loop) -> Iterator[str]:
    """The screens that no lesson passes through, with made-up matter on them."""
    context, tr, title = lesson.context, lesson.context.tr, lesson.scene

    def nothing(*_: object) -> None:
        pass

    def offered(tr: Translator) -> Offered:
        rows = ((tr("Language"), tr.language_name(tr.language)), (tr("Questions"), tr.number(20)))
        return Offered(tr("A deck of questions: “{id}”", id="a"), "a", rows, "", tr("Add it"))

    notice = Notice(tr("Close the game?"), (), (Reply(tr("Stay"), nothing, "primary"),), nothing)
    seldom: dict[str, Scene] = {
        "errors": ErrorsScene(context, [Fault("a.yaml:1:1", "…", "…", "a: b")], nothing, nothing),
        "notice": NoticeScene(context, notice, under=title),
        "name": NameScene(context, title, "Loica", nothing),
        "offer": OfferScene(context, offered, nothing, nothing),
        "preview": PreviewScene(context, title, lambda: Strip("1 / 1", "F1"), lambda _: False),
    }
    for name, scene in seldom.items():
        lesson.show(scene)
        loop.frame()
        yield name
    lesson.show(title)
    lesson.black()
    loop.frame()
    yield "black"
