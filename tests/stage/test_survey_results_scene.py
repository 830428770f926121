"""What the class has answered: counts by bars, nothing that could tell who said what."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from typing import Any

import card_desk
import pytest
from card_desk import Desk, Told
from survey_desk import asked

from sugoroku.model.results import ItemTally
from sugoroku.model.survey import FEWEST_SHOWN, Knowledge, Moment, NumberItem, TextItem
from sugoroku.settings import Settings
from sugoroku.stage.assets import Assets
from sugoroku.stage.canvas import Block, Canvas
from sugoroku.stage.questionnaire import Questionnaire
from sugoroku.stage.scenes.survey_results import (
    ClassAnswers,
    ClassAnswersActions,
    ClassAnswersScene,
)
from sugoroku.stage.typeset import Typesetter


def tallies(survey: Questionnaire, each: int = 6) -> tuple[ItemTally, ...]:
    """`each` pupils at the first option, one less at every further one."""
    made = []
    for item in survey.items:
        counts = tuple(max(0, each - i) for i in range(survey.count(item)))
        more: dict[str, Any] = {"options": ("x",) * len(counts), "counts": counts}
        answered = sum(counts)
        if isinstance(item, NumberItem):
            more, answered = {"numbers": tuple(sorted(8 + i % 4 for i in range(each)))}, each
        elif isinstance(item, TextItem):
            more, answered = {"texts": ("a secret",) * each}, each
        elif isinstance(item, Knowledge):
            more["right"] = 1
        kind: Any = item.__struct_config__.tag
        made.append(ItemTally(item=item.id, kind=kind, ask="?", answered=answered, **more))
    return tuple(made)


class Shown:
    """A scene, and the texts of the page that was drawn last."""

    def __init__(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch, card: ClassAnswers,
        size: tuple[int, int] = (640, 480),
    ) -> None:  # fmt: skip
        self.texts: list[str] = []
        self.pictures: list[str] = []
        text, svg = Canvas.text, Canvas.svg

        def noted(canvas: Canvas, words: str, *args: Any, **more: Any) -> Block:
            self.texts.append(words)
            return text(canvas, words, *args, **more)

        def seen(canvas: Canvas, name: str, *args: Any, **more: Any) -> tuple[float, float]:
            self.pictures.append(name)
            return svg(canvas, name, *args, **more)

        monkeypatch.setattr(Canvas, "text", noted)
        monkeypatch.setattr(Canvas, "svg", seen)
        self.desk, self.told, self.size = desk, Told(), size
        actions = ClassAnswersActions(
            self.told.hear("finish"), self.told.hear("more"), self.told.hear("back")
        )
        desk.context.settings = Settings(motion="reduced")
        self.scene = ClassAnswersScene(desk.context, card, actions)
        self.draw()

    def draw(self) -> Canvas:
        self.texts.clear()
        self.pictures.clear()
        self.scene._moving = False
        return self.desk.draw(self.scene, self.size)


@pytest.fixture
def desk(assets: Assets, typesetter: Typesetter) -> Desk:
    return Desk(assets, typesetter)


def card_of(
    *names: str, each: int = 6, moment: Moment = "after", before: int = 0, language: str = "en"
) -> ClassAnswers:
    survey = asked(*names, moment=moment, language=language)
    sooner = tallies(survey, before) if before else ()
    return ClassAnswers(survey, tallies(survey, each), sooner, lambda: "The end")


def test_a_page_an_item_and_no_texts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Shown(desk, monkeypatch, card_of())
    assert [item.id for item, _ in shown.scene.pages] == [
        "fun", "again", "try", "talk", "age", "known", "truth",
    ]  # fmt: skip
    for _ in range(6):
        desk.keys(shown.scene, "⏎")
        shown.draw()
        assert "a secret" not in shown.texts
    assert shown.told.calls == []
    desk.keys(shown.scene, "⏎")
    assert shown.told.calls == [("finish", None)]


def test_numbers_stand_at_the_bars_and_faces_below_them(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Shown(desk, monkeypatch, card_of("fun", "again"))
    assert {"6", "5", "4", "3", "2"} <= set(shown.texts)
    assert {f"smiley/smiley-{n}" for n in range(1, 6)} <= set(shown.pictures)
    desk.click(shown.scene, desk.label(shown.scene, "Next"))
    shown.draw()
    assert {"6", "5", "4", "15 answers"} <= set(shown.texts)


@pytest.mark.parametrize("name", ["fun", "again", "try", "known"])
def test_few_answers_are_not_broken_down(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Two say the first, one the second: fewer than five."""
    shown = Shown(desk, monkeypatch, card_of(name, each=2))
    ((_, tally),) = shown.scene.pages
    assert 0 < tally.answered < FEWEST_SHOWN
    assert not any(text.isdecimal() for text in shown.texts)
    assert any("nobody is found out" in text for text in shown.texts)


