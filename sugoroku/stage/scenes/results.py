"""The end of the game: what the class got right together, then the podium, then the survey."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.engine.state import Finished, State, Team
from sugoroku.model.edition import Edition
from sugoroku.model.ids import TOPICS
from sugoroku.stage import intents
from sugoroku.stage.draw.cards import TOPIC_NAMES, fitting_size, label_width
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.tokens import TEAM
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button, RoundButton

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

# (fraction of the left half, y) of the confetti; it lies still and covers no text.
_CONFETTI = (
    (0.03, 372), (0.10, 420), (0.02, 500), (0.30, 400), (0.345, 470), (0.285, 540), (0.62, 372),
    (0.68, 440), (0.64, 520), (0.78, 400), (0.86, 470), (0.93, 380), (0.975, 500), (0.05, 580),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ResultsCard:
    """`tallies`: topic to (right answers, answers), over all teams."""

    edition: Edition
    state: State
    tallies: Mapping[str, tuple[int, int]]
    total_right: int
    class_leaves: int


class ResultsScene(Scene):
    """Nothing here names a child; equals share a place."""

    def __init__(
        self,
        context: Context,
        card: ResultsCard,
        on_survey: Callable[[], None],
        on_again: Callable[[], None],
        on_undo: Callable[[], None],
    ) -> None:
        super().__init__(context)
        self.card = card
        self.on_survey, self.on_again, self.on_undo = on_survey, on_again, on_undo
        phase = card.state.phase
        places = phase.ranking if isinstance(phase, Finished) else ()
        self.ranked = [(place, card.state.team(team)) for place, team in places]
        self._played = False

    def enter(self) -> None:
        if not self._played:
            self._played = True
            self.context.sounds.play("podium")

    def _columns(self, canvas: "Canvas") -> tuple[float, float]:
        """Width of the podium and of the card with the topics."""
        right = 790.0 if canvas.wide else 560.0
        return canvas.W - 2 * canvas.margin - right - 40, right

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        _, w = self._columns(canvas)
        left, right = canvas.W - canvas.margin - w, canvas.W - canvas.margin
        survey = self.card.edition.survey is not None
        label = self.tr("To the survey") if survey else self.tr("Finish")
        # Another game: beside undo, or in the corner where the card begins lower.
        again = (left + 112, 920.0) if canvas.wide else (right - 92, 36.0)
        x = left + (224 if canvas.wide else 112)
        icon = "next" if label_width(canvas, label, 48, 0, icon=True) <= right - x else None
        onward = Button(x, 916, right - x, 100, label=label, icon=icon, on_press=self.on_survey)
        onward.primary, onward.size = True, 54
        return [
            onward,
            RoundButton(left, 920, 92, 92, icon="undo", on_press=self.on_undo),
            RoundButton(*again, 92, 92, icon="play", on_press=self.on_again),
        ]

    def paint(self, canvas: "Canvas") -> None:
        canvas.skyline(self.context.theme.skyline)
        self._confetti(canvas)
        self._headline(canvas)
        self._podium(canvas)
        self._topics(canvas)

    def _confetti(self, canvas: "Canvas") -> None:
        width, _ = self._columns(canvas)
        colours = [TEAM[shape][0] for shape in TEAM]
        for i, (share, y) in enumerate(_CONFETTI):
            x, colour = canvas.margin + share * width, colours[i % len(colours)]
            if i % 2:
                canvas.rect(x - 13, y - 8, 26, 16, 6, colour)
            else:
                canvas.rect(x - 10, y - 10, 20, 20, 10, colour)

    def _headline(self, canvas: "Canvas") -> None:
        tr, m, card = self.tr, canvas.margin, self.card
        left_w, _ = self._columns(canvas)
        winners = [team for place, team in self.ranked if place == 1]
        if len(winners) == 1 and winners[0].arrived:
            title = tr("{team} has reached the goal!", team=winners[0].name)
        elif any(team.arrived for team in winners):
            title = tr("The goal is reached!")
        else:
            title = tr("Well done, everyone!")
        canvas.text(
            title, m, 92 if canvas.wide else 80, 76, "ink", "display", valign="m",
            width=left_w - 10 if canvas.wide else canvas.W - 2 * m - 116, fit=True,
        )  # fmt: skip
        canvas.mascot(self.context.theme, "happy", m + 92, 354, 206)
        text = tr.plural(
            "{n} right answer together!", "{n} right answers together!", card.total_right
        )
        room = left_w - 300
        size = fitting_size(canvas, [text], (room, 80), 52, 46, face="display")
        size = fitting_size(canvas, [text], (room, 190), size, 40, face="display")
        block = canvas.measure(text, size, room, face="display")
        w, h = min(left_w - 214, block.w + 88), max(110.0, block.h + 52)
        canvas.bubble(m + 214, 254 - h / 2, w, h, "l", r=48, tail_y=h * 0.6)
        canvas.text(text, m + 258, 254, size, "primary", "display", width=room, valign="m")

    def _podium(self, canvas: "Canvas") -> None:
        """The first three places, the first in the middle; equals stand equally high."""
        m, base = canvas.margin, 852.0
        w, _ = self._columns(canvas)
        stand = [(place, team) for place, team in self.ranked if place <= 3]
        n = max(3, len(stand))
        step = (w - 10 * (n - 1)) / n
        slots = sorted(range(n), key=lambda slot: (abs(slot - (n - 1) // 2), slot))
        left = m + (step + 10) / 2 if len(stand) == 2 else m
        for slot, (place, team) in zip(slots, stand, strict=False):
            self._step(canvas, place, team, left + slot * (step + 10), base, step)
        canvas.rect(m - 16, base, w + 32, 26, 13, "line")
        self._rest(canvas, [team for place, team in self.ranked if place > 3], w)

    def _step(
        self, canvas: "Canvas", place: int, team: Team, x: float, base: float, w: float
    ) -> None:
        h, token, medal, down = {
            1: (302.0, 186.0, 112.0, 96.0), 2: (236.0, 152.0, 96.0, 82.0),
        }.get(place, (186.0, 132.0, 80.0, 66.0))  # fmt: skip
        y = base - h
        canvas.rect(x, y, w, h, 34, TEAM[team.shape][0])
        canvas.rect(x, y + 30, w, h - 30, 0, "paper")
        canvas.token(team.shape, x + w / 2, y + 6, min(token, w * 1.05), "b")
        canvas.svg(f"ui/medal-{min(3, place)}", x + w / 2, y + down, w=min(medal, w * 0.7))
        canvas.text(
            team.name, x + w / 2, base - 44, 48, "ink", "display", align="c", valign="m",
            width=w - 10, fit=True, ruby=False, min_size=22,
        )  # fmt: skip

    def _rest(self, canvas: "Canvas", teams: Sequence[Team], w: float) -> None:
        each = w / max(2, len(teams))
        for i, team in enumerate(teams):
            x = canvas.margin + i * each
            canvas.token(team.shape, x + 30, 942, 56, mark=True)
            canvas.text(
                team.name, x + 66, 942, 46, "ink", valign="m", width=each - 76, fit=True,
                min_size=36,
                ruby=False,
            )  # fmt: skip

    def _topics(self, canvas: "Canvas") -> None:
        _, w = self._columns(canvas)
        x = canvas.W - canvas.margin - w
        y, h = (52.0, 812.0) if canvas.wide else (148.0, 736.0)
        head = 124.0 if canvas.wide else 104.0
        canvas.card(x, y, w, h, 52, "paper", "line", 12)
        canvas.text(
            self.tr("What we got right"), x + 44, y + head / 2, 56 if canvas.wide else 50, "ink",
            "display", valign="m", width=w - 80, fit=True,
        )  # fmt: skip
        rows = [
            (f"topic/{topic}", self.tr(TOPIC_NAMES[topic]), *self.card.tallies[topic])
            for topic in TOPICS
            if self.card.tallies.get(topic, (0, 0))[1]
        ]
        aim = self.card.edition.board.rules.class_leaves
        if aim:
            rows.append(("deco/leaf", self.tr("Leaves"), self.card.class_leaves, aim))
        each = min(118.0, (h - head - 20) / max(1, len(rows)))
        for i, row in enumerate(rows):
            self._gauge(canvas, *row, (x, y + head + each * (i + 0.5), w, each))

    def _gauge(
        self, canvas: "Canvas", icon: str, name: str, done: int, of: int,
        box: tuple[float, float, float, float],
    ) -> None:  # fmt: skip
        """One line: subject, bar and numbers. `box`: left, middle, width, height."""
        x, y, w, each = box
        numbers = f"{self.tr.number(done)}/{self.tr.number(of)}"
        tail = max(150.0, canvas.measure(numbers, 48, face="display", ruby=False).w + 62)
        canvas.svg(icon, x + 76, y, w=84, h=min(84.0, each - 6))
        left = x + 136
        if canvas.wide:
            bar = min(200.0, w - 136 - tail - 310)
            bar_x, bar_y, thick = x + w - tail - bar, y, 30.0
            canvas.text(
                name, left, y, 46, "ink", valign="m", width=bar_x - left - 14, fit=True,
                min_size=36,
            )  # fmt: skip
        else:  # the name stands on its bar
            bar, bar_x, bar_y, thick = w - 136 - tail, left, y + each * 0.3, min(22.0, each * 0.2)
            canvas.text(
                name, left, y + each * 0.12, 45, "ink", valign="b", width=bar, fit=True,
                min_size=36, ruby=None if each > 100 else False,
            )  # fmt: skip
        canvas.rect(bar_x, bar_y - thick / 2, bar, thick, 15, "ground_deep")
        filled = max(thick, bar * min(1.0, done / of))
        colour = "ok" if done >= of else "primary"
        canvas.rect(bar_x, bar_y - thick / 2, filled, thick, 15, colour)
        canvas.text(numbers, x + w - 36, y, 48, "ink", "display", align="r", valign="m", ruby=False)

    def handle(self, intent: intents.Intent) -> bool:
        if isinstance(intent, intents.Undo):
            self.on_undo()
            return True
        return False

    def on_back(self) -> None:
        """Escape does nothing here: the way on is the survey, the way back is undo."""
