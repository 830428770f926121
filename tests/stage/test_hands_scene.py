"""Raised hands: counts by digits, clicks or a clicker; kept item by item."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from collections.abc import Mapping, Sequence

import card_desk
import pytest
from card_desk import Desk, Told
from survey_desk import asked

from sugoroku.stage import intents
from sugoroku.stage.assets import Assets
from sugoroku.stage.scenes.hands import HandsActions, HandsScene
from sugoroku.stage.typeset import Typesetter
from sugoroku.stage.widgets.countcard import CountCard
from sugoroku.stage.widgets.switch import Stepper

Kept = list[tuple[str, tuple[int, ...], int]]


class Hands:
    """The scene with what it has kept."""

    def __init__(
        self, desk: Desk, *names: str, kept: Mapping[str, Sequence[int]] | None = None,
        size: tuple[int, int] = (640, 480),
    ) -> None:  # fmt: skip
        self.kept: Kept = []
        self.told = Told()
        actions = HandsActions(
            save=lambda item, counts, pupils: self.kept.append((item, tuple(counts), pupils)),
            finish=self.told.hear("finish"),
            pause=self.told.hear("pause"),
        )
        survey = asked(*names, language=desk.language)
        self.scene = HandsScene(desk.context, survey, actions, 20, kept or {})
        desk.draw(self.scene, size)

    @property
    def counts(self) -> list[int]:
        return self.scene.counts[self.scene.item.id]


@pytest.fixture
def desk(assets: Assets, typesetter: Typesetter) -> Desk:
    return Desk(assets, typesetter)


def cards(hands: Hands) -> list[CountCard]:
    return [w for w in hands.scene.widgets if isinstance(w, CountCard)]


def test_a_class_by_keys(desk: Desk) -> None:
    hands = Hands(desk, "fun", "again")
    desk.keys(hands.scene, "1→2→5→11→1")
    assert hands.counts == [1, 2, 5, 11, 1]
    assert hands.kept == []
    desk.keys(hands.scene, "⏎")
    assert hands.kept == [("fun", (1, 2, 5, 11, 1), 20)]
    desk.keys(hands.scene, "7↓12⇥1⏎")
    assert hands.kept[1:] == [("again", (7, 12, 1), 20)]
    assert hands.told.calls == [("finish", None)]


def test_the_first_digit_takes_the_place_of_the_number(desk: Desk) -> None:
    hands = Hands(desk, "again", kept={"again": (4, 5, 6)})
    desk.keys(hands.scene, "1")
    assert hands.counts[0] == 1
    desk.keys(hands.scene, "2")
    assert hands.counts[0] == 12
    desk.keys(hands.scene, "+")
    hands.scene.dispatch(intents.Undo(backspace=True))
    assert hands.counts[0] == 1
    desk.keys(hands.scene, "--")
    assert hands.counts == [0, 5, 6]


@pytest.mark.parametrize("name", ["fun", "again"])
def test_a_class_by_clicks(desk: Desk, name: str) -> None:
    hands = Hands(desk, name)
    for by in (1, 1, 1, 0):
        card = cards(hands)[1]
        x, y, _ = card._spots()[by]
        desk.point(hands.scene, x, y)
    assert hands.counts[:3] == [0, 2, 0]
    desk.keys(hands.scene, "9")  # digits go where it was clicked
    assert hands.counts[:3] == [0, 9, 0]
    desk.click(hands.scene, desk.label(hands.scene, "Finish"))
    assert hands.kept[0][1][:3] == (0, 9, 0)


def test_a_clicker_counts_too(desk: Desk) -> None:
    hands = Hands(desk, "again")
    on = intents.Back(clicker=True)
    for intent in (
        intents.Go(clicker=True),
        intents.Go(clicker=True),
        on,
        intents.Go(clicker=True),
    ):
        hands.scene.dispatch(intent)
        hands.scene.render(desk.canvas((640, 480)))
    assert hands.counts == [2, 1, 0]
    for _ in range(2):
        hands.scene.dispatch(on)
        hands.scene.render(desk.canvas((640, 480)))
    hands.scene.dispatch(intents.Go(clicker=True))
    assert hands.kept == [("again", (2, 1, 0), 20)]
    assert hands.told.calls == [("finish", None)]


def test_texts_and_numbers_are_passed_over(desk: Desk) -> None:
    hands = Hands(desk)
    assert [item.id for item in hands.scene.items] == [
        "fun", "again", "try", "talk", "known", "truth",
    ]  # fmt: skip


def test_back_keeps_the_numbers_and_what_is_emptied_is_taken_back(desk: Desk) -> None:
    hands = Hands(desk, "fun", "again")
    desk.keys(hands.scene, "3⏎5⎋")
    assert hands.scene.page == 0
    assert hands.counts == [3, 0, 0, 0, 0]
    assert hands.kept == [("fun", (3, 0, 0, 0, 0), 20), ("again", (5, 0, 0), 20)]
    desk.keys(hands.scene, "0⏎")
    assert hands.kept[2:] == [("fun", (), 20)]
    assert hands.counts == [5, 0, 0]
    desk.keys(hands.scene, "⏎")
    assert len(hands.kept) == 3  # nothing has changed


def test_a_letter_leads_to_its_option_and_blackens_nothing(desk: Desk) -> None:
    hands = Hands(desk, "again")
    assert all("b" not in w.keys or isinstance(w, CountCard) for w in hands.scene.widgets)
    desk.keys(hands.scene, "b7c2a1")
    assert hands.counts == [1, 7, 2]
    assert any("b" in w.keys for w in hands.scene.widgets)  # so it is not the black screen


def test_it_is_stopped_and_goes_on_where_it_was(desk: Desk) -> None:
    half = Hands(desk, "fun", "again", "talk", kept={"fun": (1, 1, 1, 1, 1)})
    assert half.scene.item.id == "fun"  # 5 of 20 pupils: it may have been in the middle
    hands = Hands(desk, "fun", "again", "talk", kept={"fun": (1, 1, 1, 1, 16)})
    assert hands.scene.item.id == "again"
    desk.keys(hands.scene, "4p")
    assert hands.kept == [("again", (4, 0, 0), 20)]
    assert hands.told.calls == [("pause", None)]


def test_the_sum_is_held_against_the_pupils_present(desk: Desk) -> None:
    hands = Hands(desk, "again")
    desk.keys(hands.scene, "9↓9↓5")
    assert hands.scene.too_many and hands.scene.total == 23
    desk.keys(hands.scene, "⏎")
    assert hands.kept == []  # asked once more
    stepper = next(w for w in hands.scene.widgets if isinstance(w, Stepper))
    for _ in range(3):
        desk.click(hands.scene, stepper, 0.95)
        stepper = next(w for w in hands.scene.widgets if isinstance(w, Stepper))
    assert not hands.scene.too_many
    desk.keys(hands.scene, "⏎")
    assert hands.kept == [("again", (9, 9, 5), 23)]


def test_too_many_hands_are_kept_if_the_teacher_wants_it(desk: Desk) -> None:
    hands = Hands(desk, "again")
    desk.keys(hands.scene, "25⏎⏎")
    assert hands.kept == [("again", (25, 0, 0), 20)]


def test_several_answers_of_a_pupil_are_not_too_many(desk: Desk) -> None:
    hands = Hands(desk, "try")
    desk.keys(hands.scene, "20↓20↓20")
    assert hands.scene.total == 60 and not hands.scene.too_many
    desk.keys(hands.scene, "↓21")
    assert hands.scene.too_many


@pytest.mark.parametrize("language", card_desk.LANGUAGES)
@pytest.mark.parametrize("size", card_desk.SIZES)
def test_one_frame(
    assets: Assets, typesetter: Typesetter, language: str, size: tuple[int, int]
) -> None:
    desk = Desk(assets, typesetter, language)
    hands = Hands(desk, size=size)
    for page in range(len(hands.scene.items)):
        hands.scene.page = page
        canvas = desk.draw(hands.scene, size)
        assert card_desk.overlaps(hands.scene.widgets) == []
        for widget in hands.scene.widgets:
            assert widget.x >= 0 and widget.x + widget.w <= canvas.W
            assert widget.y + widget.h <= canvas.H
