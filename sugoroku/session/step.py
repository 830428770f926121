"""What a session tells its recorders and listeners: a step, or stepping back and forth."""

from hashlib import blake2b
from typing import Union

import msgspec

from sugoroku.engine.commands import AnyCommand
from sugoroku.engine.events import AnyEvent
from sugoroku.engine.state import State


class Step(msgspec.Struct, frozen=True):
    """A command that was applied. `number` counts a session's entries from 1, undos included."""

    number: int
    command: AnyCommand
    events: tuple[AnyEvent, ...]
    before: State
    state: State
    """As it is after the command."""


class Undone(msgspec.Struct, frozen=True):
    """The last `count` steps were taken back; `state` is the one from before them."""

    number: int
    count: int
    state: State


class Redone(msgspec.Struct, frozen=True):
    """The `count` steps taken back last were done again."""

    number: int
    count: int
    state: State


Entry = Union[Step, Undone, Redone]


def digest(state: State) -> str:
    """A short fingerprint, equal for equal states on every system (16 hexadecimal signs)."""
    return blake2b(msgspec.json.encode(state), digest_size=8).hexdigest()
