"""The table of one class: the state of the moment and the steps that led to it."""

from collections.abc import Callable, Iterable

from sugoroku.engine.apply import apply
from sugoroku.engine.commands import AnyCommand
from sugoroku.engine.events import AnyEvent
from sugoroku.engine.game import Game
from sugoroku.engine.state import State
from sugoroku.session.recorder import N_, Recorder, RecorderBroke, RecordingFailed
from sugoroku.session.step import Entry, Redone, Step, Undone

Listener = Callable[[Entry], None]


class Session:
    """Submit commands, step back, step forth.

    An entry is recorded first, then the state moves, then listeners hear of it. A recorder that
    fails never stops the game: see `trouble`.
    """

    def __init__(self, game: Game, recorders: Iterable[Recorder] = ()) -> None:
        """ValueError for a setup that the game does not allow."""
        self.game = game
        self.start, self.opening = game.start()
        """The first state, and the events that tell of it."""
        self.trouble: tuple[RecordingFailed, ...] = ()
        """What the recorders could not write at the last entry; empty when all is kept."""
        self._recorders = list(recorders)
        self._listeners: list[Listener] = []
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._number = 0

    @property
    def state(self) -> State:
        return self._done[-1].state if self._done else self.start

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that hold, oldest first."""
        return tuple(self._done)

    @property
    def history(self) -> tuple[tuple[AnyCommand, tuple[AnyEvent, ...]], ...]:
        """The commands that hold, each with what happened."""
        return tuple((step.command, step.events) for step in self._done)

    @property
    def entries(self) -> int:
        """How many entries there have been, undos included."""
        return self._number

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def attach(self, recorder: Recorder) -> None:
        """Entries from now on are told to this recorder too, after the others."""
        self._recorders.append(recorder)

    def listen(self, listener: Listener) -> None:
        """`listener` is called with every entry, once the state has moved."""
        self._listeners.append(listener)

    def submit(self, command: AnyCommand) -> Step:
        """Apply a command. Refused when it does not fit: nothing has changed then."""
        before = self.state
        state, events = apply(self.game, before, command)
        step = Step(self._number + 1, command, events, before, state)
        self._record(step)
        self._done.append(step)
        self._undone.clear()
        self._tell(step)
        return step

    def undo(self, count: int = 1) -> State:
        """Take the last `count` steps back. ValueError when there are not so many."""
        if not 1 <= count <= len(self._done):
            raise ValueError(f"cannot undo {count} of {len(self._done)} steps")
        entry = Undone(self._number + 1, count, self._done[-count].before)
        self._record(entry)
        for _ in range(count):
            self._undone.append(self._done.pop())
        self._tell(entry)
        return entry.state

    def redo(self, count: int = 1) -> State:
        """Do the steps taken back last again. ValueError when there are not so many."""
        if not 1 <= count <= len(self._undone):
            raise ValueError(f"cannot redo {count} of {len(self._undone)} steps")
        entry = Redone(self._number + 1, count, self._undone[-count].state)
        self._record(entry)
        for _ in range(count):
            self._done.append(self._undone.pop())
        self._tell(entry)
        return entry.state

    def _record(self, entry: Entry) -> None:
        self._number = entry.number
        failures: list[RecordingFailed] = []
        for recorder in self._recorders:
            try:
                recorder.record(entry)
            except RecordingFailed as failure:
                failures.append(failure)
            except Exception as fault:  # a class must not stop because of a log
                unknown = RecorderBroke(N_("A record could not be written: {why}"), why=fault)
                unknown.__cause__ = fault
                failures.append(unknown)
        self.trouble = tuple(failures)

    def _tell(self, entry: Entry) -> None:
        for listener in self._listeners:
            listener(entry)
