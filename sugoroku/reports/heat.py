"""The board as a picture: the warmer a square, the more often teams come to stand on it."""

from dataclasses import dataclass

from sugoroku.model.forecast import Forecast, Picture, SquareUse
from sugoroku.reports.forecast_words import NONE
from sugoroku.reports.words import Words

LEVELS = 6
"""Classes `heat-0` (never) to `heat-6` of the page's colours."""
GRID_TILE = 60.0
_FEW_SQUARES, _SHORT_ROW, _LONG_ROW = 100, 10, 20


@dataclass(frozen=True, slots=True)
class Tile:
    """A square; `x` and `y` are those of its middle. `kind`: "start", "goal", "never" or ""."""

    id: str
    number: str
    count: str
    x: float
    y: float
    level: int
    kind: str


@dataclass(frozen=True, slots=True)
class Heat:
    """The picture; `roads` are the points of lines as SVG writes them."""

    box: str
    tile: float
    tiles: tuple[Tile, ...]
    roads: tuple[str, ...]
    steps: tuple[tuple[int, str], ...]
    """The legend: each level and from where to where it goes."""


def heat(forecast: Forecast, tr: Words) -> Heat | None:
    """None when it is not known how often teams stand on the squares."""
    counts = [
        use.landings.value
        for use in forecast.landings
        if use.landings is not None and use.kind not in ("start", "goal")
    ]
    if not counts:
        return None
    picture = forecast.picture or _grid(forecast)
    most = max(counts)
    points = {name: (x, y) for name, x, y in picture.points}
    tiles = tuple(
        _tile(use, points[use.id], most, tr) for use in forecast.landings if use.id in points
    )
    xs, ys = [tile.x for tile in tiles], [tile.y for tile in tiles]
    air = 0.75 * picture.tile
    box = (min(xs) - air, min(ys) - air, max(xs) - min(xs) + 2 * air, max(ys) - min(ys) + 2 * air)
    return Heat(
        box=" ".join(f"{number:.1f}" for number in box),
        tile=picture.tile,
        tiles=tiles,
        roads=tuple(" ".join(f"{x:.1f},{y:.1f}" for x, y in line) for line in picture.lines),
        steps=_steps(most, tr),
    )


def _tile(use: SquareUse, at: tuple[float, float], most: float, tr: Words) -> Tile:
    value = use.landings.value if use.landings else 0.0
    kind = use.kind if use.kind in ("start", "goal") else "" if value else "never"
    return Tile(
        id=use.id,
        number=tr.number(use.number),
        count=tr.number(round(value, 1 if value >= 0.1 else 2)) if use.landings else NONE,
        x=at[0],
        y=at[1],
        level=0 if kind else _level(value, most),
        kind=kind,
    )


def _level(value: float, most: float) -> int:
    """1 to LEVELS, in equal steps up to the most."""
    return min(LEVELS, 1 + int(LEVELS * value / most)) if most else 1


def _steps(most: float, tr: Words) -> tuple[tuple[int, str], ...]:
    edges = [tr.number(round(most * level / LEVELS, 1)) for level in range(LEVELS + 1)]
    return tuple((level, f"{edges[level - 1]}–{edges[level]}") for level in range(1, LEVELS + 1))


def _grid(forecast: Forecast) -> Picture:
    """Rows to and fro from the lower left, for boards too large for the picture of the game."""
    count = len(forecast.landings)
    row = _SHORT_ROW if count <= _FEW_SQUARES else _LONG_ROW
    step = GRID_TILE * 1.1
    points = []
    for use in forecast.landings:
        up, along = divmod(use.number, row)
        across = along if up % 2 == 0 else row - 1 - along
        points.append((use.id, across * step, -up * step))
    return Picture(tile=GRID_TILE, points=tuple(points))
