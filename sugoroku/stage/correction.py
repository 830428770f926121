"""The teacher puts a piece on another square: which piece, and where to."""

import math
from dataclasses import dataclass, replace

from sugoroku.model.ids import SquareId, TeamId
from sugoroku.stage import intents
from sugoroku.stage.draw.rail import RailPlan
from sugoroku.stage.draw.tokens import spots
from sugoroku.stage.path import Layout
from sugoroku.stage.view import TableView

DRAG = 40.0
"""So far a pressed pointer moves before it takes a piece along: less is a shaky hand."""


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

    def after(
        self, intent: intents.Intent, view: TableView, layout: Layout, plan: RailPlan
    ) -> "Correction | None":
        """What arrows or a click make of it; None: the intent means something else."""
        match intent:
            case intents.MoveFocus(direction=direction):
                return self.stepped(direction, view, layout)
            case intents.PointerDown(x=x, y=y) if x < layout.width:
                return self.pointed(x, y, layout)
            case intents.PointerDown(x=x, y=y):
                rows = zip(plan.rows, view.seats, strict=False)
                team = next((seat.id for row, seat in rows if row.contains(x, y)), None)
                return None if team is None else of_team(team, view, layout)
            case _:
                return None

    def stepped(
        self, direction: intents.Direction, view: TableView, layout: Layout
    ) -> "Correction":
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


@dataclass(slots=True)
class Grab:
    """A piece that is pulled with the pointer."""

    taken: bool = False
    """The last intent was a part of the pulling."""
    dropped: bool = False
    """The piece has just been let go."""
    _held: tuple[TeamId, float, float] | None = None

    def follow(
        self, intent: intents.Intent, now: Correction | None, view: TableView, layout: Layout
    ) -> Correction | None:
        """The correction that `intent` makes of `now`."""
        self.taken = self.dropped = False
        match intent:
            case intents.PointerDown(x=x, y=y) if now is None:
                near = (
                    team
                    for team, spot in spots(view, layout).items()
                    if abs(spot.x - x) < 40 and spot.y - spot.h < y < spot.y + 10
                )
                team = next(near, None)
                self._held = None if team is None else (team, x, y)
            case intents.PointerMove(x=x, y=y) if self._held is not None:
                team, x0, y0 = self._held
                if now is None and math.dist((x, y), (x0, y0)) > DRAG:
                    now = of_team(team, view, layout)
                self.taken = now is not None
                return (now and now.pointed(x, y, layout)) or now
            case intents.PointerUp() if self._held is not None:
                self._held = None
                self.taken = self.dropped = now is not None
            case _:
                pass
        return now
