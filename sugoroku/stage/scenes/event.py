"""What happens on a square: an event, good or bad, or something to know."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.engine.state import Team
from sugoroku.model.board import Square
from sugoroku.stage.draw.cards import draw_pill, draw_team_chip, pill_width
from sugoroku.stage.draw.squares import picture_of, tile_of
from sugoroku.stage.motion.entrance import Part
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.tokens import MOTION
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

_TABS = {"good": "ok_deep", "bad": "#4E3482", "fact": "#0A5A6B"}


@dataclass(frozen=True, slots=True)
class EventCard:
    """`effects`: what the square brings, as short words."""

    square: Square
    team: Team
    effects: Sequence[str]

    @property
    def mood(self) -> str:
        if self.square.kind == "fact":
            return "fact"
        return "bad" if self.square.mood == "bad" else "good"


class EventScene(Scene):
    """One card over the board; waits for the teacher."""

    def __init__(
        self,
        context: Context,
        card: EventCard,
        under: Scene,
        on_next: Callable[[], None],
        on_pause: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(context)
        self.card = card
        self.under = under
        self.on_next = on_next
        self.on_pause = on_pause
        self._played = False

    def enter(self) -> None:
        if not self._played:
            self._played = True
            cue = {"fact": "fact", "bad": "event-bad", "good": "event-good"}[self.card.mood]
            self.context.sounds.play(cue)
            self.come_on(MOTION["card_in"])

    def parts(self, canvas: "Canvas") -> Sequence[Part]:
        x, y, w, h = self._frame(canvas)
        return [(x, y, w + 100, h + 44)]

    def _frame(self, canvas: "Canvas") -> tuple[float, float, float, float]:
        w = 1240 if canvas.wide else canvas.W - 140
        return (canvas.W - w) / 2 - (96 if canvas.wide else 26), 42, w, 972

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        x, y, w, h = self._frame(canvas)
        return [
            Button(
                x + w - (580 if canvas.wide else 530), y + h - 137, 270, 96,
                label=self.tr("Next"), on_press=self.on_next, primary=True, size=50,
            )
        ]  # fmt: skip

    def paint(self, canvas: "Canvas") -> None:
        self.under.render(canvas)
        canvas.scrim(165)
        self.ground_painted(canvas)
        x, y, w, h = self._frame(canvas)
        square, tr = self.card.square, self.tr
        canvas.card(x, y, w, h, 56, "paper", "#0A1626", 14)
        pw = w - 36
        ph = pw * 410 / 1200
        canvas.svg(picture_of(square), x + 18, y + 18, w=pw, anchor="tl")
        tab = self._tab(canvas, x + 50, y + 18 + ph)
        top, bottom = y + 18 + ph + 66, y + h - 160
        title = canvas.text(
            tr.text(square.title), x + 64, top, 62, "ink", "display", width=w - 128, max_h=180,
            min_size=50,
        )  # fmt: skip
        top += title.h + 14
        canvas.text(
            tr.text(square.text), x + 64, (top + bottom) / 2, canvas.large(50), "ink", valign="m",
            width=w - (330 if canvas.wide else 270), max_h=bottom - top, min_size=40,
        )  # fmt: skip
        room = w - (580 if canvas.wide else 530) - 80
        self._effects(canvas, (x + 56, y + h - 138, room), (tab + 24, y + 18 + ph, x + w - 44))
        pose = {"good": "happy", "bad": "sad", "fact": "thinking"}[self.card.mood]
        canvas.mascot(
            self.context.theme, pose, x + w - (36 if canvas.wide else 70), y + h + 40,
            400 if canvas.wide else 320,
        )  # fmt: skip

    def _effects(
        self, canvas: "Canvas", foot: tuple[float, float, float], edge: tuple[float, float, float]
    ) -> None:
        """Pills at the foot; what has no room there sits on the edge of the picture."""
        x, y, room = foot
        effects, team = self.card.effects, self.card.team
        if not effects:
            draw_team_chip(canvas, team, x, y + 6, room)
            return
        used = draw_pill(canvas, effects[0], x, y, room, team) + 16
        left, middle, right = edge
        for label in effects[1:]:
            w = pill_width(canvas, label)
            if used + w <= room:
                used += draw_pill(canvas, label, x + used, y, w) + 16
            elif right - left > 160:
                w = min(w, right - left)
                right -= draw_pill(canvas, label, right - w, middle - 52, w) + 16

    def _tab(self, canvas: "Canvas", x: float, y: float) -> float:
        """What kind of news it is; returns where the tab ends."""
        label = {
            "good": self.tr("Good news"),
            "bad": self.tr("Oh dear"),
            "fact": self.tr("Good to know"),
        }[self.card.mood]
        if self.card.square.kind == "goal":
            label = self.tr("Goal")
        w = canvas.measure(label, 46, face="display").w + 150
        canvas.rect(x, y - 52, w, 104, 52, "paper")
        canvas.rect(x + 8, y - 44, w - 16, 88, 44, _TABS[self.card.mood])
        canvas.svg(tile_of(self.card.square), x + 60, y, w=84)
        canvas.text(label, x + 114, y + 1, 46, "paper", "display", valign="m")
        return x + w

    def on_back(self) -> None:
        if self.on_pause is not None:
            self.on_pause()
