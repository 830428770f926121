"""The door of a survey: four ways by keys, clicks or a clicker, and how far it has come."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import card_desk
import pytest
from card_desk import Desk, Told

from sugoroku.model.survey import MOMENTS, Moment
from sugoroku.stage import intents
from sugoroku.stage.assets import Assets
from sugoroku.stage.scenes.survey_door import DoorActions, Progress, SurveyDoorScene
from sugoroku.stage.typeset import Typesetter


def door(
    desk: Desk, told: Told, moment: Moment = "after", progress: Progress | None = None,
    hands: bool = True,
) -> SurveyDoorScene:  # fmt: skip
    done = progress or Progress()
    actions = DoorActions(
        alone=told.hear("alone"), hands=told.hear("hands") if hands else None,
        paper=told.hear("paper"), later=told.hear("later"),
        results=told.hear("results") if done.begun else None, back=told.hear("back"),
    )  # fmt: skip
    scene = SurveyDoorScene(desk.context, moment, lambda: "How was it?", actions, done)
    desk.draw(scene)
    return scene


@pytest.fixture
def desk(assets: Assets, typesetter: Typesetter) -> Desk:
    return Desk(assets, typesetter)


def test_by_keys(desk: Desk) -> None:
    told = Told()
    desk.keys(door(desk, told), "1234⏎⎋r")
    names = [name for name, _ in told.calls]
    assert names == ["alone", "hands", "paper", "later", "alone", "back"]


def test_by_clicks_and_clicker(desk: Desk) -> None:
    told = Told()
    scene = door(desk, told, progress=Progress(pupils=3, countable=4))
    for label in ("From paper", "The class's answers"):
        desk.click(scene, desk.label(scene, label))
    scene.dispatch(intents.Go(clicker=True))
    for intent in (intents.Back(clicker=True), intents.Back(clicker=True)):
        scene.dispatch(intent)
    scene.dispatch(intents.Go(clicker=True))
    assert [name for name, _ in told.calls] == ["paper", "results", "alone", "hands"]


def test_enter_goes_on_with_what_was_begun(desk: Desk) -> None:
    told = Told()
    scene = door(desk, told, progress=Progress(raised=2, countable=4))
    desk.keys(scene, "⏎")
    assert told.calls == [("hands", None)]
    assert scene._said() == "Hands: 2 of 4"
    both = door(desk, told, progress=Progress(pupils=1, raised=2, countable=4))
    assert both._said().startswith("1 has answered.")


def test_without_items_to_be_counted(desk: Desk) -> None:
    told = Told()
    scene = door(desk, told, hands=False)
    desk.keys(scene, "2")
    assert told.calls == [] and not scene.widgets[1].enabled


def test_nothing_of_the_game_is_taken_back_here(desk: Desk) -> None:
    scene = door(desk, Told())
    assert scene.handle(intents.Undo()) and scene.handle(intents.Redo())


@pytest.mark.parametrize("language", card_desk.LANGUAGES)
@pytest.mark.parametrize("size", card_desk.SIZES)
@pytest.mark.parametrize("moment", MOMENTS)
def test_one_frame(
    assets: Assets, typesetter: Typesetter, language: str, size: tuple[int, int], moment: Moment
) -> None:
    desk = Desk(assets, typesetter, language)
    for progress in (Progress(), Progress(12, 3, 5)):
        scene = door(desk, Told(), moment, progress)
        canvas = desk.draw(scene, size)
        assert card_desk.overlaps(scene.widgets) == []
        for widget in scene.widgets:
            assert widget.x >= 0 and widget.x + widget.w <= canvas.W
            assert widget.y + widget.h <= canvas.H
