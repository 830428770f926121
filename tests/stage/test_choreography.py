"""Every event is shown, and every showing ends in the right view."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from small_board import edition, steps

from sugoroku.engine import events
from sugoroku.model.layout import Theme
from sugoroku.stage.canvas import Canvas
from sugoroku.stage.draw.rail import RailPlan
from sugoroku.stage.motion import easing
from sugoroku.stage.motion.choreography import Score, choreograph
from sugoroku.stage.motion.motions import DieRoll, Jump, Place, Walk
from sugoroku.stage.motion.player import Player
from sugoroku.stage.path import lay_out
from sugoroku.stage.tokens import MOTION
from sugoroku.stage.view import TableView

LAYOUT = lay_out(edition().board, Theme(id="plain"), 1000)
SCORE = Score(goal="goal", start="start", numbers=LAYOUT.numbers)


@pytest.mark.parametrize("reduced", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_motions_end_in_the_view_after_all_events(seed: int, reduced: bool) -> None:
    for before, told, _ in steps(seed):
        view = TableView.of(before)
        motions = choreograph(told, view, replace(SCORE, reduced=reduced))
        assert motions[-1].view == view.after_all(told)
        assert tuple(event for m in motions for event in m.tells) == told
        assert all(m.duration >= 0 for m in motions)
        assert all(ms <= m.duration for m in motions for ms, _ in m.cues)


def test_times_are_those_of_the_design() -> None:
    before, _, _ = next(steps(1))
    team = before.turn
    told = (
        events.Rolled(team, (3,), 3),
        events.Walked(team, ("start", "p1", "p2", "p3"), "roll"),
        events.Jumped(team, "p3", "goal"),
    )
    die, walk, jump = choreograph(told, TableView.of(before), SCORE)
    assert isinstance(die, DieRoll)
    assert die.rolling == MOTION["die_roll"] == 1100
    assert isinstance(walk, Walk)
    assert walk.duration == 3 * 280
    assert walk.hidden == {team}
    assert isinstance(jump, Jump)
    assert jump.duration == 700
    assert jump.cues == ((0.0, "jump-up"),)
    calm = choreograph(told, TableView.of(before), replace(SCORE, reduced=True))
    assert [m.duration for m in calm] == [200 + 350, 3 * 160, 200]


def test_every_motion_draws_at_every_time(canvas_of: Callable[[int, int], Canvas]) -> None:
    canvas = canvas_of(480, 270)
    place = Place(LAYOUT, RailPlan.of(canvas.W, 3, True, 96).die)
    kinds = set()
    for seed in range(12):
        for before, told, _ in steps(seed, most=60, finish="exact"):
            for reduced in (False, True):
                motions = choreograph(told, TableView.of(before), replace(SCORE, reduced=reduced))
                for motion in motions:
                    if (type(motion), reduced) not in kinds:
                        kinds.add((type(motion), reduced))
                        for share in (0, 0.3, 0.7, 1):
                            motion.draw(canvas, place, motion.duration * share)
    assert len({kind for kind, _ in kinds}) == 7


def test_a_walk_begins_and_ends_where_the_pieces_stand(
    canvas_of: Callable[[int, int], Canvas], monkeypatch: pytest.MonkeyPatch
) -> None:
    from sugoroku.stage.draw import tokens as pieces

    drawn: list[tuple[pieces.Spot, float]] = []

    def note(
        canvas: object, shape: str, spot: pieces.Spot, active: bool = False, lift: float = 0
    ) -> None:
        drawn.append((spot, lift))

    monkeypatch.setattr(pieces, "draw_piece", note)
    before, _, _ = next(steps(1))
    told = (events.Walked(before.turn, ("start", "p1", "p2"), "roll"),)
    view = TableView.of(before)
    (walk,) = choreograph(told, view, SCORE)
    place = Place(LAYOUT, RailPlan.of(1440, 3, True, 96).die)
    for ms in (0, 140, walk.duration):
        walk.draw(canvas_of(480, 270), place, ms)
    first, middle, last = drawn
    there = pieces.spots(view, LAYOUT)[before.turn]
    assert (first[0].x, first[0].y) == (there.x, there.y)
    assert middle[1] == pytest.approx(36)
    here = pieces.spots(walk.view, LAYOUT)[before.turn]
    assert (last[0].x, last[0].y) == pytest.approx((here.x, here.y))
    assert last[1] == pytest.approx(0, abs=1e-6)


def test_the_player_plays_cues_in_time_and_catches_up() -> None:
    before, _, _ = next(steps(1))
    told = (
        events.Rolled(before.turn, (2,), 2),
        events.Walked(before.turn, ("start", "p1", "p2"), "roll"),
    )
    heard: list[str] = []
    player = Player(heard.append)
    player.start(choreograph(told, TableView.of(before), SCORE), 100, lambda: None)
    assert player.advance(100) == []
    assert heard == ["die-roll"]
    player.advance(1300)
    assert heard == ["die-roll", "die-land"]
    assert len(player.advance(1560)) == 1
    assert player.motion is not None
    assert len(player.advance(9000)) == 1
    assert player.motion is None
    assert player.running
    assert player.release() is not None
    assert not player.running


@pytest.mark.parametrize(
    "curve",
    [
        easing.out_quad,
        easing.out_cubic,
        easing.in_out_cubic,
        easing.in_out_sine,
        easing.out_back,
    ],
)
def test_curves_begin_at_0_and_end_at_1(curve: Callable[[float], float]) -> None:
    assert curve(0) == pytest.approx(0)
    assert curve(1) == curve(2) == pytest.approx(1)
    assert curve(-1) == pytest.approx(0)
