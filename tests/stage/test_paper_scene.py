"""Sheets from paper: typed by keys alone, kept one by one, the last one mended by Ctrl+Z."""

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
from sugoroku.stage.scenes.paper import PaperActions, PaperScene
from sugoroku.stage.typeset import Typesetter

Sheet = dict[str, SurveyValue]
UNDO, BACKSPACE = intents.Undo(), intents.Undo(backspace=True)


class Paper:
    """The scene, the sheets it has kept, and what it asked for."""

    def __init__(self, desk: Desk, *names: str, sheets: int = 0) -> None:
        self.desk = desk
        self.kept: list[Sheet] = []
        self.told = Told()
        actions = PaperActions(
            save=self.kept.append, undo=self._undo, finish=self.told.hear("finish"),
            pause=self.told.hear("pause"),
        )  # fmt: skip
        survey = asked(*names, language=desk.language)
        self.scene = PaperScene(desk.context, survey, actions, sheets)
        desk.draw(self.scene)

    def _undo(self) -> bool:
        return bool(self.kept) and self.kept.pop() is not None

    def give(self, *given: intents.Intent) -> None:
        for intent in given:
            self.scene.dispatch(intent)
            self.scene.render(self.desk.canvas((640, 480)))

    def keys(self, typed: str) -> None:
        self.desk.keys(self.scene, typed)


@pytest.fixture
def desk(assets: Assets, typesetter: Typesetter) -> Desk:
    return Desk(assets, typesetter)


def test_a_sheet_by_keys_alone(desk: Desk) -> None:
    paper = Paper(desk, sheets=11)
    paper.keys("4⏎" + "2⏎" + "a3d⏎" + "c⏎" + "11⏎" + "b⏎" + "?⏎")
    paper.give(intents.TextTyped(" trees "))
    assert paper.kept == []
    paper.keys("⏎")
    assert paper.kept == [
        {"fun": 4, "again": 1, "try": (0, 2, 3), "talk": 2, "age": 11, "known": 1,
         "truth": DONT_KNOW_YET, "free": "trees"}
    ]  # fmt: skip
    assert (paper.scene.sheets, paper.scene.page, paper.scene.answers) == (12, 0, {})


def test_what_is_not_marked_is_left_out(desk: Desk) -> None:
    paper = Paper(desk)
    paper.keys("0⏎" + "⏎" + "0⏎" + "b0⏎" + "0⏎" + "⏎" + "0⏎" + "⏎")
    assert paper.kept == [dict.fromkeys(item.id for item in paper.scene.asked.items)]


def test_backspace_goes_back_and_answers_stay(desk: Desk) -> None:
    paper = Paper(desk, "fun", "age", "free")
    paper.keys("2⏎12")
    paper.give(BACKSPACE)
    assert paper.scene.page == 1  # it took a digit away
    paper.keys("0⏎")
    assert paper.scene.answers["age"] == 10
    paper.give(intents.Key("backspace"))
    assert paper.scene.page == 1
    paper.give(BACKSPACE)
    assert (paper.scene.page, paper.scene.answers["fun"]) == (0, 2)
    paper.keys("3⏎⏎")
    paper.give(intents.TextTyped("ab"), intents.Key("backspace"))
    assert paper.scene.page == 2
    paper.keys("⏎")
    assert paper.kept == [{"fun": 3, "age": 10, "free": "a"}]


def test_ctrl_z_brings_the_last_sheet_again(desk: Desk) -> None:
    paper = Paper(desk, "fun", "again")
    paper.keys("1⏎1⏎" + "2⏎2⏎" + "3")
    paper.give(UNDO)  # first what has been typed of the third
    assert (paper.scene.answers, len(paper.kept)) == ({}, 2)
    paper.keys("3⏎1")
    paper.give(UNDO)  # one answer back, then the one before it
    assert (paper.scene.page, paper.scene.answers) == (1, {"fun": 3})
    paper.give(UNDO)
    assert (paper.scene.page, paper.scene.answers) == (0, {})
    paper.give(UNDO)
    assert paper.kept == [{"fun": 1, "again": 0}]
    assert paper.scene.answers == {"fun": 2, "again": 1}
    paper.keys("5⏎⏎")
    assert paper.kept == [{"fun": 1, "again": 0}, {"fun": 5, "again": 1}]
    assert paper.scene.sheets == 2


def test_what_pupils_answered_themselves_is_not_taken_back(desk: Desk) -> None:
    paper = Paper(desk, "fun", sheets=1)
    paper.kept.append({"fun": 4})
    paper.give(UNDO)
    assert (paper.scene.sheets, paper.kept) == (1, [{"fun": 4}])


def test_a_number_that_cannot_be_is_typed_again(desk: Desk) -> None:
    paper = Paper(desk, "age")
    paper.keys("42⏎")
    assert paper.kept == []
    paper.keys("9⏎")
    assert paper.kept == [{"age": 9}]


def test_at_most_three(desk: Desk) -> None:
    paper = Paper(desk, "try")
    paper.keys("abcd")
    assert paper.scene.answers["try"] == (0, 1, 2)
    paper.keys("bd⏎")
    assert paper.kept == [{"try": (0, 2, 3)}]


def test_it_ends_only_when_it_is_said_twice(desk: Desk) -> None:
    paper = Paper(desk, "fun", "again")
    paper.keys("3⏎⎋⏎")
    assert paper.told.calls == [] and paper.scene.page == 1  # the sheet is still there
    paper.keys("⎋y")
    assert paper.told.calls == [("finish", None)]
    other = Paper(desk, "fun")
    other.keys("⎋p")
    assert other.told.calls == [("pause", None)]


def test_by_clicks(desk: Desk) -> None:
    paper = Paper(desk, "talk", "try")
    desk.click(paper.scene, desk.label(paper.scene, "B"))
    desk.click(paper.scene, desk.label(paper.scene, "Next"))
    for letter in "CA":
        desk.click(paper.scene, desk.label(paper.scene, letter))
    desk.click(paper.scene, desk.label(paper.scene, "Keep the sheet"))
    assert paper.kept == [{"talk": 1, "try": (0, 2)}]


@pytest.mark.parametrize("language", card_desk.LANGUAGES)
@pytest.mark.parametrize("size", card_desk.SIZES)
def test_one_frame(
    assets: Assets, typesetter: Typesetter, language: str, size: tuple[int, int]
) -> None:
    desk = Desk(assets, typesetter, language)
    paper = Paper(desk)
    for page in range(len(paper.scene.asked.items)):
        paper.scene._turn_to(page)
        canvas = desk.draw(paper.scene, size)
        assert card_desk.overlaps(paper.scene.widgets) == []
        for widget in paper.scene.widgets:
            assert widget.x >= 0 and widget.x + widget.w <= canvas.W
            assert widget.y + widget.h <= canvas.H
