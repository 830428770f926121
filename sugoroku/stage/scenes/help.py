"""Two pages for the teacher: all keys on one card (F1), and a black screen (B)."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sugoroku.stage import intents
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


class HelpScene(Scene):
    """The keys, over the screen that was on show. Any way back is right.

    `keys`: others than those of the game, each with what it does; asked again in a new language.
    """

    def __init__(
        self,
        context: Context,
        under: Scene,
        back: Callable[[], None],
        keys: Callable[[], list[tuple[str, str]]] | None = None,
    ) -> None:
        super().__init__(context)
        self.under, self.back = under, back
        self._keys = keys or self._keys_of_the_game

    def enter(self) -> None:
        self.under.enter()

    def _keys_of_the_game(self) -> list[tuple[str, str]]:
        tr = self.tr
        return [
            (tr("Enter, Space"), tr("go on, roll, confirm")),
            (tr("Arrows, Tab"), tr("choose a button")),
            ("A–F, 1–6", tr("choose an answer")),
            ("H", tr("a hint for the question")),
            ("N", tr("no answer: pass")),
            (tr("Backspace, Ctrl+Z"), tr("one step back")),
            (tr("Ctrl+Y"), tr("do it again")),
            ("Esc", tr("the teacher's menu")),
            ("T", tr("the clock")),
            ("L", tr("the next language")),
            (tr("B (question: full stop)"), tr("black screen")),
            ("F11", tr("full screen or window")),
            ("F10", tr("the other screen")),
            (tr("Clicker"), tr("forward: go on; back: choose")),
        ]

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        return [
            Button(
                canvas.W - canvas.margin - 380, 52, 380, 94, label=self.tr("Done"), icon="check",
                on_press=self.back, primary=True, size=50,
            )
        ]  # fmt: skip

    def paint(self, canvas: "Canvas") -> None:
        self.under.render(canvas)
        canvas.scrim(185)
        m = canvas.margin - 16
        w = canvas.W - 2 * m
        canvas.card(m, 26, w, 1020, 56, "paper", "#0A1626", 14)
        canvas.text(
            self.tr("All keys"), m + 48, 98, 72, "ink", "display", valign="m", width=w - 520,
            fit=True,
        )  # fmt: skip
        keys = self._keys()
        each = (1020 - 160) / max(len(keys), 10)
        half = w * 0.4
        for i, (key, does) in enumerate(keys):
            y = 170 + (i + 0.5) * each
            if i % 2 == 0:
                canvas.rect(m + 24, y - each / 2, w - 48, each, 20, "ground")
            canvas.text(
                key, m + 48, y, 45, "primary", "display", valign="m", width=half - 40, fit=True,
                min_size=34, ruby=False,
            )  # fmt: skip
            canvas.text(
                does, m + half + 20, y, 45, "ink", valign="m", width=w - half - 70, fit=True,
                min_size=34, ruby=False,
            )  # fmt: skip

    def handle(self, intent: intents.Intent) -> bool:
        if isinstance(intent, intents.Help):
            self.back()
            return True
        return False

    def on_back(self) -> None:
        self.back()


class BlackScene(Scene):
    """Nothing to be seen, so that the class looks at the teacher. Any key or click ends it."""

    def __init__(self, context: Context, back: Callable[[], None]) -> None:
        super().__init__(context)
        self.back = back

    def paint(self, canvas: "Canvas") -> None:
        canvas.fill("#000000")

    def handle(self, intent: intents.Intent) -> bool:
        if not isinstance(intent, intents.PointerMove | intents.PointerUp):
            self.back()
        return True
