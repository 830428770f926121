"""Recorded lines played again: to resume a game, and to check that it still goes the same way."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Annotated, Literal, Union

import msgspec

from sugoroku.engine.commands import AnyCommand
from sugoroku.engine.events import AnyEvent
from sugoroku.engine.game import Game
from sugoroku.engine.refusals import Refused
from sugoroku.model.edition import Edition
from sugoroku.model.setup import GameSetup
from sugoroku.session.session import Session
from sugoroku.session.step import digest

Count = Annotated[int, msgspec.Meta(ge=1)]


class Played(msgspec.Struct, frozen=True, kw_only=True):
    """A recorded step: entry `n`, what happened, and the digest of the state after it."""

    n: int
    command: AnyCommand
    events: tuple[AnyEvent, ...]
    digest: str


class TakenBack(msgspec.Struct, frozen=True, kw_only=True):
    n: int
    count: Count


class DoneAgain(msgspec.Struct, frozen=True, kw_only=True):
    n: int
    count: Count


Recorded = Union[Played, TakenBack, DoneAgain]


class Difference(msgspec.Struct, frozen=True):
    """Entry `number` goes another way than recorded. After `impossible` nothing more is played."""

    number: int
    what: Literal["impossible", "events", "state", "content"]
    recorded: str
    recomputed: str

    def __str__(self) -> str:
        recorded, recomputed = self.recorded, self.recomputed
        if self.what == "events":
            recorded, recomputed = _first_unlike(recorded, recomputed)
        return f"step {self.number}, {self.what}: recorded {recorded}, recomputed {recomputed}"


class Refolded(msgspec.Struct, frozen=True):
    """The session as it was after the last line that could be played."""

    session: Session
    differences: tuple[Difference, ...]

    @property
    def complete(self) -> bool:
        return all(difference.what != "impossible" for difference in self.differences)


def refold(edition: Edition, setup: GameSetup, lines: Iterable[Recorded]) -> Refolded:
    """Play the lines from the beginning. ValueError for an edition that cannot be played."""
    session = Session(Game.of(edition, setup))
    differences: list[Difference] = []
    for line in lines:
        try:
            found = _again(session, line)
        except (Refused, ValueError) as fault:
            found = [Difference(line.n, "impossible", _shown(line), str(fault))]
        differences += found
        if found and found[0].what == "impossible":
            break
    return Refolded(session, tuple(differences))


def compare(
    edition: Edition, setup: GameSetup, lines: Sequence[Recorded]
) -> tuple[Difference, ...]:
    """Where the lines, played again, differ from what they say. Empty: nowhere."""
    return refold(edition, setup, lines).differences


def _again(session: Session, line: Recorded) -> list[Difference]:
    """Play one line; Refused or ValueError when it cannot be."""
    if isinstance(line, TakenBack):
        session.undo(line.count)
        return []
    if isinstance(line, DoneAgain):
        session.redo(line.count)
        return []
    step = session.submit(line.command)
    found: list[Difference] = []
    if step.events != line.events:
        found.append(Difference(line.n, "events", _shown(line.events), _shown(step.events)))
    fingerprint = digest(step.state)
    if fingerprint != line.digest:
        found.append(Difference(line.n, "state", line.digest, fingerprint))
    return found


def _first_unlike(recorded: str, recomputed: str) -> tuple[str, str]:
    """Of two lists of events in JSON, the first pair that differs, without what is alike."""
    pairs = zip_longest(msgspec.json.decode(recorded), msgspec.json.decode(recomputed))
    was, now = next((pair for pair in pairs if pair[0] != pair[1]), (None, None))
    return _told(was, now), _told(now, was)


def _told(event: dict[str, object] | None, other: dict[str, object] | None) -> str:
    if event is None:
        return "nothing"
    other = other or {}
    told = (f"{k} {v}" for k, v in event.items() if k != "event" and other.get(k) != v)
    return " ".join([str(event["event"]), *told])


def _shown(thing: object) -> str:
    return msgspec.json.encode(thing).decode()
