"""Pictures of squares: their own, and what every edition has."""

from sugoroku.model.board import Square
from sugoroku.model.effects import GoTo, Rest, RollAgain


def tile_of(square: Square) -> str:
    """The tile art that tells what the square does."""
    for effect in square.effects:
        if isinstance(effect, RollAgain):
            return "tile/roll-again"
        if isinstance(effect, Rest):
            return "tile/skip"
        if isinstance(effect, GoTo):
            return "tile/jump-up" if square.mood != "bad" else "tile/jump-down"
    if square.kind in ("fact", "goal"):
        return f"tile/{square.kind}"
    return "tile/event-bad" if square.mood == "bad" else "tile/event-good"


def picture_of(square: Square) -> str:
    """The square's own picture, else the one that every edition has for news of its kind."""
    if square.picture:
        return square.picture
    mood = "fact" if square.kind == "fact" else "bad" if square.mood == "bad" else "good"
    return f"event/{mood}"
