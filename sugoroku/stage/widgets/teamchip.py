"""A team and the answer it has raised."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sugoroku.engine.state import Team
from sugoroku.model.ids import TeamShape
from sugoroku.stage.tokens import TEAM
from sugoroku.stage.widgets.base import Widget

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


@dataclass(slots=True, eq=False)
class TeamChip(Widget):
    """`now`: the team whose answer is being entered. Pressing goes back to that team."""

    shape: TeamShape = "circle"
    raised: str = ""
    now: bool = False
    on_turn: bool = False
    """Its answer decides the moves: it carries the die."""

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        colour, tint, _ = TEAM[self.shape]
        if self.now or self.focused or self.hovered:
            canvas.rect(x - 8, y - 8, w + 16, h + 16, 36, "ink")
            canvas.rect(x - 3, y - 3, w + 6, h + 6, 31, "sun" if self.focused else "paper")
        canvas.rect(x, y, w, h, 28, tint)
        canvas.rect(x + 26, y + h - 9, w - 52, 9, 4, colour)
        canvas.token(self.shape, x + w / 2, y + 38, 60, mark=True)
        if self.on_turn:
            canvas.svg("die/die-5", x + w - 22, y + 22, h=40)
        canvas.text(
            self.raised, x + w / 2, y + h - 38, 48, "ink", "display", align="c", valign="m",
            width=w - 12, fit=True, min_size=30, ruby=False,
        )  # fmt: skip


def team_chips(
    teams: Sequence[Team], on_turn: Team, raised: Sequence[str], now: int,
    turn_to: Callable[[int], None],
) -> list[TeamChip]:  # fmt: skip
    """One for each team, still to be placed."""
    return [
        TeamChip(
            0, 34, 0, 128, shape=team.shape, raised=raised[i], now=i == now,
            on_turn=team.id == on_turn.id, on_press=partial(turn_to, i),
        )
        for i, team in enumerate(teams)
    ]  # fmt: skip


def place_chips(chips: Sequence[TeamChip], right: float, step: float) -> None:
    """Beside each other, the last one ending at `right`."""
    for i, chip in enumerate(chips):
        chip.x, chip.w = right - step * (len(chips) - i) + 18, step - 18
