"""The list of earlier lessons, a page at a time, and the page of one of them."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import card_desk
import pytest
from card_desk import Desk, Told

from sugoroku.stage import intents
from sugoroku.stage.assets import Assets
from sugoroku.stage.scenes.lessons import ROWS, LessonLine, LessonScene, LessonsScene, Offer
from sugoroku.stage.typeset import Typesetter


class Lists:
    """`broken` cannot be read; `looked` are those that were looked into."""

    def __init__(self, desk: Desk, count: int, broken: frozenset[int] = frozenset()) -> None:
        self.told, self.looked, self.broken = Told(), list[int](), broken
        self.scene = LessonsScene(desk.context, count, self.line, self.told.hear("back"))
        desk.draw(self.scene)

    def line(self, place: int) -> LessonLine:
        self.looked.append(place)
        if place in self.broken:
            return LessonLine(f"folder {place}", "It is damaged.", None)
        return LessonLine(
            f"Toyama · November {place + 1}, 2026 10:15", "Loica, Espino · 24 answers",
            lambda: self.told.hear("open")(place),
        )  # fmt: skip


@pytest.fixture
def desk(assets: Assets, typesetter: Typesetter) -> Desk:
    return Desk(assets, typesetter)


def test_only_the_page_on_show_is_read(desk: Desk) -> None:
    lists = Lists(desk, 12)
    assert lists.looked == list(range(ROWS))
    desk.keys(lists.scene, "→→")
    assert lists.looked == list(range(12))
    desk.keys(lists.scene, "2⎋")
    assert lists.told.calls == [("open", 11), ("back", None)]
    lists.scene.dispatch(intents.Wheel(1))
    assert lists.scene.page == 1


def test_by_clicks_and_clicker(desk: Desk) -> None:
    lists = Lists(desk, 7)
    desk.click(lists.scene, lists.scene.widgets[2])
    lists.scene.dispatch(intents.Go(clicker=True))
    desk.click(lists.scene, lists.scene.widgets[-1])
    assert lists.scene.page == 1
    desk.click(lists.scene, desk.label(lists.scene, "Back"))
    assert lists.told.calls == [("open", 2), ("open", 0), ("back", None)]


def test_what_cannot_be_read_is_passed_over(desk: Desk) -> None:
    lists = Lists(desk, 3, frozenset({0}))
    desk.click(lists.scene, lists.scene.widgets[0])
    desk.keys(lists.scene, "1⏎")
    assert lists.told.calls == [("open", 1)]


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_to_open(desk: Desk, count: int) -> None:
    lists = Lists(desk, count, frozenset({0}))
    desk.keys(lists.scene, "⏎")
    assert lists.told.calls == [("back", None)]


def one(desk: Desk, told: Told) -> LessonScene:
    offers = [
        Offer("people", "Take the survey now", told.hear("survey")),
        Offer("check", "The class's answers", None),
        Offer("file", "Make the report", told.hear("report")),
    ]
    return LessonScene(
        desk.context, lambda: ("Toyama · November 23", ("Loica", "40 minutes", "24 answers")),
        lambda: offers, told.hear("back"),
    )  # fmt: skip


def test_what_a_lesson_offers(desk: Desk) -> None:
    told = Told()
    scene = one(desk, told)
    desk.draw(scene)
    desk.keys(scene, "⏎23⎋")
    assert [name for name, _ in told.calls] == ["survey", "report", "back"]


@pytest.mark.parametrize("language", card_desk.LANGUAGES)
@pytest.mark.parametrize("size", card_desk.SIZES)
def test_one_frame(
    assets: Assets, typesetter: Typesetter, language: str, size: tuple[int, int]
) -> None:
    desk = Desk(assets, typesetter, language)
    for scene in (Lists(desk, 12, frozenset({1})).scene, one(desk, Told())):
        canvas = desk.draw(scene, size)
        assert card_desk.overlaps(scene.widgets) == []
        for widget in scene.widgets:
            assert widget.x >= 0 and widget.x + widget.w <= canvas.W
            assert widget.y + widget.h <= canvas.H
