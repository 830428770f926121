"""The teacher's menu: everything that mends or ends a game. Its cards keep their places."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.stage import intents
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button
from sugoroku.stage.widgets.menucard import MenuCard

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

Press = Callable[[], None] | None


@dataclass(frozen=True, slots=True)
class PauseActions:
    """None: not possible now; its card keeps its place, greyed."""

    resume: Callable[[], None]
    undo: Press
    redo: Press
    correct: Press
    teams: Press
    again: Press
    swap: Press
    skip: Press
    settings: Press
    bell: Press
    end: Press


class PauseScene(Scene):
    """Drawn over the screen it pauses. Escape goes back to the game."""

    def __init__(self, context: Context, under: Scene, actions: PauseActions) -> None:
        super().__init__(context)
        self.under = under
        self.actions = actions

    def enter(self) -> None:
        self.context.sounds.play("pause-in")

    def _frame(self, canvas: "Canvas") -> tuple[float, float, float, float]:
        w = min(1640, canvas.W - 2 * 44)
        return (canvas.W - w) / 2, 34, w, 1006

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        x, y, w, _ = self._frame(canvas)
        rb = 540 if w > 1400 else 480
        widgets: list[Widget] = [
            Button(
                x + w - 50 - rb, y + 34, rb, 100, label=self.tr("Go on playing"), icon="play",
                on_press=self.actions.resume, primary=True, size=50,
            )
        ]  # fmt: skip
        g, h = 24, 122
        cw = (w - 100 - g) / 2
        for i, (icon, label, press) in enumerate(self._offers()):
            widgets.append(
                MenuCard(
                    x + 50 + (i % 2) * (cw + g), y + 160 + (i // 2) * (h + 30), cw, h,
                    label=label, icon=icon, danger=icon == "end", on_press=press,
                    keys=(str((i + 1) % 10),), enabled=press is not None,
                )
            )  # fmt: skip
        return widgets

    def _offers(self) -> list[tuple[str, str, Press]]:
        a, tr = self.actions, self.tr
        return [
            ("undo", tr("Undo the last step"), a.undo),
            ("redo", tr("Redo"), a.redo),
            ("edit-position", tr("Correct a position"), a.correct),
            ("people", tr("Teams and leaves"), a.teams),
            ("again", tr("Ask it again"), a.again),
            ("file", tr("Another question"), a.swap),
            ("skip", tr("Skip this turn"), a.skip),
            ("tool", tr("Settings"), a.settings),
            ("clock", tr("End after this round"), a.bell),
            ("end", tr("End now"), a.end),
        ]

    def paint(self, canvas: "Canvas") -> None:
        self.under.render(canvas)
        canvas.scrim(175)
        x, y, w, h = self._frame(canvas)
        canvas.card(x, y, w, h, 60, "paper", "#0A1626", 14)
        canvas.text(
            self.tr("A short break"), x + 54, y + 84, 76, "ink", "display", valign="m",
            width=w - 660, fit=True,
        )  # fmt: skip
        canvas.text(
            self.tr("F1: all keys"), x + w / 2, y + h - 44, 45, "ink_soft", align="c", valign="m",
            width=w - 100, fit=True,
        )  # fmt: skip

    def handle(self, intent: intents.Intent) -> bool:
        if isinstance(intent, intents.Undo) and self.actions.undo is not None:
            self.actions.undo()
            return True
        return False

    def on_back(self) -> None:
        self.context.sounds.play("pause-out")
        self.actions.resume()
