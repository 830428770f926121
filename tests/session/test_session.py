"""The table: recorders first, undo and redo, trouble that does not stop a class."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_table import act, command, edition, setup

from sugoroku.engine import commands
from sugoroku.engine.game import Game
from sugoroku.engine.refusals import Refused
from sugoroku.session.recorder import RecorderBroke, RecordingFailed
from sugoroku.session.session import Session
from sugoroku.session.step import Entry, Redone, Step, Undone


def session(seed: int = 7) -> Session:
    return Session(Game.of(edition(), setup(seed)))


class Watching:
    """A recorder that remembers what the state was while it was told."""

    def __init__(self, watched: Session) -> None:
        self.watched = watched
        self.seen: list[tuple[Entry, object]] = []

    def record(self, entry: Entry) -> None:
        self.seen.append((entry, self.watched.state))


def test_a_recorder_is_told_before_the_state_moves_and_a_listener_after() -> None:
    table = session()
    watching = Watching(table)
    table.attach(watching)
    heard = []
    table.listen(lambda entry: heard.append((entry, table.state)))
    step = table.submit(commands.EnterRoll(2))
    assert watching.seen == [(step, step.before)]
    assert heard == [(step, step.state)]
    table.undo()
    assert isinstance(watching.seen[1][0], Undone) and watching.seen[1][1] == step.state
    table.redo()
    assert isinstance(watching.seen[2][0], Redone) and watching.seen[2][1] == step.before
    assert [entry.number for entry, _ in watching.seen] == [1, 2, 3]


def test_the_opening_tells_of_the_first_turn() -> None:
    table = session()
    assert table.state == table.start and table.opening
    assert table.steps == () and table.history == ()


def test_a_refused_command_changes_and_records_nothing() -> None:
    table = session()
    watching = Watching(table)
    table.attach(watching)
    with pytest.raises(Refused):
        table.submit(commands.EnterRoll(99))
    assert table.state == table.start and not watching.seen and table.entries == 0


def test_undo_and_redo_restore_equal_states() -> None:
    table = session()
    states = [table.state]
    for number in (2, 3, 9, 14, 3, 5, 8):
        try:
            table.submit(command(table.state, number))
        except Refused:
            continue
        states.append(table.state)
    for state in reversed(states[:-1]):
        assert table.undo() == state == table.state
    assert not table.can_undo and table.can_redo
    for state in states[1:]:
        assert table.redo() == state == table.state
    assert not table.can_redo
    assert table.undo(len(states) - 1) == states[0]
    assert table.redo(len(states) - 1) == states[-1]


def test_a_new_command_forgets_what_was_taken_back() -> None:
    table = session()
    table.submit(commands.SetLeaves(0, 5))
    table.undo()
    table.submit(commands.SetLeaves(1, 6))
    assert not table.can_redo
    assert [command for command, _ in table.history] == [commands.SetLeaves(1, 6)]


@pytest.mark.parametrize("count", [0, -1, 2])
def test_more_steps_than_there_are_cannot_be_taken_back(count: int) -> None:
    table = session()
    table.submit(commands.SetLeaves(0, 5))
    with pytest.raises(ValueError, match="cannot undo"):
        table.undo(count)
    table.undo()
    with pytest.raises(ValueError, match="cannot redo"):
        table.redo(count)


class Failing:
    def __init__(self, *faults: Exception | None) -> None:
        self.faults = list(faults)

    def record(self, entry: Entry) -> None:
        fault = self.faults.pop(0)
        if fault is not None:
            raise fault


def test_a_recorder_that_fails_does_not_stop_the_game() -> None:
    table = session()
    table.attach(Failing(RecordingFailed("The disk is full."), KeyError("bug"), None))
    watching = Watching(table)
    table.attach(watching)
    table.submit(commands.SetLeaves(0, 1))
    assert [str(failure) for failure in table.trouble] == ["The disk is full."]
    table.submit(commands.SetLeaves(0, 2))
    assert isinstance(table.trouble[0], RecorderBroke)
    assert isinstance(table.trouble[0].__cause__, KeyError)
    table.submit(commands.SetLeaves(0, 3))
    assert table.trouble == ()
    assert table.state.team(0).leaves == 3 and len(watching.seen) == 3


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 2**63 - 1), st.lists(st.integers(0, 3000), max_size=60))
def test_the_steps_always_lead_from_the_start_to_the_state(seed: int, numbers: list[int]) -> None:
    table = session(seed=seed)
    entries: list[Entry] = []
    table.listen(entries.append)
    for number in numbers:
        try:
            act(table, number)
        except Refused:
            continue
        assert entries[-1].state == table.state
    before = table.start
    for step in table.steps:
        assert isinstance(step, Step) and step.before == before
        before = step.state
    assert before == table.state
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
