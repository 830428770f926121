"""What a team sees after its answer: the right answer, never blame, never in a hurry."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import card_desk
import pytest
from card_desk import Desk, Told

from sugoroku.engine.events import Answered
from sugoroku.model.quiz import Guessed, Picked, Question, Response, Sorted
from sugoroku.stage.assets import Assets
from sugoroku.stage.scenes.reveal import RevealCard, RevealScene
from sugoroku.stage.typeset import Typesetter

ANSWERS: dict[str, tuple[Response, Response]] = {
    "choice": (Picked((1,)), Picked((0,))),
    "true_false": (Picked((1,)), Picked((0,))),
    "several": (Picked((0, 2)), Picked((0, 1))),
    "estimate": (Guessed(30), Guessed(90)),
    "order": (Sorted((0, 1, 2, 3, 4, 5)), Sorted((0, 2, 1, 3, 4, 5))),
}
"""Right and wrong."""


@pytest.fixture
def desk(assets: Assets, typesetter: Typesetter) -> Desk:
    return Desk(assets, typesetter)


def scene_of(
    desk: Desk, question: Question, answers: tuple[Answered, ...], told: Told
) -> RevealScene:
    table = card_desk.table(6)
    card = RevealCard(
        question, card_desk.order_of(question), answers, table, table[2],
        ("+10 leaves", "2 squares forward") if answers[0].right else (),
    )  # fmt: skip
    return RevealScene(desk.context, card, told.hear("next"), told.hear("undo"), told.hear("pause"))


def one(question: Question, response: Response | None, right: bool) -> tuple[Answered, ...]:
    return (Answered(2, question.id, response, right, True),)


def everyone(question: Question, right: tuple[bool, ...]) -> tuple[Answered, ...]:
    pair = ANSWERS["choice"]
    return tuple(
        Answered(i, question.id, pair[0] if ok else pair[1], ok, i == 2)
        for i, ok in enumerate(right)
    )


@pytest.mark.parametrize("way", ["⏎", "▼"])
def test_goes_on_by_a_key_only(desk: Desk, way: str) -> None:
    told = Told()
    question = card_desk.questions()["choice"]
    scene = scene_of(desk, question, one(question, Picked((0,)), False), told)
    desk.draw(scene)
    scene.tick()
    assert told.calls == []
    desk.keys(scene, way)
    assert told.calls == [("next", None)]


def test_click_undo_and_pause(desk: Desk) -> None:
    told = Told()
    question = card_desk.questions()["choice"]
    scene = scene_of(desk, question, one(question, Picked((1,)), True), told)
    desk.draw(scene)
    desk.click(scene, desk.label(scene, "Next"))
    desk.keys(scene, "⌫⎋")
    assert [name for name, _ in told.calls] == ["next", "undo", "pause"]


def test_the_verdict_is_kind(desk: Desk) -> None:
    question = card_desk.questions()["choice"]

    def verdict(*answers: Answered) -> str:
        return scene_of(desk, question, answers, Told())._verdict()

    assert verdict(*one(question, Picked((1,)), True)) == "Correct!"
    assert verdict(*one(question, Picked((0,)), False)) == "So close!"
    assert verdict(*one(question, None, False)) == "Let's look together"
    assert verdict(*everyone(question, (True, False, False))) == "1 of 3 teams!"
    assert verdict(*everyone(question, (True, True, True))) == "Correct!"
    assert verdict(*everyone(question, (False, False, False))) == "So close!"


def test_states_of_the_options(desk: Desk) -> None:
    found = card_desk.questions(options=6)

    def states(kind: str, *answers: Answered) -> list[str]:
        scene = scene_of(desk, found[kind], answers, Told())
        return [scene._state(option) for option in range(2 if kind == "true_false" else 6)]

    wrong = {kind: one(found[kind], ANSWERS[kind][1], False) for kind in ANSWERS}
    assert states("choice", *wrong["choice"]) == ["wrong", "correct", *["dim"] * 4]
    assert states("true_false", *wrong["true_false"]) == ["wrong", "correct"]
    assert states("several", *wrong["several"])[:3] == ["correct", "wrong", "correct"]
    order = ["correct", "rest", "rest", *["correct"] * 3]
    assert states("order", *wrong["order"]) == order
    together = everyone(found["choice"], (True, False, False))
    assert "wrong" not in states("choice", *together)


@pytest.mark.parametrize("language", card_desk.LANGUAGES)
@pytest.mark.parametrize("size", card_desk.SIZES)
def test_one_frame(
    assets: Assets, typesetter: Typesetter, language: str, size: tuple[int, int]
) -> None:
    desk = Desk(assets, typesetter, language)
    found = card_desk.questions(language, options=6)
    for kind, pair in list(ANSWERS.items())[: 5 if size[0] < 3000 else 1]:
        for response, right in ((pair[0], True), (pair[1], False), (None, False)):
            desk.draw(scene_of(desk, found[kind], one(found[kind], response, right), Told()), size)
    question = found["choice"]
    desk.draw(scene_of(desk, question, everyone(question, (True,) * 6), Told()), size)
