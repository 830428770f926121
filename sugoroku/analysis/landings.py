"""On which squares a team comes to stand, as the events tell it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sugoroku.engine.events import AnyEvent, ForkReached, Jumped, Landed, Walked
from sugoroku.model.ids import SquareId


@dataclass(frozen=True, slots=True)
class Landings:
    stood: tuple[SquareId, ...]
    """After a roll or moved by an effect; not where a walk only waits for a way to be chosen."""
    applied: tuple[SquareId, ...]
    """Where the square's own effects began to apply."""


def landings(events: Sequence[AnyEvent]) -> Landings:
    """What the events of one command tell, in their order."""
    stood: list[SquareId] = []
    applied: list[SquareId] = []
    for event, following in pairwise((*events, None)):
        match event:
            case Walked(path=path) if not isinstance(following, ForkReached):
                stood.append(path[-1])
            case Jumped(end=end):
                stood.append(end)
            case Landed(square=square):
                applied.append(square)
    return Landings(tuple(stood), tuple(applied))
