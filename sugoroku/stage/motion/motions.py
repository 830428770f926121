"""The motions. Each draws over the still board by its time in milliseconds, and ends in a view.

A motion keeps ids, not places: the window may change its size while it runs.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.engine import events
from sugoroku.model.ids import SquareId, TeamId, TeamShape
from sugoroku.stage.draw import rail
from sugoroku.stage.draw import tokens as pieces
from sugoroku.stage.draw.tokens import Spot
from sugoroku.stage.motion import easing
from sugoroku.stage.path import Layout
from sugoroku.stage.tokens import MOTION, STEP_HOP
from sugoroku.stage.view import TableView

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

DIE_FACES = 8
POP_MS = 900.0
NOTE_MS = 1200.0
"""A pop-up that must be understood, not only seen."""
WIGGLE_MS = 600.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where things are at the moment."""

    layout: Layout
    die: rail.Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """`shown` lies still underneath, without the `hidden` pieces; `view` is the outcome."""

    shown: TableView
    view: TableView
    duration: float
    hidden: frozenset[TeamId] = frozenset()
    cues: tuple[tuple[float, str], ...] = ()
    """Sounds, each with its time."""
    tells: tuple[events.AnyEvent, ...] = ()
    """What it shows: the events since the motion before."""

    def draw(self, canvas: "Canvas", place: Place, ms: float) -> None:
        """What moves, `ms` after the beginning."""


class Cut(Motion):
    """Nothing to be seen but the outcome."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DieRoll(Motion):
    """Eight faces, slower and slower, then the ones rolled."""

    faces: tuple[int, ...]
    rolling: float
    """Of the duration: until the faces are known. Afterwards they lie still."""
    sides: int = 6

    def draw(self, canvas: "Canvas", place: Place, ms: float) -> None:
        box = rail.dice_box(place.die)
        canvas.rect(box.x, box.y, box.w, box.h, 0, "paper")
        t = easing.out_cubic(ms / self.rolling)
        turn = int(t * (DIE_FACES + 0.35))
        if turn >= DIE_FACES or self.rolling <= MOTION["reduced_ring"]:
            rail.draw_dice(canvas, place.die, self.faces)
            return
        phase = t * DIE_FACES % 1.0
        tilt = 15 * (1 if phase < 0.5 else -1) * (1 if turn % 2 else -1)
        lift = 22 * abs(math.sin(math.pi * phase)) * (1 - t)
        faces = tuple(_tumbling(face, turn + i, self.sides) for i, face in enumerate(self.faces))
        rail.draw_dice(canvas, place.die, faces, tilt, lift)


def _tumbling(face: int, turn: int, sides: int) -> int:
    """A face to pass through; never the same twice running, no chance needed."""
    return (face + 1 + turn * 2 + turn // 3) % max(6, sides) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk(Motion):
    """Square by square, with a hop each; `slide`: without hops (reduced motion)."""

    team: TeamId
    shape: TeamShape
    path: tuple[SquareId, ...]
    slide: bool = False

    def draw(self, canvas: "Canvas", place: Place, ms: float) -> None:
        stops = _stops(self, self.team, place.layout, self.path)
        far = easing.clamped(ms / self.duration) * (len(stops) - 1)
        step = min(len(stops) - 2, int(far))
        t = far - step
        spot = _between(stops[step], stops[step + 1], easing.in_out_sine(t))
        lift = 0.0 if self.slide else STEP_HOP * math.sin(math.pi * t)
        pieces.draw_piece(canvas, self.shape, spot, active=True, lift=lift)


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump(Motion):
    """Along the ropeway, in a low arc; `cut`: at once, with a ring (reduced motion)."""

    team: TeamId
    shape: TeamShape
    path: tuple[SquareId, ...]
    cut: bool = False

    def draw(self, canvas: "Canvas", place: Place, ms: float) -> None:
        start, *_, end = _stops(self, self.team, place.layout, self.path)
        t = easing.in_out_cubic(ms / self.duration)
        active = self.team == self.shown.turn
        if self.cut:
            pieces.draw_ring(canvas, place.layout.at(self.path[-1]), 70)
            pieces.draw_piece(canvas, self.shape, end, active=active)
            return
        lift = math.sin(math.pi * t) * min(
            120, 0.25 * math.dist((start.x, start.y), (end.x, end.y))
        )
        spot = _between(start, end, t)
        pieces.draw_piece(canvas, self.shape, spot, active=active, lift=lift)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wiggle(Motion):
    """The piece would go on, and cannot."""

    team: TeamId
    shape: TeamShape

    def draw(self, canvas: "Canvas", place: Place, ms: float) -> None:
        spot = pieces.spots(self.shown, place.layout)[self.team]
        t = easing.clamped(ms / self.duration)
        aside = 12 * math.sin(6 * math.pi * t) * (1 - t)
        pieces.draw_piece(canvas, self.shape, Spot(spot.x + aside, spot.y, spot.h), active=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PopUp(Motion):
    """A pill that rises over a piece: leaves won or lost, a rest, another roll."""

    team: TeamId
    icon: str
    label: str = ""
    still: bool = False

    def draw(self, canvas: "Canvas", place: Place, ms: float) -> None:
        spot = pieces.spots(self.view, place.layout).get(self.team)
        if spot is None:
            return
        t = easing.clamped(ms / min(300.0, self.duration))
        rise = 34.0 if self.still else 34 * easing.out_back(t)
        top = max(24.0, spot.y - spot.h - 96 - rise)
        label_w = canvas.measure(self.label, 56, face="display").w + 14 if self.label else 0.0
        w, h = 100 + label_w, 96
        x = min(max(20.0, spot.x - w / 2), place.layout.width - w - 8)
        canvas.rect(x, top + 8, w, h, h / 2, "line")
        canvas.rect(x, top, w, h, h / 2, "paper")
        canvas.svg(self.icon, x + 52, top + h / 2, h=66, w=66)
        if self.label:
            canvas.text(self.label, x + 92, top + h / 2, 56, "ink", "display", valign="m")


@dataclass(frozen=True, slots=True, kw_only=True)
class Glow(Motion):
    """A ring that opens around a square: a new turn, a landing, the goal."""

    square: SquareId
    wide: bool = False

    def draw(self, canvas: "Canvas", place: Place, ms: float) -> None:
        t = easing.out_quad(ms / self.duration)
        largest = 130 if self.wide else 96
        pieces.draw_ring(canvas, place.layout.at(self.square), round(40 + (largest - 40) * t, -1))


def _stops(motion: Motion, team: TeamId, layout: Layout, path: tuple[SquareId, ...]) -> list[Spot]:
    """From where the piece stands, over the middles of the squares, to where it will stand."""
    start = pieces.spots(motion.shown, layout)[team]
    end = pieces.spots(motion.view, layout)[team]
    height = pieces.ALONE_H * pieces.ACTIVE * max(0.8, min(1.0, layout.tile / 92))
    middles: list[Spot] = []
    for square in path[1:-1]:
        x, y = layout.at(square)
        middles.append(Spot(x, y + pieces.FOOT * layout.tile / 92, height))
    return [start, *middles, end]


def _between(a: Spot, b: Spot, t: float) -> Spot:
    return Spot(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, _whole(a.h + (b.h - a.h) * t))


def _whole(h: float) -> float:
    """Heights in steps of four, so that a growing piece is rasterised only a few times."""
    return round(h / 4) * 4
