"""One short lesson that shows every screen of the game, always the same."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sugoroku.app.lesson import Lesson
from sugoroku.engine import commands, events
from sugoroku.engine.state import AwaitAnswer
from sugoroku.stage import intents
from sugoroku.stage.loop import Loop
from sugoroku.stage.scenes.event import EventScene
from sugoroku.stage.scenes.options import OptionsScene
from sugoroku.stage.scenes.pause import PauseScene
from sugoroku.stage.scenes.results import ResultsScene
from sugoroku.stage.scenes.setup import SetupScene
from sugoroku.stage.scenes.survey import SurveyScene
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
    assert isinstance(lesson.scene, SurveyScene)
    rest(2)
    yield "survey-between"
    loop.frame((GO,))
    rest(2)
    yield "survey-faces"
