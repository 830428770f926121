"""Plays a whole lesson by itself, with the keys a teacher would press."""

import random
from pathlib import Path

from sugoroku.app.lesson import Lesson
from sugoroku.engine.state import AwaitExit
from sugoroku.stage import intents
from sugoroku.stage.loop import Loop
from sugoroku.stage.scene import Scene
from sugoroku.stage.scenes.board import BoardScene
from sugoroku.stage.scenes.notice import NoticeScene
from sugoroku.stage.scenes.quiz import QuizScene
from sugoroku.stage.scenes.survey import SurveyScene
from sugoroku.stage.scenes.title import TitleScene

MOST_FRAMES = 200_000
MOST_PICTURES = 6
"""Of one kind of screen."""
PUPILS = 5
GO = intents.Go()
COMMENTS = ("あそんで よくわかった", "¡Me gustó mucho!", "=1+1", "It was fun")
"""The third is what a spreadsheet would run."""


class AutoPlayer:
    """`seed` decides the answers; the dice have the seed of the settings."""

    def __init__(self, lesson: Lesson, loop: Loop, seed: int, pictures: Path | None) -> None:
        self.lesson = lesson
        self.loop = loop
        self.chance = random.Random(seed)
        self.pictures = pictures
        self.surveyed = 0
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
            if self._ended(scene):
                self._tell()
                return 0
            for intent in self._next(scene):
                self.loop.frame((intent,))
                if self.lesson.scene is not scene:
                    break
        print("The lesson did not come to an end.")
        return 1

    def _ended(self, scene: Scene) -> bool:
        """The page of thanks after the survey, or the title when there is none."""
        return self.surveyed >= PUPILS and isinstance(scene, NoticeScene | TitleScene)

    def _tell(self) -> None:
        running = self.lesson.running
        if running is not None:
            state = running.records.session.state
            print(f"Played {state.round} rounds; {self.surveyed} pupils answered the survey.")
            print(f"Kept in {running.records.folder}")
        if self.pictures is not None:
            print(f"{self._number} pictures in {self.pictures}")

    def _picture(self, scene: Scene) -> None:
        """One picture whenever another screen is shown, a few of each kind."""
        if self.pictures is None or getattr(scene, "pictured", None) == self._face(scene):
            return
        scene.pictured = self._face(scene)  # type: ignore[attr-defined]
        name = type(scene).__name__.removesuffix("Scene").lower()
        if self._taken.get(name, 0) >= MOST_PICTURES:
            return
        self._taken[name] = self._taken.get(name, 0) + 1
        self._number += 1
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.loop.capture(self.pictures / f"{self._number:02}-{name}.png")

    @staticmethod
    def _face(scene: Scene) -> object:
        return getattr(scene, "page", 0)

    def _next(self, scene: Scene) -> list[intents.Intent]:
        if isinstance(scene, QuizScene):
            return self._answer(scene)
        if isinstance(scene, SurveyScene):
            return self._survey(scene)
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

    def _survey(self, scene: SurveyScene) -> list[intents.Intent]:
        if scene.page < 0:
            if scene.answered >= PUPILS:
                self.surveyed = scene.answered
                return [
                    intents.Character("f"),
                    intents.MoveFocus("next"),
                    intents.MoveFocus("next"),
                    GO,
                ]
            return [GO]
        if scene.typing:
            return [intents.TextTyped(self.chance.choice(COMMENTS)), GO]
        return [intents.Character(str(self.chance.randint(1, 3))), GO]
