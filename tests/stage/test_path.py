"""Roads, stations, side roads."""

import math
from itertools import pairwise

import pytest
from small_board import edition

from sugoroku.model.board import Board, Road, Square
from sugoroku.model.layout import Theme
from sugoroku.model.text import Text
from sugoroku.stage.path import catmull_rom, lay_out, length, serpentine, stations

CORNERS = [(0.0, 0.0), (400.0, 20.0), (420.0, 200.0), (30.0, 260.0), (0.0, 500.0)]
PLAIN = Theme(id="plain")


def road_board(count: int, **changes: object) -> Board:
    middle = tuple(Square(id=f"s{i}", kind="plain") for i in range(1, count - 1))
    ends = Square(id="start", kind="start"), Square(id="goal", kind="goal")
    return Board(
        id="b", language="en", title=Text("b"), squares=(ends[0], *middle, ends[1]), **changes
    )


def test_the_curve_goes_through_every_control_point() -> None:
    line = catmull_rom(CORNERS)
    for corner in CORNERS:
        assert min(math.dist(corner, p) for p in line) < 1e-6


def test_points_on_a_straight_line_give_that_line() -> None:
    line = catmull_rom([(0, 5), (10, 5), (50, 5), (60, 5)])
    assert all(abs(y - 5) < 1e-9 for _, y in line)
    assert all(a[0] < b[0] for a, b in pairwise(line))


def test_uneven_points_make_no_cusp_or_loop() -> None:
    """Centripetal: within a span the curve never turns back on the chord (Yuksel et al., 2011)."""
    line = catmull_rom([(0, 0), (100, 0), (101, 10), (300, 10), (300, 400)], 200)
    for a, b, c in zip(line, line[1:], line[2:], strict=False):
        ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]
        assert ux * vx + uy * vy > 0


def test_doubled_points_do_no_harm() -> None:
    assert len(catmull_rom([(0, 0), (0, 0), (9, 9)])) == 61
    assert catmull_rom([(4, 4)]) == ((4, 4),)


@pytest.mark.parametrize("count", [2, 3, 40, 63])
def test_stations_are_equally_far_along_the_line(count: int) -> None:
    line = [(0.0, 0.0), (100.0, 0.0), (100.0, 50.0), (0.0, 50.0)]
    found = stations(line, count)
    assert len(found) == count
    assert found[0] == line[0]
    assert math.dist(found[-1], line[-1]) < 1e-9
    if count == 3:
        assert math.dist(found[1], (100, 25)) < 1e-9


def test_the_serpentine_grows_rows_until_there_is_room() -> None:
    for width in (970, 1408):
        for count in (10, 30, 40, 63):
            assert length(serpentine(width, count)) / (count - 1) >= 74


def test_roads_of_the_theme_are_fractions_and_of_the_board_page_points() -> None:
    theme = Theme(id="t", road=Road(wide=((0.1, 0.5), (0.9, 0.5))))
    layout = lay_out(road_board(11), theme, 1000)
    assert layout.at("start") == pytest.approx((100, 540))
    assert layout.at("s5") == pytest.approx((500, 540))
    board = road_board(11, road=Road(wide=((140.8, 300), (1267.2, 300))))
    assert lay_out(board, theme, 1408).at("goal") == pytest.approx((1267.2, 300))
    assert lay_out(board, theme, 704).at("goal") == pytest.approx((633.6, 300))


def test_a_theme_road_that_is_too_short_gives_way_to_a_serpentine() -> None:
    theme = Theme(id="t", road=Road(wide=((0.1, 0.5), (0.9, 0.5))))
    layout = lay_out(road_board(40), theme, 1408)
    assert layout.tile > 60


@pytest.mark.parametrize("width", [970.0, 1232.0, 1408.0, 1900.0])
def test_every_square_has_its_own_place(width: float) -> None:
    layout = lay_out(edition().board, PLAIN, width)
    places = list(layout.points.values())
    assert len(places) == len(edition().board.squares)
    for i, p in enumerate(places):
        assert 30 < p[0] < width - 20
        assert 90 < p[1] < 830
        for q in places[i + 1 :]:
            assert math.dist(p, q) > 0.62 * layout.tile


def test_side_roads_lie_beside_the_road_and_count_on_from_their_fork() -> None:
    layout = lay_out(edition().board, PLAIN, 1408)
    assert len(layout.lines) == 2
    assert layout.number("p4") == 4
    assert (layout.number("side1"), layout.number("side2")) == (5, 6)
    assert layout.number("goal") == 16
    assert layout.lines[1][0] == layout.at("p4")
    assert layout.lines[1][-1] == layout.at("p8")


def test_a_square_may_say_where_it_lies() -> None:
    board = road_board(6)
    moved = Square(id="s2", kind="plain", at=(704, 400))
    squares = tuple(moved if s.id == "s2" else s for s in board.squares)
    layout = lay_out(Board(id="b", language="en", title=Text("b"), squares=squares), PLAIN, 704)
    assert layout.at("s2") == pytest.approx((352, 400))
    assert min(math.dist(p, layout.at("s2")) for p in layout.lines[0]) < 1


def test_an_unknown_square_is_shown_at_the_start() -> None:
    layout = lay_out(edition().board, PLAIN, 1408)
    assert layout.at("") == layout.at("start")
    assert layout.number("nowhere") == 0
