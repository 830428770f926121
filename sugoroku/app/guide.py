"""What is explained in the first turn of a class that has never played such a game."""

from collections.abc import Callable

from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.scenes.board import BoardScene
from sugoroku.stage.scenes.guide import GuideScene, GuideStep
from sugoroku.stage.scenes.quiz import QuizScene
from sugoroku.stage.scenes.reveal import RevealScene


class Guide:
    """Each kind of screen is explained once; Escape ends it all."""

    def __init__(self, context: Context, show: Callable[[Scene], None]) -> None:
        self._context = context
        self._show = show
        self._over = False
        self._told: set[type[Scene]] = set()

    def explain(self, scene: Scene) -> bool:
        """Show the explanation of a screen over it, if there is one still to be given."""
        kind = type(scene)
        steps = [] if self._over or kind in self._told else self._steps(scene)
        if not steps:
            return False
        self._told.add(kind)

        def skip() -> None:
            self._over = True
            self._show(scene)

        self._show(GuideScene(self._context, scene, steps, lambda: self._show(scene), skip))
        return True

    def _steps(self, scene: Scene) -> list[GuideStep]:
        tr = self._context.tr
        if isinstance(scene, BoardScene) and not scene.moving:
            return [
                GuideStep(tr("Every team has a piece. Here they stand, at the start."),
                          scene.start_spot),
                GuideStep(tr("On your turn, one of you rolls the die. The piece walks by itself."),
                          scene.die_spot),
                GuideStep(tr("? asks a question. The sprout is good news, the cloud a small "
                             "trouble. The book tells a fact, the arrow jumps, the moon rests."),
                          legend=True),
                GuideStep(tr("Right answers bring leaves. With the leaves of all teams, our tree "
                             "grows."), scene.aim_spot),
            ]  # fmt: skip
        if isinstance(scene, QuizScene):
            text = tr("Talk in your team first. Then say the letter: A, B, C or D.")
            return [GuideStep(text, scene.ask_spot)]
        if isinstance(scene, RevealScene):
            text = tr("Right or not: here we see why. Read it together, then go on.")
            return [GuideStep(text, scene.why_spot)]
        return []
