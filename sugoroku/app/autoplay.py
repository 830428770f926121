"""Plays a whole lesson by itself, with the keys a teacher would press."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from sugoroku.app.lesson import Lesson
from sugoroku.app.packing import words
from sugoroku.app.surveying import Answers
from sugoroku.engine.state import AwaitExit
from sugoroku.model.survey import NumberItem, SurveyItem
from sugoroku.stage import intents
from sugoroku.stage.loop import Loop
from sugoroku.stage.questionnaire import Questionnaire
from sugoroku.stage.scene import Scene
from sugoroku.stage.scenes.board import BoardScene
from sugoroku.stage.scenes.errors import ErrorsScene
from sugoroku.stage.scenes.hands import HandsScene
from sugoroku.stage.scenes.paper import PaperScene
from sugoroku.stage.scenes.quiz import QuizScene
from sugoroku.stage.scenes.setup import SetupScene
from sugoroku.stage.scenes.survey import SurveyScene
from sugoroku.stage.scenes.survey_door import SurveyDoorScene
from sugoroku.stage.scenes.survey_results import ClassAnswersScene

MOST_FRAMES = 200_000
MOST_PICTURES = 6
"""Of one kind of screen."""
LONGEST_MOTION = 250
"""Frames that a picture waits for a screen to stand still: 10 seconds."""
PUPILS = 5
SHEETS = 2
"""Typed in from paper, after the pupils one by one."""
GO = intents.Go()
COMMENTS = ("あそんで よくわかった", "¡Me gustó mucho!", "=1+1", "It was fun")
"""The third is what a spreadsheet would run."""


class AutoPlayer:
    """`seed` decides the answers; the dice have the seed of the settings."""

    def __init__(
        self, lesson: Lesson, loop: Loop, seed: int, pictures: Path | None, pupils: int = PUPILS
    ) -> None:
        self.lesson = lesson
        self.loop = loop
        self.chance = random.Random(seed)
        self.pictures = pictures
        self.pupils = pupils
        self.slowest_ms = 0.0
        """From the last key of a pupil until the answers are on the disk."""
        self._taken: dict[str, int] = {}
        self._number = 0

    def play(self) -> int:
        """0 when the lesson came to its end, else 1."""
        self.loop.direct(self.lesson)
        for _ in range(MOST_FRAMES):
            scene = self.lesson.scene
            self.loop.frame()
            if scene is not self.lesson.scene:
                continue
            self._picture(scene)
            if scene is not self.lesson.scene:
                continue
            if self._ended():
                self._tell()
                return 0
            if isinstance(scene, ErrorsScene):  # pressing on would only read the files again
                for fault in scene.faults:
                    print(f"{fault.place}: {fault.what}\n    {fault.mend}")
                return 1
            if self.lesson.quit_asked:
                break
            for intent in self._next(scene):
                self.loop.frame((intent,))
                if self.lesson.scene is not scene:
                    break
        print(words("")("The lesson did not come to an end."))
        return 1

    def _ended(self) -> bool:
        """At the page of thanks all is said and kept."""
        running = self.lesson.running
        return running is not None and running.records.phase == "done"

    def _tell(self) -> None:
        running, tr = self.lesson.running, words("")
        if running is not None:
            state = running.records.session.state
            pupils = running.records.surveyed()
            print(tr.plural("Played {n} round.", "Played {n} rounds.", state.round))
            if pupils:
                alone = min(pupils, self.pupils)
                print(
                    tr(
                        "Answered the survey: {alone} one by one, {paper} on paper.",
                        alone=tr.number(alone),
                        paper=tr.number(pupils - alone),
                    )
                )
                slowest = tr.number(round(self.slowest_ms, 1))
                print(tr("From a pupil's last key to the disk: at most {n} ms.", n=slowest))
            print(tr("Kept in {folder}", folder=running.records.folder))
        if self.pictures is not None:
            print(
                tr.plural(
                    "{n} picture: {folder}",
                    "{n} pictures: {folder}",
                    self._number,
                    folder=self.pictures,
                )
            )

    def _picture(self, scene: Scene) -> None:
        """One picture whenever another screen is shown, a few of each kind."""
        if self.pictures is None or getattr(scene, "pictured", None) == self._face(scene):
            return
        scene.pictured = self._face(scene)  # type: ignore[attr-defined]
        name = type(scene).__name__.removesuffix("Scene").lower()
        if self._taken.get(name, 0) >= MOST_PICTURES:
            return
        if not self._at_rest(scene):
            return
        self._taken[name] = self._taken.get(name, 0) + 1
        self._number += 1
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.loop.capture(self.pictures / f"{self._number:02}-{name}.png")

    def _at_rest(self, scene: Scene) -> bool:
        """Wait until all has come on and grown; False when another screen came instead."""
        for _ in range(LONGEST_MOTION):
            if self.lesson.scene is not scene or not (self.loop.moving or scene.stale):
                break
            self.loop.frame()
        return self.lesson.scene is scene

    @staticmethod
    def _face(scene: Scene) -> object:
        return getattr(scene, "page", 0)

    def _next(self, scene: Scene) -> list[intents.Intent]:
        if isinstance(scene, QuizScene):
            return self._answer(scene)
        if isinstance(scene, SetupScene) and scene.asks_before and not scene.plan.ask_before:
            scene.plan = replace(scene.plan, ask_before=True)
        if isinstance(scene, SurveyDoorScene):
            return [intents.Character(self._way(scene))]
        if isinstance(scene, SurveyScene):
            return self._survey(scene)
        if isinstance(scene, HandsScene):
            return self._hands(scene)
        if isinstance(scene, PaperScene):
            return self._paper(scene)
        if isinstance(scene, ClassAnswersScene):
            return self._answers(scene)
        if isinstance(scene, BoardScene) and isinstance(scene.phase, AwaitExit):
            return [intents.Character("1")]
        if isinstance(scene, BoardScene) and scene.waits_for_real_die:
            return [intents.Character(str(self.chance.randint(1, 6)))]
        return [GO]

    def _answer(self, scene: QuizScene) -> list[intents.Intent]:
        """Raise letters, or move the line, for every team that is asked."""
        keys: list[intents.Intent] = []
        for draft in scene.drafts:
            if draft.value is not None:
                steps = self.chance.randint(1, 12)
                keys += [intents.MoveFocus(self.chance.choice(["left", "right"]))] * steps + [GO]
                continue
            count = len(scene.card.order) or 2
            letters = list("abcdef"[:count])
            self.chance.shuffle(letters)
            if draft.single:
                wanted = 1
            elif type(scene.card.question).__name__ == "Order":
                wanted = count
            else:
                wanted = 2
            keys += [intents.Character(letter) for letter in letters[:wanted]]
        return [*keys, GO]

    # ------------------------------------------------------------------ the survey

    def _way(self, scene: SurveyDoorScene) -> str:
        """All of them: by hands, one by one, from paper."""
        if scene.progress.countable and not scene.progress.raised:
            return "2"
        return "1" if scene.progress.pupils < self.pupils else "3"

    def _survey(self, scene: SurveyScene) -> list[intents.Intent]:
        if not isinstance(scene.actions.save, _Timed):
            scene.actions = replace(scene.actions, save=_Timed(scene.actions.save, self))
        if scene.page < 0:
            if scene.answered >= self.pupils:
                return [intents.Character("f"), intents.Character("y")]
            return [GO]
        if scene.typing:
            return [intents.TextTyped(self.chance.choice(COMMENTS)), GO]
        return [*self._pressed(scene.asked, scene.asked.items[scene.page]), GO]

    def _pressed(self, asked: Questionnaire, item: SurveyItem) -> list[intents.Intent]:
        """The keys of an answer."""
        if isinstance(item, NumberItem):
            number = str(self.chance.randint(item.low, item.high))
            return [intents.Character(sign) for sign in number]
        return [intents.Character(str(self.chance.randint(1, min(9, asked.count(item)))))]

    def _hands(self, scene: HandsScene) -> list[intents.Intent]:
        left, keys = scene.pupils, list[intents.Intent]()
        for place in range(len(scene.counts[scene.item.id])):
            count = self.chance.randint(0, left)
            left -= count
            keys += [intents.Character(digit) for digit in str(count)]
            if place < len(scene.counts[scene.item.id]) - 1:
                keys.append(intents.MoveFocus("next"))
        return [*keys, GO]

    def _paper(self, scene: PaperScene) -> list[intents.Intent]:
        if scene.sheets >= self.pupils + SHEETS:
            return [intents.Back(), intents.Character("y")]
        if scene.typing:
            return [intents.TextTyped(self.chance.choice(COMMENTS)), GO]
        return [*self._pressed(scene.asked, scene.item), GO]

    def _answers(self, scene: ClassAnswersScene) -> list[intents.Intent]:
        """Looked at to the end; then on to the next way, or the lesson is over."""
        if scene.page < len(scene.pages) - 1:
            return [GO]
        running = self.lesson.running
        moment = scene.card.asked.moment
        answered = running.records.surveyed(moment) if running is not None else 0
        if answered < self.pupils + SHEETS:
            return [intents.Character("m")]
        return [GO]


class _Timed:
    """Keeps the longest time that saving took."""

    def __init__(self, save: Callable[[Answers], object], player: AutoPlayer) -> None:
        self._save, self._player = save, player

    def __call__(self, answers: Answers) -> None:
        began = perf_counter()
        self._save(answers)
        passed = (perf_counter() - began) * 1000
        self._player.slowest_ms = max(self._player.slowest_ms, passed)
