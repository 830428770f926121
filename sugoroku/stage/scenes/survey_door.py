"""Before a survey the teacher chooses how the class answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.model.survey import Moment
from sugoroku.stage import intents
from sugoroku.stage.draw.cards import label_width
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button, RoundButton
from sugoroku.stage.widgets.waycard import WayCard

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


@dataclass(frozen=True, slots=True)
class DoorActions:
    alone: Callable[[], None]
    hands: Callable[[], None] | None
    """None: no item can be answered so."""
    paper: Callable[[], None]
    later: Callable[[], None]
    results: Callable[[], None] | None
    """None: nothing has been answered yet."""
    back: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Progress:
    """What has been answered so far: pupils alone or on paper, and items by raised hands."""

    pupils: int = 0
    raised: int = 0
    countable: int = 0

    @property
    def begun(self) -> bool:
        return self.pupils > 0 or self.raised > 0


class SurveyDoorScene(Scene):
    """Four ways, by the keys 1 to 4. Enter goes on where it was stopped."""

    def __init__(
        self,
        context: Context,
        moment: Moment,
        title: Callable[[], str],
        actions: DoorActions,
        progress: Progress,
    ) -> None:
        super().__init__(context)
        self.moment, self.title = moment, title
        self.actions, self.progress = actions, progress

    # ------------------------------------------------------------------ widgets

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        m, g, h = canvas.margin, 32.0, 300.0
        w = (canvas.W - 2 * m - g) / 2
        hands_first = self.progress.raised > 0 and not self.progress.pupils
        widgets: list[Widget] = [
            WayCard(
                m + i % 2 * (w + g), 182 + i // 2 * (h + 44), w, h, picture=f"survey/{picture}",
                number=str(i + 1), label=label, line=line, keys=(str(i + 1),),
                on_press=press, enabled=press is not None, primary=i == int(hands_first),
            )
            for i, (picture, label, line, press) in enumerate(self._ways())
        ]  # fmt: skip
        if self.actions.results is not None:
            label = self.tr("The class's answers")
            rw = label_width(canvas, label, 48, 420, icon=True)
            widgets.append(
                Button(
                    canvas.W - m - rw, 940, rw, 100, label=label, kind="secondary", icon="people",
                    on_press=self.actions.results, keys=("r",), size=48,
                )
            )  # fmt: skip
        widgets.append(RoundButton(m, 950, 92, 92, icon="back", on_press=self.on_back))
        return widgets

    def _ways(self) -> list[tuple[str, str, str, Callable[[], None] | None]]:
        tr, a = self.tr, self.actions
        if self.moment == "before":
            later = tr("Straight to the game.")
        else:
            later = tr("Another day: see “Records” on the first page.")
        return [
            ("alone", tr("One by one"), tr("At this computer, one pupil after another."), a.alone),
            (
                "hands",
                tr("By raised hands"),
                tr("The class sees the question, you count."),
                a.hands,
            ),
            ("paper", tr("From paper"), tr("You type in the sheets with a few keys."), a.paper),
            ("later", tr("Not now"), later, a.later),
        ]

    # ------------------------------------------------------------------ the picture

    def paint(self, canvas: "Canvas") -> None:
        canvas.skyline(self.context.theme.skyline)
        canvas.text(
            self.title(), canvas.W / 2, 92, 80, "ink", "display", align="c", valign="m",
            width=canvas.W - 2 * canvas.margin, fit=True,
        )  # fmt: skip
        m, line = canvas.margin, self._said()
        if self.actions.results is not None and not canvas.wide:
            left = m + 126  # the button needs the room of the mascot
            right = next(w.x for w in self.widgets if isinstance(w, Button)) - 24
            canvas.text(
                line, left, 994, 48, "ink", "display", valign="m", width=right - left, max_h=150,
                min_size=40,
            )  # fmt: skip
            return
        canvas.mascot(self.context.theme, "neutral", m + 210, 1072, 176)
        x = m + 330
        right = min((w.x - 30 for w in self.widgets if isinstance(w, Button)),
                    default=canvas.W - m)  # fmt: skip
        room = right - x
        block = canvas.measure(line, 45, width=room - 76)
        h = min(158.0, block.h + 36)
        canvas.bubble(x, 1056 - h, min(room, block.w + 80), h, "l", r=44, tail_y=h * 0.6)
        canvas.text(
            line, x + 38, 1056 - h / 2, 45, "ink", valign="m", width=room - 76, max_h=h - 20,
            min_size=40,
        )  # fmt: skip

    def _said(self) -> str:
        tr, done = self.tr, self.progress
        if not done.begun:
            return tr("How shall the class answer?")
        told = []
        if done.pupils:
            told.append(tr.plural("{n} has answered.", "{n} have answered.", done.pupils))
        if done.raised:
            raised = tr.number(done.raised), tr.number(done.countable)
            told.append(tr("Hands: {n} of {of}", n=raised[0], of=raised[1]))
        return "\n".join(told)

    def handle(self, intent: intents.Intent) -> bool:
        return isinstance(intent, intents.Undo | intents.Redo)

    def on_back(self) -> None:
        self.actions.back()
