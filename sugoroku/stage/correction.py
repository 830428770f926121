"""The teacher puts a piece on another square: which piece, and where to."""

import math
from dataclasses import dataclass, replace

from sugoroku.model.ids import SquareId, TeamId
from sugoroku.stage.intents import Direction
from sugoroku.stage.path import Layout
from sugoroku.stage.view import TableView


@dataclass(frozen=True, slots=True)
class Correction:
    team: TeamId
    square: SquareId

    def shown(self, view: TableView) -> TableView:
        """The table as it would be, with the chosen piece on turn so that it is seen."""
        seats = tuple(
            replace(seat, square=self.square) if seat.id == self.team else seat
            for seat in view.seats
        )
        return replace(view, seats=seats, turn=self.team, over=False)

    def stepped(self, direction: Direction, view: TableView, layout: Layout) -> "Correction":
        """Right and up: on; left and down: back; Tab: the next team."""
        if direction in ("next", "previous"):
            return self._other_team(1 if direction == "next" else -1, view, layout)
        order = sorted(layout.points, key=lambda square: (layout.number(square), square))
        at = order.index(self.square) if self.square in order else 0
        at += 1 if direction in ("right", "up") else -1
        return replace(self, square=order[min(len(order) - 1, max(0, at))])

    def _other_team(self, step: int, view: TableView, layout: Layout) -> "Correction":
        ids = [seat.id for seat in view.seats]
        at = ids.index(self.team) if self.team in ids else 0
        return of_team(ids[(at + step) % len(ids)], view, layout) or self

    def pointed(self, x: float, y: float, layout: Layout) -> "Correction | None":
        """The square at a point of the screen, if there is one."""
        near = min(layout.points, key=lambda square: math.dist(layout.points[square], (x, y)))
        reach = max(0.7 * layout.tile, 48)
        if math.dist(layout.points[near], (x, y)) > reach:
            return None
        return replace(self, square=near)


def of_team(team: TeamId, view: TableView, layout: Layout) -> Correction | None:
    """A correction that begins where the team stands."""
    seat = view.seat(team)
    if seat is None:
        return None
    return Correction(team, seat.square if seat.square in layout.points else layout.start)
