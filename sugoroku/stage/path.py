"""Where the squares lie: a smooth road through a few points, stations at equal distances along it.

Pure geometry in lpx, without pygame. `lay_out` is the door; everything else serves it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sugoroku.engine.roads import Roads
from sugoroku.model.board import Board
from sugoroku.model.ids import SquareId
from sugoroku.model.layout import Theme

Point = tuple[float, float]
Line = tuple[Point, ...]

PAGE_STAGE = 1408.0
"""Width of the stage on the 1920 × 1080 page that boards' own points are written for."""
SAMPLES = 60
LARGEST_TILE = 92.0
TILE_SHARE = 0.94
"""Of the spacing: what a tile may take."""
TIGHTEST = 62.0
"""A theme's road with a smaller spacing is not used: the squares would be too small to read."""
_ROOMY = 80.0
_TOP, _BOTTOM = 0.215, 0.690
_MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """A board on a stage of one width."""

    width: float
    wide: bool
    start: SquareId
    goal: SquareId
    points: Mapping[SquareId, Point]
    numbers: Mapping[SquareId, int]
    """Steps from the start: what a plain square prints."""
    lines: tuple[Line, ...]
    """What the ribbon follows: the road first, then the side roads."""
    tile: float
    ribbon: float

    def at(self, square: SquareId) -> Point:
        """The middle of a square; the start for one that is not on the board."""
        return self.points.get(square, self.points[self.start])

    def number(self, square: SquareId) -> int:
        return self.numbers.get(square, 0)


def catmull_rom(points: Sequence[Point], samples: int = SAMPLES) -> Line:
    """A centripetal Catmull–Rom curve through all points, `samples` pieces a span.

    Evaluated by Barry and Goldman's recursion (SIGGRAPH 1988) with knots |p - q|^0.5: the one
    parameterization without cusps or loops inside a span (Yuksel, Schaefer and Keyser,
    Computer-Aided Design 43(7), 2011). Phantom end points are reflections.
    """
    kept = [p for i, p in enumerate(points) if i == 0 or math.dist(p, points[i - 1]) > 1e-9]
    if len(kept) < 2:
        return tuple(kept)
    path = [_reflected(kept[1], kept[0]), *kept, _reflected(kept[-2], kept[-1])]
    line: list[Point] = []
    for i in range(1, len(path) - 2):
        four = path[i - 1 : i + 3]
        knots = [0.0]
        for p, q in pairwise(four):
            knots.append(knots[-1] + math.sqrt(math.dist(p, q)))
        span = (knots[2] - knots[1]) / samples
        line.extend(_evaluate(four, knots, knots[1] + span * k) for k in range(samples))
    line.append(kept[-1])
    return tuple(line)


def _reflected(p: Point, mirror: Point) -> Point:
    return 2 * mirror[0] - p[0], 2 * mirror[1] - p[1]


def _evaluate(p: Sequence[Point], t: Sequence[float], at: float) -> Point:
    """The pyramid of linear interpolations between four points and their knots."""
    low = [_between(p[i], p[i + 1], at, t[i], t[i + 1]) for i in range(3)]
    middle = [_between(low[i], low[i + 1], at, t[i], t[i + 2]) for i in range(2)]
    return _between(middle[0], middle[1], at, t[1], t[2])


def _between(p: Point, q: Point, t: float, low: float, high: float) -> Point:
    u = (t - low) / (high - low)
    return p[0] + (q[0] - p[0]) * u, p[1] + (q[1] - p[1]) * u


def length(line: Sequence[Point]) -> float:
    return sum(math.dist(p, q) for p, q in pairwise(line))


def stations(line: Sequence[Point], count: int) -> list[Point]:
    """`count` points along a line at equal distances, both ends included."""
    if count < 2 or len(line) < 2:
        return [line[0]] * count
    far = [0.0]
    for p, q in pairwise(line):
        far.append(far[-1] + math.dist(p, q))
    found: list[Point] = []
    piece = 0
    for i in range(count):
        want = far[-1] * i / (count - 1)
        while piece < len(far) - 2 and far[piece + 1] < want:
            piece += 1
        step = far[piece + 1] - far[piece]
        u = (want - far[piece]) / step if step > 0 else 0.0
        (x, y), (x2, y2) = line[piece], line[piece + 1]
        found.append((x + (x2 - x) * u, y + (y2 - y) * u))
    return found


def serpentine(width: float, count: int) -> Line:
    """The road of a board without one: rows from the lower left up, as many as give room."""
    for rows in range(2, _MOST_ROWS + 1):
        line = catmull_rom([(x * width, y * 1080) for x, y in _rows(rows)])
        if length(line) / max(1, count - 1) >= _ROOMY:
            break
    return line


def _rows(rows: int) -> list[Point]:
    """Control points as fractions; a slight wave keeps long rows from looking ruled."""
    gap = (_BOTTOM - _TOP) / (rows - 1)
    points: list[Point] = []
    for row in range(rows):
        y = _BOTTOM - row * gap
        xs = (0.13, 0.30, 0.50, 0.70, 0.87)
        wave = (0.0, 0.012, -0.012, 0.012, 0.0)
        pairs = [(x, y + w) for x, w in zip(xs, wave, strict=True)]
        points.extend(pairs if row % 2 == 0 else reversed(pairs))
        if row < rows - 1:
            points.append((0.945 if row % 2 == 0 else 0.062, y - gap / 2))
    points[0] = (0.085, _BOTTOM)
    return points


