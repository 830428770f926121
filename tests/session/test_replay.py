"""Recorded lines played again give the same table, or say where they do not."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from small_table import act, edition, setup

from sugoroku.engine import commands
from sugoroku.engine.game import Game
from sugoroku.engine.refusals import Refused
from sugoroku.session.replay import DoneAgain, Played, Recorded, TakenBack, compare, refold
from sugoroku.session.session import Session
from sugoroku.session.step import Entry, Step, Undone, digest


def line(entry: Entry) -> Recorded:
    if isinstance(entry, Step):
        return Played(
            n=entry.number,
            command=entry.command,
            events=entry.events,
            digest=digest(entry.state),
        )
    kind = TakenBack if isinstance(entry, Undone) else DoneAgain
    return kind(n=entry.number, count=entry.count)


def played(numbers: list[int], seed: int = 7) -> tuple[Session, list[Recorded]]:
    session = Session(Game.of(edition(), setup(seed)))
    lines: list[Recorded] = []
    session.listen(lambda entry: lines.append(line(entry)))
    for number in numbers:
        try:
            act(session, number)
        except Refused:
            continue
    return session, lines


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2**63 - 1), st.lists(st.integers(0, 3000), max_size=80))
def test_live_equals_refolded(seed: int, numbers: list[int]) -> None:
    live, lines = played(numbers, seed)
    again = refold(edition(), setup(seed), lines)
    assert again.differences == () and again.complete
    assert again.session.state == live.state
    assert again.session.steps == live.steps
    assert again.session.can_redo == live.can_redo
    assert again.session.entries == live.entries


def test_a_changed_event_and_a_changed_state_are_told() -> None:
    _, lines = played([2, 3, 4, 5])
    first = lines[0]
    assert isinstance(first, Played)
    other = msgspec.structs.replace(first, events=(), digest="0" * 16)
    found = compare(edition(), setup(), [other, *lines[1:]])
    assert [(difference.number, difference.what) for difference in found] == [
        (1, "events"),
        (1, "state"),
    ]
    assert "step 1, state: recorded 0000000000000000, recomputed " in str(found[1])


def test_another_content_is_told() -> None:
    _, lines = played([2, 3, 4, 5, 7, 8, 9])
    assert compare(edition(), setup(seed=8), lines)


def test_after_an_impossible_line_nothing_is_played() -> None:
    _, lines = played([2])
    wrong = Played(n=2, command=commands.EnterRoll(99), events=(), digest="")
    again = refold(edition(), setup(), [*lines, wrong, TakenBack(n=3, count=1)])
    assert not again.complete
    assert [difference.what for difference in again.differences] == ["impossible"]
    assert len(again.session.steps) == 1


def test_more_undos_than_steps_are_impossible() -> None:
    again = refold(edition(), setup(), [TakenBack(n=1, count=1)])
    assert not again.complete and "cannot undo" in again.differences[0].recomputed
