"""The end of the game: what the class got right together, then the podium, then the survey."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.engine.state import Finished, State, Team
from sugoroku.model.edition import Edition
from sugoroku.model.ids import TOPICS
from sugoroku.stage import intents
from sugoroku.stage.draw.cards import TOPIC_NAMES
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
        x = canvas.W - canvas.margin - w
        survey = self.card.edition.survey is not None
        return [
            Button(
                x + 116, 916, w - 116, 100, label=self.tr("To the survey") if survey
                else self.tr("Finish"), icon="next", on_press=self.on_survey, primary=True, size=54,
            ),
            RoundButton(x, 920, 92, 92, icon="undo", on_press=self.on_undo),
        ]  # fmt: skip

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
            width=left_w - 10 if canvas.wide else canvas.W - 2 * m, fit=True,
        )  # fmt: skip
        canvas.mascot(self.context.theme, "happy", m + 92, 354, 206)
        lines = [tr.plural("{n} right answer together!", "{n} right answers together!",
                           card.total_right)]  # fmt: skip
        aim = card.edition.board.rules.class_leaves
        if aim:
            message = (
                tr("Class aim reached: {n} leaves!", n=tr.number(card.class_leaves))
                if card.class_leaves >= aim
                else tr("{n} of {aim} leaves", n=tr.number(card.class_leaves), aim=tr.number(aim))
            )
            lines.append(message)
        room = left_w - 290
        sizes = [min(52.0, 52 * room / canvas.measure(t, 52, face="display").w) for t in lines]
        blocks = [
            canvas.measure(t, max(34.0, n), face="display")
            for t, n in zip(lines, sizes, strict=True)
        ]
        h = sum(block.h for block in blocks) + 22 * (len(lines) - 1) + 48
        w = min(left_w - 214, max(block.w for block in blocks) + 84)
        y = 252 - h / 2
        canvas.bubble(m + 214, y, w, h, "l", r=48, tail_y=h * 0.6)
        y += 24
        for line, size, block in zip(lines, sizes, blocks, strict=True):
            canvas.text(
                line, m + 256, y, max(34.0, size), "primary", "display", width=room, fit=True,
                min_size=30,
            )  # fmt: skip
            y += block.h + 22

    def _podium(self, canvas: "Canvas") -> None:
        m = canvas.margin
        w, _ = self._columns(canvas)
        base, step = 852.0, (w - 20) / 3
        heights = {1: 302.0, 2: 236.0, 3: 186.0}
        for slot, (place, team) in zip((1, 0, 2), self.ranked[:3], strict=False):
            h = heights[min(3, place)]
            x, y = m + slot * (step + 10), base - h
            canvas.rect(x, y, step, h, 34, TEAM[team.shape][0])
            canvas.rect(x, y + 30, step, h - 30, 0, "paper")
            size = {1: 186, 2: 152}.get(place, 132)
            canvas.token(team.shape, x + step / 2, y + 6, size, "b")
            medal = min(3, place)
            canvas.svg(f"ui/medal-{medal}", x + step / 2, y + (96, 82, 66)[medal - 1],
                       w=(112, 96, 80)[medal - 1])  # fmt: skip
            canvas.text(
                team.name, x + step / 2, base - 44, 48, "ink", "display", align="c", valign="m",
                width=step - 16, fit=True, ruby=False,
            )  # fmt: skip
        canvas.rect(m - 16, base, w + 32, 26, 13, "line")
        self._rest(canvas, [team for _, team in self.ranked[3:]], w)

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
        y, h = (52.0, 812.0) if canvas.wide else (148.0, 728.0)
        head = 124.0 if canvas.wide else 104.0
        canvas.card(x, y, w, h, 52, "paper", "line", 12)
        canvas.text(
            self.tr("What we got right"), x + 44, y + head / 2, 56 if canvas.wide else 50, "ink",
            "display", valign="m", width=w - 80, fit=True,
        )  # fmt: skip
        rows = [(t, *self.card.tallies[t]) for t in TOPICS if self.card.tallies.get(t, (0, 0))[1]]
        if not rows:
            return
        each = min(118.0, (h - head - 20) / len(rows))
        for i, (topic, right, asked) in enumerate(rows):
            self._topic(canvas, topic, right, asked, x, y + head + each * (i + 0.5), w, each)

    def _topic(
        self, canvas: "Canvas", topic: str, right: int, asked: int, x: float, y: float, w: float,
        each: float,
    ) -> None:  # fmt: skip
        icon = min(84.0, each - 6)
        canvas.svg(f"topic/{topic}", x + 76, y, w=icon)
        name, left = self.tr(TOPIC_NAMES[topic]), x + 136
        if canvas.wide:
            bar, bar_x, bar_y = 250.0, x + w - 400, y
            canvas.text(name, left, y, 46, "ink", valign="m", width=bar_x - left - 14, fit=True)
        else:  # the name stands on its bar
            bar, bar_x, bar_y = w - 136 - 150, left, y + each * 0.3
            canvas.text(
                name, left, y + each * 0.12, 45, "ink", valign="b", width=bar, fit=True,
                ruby=None if each > 100 else False,
            )  # fmt: skip
        thick = 30.0 if canvas.wide else min(22.0, each * 0.2)
        canvas.rect(bar_x, bar_y - thick / 2, bar, thick, 15, "ground_deep")
        full = right == asked
        filled = max(thick, bar * right / asked)
        canvas.rect(bar_x, bar_y - thick / 2, filled, thick, 15, "ok" if full else "primary")
        canvas.text(
            f"{right}/{asked}", x + w - 36, y, 48, "ink", "display", align="r", valign="m",
            ruby=False,
        )  # fmt: skip

    def handle(self, intent: intents.Intent) -> bool:
        if isinstance(intent, intents.Undo):
            self.on_undo()
            return True
        return False

    def on_back(self) -> None:
        """Escape does nothing here: the way on is the survey, the way back is undo."""