def lay_out(board: Board, theme: Theme, width: float) -> Layout:
    """Every square of the board on a stage `width` lpx wide (the screen left of the rail)."""
    roads = Roads.of(board)
    wide = width / 1080 > 1.1
    main = _main_road(roads)
    line = _road(board, theme, width, wide, len(main))
    points = dict(zip(main, stations(line, len(main)), strict=True))
    moved = {s.id: _on_stage(s.at, width) for s in board.squares if s.at is not None}
    if any(name in moved for name in main):
        points.update((name, moved[name]) for name in main if name in moved)
        line = catmull_rom([points[name] for name in main], 12)
    gaps = [math.dist(points[a], points[b]) for a, b in pairwise(main)]
    spacing = min(gaps) if moved else length(line) / max(1, len(main) - 1)
    lines = [line, *_side_roads(roads, points, moved, spacing)]
    for square in board.squares:  # nothing leads there: still somewhere to be seen
        points.setdefault(square.id, moved.get(square.id, points[main[0]]))
    tile = max(40.0, min(LARGEST_TILE, TILE_SHARE * spacing))
    return Layout(
        width=width,
        wide=wide,
        start=roads.start,
        goal=roads.goal,
        points=points,
        numbers=_numbers(roads, main),
        lines=tuple(lines),
        tile=tile,
        ribbon=tile * (1.30 if wide else 1.24),
    )


def _road(board: Board, theme: Theme, width: float, wide: bool, count: int) -> Line:
    """The board's own road, else the theme's, else a serpentine."""
    for road in (board.road, theme.road):
        points = (road.wide or road.narrow) if wide else (road.narrow or road.wide)
        if len(points) >= 2:
            line = catmull_rom([_on_stage(p, width) for p in points])
            if road is board.road or length(line) / max(1, count - 1) >= TIGHTEST:
                return line
    return serpentine(width, count)


def _on_stage(point: Point, width: float) -> Point:
    """Fractions of the stage (themes), or lpx of the 1920 × 1080 page (boards), to lpx."""
    x, y = point
    if abs(x) <= 2 and abs(y) <= 2:
        return x * width, y * 1080
    return x * width / PAGE_STAGE, y


def _main_road(roads: Roads) -> list[SquareId]:
    """Over the first exit of every fork; the shortest way when that does not reach the goal."""
    road, here = [roads.start], roads.start
    seen = {here}
    while here != roads.goal:
        here = next((way for way in roads.exits[here] if way not in seen), "")
        if not here:
            return _shortest(roads)
        seen.add(here)
        road.append(here)
    return road


def _shortest(roads: Roads) -> list[SquareId]:
    road = [roads.start]
    while road[-1] != roads.goal:
        ways = [way for way in roads.exits[road[-1]] if way not in road]
        if not ways:
            break
        road.append(min(ways, key=lambda way: roads.left[way]))
    return road


def _numbers(roads: Roads, main: Sequence[SquareId]) -> dict[SquareId, int]:
    """Along the road; a side road counts on from its fork."""
    numbers, row = {name: i for i, name in enumerate(main)}, list(main)
    for here in row:
        for way in roads.exits[here]:
            if way not in numbers:
                numbers[way] = numbers[here] + 1
                row.append(way)
    return numbers


def _side_roads(
    roads: Roads, points: dict[SquareId, Point], moved: Mapping[SquareId, Point], spacing: float
) -> list[Line]:
    """Lays the squares that are not on the road; `points` grows. Returns the lines."""
    lines: list[Line] = []
    for fork in list(points):
        for way in roads.exits[fork]:
            row: list[SquareId] = []
            here = way
            while here not in points and here not in row:
                row.append(here)
                here = next(iter(roads.exits[here]), here)
            if row:
                lines.append(_side_road(points, fork, here, row, moved, spacing))
            elif way != fork and math.dist(points[fork], points[way]) > 1.5 * spacing:
                lines.append((points[fork], points[way]))  # a short cut without squares
    return lines


def _side_road(
    points: dict[SquareId, Point],
    fork: SquareId,
    rejoin: SquareId,
    row: list[SquareId],
    moved: Mapping[SquareId, Point],
    spacing: float,
) -> Line:
    """An arc from the fork to where the row comes back, on the side with more room."""
    begin, end = points[fork], points.get(rejoin, points[fork])
    if rejoin not in points or rejoin == fork:
        end = (begin[0] + spacing * len(row), begin[1] + 1)
    others = [p for name, p in points.items() if name not in (fork, rejoin)]
    arcs = [_arc(begin, end, side, spacing, len(row)) for side in (1.0, -1.0)]
    arc = max(arcs, key=lambda line: _room(stations(line, len(row) + 2)[1:-1], others))
    for name, point in zip(row, stations(arc, len(row) + 2)[1:-1], strict=True):
        points[name] = moved.get(name, point)
    if any(name in moved for name in row):
        arc = catmull_rom([begin, *(points[name] for name in row), end])
    return arc


def _arc(begin: Point, end: Point, side: float, spacing: float, count: int) -> Line:
    """Bowed sideways until the squares have room, a road's width at least."""
    chord = math.dist(begin, end) or 1.0
    nx, ny = -(end[1] - begin[1]) / chord * side, (end[0] - begin[0]) / chord * side
    bow = 1.12 * spacing
    while True:
        inner = [
            (begin[0] + (end[0] - begin[0]) * u + nx * bow,
             begin[1] + (end[1] - begin[1]) * u + ny * bow)
            for u in (0.22, 0.5, 0.78)
        ]  # fmt: skip
        line = catmull_rom([begin, *inner, end])
        if length(line) >= 0.92 * spacing * (count + 1) or bow > 900:
            return line
        bow *= 1.15


def _room(row: Sequence[Point], others: Sequence[Point]) -> float:
    """How far the nearest other square is; negative outside the band that squares may use."""
    out = max((max(110 - y, y - 815, 0) for _, y in row), default=0)
    near = min((math.dist(p, q) for p in row for q in others), default=1e6)
    return -out if out > 0 else near
