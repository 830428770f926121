"""Cards over the board: with and without a picture, waiting for the teacher."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from collections.abc import Sequence
from typing import Any

import card_desk
import pytest
from card_desk import Desk, Told

from sugoroku.model.board import Square
from sugoroku.model.effects import Advance, Back, GoTo, Rest, RollAgain
from sugoroku.stage.assets import Assets
from sugoroku.stage.canvas import Canvas
from sugoroku.stage.draw.squares import tile_of
from sugoroku.stage.scene import Scene
from sugoroku.stage.scenes.event import EventCard, EventScene
from sugoroku.stage.typeset import Typesetter


class Board(Scene):
    """Stands for the board under the card."""

    painted = 0

    def paint(self, canvas: Canvas) -> None:
        self.painted += 1
        canvas.fill("ground")


def squares(language: str = "en") -> dict[str, Square]:
    words: dict[str, Any] = {
        "title": card_desk.words(language, 1),
        "text": card_desk.words(language, 2),
    }
    return {
        "picture": Square(
            id="a",
            kind="event",
            mood="good",
            picture="event/toyama-hydro",
            effects=(Advance(2),),
            **words,
        ),
        "good": Square(id="b", kind="event", mood="good", topic="water", **words),
        "bad": Square(id="c", kind="event", mood="bad", effects=(Back(2),), **words),
        "fact": Square(id="d", kind="fact", topic="city", **words),
        "lost": Square(id="e", kind="event", picture="event/there-is-none", **words),
    }


def scene_of(
    desk: Desk, square: Square, told: Told, effects: Sequence[str] = ("+10 leaves",)
) -> EventScene:
    card = EventCard(square, card_desk.table()[1], effects)
    under = Board(desk.context)
    return EventScene(desk.context, card, under, told.hear("next"), told.hear("pause"))


@pytest.fixture
def desk(assets: Assets, typesetter: Typesetter) -> Desk:
    return Desk(assets, typesetter)


def test_keys_and_clicks(desk: Desk) -> None:
    told = Told()
    scene = scene_of(desk, squares()["good"], told)
    desk.draw(scene)
    scene.tick()
    assert told.calls == []
    desk.keys(scene, "⏎▼⎋")
    desk.click(scene, desk.label(scene, "Next"))
    assert [name for name, _ in told.calls] == ["next", "next", "pause", "next"]


def test_the_board_stays_beneath(desk: Desk) -> None:
    scene = scene_of(desk, squares()["fact"], Told())
    canvas = desk.draw(scene)
    assert isinstance(scene.under, Board)
    assert scene.under.painted == 1
    assert canvas.surface.get_at((2, 2)) != canvas.colour("ground")


def test_the_tile_tells_what_happens() -> None:
    def tile(*effects: object, mood: str = "good", kind: str = "event") -> str:
        return tile_of(Square(id="x", kind=kind, mood=mood, effects=effects))  # type: ignore[arg-type]

    assert tile(RollAgain()) == "tile/roll-again"
    assert tile(Rest(1), mood="bad") == "tile/skip"
    assert tile(GoTo("y")) == "tile/jump-up"
    assert tile(GoTo("y"), mood="bad") == "tile/jump-down"
    assert tile(kind="fact") == "tile/fact"
    assert tile(Back(1), mood="bad") == "tile/event-bad"
    assert tile(Advance(1)) == "tile/event-good"


@pytest.mark.parametrize("language", card_desk.LANGUAGES)
@pytest.mark.parametrize("size", card_desk.SIZES)
def test_one_frame(
    assets: Assets, typesetter: Typesetter, language: str, size: tuple[int, int]
) -> None:
    desk = Desk(assets, typesetter, language)
    effects = ("2 squares forward", "+10 leaves", "Roll again")
    for n, square in enumerate(squares(language).values()):
        desk.draw(scene_of(desk, square, Told(), effects[: n % 4]), size)
