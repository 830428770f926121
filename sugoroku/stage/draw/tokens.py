"""The teams' pieces on the squares."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.model.ids import SquareId, TeamId, TeamShape
from sugoroku.stage.path import Layout
from sugoroku.stage.tokens import SHARED
from sugoroku.stage.view import Seat, TableView

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

ACTIVE = 1.16
"""The piece of the team on turn is larger."""
FOOT = 38
"""A piece stands this far below the middle of its square."""
ALONE_H = 104.0

# Heights and places of pieces that share a square: side by side, in a fan, then in two rows.
_FANS: dict[int, tuple[float, tuple[tuple[float, float], ...]]] = {
    1: (ALONE_H, ((0, 0),)),
    2: (86, ((-30, 0), (30, 4))),
    3: (76, ((-36, -4), (36, -4), (0, 16))),
    4: (70, ((-32, -20), (32, -20), (-32, 16), (32, 16))),
    5: (66, ((-46, -20), (0, -20), (46, -20), (-24, 16), (24, 16))),
    6: (66, ((-46, -20), (0, -20), (46, -20), (-46, 16), (0, 16), (46, 16))),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a piece stands: the middle of its foot, and how tall it is."""

    x: float
    y: float
    h: float


def spots(view: TableView, layout: Layout, hidden: Collection[TeamId] = ()) -> dict[TeamId, Spot]:
    """Every piece that is seen. Those on one square share it in the order of turns."""
    sharing: dict[SquareId, list[Seat]] = {}
    for seat in view.seats:
        if seat.id not in hidden:
            square = seat.square if seat.square in layout.points else layout.start
            sharing.setdefault(square, []).append(seat)
    found: dict[TeamId, Spot] = {}
    for square, seats in sharing.items():
        h, places = _FANS[min(len(seats), 6)]
        x, y = layout.at(square)
        scale = layout.tile / 92 if layout.tile < 92 else 1.0
        for seat, (dx, dy) in zip(seats, places, strict=False):
            big = ACTIVE if seat.id == view.turn and not view.over else 1.0
            found[seat.id] = Spot(
                x + dx * scale, y + (dy + FOOT) * scale, h * big * max(scale, 0.8)
            )
    return found


def draw_pieces(
    canvas: "Canvas", layout: Layout, view: TableView, hidden: Collection[TeamId] = ()
) -> None:
    """All pieces but the hidden ones, those further down in front."""
    where = spots(view, layout, hidden)
    seats = {seat.id: seat for seat in view.seats}
    for team, spot in sorted(where.items(), key=lambda item: (item[1].y, item[0])):
        active = team == view.turn and not view.over
        draw_piece(canvas, seats[team].shape, spot, active=active)
        if seats[team].rests:
            canvas.svg("tile/skip", spot.x + spot.h * 0.42, spot.y - 16, h=46)


def draw_piece(
    canvas: "Canvas", shape: TeamShape, spot: Spot, *, active: bool = False, lift: float = 0
) -> None:
    """`lift`: how far it is in the air; the disc of the team on turn stays on the ground."""
    if active:
        canvas.shape(
            f'<ellipse cx="80" cy="30" rx="62" ry="24" fill="{SHARED["sun"]}" stroke="#FFFFFF" '
            'stroke-width="8"/>',
            spot.x - 80, spot.y - 36, 160, 60,
        )  # fmt: skip
    canvas.token(shape, spot.x, spot.y - lift, spot.h, "b")
    if active:
        draw_chevron(canvas, spot.x, spot.y - spot.h - 54 - lift)


def draw_chevron(canvas: "Canvas", x: float, y: float) -> None:
    """Points down at the team on turn; `y` is its upper edge."""
    canvas.shape(
        f'<path d="M8 10 L40 44 L72 10 Z" fill="{SHARED["sun"]}" '
        f'stroke="{canvas.palette.ink}" stroke-width="8" stroke-linejoin="round"/>',
        x - 40, y, 80, 56,
    )  # fmt: skip


def draw_ring(canvas: "Canvas", point: tuple[float, float], r: float) -> None:
    """Radii come in steps of ten: each is rasterised once."""
    c = r + 14
    body = "".join(
        f'<circle cx="{c}" cy="{c}" r="{r}" fill="none" stroke="{colour}" stroke-width="{w}"/>'
        for colour, w in (("#FFFFFF", 22), ("#FFC928", 12))
    )
    canvas.shape(body, point[0] - c, point[1] - c, 2 * c, 2 * c)
