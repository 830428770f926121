"""The survey: one pupil after another, by keys or clicks; the next sees nothing of the last."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import card_desk
import pytest
from card_desk import Desk, Told
from survey_desk import asked

from sugoroku.model.survey import DONT_KNOW_YET, SurveyValue
from sugoroku.stage import intents
from sugoroku.stage.assets import Assets
from sugoroku.stage.questionnaire import Questionnaire
from sugoroku.stage.scenes.survey import SurveyActions, SurveyScene
from sugoroku.stage.typeset import Typesetter
from sugoroku.stage.widgets.face import FaceCard
from sugoroku.stage.widgets.field import TextField
from sugoroku.stage.widgets.option import OptionCard

OLD = ("fun", "again", "try", "age", "free")


def scene_of(
    desk: Desk, told: Told, so_far: int = 3, survey: Questionnaire | None = None
) -> SurveyScene:
    actions = SurveyActions(told.hear("save"), told.hear("finish"), told.hear("pause"))
    questionnaire = survey or asked(*OLD, language=desk.language)
    scene = SurveyScene(desk.context, questionnaire, actions, so_far)
    desk.draw(scene)
    return scene


def write(desk: Desk, scene: SurveyScene, text: str) -> None:
    scene.dispatch(intents.TextTyped(text))
    desk.draw(scene)


@pytest.fixture
def desk(assets: Assets, typesetter: Typesetter) -> Desk:
    return Desk(assets, typesetter)


def saved(told: Told) -> dict[str, SurveyValue]:
    ((name, answers),) = told.calls
    assert name == "save"
    assert isinstance(answers, dict)
    return answers


def test_a_pupil_by_keys_alone(desk: Desk) -> None:
    told = Told()
    scene = scene_of(desk, told)
    desk.keys(scene, "⏎" + "24⏎" + "a2▼" + "aceg▼" + "→→⏎")
    write(desk, scene, " trees ")
    assert told.calls == []
    desk.keys(scene, "⏎")
    assert saved(told) == {"fun": 4, "again": 1, "try": (0, 2, 4), "age": 8, "free": "trees"}
    assert scene.answered == 4
    assert scene.page == -1
    assert scene.answers == {}


def test_a_pupil_by_clicks_alone(desk: Desk) -> None:
    told = Told()
    scene = scene_of(desk, told)
    desk.click(scene, desk.label(scene, "Start"))
    desk.click(scene, [w for w in scene.widgets if isinstance(w, FaceCard)][2])
    for label in ("Next", "C", "B", "Next", "A", "B", "A", "Next"):
        desk.click(scene, desk.label(scene, label))
    desk.click(scene, scene.widgets[0], 0.95)
    desk.click(scene, desk.label(scene, "Next"))
    desk.click(scene, desk.label(scene, "Hand in"))
    assert saved(told) == {"fun": 3, "again": 1, "try": (1,), "age": 7, "free": None}


def test_back_keeps_answers_and_leaving_out_is_none(desk: Desk) -> None:
    told = Told()
    scene = scene_of(desk, told)
    desk.keys(scene, "⏎" + "5⏎" + "⎋")
    assert scene.page == 0
    assert scene.answers["fun"] == 5
    desk.keys(scene, "1⏎" + "0" + "0" + "⏎")
    desk.keys(scene, "⏎")
    assert saved(told) == {"fun": 1, "again": None, "try": None, "age": 6, "free": None}


def test_what_has_the_focus_is_chosen_before_the_page_turns(desk: Desk) -> None:
    scene = scene_of(desk, Told())
    desk.keys(scene, "⏎" + "4" + "→→⏎")
    assert scene.page == 0
    assert scene.answers["fun"] == 2
    desk.keys(scene, "⏎")
    assert scene.page == 1


def test_nothing_is_handed_in_unanswered(desk: Desk) -> None:
    scene = scene_of(desk, Told())
    desk.keys(scene, "⏎" + "⏎▼")
    assert scene.page == 0


def test_the_end_is_asked_twice(desk: Desk) -> None:
    told = Told()
    scene = scene_of(desk, told)
    desk.keys(scene, "f⏎")
    assert told.calls == []
    assert scene.widgets[0].primary
    desk.keys(scene, "fy")
    assert told.calls == [("finish", None)]


def test_it_can_be_stopped_for_now(desk: Desk) -> None:
    told = Told()
    scene = scene_of(desk, told)
    desk.keys(scene, "fp")
    assert told.calls == [("pause", None)]
    assert [w.primary for w in scene.widgets] == [True, False, False]  # to go on is the safe way


def test_what_is_known_is_asked_without_right_or_wrong(desk: Desk) -> None:
    """Codes: the option as in the file, −1 for “I don't know yet”, which stands last."""
    told = Told()
    scene = scene_of(desk, told, survey=asked("talk", "known", "truth"))
    desk.keys(scene, "⏎" + "b⏎")
    cards = [w for w in scene.widgets if isinstance(w, OptionCard)]
    assert [card.letter for card in cards] == ["A", "B", "C", "D", "?"]
    assert cards[-1].text == "I don't know yet" and cards[-1].calm
    assert cards[-1].y > max(card.y + card.h for card in cards[:-1])
    desk.keys(scene, "c")
    assert all(w.state in ("rest", "chosen") for w in scene.widgets if isinstance(w, OptionCard))
    desk.keys(scene, "⏎" + "?")
    desk.keys(scene, "⏎")
    assert saved(told) == {"talk": 1, "known": 2, "truth": DONT_KNOW_YET}


def test_escape_never_ends_it(desk: Desk) -> None:
    told = Told()
    scene = scene_of(desk, told)
    desk.keys(scene, "⎋⎋⏎")
    assert scene.page == 0
    desk.keys(scene, "⎋")
    assert scene.page == -1
    assert told.calls == []


def test_the_next_pupil_sees_nothing_of_the_last(desk: Desk) -> None:
    scene = scene_of(desk, Told())
    desk.keys(scene, "⏎" + "4⏎" + "1⏎" + "a▼" + "⏎")
    write(desk, scene, "secret")
    desk.keys(scene, "⏎⏎")
    assert scene.page == 0
    assert not any(w.chosen for w in scene.widgets if isinstance(w, FaceCard))
    desk.keys(scene, "1⏎1⏎1▼⏎")
    field = next(w for w in scene.widgets if isinstance(w, TextField))
    assert field.value == ""


@pytest.mark.parametrize("language", card_desk.LANGUAGES)
@pytest.mark.parametrize("size", card_desk.SIZES)
def test_one_frame(
    assets: Assets, typesetter: Typesetter, language: str, size: tuple[int, int]
) -> None:
    desk = Desk(assets, typesetter, language)
    scene = scene_of(desk, Told(), survey=asked(language=language))
    for page in range(-1, len(scene.asked.items)):
        scene.page = page
        canvas = desk.draw(scene, size)
        assert card_desk.overlaps(scene.widgets) == []
        for widget in scene.widgets:
            assert widget.x >= 0
            assert widget.x + widget.w <= canvas.W
            assert widget.y + widget.h <= canvas.H