def test_nobody_has_answered(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Shown(desk, monkeypatch, card_of("talk", each=0))
    assert "Nobody has answered this yet." in shown.texts


def test_of_numbers_the_middle_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Shown(desk, monkeypatch, card_of("age"))  # 8 8 9 9 10 11
    assert "9 years" in shown.texts
    assert not {"8", "11", "8 years", "11 years"} & set(shown.texts)


def test_knowledge_before_and_after_with_the_right_option(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Shown(desk, monkeypatch, card_of("known", each=9, before=4))
    assert "ui/maru" in shown.pictures  # the mark of the edition
    assert {"9", "4", "Before the game: 10", "After the game: 35"} <= set(shown.texts)
    few = Shown(desk, monkeypatch, card_of("truth", each=9, before=1))
    assert not any("Before" in text for text in few.texts)


def test_before_the_game_nothing_of_what_is_known_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Shown(desk, monkeypatch, card_of("known", "talk", moment="before"))
    assert [item.id for item, _ in shown.scene.pages] == ["talk"]
    empty = Shown(desk, monkeypatch, card_of("known", moment="before"))
    assert "The class's answers are kept." in empty.texts
    desk.keys(empty.scene, "⏎")
    assert empty.told.calls == [("finish", None)]


def test_back_and_more(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Shown(desk, monkeypatch, card_of("fun", "again"))
    desk.keys(shown.scene, "⏎⎋")
    assert shown.scene.page == 0
    desk.keys(shown.scene, "⎋m")
    assert shown.told.calls == [("back", None), ("more", None)]


def test_bars_grow_and_end_at_a_key(assets: Assets, typesetter: Typesetter) -> None:
    desk = Desk(assets, typesetter)
    now = [0.0]
    desk.context.now_ms = lambda: now[0]
    actions = ClassAnswersActions(lambda: None, None, lambda: None)
    scene = ClassAnswersScene(desk.context, card_of("fun", "again"), actions)
    canvas = desk.draw(scene)
    assert scene.animate(canvas)
    now[0] = 300.0
    assert scene.animate(canvas)
    desk.keys(scene, "⏎")
    assert scene.page == 0  # the key ended the motion
    assert not scene.animate(canvas)
    desk.keys(scene, "⏎")
    assert scene.page == 1


@pytest.mark.parametrize("language", card_desk.LANGUAGES)
@pytest.mark.parametrize("size", card_desk.SIZES)
def test_one_frame(
    assets: Assets, typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch, language: str,
    size: tuple[int, int],
) -> None:  # fmt: skip
    desk = Desk(assets, typesetter, language)
    shown = Shown(desk, monkeypatch, card_of(before=7, language=language), size)
    for page in range(len(shown.scene.pages)):
        shown.scene.page = page
        canvas = shown.draw()
        assert card_desk.overlaps(shown.scene.widgets) == []
        for widget in shown.scene.widgets:
            assert widget.x >= 0 and widget.x + widget.w <= canvas.W
            assert widget.y + widget.h <= canvas.H
