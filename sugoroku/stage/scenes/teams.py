"""The teams in the middle of a game: names, leaves, order, rests, who joins and who leaves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sugoroku.model.ids import TEAM_SHAPES, TeamId
from sugoroku.stage import intents
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.tokens import TEAM
from sugoroku.stage.view import Seat, TableView
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button, RoundButton
from sugoroku.stage.widgets.switch import Stepper

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

LEAVES = 5
"""So many leaves are given or taken at once."""
MOST_LEAVES = 9999


@dataclass(frozen=True, slots=True)
class TeamsActions:
    """Each is one command of the table: recorded, and undone with one key."""

    rename: Callable[[TeamId], None]
    leaves: Callable[[TeamId, int], None]
    rest: Callable[[TeamId, int], None]
    order: Callable[[tuple[TeamId, ...]], None]
    remove: Callable[[TeamId], None]
    add: Callable[[], None]
    undo: Callable[[], None]
    back: Callable[[], None]


@dataclass(slots=True, eq=False)
class NameCard(Widget):
    """A team's piece and name on its tint; pressing it asks for another name."""

    seat: Seat | None = None

    def draw(self, canvas: "Canvas") -> None:
        seat = self.seat
        if seat is None:
            return
        x, y, w, h = self.x, self.y, self.w, self.h
        if self.focused or self.hovered:
            canvas.rect(x - 9, y - 9, w + 18, h + 18, 44, "ink")
            canvas.rect(x - 5, y - 5, w + 10, h + 10, 40, "sun")
        canvas.rect(x, y, w, h, 36, TEAM[seat.shape][1])
        canvas.token(seat.shape, x + 58, y + h / 2, h * 0.82)
        if seat.rests:
            canvas.svg("tile/skip", x + 88, y + h - 26, h=50)
        canvas.text(
            seat.name, x + 114, y + h / 2, 50, "ink", "display", valign="m", width=w - 130,
            fit=True, ruby=False, min_size=34,
        )  # fmt: skip


class TeamsScene(Scene):
    """`view` tells the table as it is; it is asked again after every change."""

    def __init__(
        self, context: Context, under: Scene, view: Callable[[], TableView], actions: TeamsActions
    ) -> None:
        super().__init__(context)
        self.under, self.view, self.actions = under, view, actions

    def _frame(self, canvas: "Canvas") -> tuple[float, float, float, float]:
        w = min(1700, canvas.W - 2 * 32)
        return (canvas.W - w) / 2, 26, w, 1020

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        x, y, w, _ = self._frame(canvas)
        seats = self.view().seats
        widgets: list[Widget] = []
        for i in range(len(seats)):
            widgets += self._row(x + 36, y + 150 + i * 122, w - 72, i, seats)
        if len(seats) < len(TEAM_SHAPES):
            widgets.append(
                Button(
                    x + 36, y + 1020 - 118, 460, 92, label=self.tr("One more team"), icon="plus",
                    kind="secondary", on_press=self._then(self.actions.add), size=46, keys=("+",),
                )
            )  # fmt: skip
        widgets.append(
            Button(
                x + w - 40 - 380, y + 28, 380, 94, label=self.tr("Done"), icon="check",
                on_press=self.actions.back, primary=True, size=50,
            )
        )  # fmt: skip
        return widgets

    def _row(self, x: float, y: float, w: float, place: int, seats: Sequence[Seat]) -> list[Widget]:
        seat, a = seats[place], self.actions
        d = 92
        right = x + w - 3 * (d + 12) + 12
        stepper_w = min(420.0, w * 0.3)
        name_w = right - x - stepper_w - 40
        order = [s.id for s in seats]
        order.insert(max(0, place - 1), order.pop(place))
        name = NameCard(x, y, name_w, 104, on_press=partial(a.rename, seat.id), seat=seat)
        leaves = LeafStepper(
            right - stepper_w - 20, y + 6, stepper_w, d, value=seat.leaves, low=0,
            high=MOST_LEAVES, step=LEAVES, on_change=lambda n: self._did(a.leaves, seat.id, n),
        )  # fmt: skip
        rest = RoundButton(
            right, y + 6, d, d, icon="pause" if not seat.rests else "play",
            on_press=self._then(partial(a.rest, seat.id, 0 if seat.rests else 1)),
        )  # fmt: skip
        up = RoundButton(
            right + d + 12, y + 6, d, d, icon="up",
            on_press=self._then(partial(a.order, tuple(order))), enabled=place > 0,
        )  # fmt: skip
        away = RoundButton(
            right + 2 * (d + 12), y + 6, d, d, icon="cross", enabled=len(seats) > 2,
            on_press=self._then(partial(a.remove, seat.id)),
        )  # fmt: skip
        return [name, leaves, rest, up, away]

    def _then(self, action: Callable[[], None]) -> Callable[[], None]:
        def press() -> None:
            action()
            self.refresh()

        return press

    def _did(self, action: Callable[[TeamId, int], None], team: TeamId, n: int) -> None:
        action(team, n)
        self.refresh()

    def paint(self, canvas: "Canvas") -> None:
        self.under.render(canvas)
        canvas.scrim(175)
        x, y, w, h = self._frame(canvas)
        canvas.card(x, y, w, h, 56, "paper", "#0A1626", 14)
        canvas.text(
            self.tr("Teams and leaves"), x + 44, y + 78, 72, "ink", "display", valign="m",
            width=w - 500, fit=True,
        )  # fmt: skip
        many = len(self.view().seats) == len(TEAM_SHAPES)
        left = x + (44 if many else 530)
        canvas.text(
            self.tr("Pause: rests. Arrow: earlier. Cross: leaves. Backspace undoes."), left,
            y + h - 72, 45, "ink_soft", valign="m", width=x + w - 44 - left, max_h=110, min_size=38,
        )  # fmt: skip

    def handle(self, intent: intents.Intent) -> bool:
        if isinstance(intent, intents.Undo):
            self.actions.undo()
            self.refresh()
            return True
        return False

    def on_back(self) -> None:
        self.actions.back()


@dataclass(slots=True, eq=False)
class LeafStepper(Stepper):
    """A stepper that goes by several; typed digits are not its business."""

    def handle(self, intent: intents.Intent) -> bool:
        if isinstance(intent, intents.Character) and intent.text.isdecimal():
            return False
        return Stepper.handle(self, intent)
