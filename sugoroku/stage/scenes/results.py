"""The end of the game: what the class did together, then the podium, then the survey."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sugoroku.engine.state import Finished, State, Team
from sugoroku.model.edition import Edition
from sugoroku.model.ids import TOPICS, SquareId
from sugoroku.stage import intents
from sugoroku.stage.draw.cards import TOPIC_NAMES, label_width
from sugoroku.stage.draw.podium import draw_confetti, draw_podium
from sugoroku.stage.draw.rail import tree_stage
from sugoroku.stage.motion import easing
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.tokens import MOTION
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button, RoundButton

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

CLASS, PODIUM = 0, 1


@dataclass(frozen=True, slots=True)
class ResultsCard:
    """`tallies`: topic to (right answers, answers), over all teams."""

    edition: Edition
    state: State
    tallies: Mapping[str, tuple[int, int]]
    total_right: int
    class_leaves: int
    left: Mapping[SquareId, int] = field(default_factory=dict)
    """How many squares lie before the goal."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """One line of the class's card: a picture, a name, how much of how much."""

    icon: str
    name: str
    done: int
    of: int


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
        self.page = CLASS
        phase = card.state.phase
        places = phase.ranking if isinstance(phase, Finished) else ()
        self.ranked = [(place, card.state.team(team)) for place, team in places]
        self._began: float | None = None
        self._moving = True
        self._played: set[int] = set()

    def enter(self) -> None:
        if self.page not in self._played:
            self._played.add(self.page)
            self.context.sounds.play("goal" if self.page == CLASS else "podium")

    def turn_to(self, page: int) -> None:
        self.page = page
        self._began, self._moving = None, True
        self.focus(None)
        self.enter()

    # ------------------------------------------------------------------ motion

    @property
    def _reduced(self) -> bool:
        return self.context.settings.motion == "reduced"

    def _share(self, line: int) -> float:
        """How far a bar or a step of the podium has grown; lines begin one after another."""
        if not self._moving or self._reduced or self._began is None:
            return 0.0 if self._moving and not self._reduced else 1.0
        passed = self.context.now_ms() - self._began - line * MOTION["bar_stagger"]
        return easing.out_cubic(passed / MOTION["bars"])

    def animate(self, canvas: "Canvas") -> bool:
        if not self._moving:
            return False
        if self._began is None:
            self._began = self.context.now_ms()
        passed = self.context.now_ms() - self._began
        lines = len(self._gauges()) if self.page == CLASS else 3
        grown = MOTION["bars"] + lines * MOTION["bar_stagger"]
        whole = max(grown, MOTION["confetti"]) if self.page == PODIUM else grown
        if self._reduced or passed >= whole:
            self._moving = False
            self.refresh()
            return False
        if self.page == CLASS:
            self._draw_bars(canvas)
        else:
            self._draw_podium(canvas)
            draw_confetti(canvas, passed / MOTION["confetti"])
        return True

    def finish_motion(self) -> bool:
        was = self._moving and self._began is not None and not self._reduced
        self._moving = False
        return was

    # ------------------------------------------------------------------ widgets

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        m, y = canvas.margin, 934.0
        if self.page == CLASS:
            label, icon, press = self.tr("Next"), "next", lambda: self.turn_to(PODIUM)
        else:
            survey = self.card.edition.survey is not None
            label = self.tr("To the survey") if survey else self.tr("Finish")
            icon, press = "next", self.on_survey
        w = label_width(canvas, label, 54, 380, icon=True)
        onward = Button(canvas.W - m - w, y, w, 100, label=label, icon=icon, on_press=press)
        onward.primary, onward.size = True, 54
        widgets: list[Widget] = [
            onward,
            RoundButton(canvas.W - m - w - 116, y + 4, 92, 92, icon="undo", on_press=self.on_undo),
        ]
        if self.page == PODIUM:
            again = RoundButton(canvas.W - m - w - 224, y + 4, 92, 92, icon="play")
            again.on_press = self.on_again
            widgets.append(again)
        return widgets

    # ------------------------------------------------------------------ the picture

    def paint(self, canvas: "Canvas") -> None:
        canvas.skyline(self.context.theme.skyline)
        if self.page == CLASS:
            self._paint_class(canvas)
        else:
            self._headline(canvas, self._podium_title(), "ink")
            canvas.text(
                self.tr("Whoever is nearest to the goal is first; the leaves belong to our tree."),
                canvas.margin, 984, 45, "ink_soft", valign="m", min_size=34, max_h=130,
                width=self.widgets[-1].x - canvas.margin - 30 if self.widgets else 600,
            )  # fmt: skip
            if not self._moving:
                self._draw_podium(canvas)
            if self._reduced or not self._moving:
                draw_confetti(canvas, 1.0)

    def _headline(self, canvas: "Canvas", text: str, colour: str) -> None:
        canvas.text(
            text, canvas.W / 2, 92, 84, colour, "display", align="c", valign="m",
            width=canvas.W - 2 * canvas.margin, fit=True,
        )  # fmt: skip

    def _podium_title(self) -> str:
        tr = self.tr
        winners = [team for place, team in self.ranked if place == 1]
        if len(winners) == 1 and winners[0].arrived:
            return tr("{team} has reached the goal!", team=winners[0].name)
        if any(team.arrived for team in winners):
            return tr("The goal is reached!")
        return tr("Well done, everyone!")

    def _draw_podium(self, canvas: "Canvas") -> None:
        shares = [self._share(line) for line in (2, 1, 0)]
        draw_podium(canvas, self.ranked, shares, self._where)

    def _where(self, team: Team) -> str:
        """Why a team has its place: by its arrival, then by the squares that were left."""
        left = self.card.left.get(team.square, 0)
        if team.arrived:
            return self.tr("Goal in round {n}", n=self.tr.number(team.arrived))
        return self.tr.plural("{n} square to go", "{n} squares to go", left)

    # ------------------------------------------------------------------ the class

    def _columns(self, canvas: "Canvas") -> tuple[float, float, float]:
        """Left edge of the card with the topics, its width, and the width of the tree's card."""
        tree = (560.0 if canvas.wide else 430.0) if self._aim else 0.0
        left = canvas.margin + (tree + 32 if tree else 0)
        return left, canvas.W - canvas.margin - left, tree

    @property
    def _aim(self) -> int:
        return self.card.edition.board.rules.class_leaves

    def _gauges(self) -> list[Gauge]:
        return [
            Gauge(f"topic/{topic}", self.tr(TOPIC_NAMES[topic]), *self.card.tallies[topic])
            for topic in TOPICS
            if self.card.tallies.get(topic, (0, 0))[1]
        ]

    def _paint_class(self, canvas: "Canvas") -> None:
        tr = self.tr
        text = tr.plural(
            "{n} right answer together!", "{n} right answers together!", self.card.total_right
        )
        self._headline(canvas, text, "primary")
        x, w, tree = self._columns(canvas)
        canvas.card(x, 176, w, 720, 52, "paper", "line", 12)
        canvas.text(
            tr("What we got right"), x + 44, 236, 56 if canvas.wide else 50, "ink", "display",
            valign="m", width=w - 80, fit=True,
        )  # fmt: skip
        for gauge, box in zip(self._gauges(), self._lines(canvas), strict=True):
            self._paint_gauge(canvas, gauge, box)
        if not self._gauges():
            canvas.text(
                tr("There were no questions this time."), x + 44, 330, 48, "ink_soft", width=w - 88
            )
        if not self._moving:
            self._draw_bars(canvas)
        if tree:
            self._paint_tree(canvas, tree)
        canvas.mascot(self.context.theme, "happy", canvas.margin + 92, 1066, 160)
        line = tr("Well done, everyone!")
        block = canvas.measure(line, 48)
        left = canvas.margin + 190
        room = canvas.W - canvas.margin - self.widgets[0].w - 130 - left if self.widgets else 500
        w = min(block.w + 84, room)
        canvas.bubble(left, 938, w, 100, "l", r=44, tail_y=60)
        canvas.text(
            line, left + 40, 988, 48, "ink", valign="m", width=w - 70, fit=True, min_size=32
        )

    def _paint_tree(self, canvas: "Canvas", w: float) -> None:
        """All leaves of the class together have made a tree grow."""
        tr, x, leaves = self.tr, canvas.margin, self.card.class_leaves
        canvas.card(x, 176, w, 720, 52, "ok_tint", "ok_deep", 12)
        canvas.svg(tree_stage(leaves, self._aim), x + w / 2, 670, h=min(460, w - 60), anchor="b")
        canvas.svg("deco/leaf", x + 78, 742, h=60)
        canvas.text(
            f"{tr.number(leaves)}/{tr.number(self._aim)}", x + 124, 742, 64, "ok_deep", "display",
            valign="m", width=w - 150, fit=True, ruby=False,
        )  # fmt: skip
        missing = self._aim - leaves
        if missing <= 0:
            line = tr("Our tree is in blossom!")
        else:
            line = tr.plural(
                "{n} more leaf, and it blossoms.", "{n} more leaves, and it blossoms.", missing
            )
        canvas.text(line, x + 44, 830, 46, "ink", valign="m", width=w - 80, max_h=112, min_size=36)

    def _lines(self, canvas: "Canvas") -> list[tuple[float, float, float, float]]:
        """Left, middle, width and height of each gauge."""
        x, w, _ = self._columns(canvas)
        n = len(self._gauges())
        each = min(118.0, 600 / max(1, n))
        return [(x, 286 + each * (i + 0.5), w, each) for i in range(n)]

    def _bar(
        self, canvas: "Canvas", gauge: Gauge, box: tuple[float, float, float, float]
    ) -> tuple[float, float, float, float]:
        """Left, top, width and thickness of the bar of a line."""
        x, y, w, each = box
        numbers = self._numbers(gauge)
        tail = max(150.0, canvas.measure(numbers, 48, face="display", ruby=False).w + 62)
        name = 330.0 if canvas.wide else 270.0
        left = x + 136 + name
        return left, y - 17, x + w - tail - left, 34.0 if each > 60 else 26.0

    def _numbers(self, gauge: Gauge) -> str:
        return f"{self.tr.number(gauge.done)}/{self.tr.number(gauge.of)}"

    def _paint_gauge(
        self, canvas: "Canvas", gauge: Gauge, box: tuple[float, float, float, float]
    ) -> None:
        x, y, w, each = box
        left, top, bar, thick = self._bar(canvas, gauge, box)
        canvas.svg(gauge.icon, x + 76, y, w=84, h=min(84.0, each - 6))
        canvas.text(
            gauge.name, x + 136, y, 48, "ink", valign="m", width=left - x - 150, fit=True,
            min_size=36,
        )  # fmt: skip
        canvas.rect(left, top, bar, thick, thick / 2, "ground_deep")
        canvas.text(
            self._numbers(gauge), x + w - 36, y, 48, "ink", "display", align="r", valign="m",
            ruby=False,
        )  # fmt: skip

    def _draw_bars(self, canvas: "Canvas") -> None:
        for i, (gauge, box) in enumerate(zip(self._gauges(), self._lines(canvas), strict=True)):
            share = self._share(i)
            left, top, bar, thick = self._bar(canvas, gauge, box)
            filled = bar * min(1.0, gauge.done / gauge.of) * share
            if gauge.done and share > 0:
                colour = "ok" if gauge.done >= gauge.of else "primary"
                canvas.rect(left, top, max(thick, filled), thick, thick / 2, colour)

    # ------------------------------------------------------------------ input

    def handle(self, intent: intents.Intent) -> bool:
        if isinstance(intent, intents.Undo):
            self.on_undo()
            return True
        return False

    def on_back(self) -> None:
        """From the podium back to the class; further back is undo."""
        if self.page == PODIUM:
            self.turn_to(CLASS)
