"""The view follows the state event by event."""

from dataclasses import replace

import pytest
from small_board import edition, setup, steps

from sugoroku.engine import events
from sugoroku.engine.game import Game
from sugoroku.model.board import Finish
from sugoroku.stage.view import AT_START, TableView


def at_start(view: TableView) -> TableView:
    """A team that was added is at the start, whose id no event tells."""
    return replace(
        view,
        seats=tuple(replace(s, square="start") if s.square == AT_START else s for s in view.seats),
    )


@pytest.mark.parametrize("finish", ["clamp", "exact", "bounce"])
@pytest.mark.parametrize("seed", range(12))
def test_folding_events_gives_the_view_of_the_state(seed: int, finish: Finish) -> None:
    seen = set()
    for before, told, after in steps(seed, finish=finish):
        assert at_start(TableView.of(before).after_all(told)) == TableView.of(after)
        seen.update(type(event) for event in told)
    assert events.Rolled in seen


def test_the_games_show_all_kinds_of_events() -> None:
    seen = {
        type(event)
        for finish in ("clamp", "exact")
        for seed in range(30)
        for _, told, _ in steps(seed, finish=finish)
        for event in told
    }
    missing = set(events.AnyEvent.__args__) - seen  # type: ignore[attr-defined]
    assert missing <= {events.NoQuestion}


def test_dice_come_from_events_alone() -> None:
    state, _ = Game.of(edition(), setup()).start()
    view = TableView.of(state)
    rolled = view.after(events.Rolled(0, (2, 5), 7))
    assert rolled.faces == (2, 5)
    assert rolled == view


def test_members_of_a_team_take_turns() -> None:
    state, _ = Game.of(edition(), setup()).start()
    view = TableView.of(state)
    assert [replace(view, round=n).member() for n in (1, 2, 3, 4)] == [1, 2, 3, 1]
    alone = replace(view, seats=tuple(replace(s, pupils=1) for s in view.seats))
    assert alone.member() == 0
