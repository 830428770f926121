"""The end: two to six teams, ties, with and without a survey and an aim."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import card_desk
import pytest
from card_desk import Desk, Told

from sugoroku.engine.state import Finished, State
from sugoroku.model.board import Board, Rules
from sugoroku.model.edition import Edition
from sugoroku.model.ids import TOPICS
from sugoroku.model.survey import Survey, TextItem
from sugoroku.model.text import Text
from sugoroku.stage.assets import Assets
from sugoroku.stage.scenes.results import ResultsCard, ResultsScene
from sugoroku.stage.typeset import Typesetter

RANKINGS = {
    2: ((1, 1), (2, 0)),
    3: ((1, 0), (1, 1), (1, 2)),
    4: ((1, 3), (2, 0), (2, 1), (4, 2)),
    5: ((1, 0), (1, 1), (1, 2), (1, 3), (1, 4)),
    6: ((1, 5), (2, 1), (3, 0), (3, 2), (5, 4), (6, 3)),
}


def scene_of(
    desk: Desk, teams: int, told: Told, topics: int = 8, aim: int = 200, survey: bool = True
) -> ResultsScene:
    edition = Edition(
        board=Board(
            id="b", language="en", title=Text("B"), squares=(), rules=Rules(class_leaves=aim)
        ),
        survey=Survey(
            id="s", language="en", title=Text("S"), items=(TextItem(id="t", ask=Text("?")),)
        )
        if survey
        else None,
    )
    state = State(
        teams=card_desk.table(teams), turn=0, phase=Finished(RANKINGS[teams], "bell"), dice=1
    )
    tallies: dict[str, tuple[int, int]] = {
        topic: (i % 3, 3) for i, topic in enumerate(TOPICS[:topics])
    }
    card = ResultsCard(edition, state, tallies, 8, 150)
    return ResultsScene(
        desk.context, card, told.hear("survey"), told.hear("again"), told.hear("undo")
    )


@pytest.fixture
def desk(assets: Assets, typesetter: Typesetter) -> Desk:
    return Desk(assets, typesetter)


def test_keys_and_clicks(desk: Desk) -> None:
    told = Told()
    scene = scene_of(desk, 3, told)
    desk.draw(scene)
    desk.keys(scene, "⎋")
    assert told.calls == []
    desk.keys(scene, "⏎")
    desk.draw(scene)
    assert (scene.page, told.calls) == (1, [])
    desk.keys(scene, "⎋")
    desk.draw(scene)
    assert scene.page == 0
    desk.keys(scene, "⏎")
    desk.draw(scene)
    desk.keys(scene, "⏎▼⌫")
    desk.click(scene, desk.label(scene, "To the survey"))
    desk.click(scene, scene.widgets[1])
    desk.click(scene, scene.widgets[2])
    names = [name for name, _ in told.calls]
    assert names == ["survey", "survey", "undo", "survey", "undo", "again"]


def test_without_a_survey(desk: Desk) -> None:
    scene = scene_of(desk, 2, Told(), topics=0, aim=0, survey=False)
    desk.draw(scene)
    scene.turn_to(1)
    desk.draw(scene)
    assert desk.label(scene, "Finish").primary


@pytest.mark.parametrize("language", card_desk.LANGUAGES)
@pytest.mark.parametrize("size", card_desk.SIZES)
def test_one_frame(
    assets: Assets, typesetter: Typesetter, language: str, size: tuple[int, int]
) -> None:
    desk = Desk(assets, typesetter, language)
    for teams in RANKINGS:
        scene = scene_of(desk, teams, Told(), topics=2 * teams - 4)
        for page in (0, 1):
            scene.turn_to(page)
            canvas = desk.draw(scene, size)
            assert card_desk.overlaps(scene.widgets) == []
            assert all(w.x + w.w <= canvas.W for w in scene.widgets)
