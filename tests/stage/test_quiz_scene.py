"""Every kind of question, answered by keys alone and by clicks alone, with slips mended."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import card_desk
import pytest
from card_desk import Desk, Told

from sugoroku.model.board import Answering
from sugoroku.model.quiz import Guessed, Picked, Response, Sorted
from sugoroku.stage.assets import Assets
from sugoroku.stage.scenes.quiz import QuizActions, QuizCard, QuizScene
from sugoroku.stage.typeset import Typesetter
from sugoroku.stage.widgets.numberline import NumberLine
from sugoroku.stage.widgets.teamchip import TeamChip

KINDS = ("choice", "true_false", "several", "estimate", "order")


@pytest.fixture
def desk(assets: Assets, typesetter: Typesetter) -> Desk:
    return Desk(assets, typesetter)


def scene_of(
    desk: Desk,
    kind: str,
    told: Told,
    answering: Answering = "team",
    teams: int = 3,
    options: int = 4,
) -> QuizScene:
    question = card_desk.questions(desk.language, options)[kind]
    table = card_desk.table(teams)
    card = QuizCard(question, card_desk.order_of(question), table[1], table, answering)
    actions = QuizActions(
        answer=told.hear("answer"), answer_all=told.hear("all"), swap=told.hear("swap"),
        pause=told.hear("pause"), undo=told.hear("undo"), marked=lambda _: None,
    )  # fmt: skip
    scene = QuizScene(desk.context, card, actions)
    desk.draw(scene)
    return scene


# Options are shown from last to first: A is 3, B is 2, C is 1, D is 0.
BY_KEYS: list[tuple[str, str, Response | None]] = [
    ("choice", "c⏎", Picked((1,))),
    ("choice", "cc", Picked((1,))),
    ("choice", "3▼", Picked((1,))),
    ("choice", "ac⏎", Picked((1,))),
    ("choice", "→↓⏎⏎", Picked((1,))),
    ("choice", "a⌫b⏎", Picked((2,))),
    ("choice", "nc⏎", Picked((1,))),
    ("choice", "nn", None),
    ("choice", "0⏎", None),
    ("true_false", "b⏎", Picked((1,))),
    ("true_false", "1⏎", Picked((0,))),
    ("true_false", "xo⏎", Picked((0,))),
    ("true_false", "xx", Picked((1,))),
    ("several", "bd⏎", Picked((0, 2))),
    ("several", "abad⏎", Picked((0, 2))),
    ("several", "ac⌫⏎", Picked((3,))),
    ("estimate", "30⏎", Guessed(30)),
    ("estimate", "31⏎", Guessed(30)),
    ("estimate", "→⏎", Guessed(55)),
    ("estimate", "←←⏎", Guessed(40)),
    ("estimate", "75⌫0⏎", Guessed(70)),
    ("estimate", "999⏎", Guessed(10)),
    ("estimate", "20▼", Guessed(20)),
    ("estimate", "30nn", None),
    ("order", "dcba⏎", Sorted((0, 1, 2, 3))),
    ("order", "da⌫cba⏎", Sorted((0, 1, 2, 3))),
    ("order", "dcabc" + "cba⏎", Sorted((0, 1, 2, 3))),
    ("order", "4321▼", Sorted((0, 1, 2, 3))),
]


@pytest.mark.parametrize(("kind", "typed", "response"), BY_KEYS)
def test_keys_alone_answer(desk: Desk, kind: str, typed: str, response: Response | None) -> None:
    told = Told()
    scene = scene_of(desk, kind, told)
    desk.keys(scene, typed[:-1])
    assert told.calls == []
    desk.keys(scene, typed[-1])
    assert told.calls == [("answer", response)]


BY_CLICKS: list[tuple[str, list[str], Response | None]] = [
    ("choice", ["C", "This one!"], Picked((1,))),
    ("choice", ["A", "C", "C"], Picked((1,))),
    ("choice", ["A", "Pass", "Pass"], None),
    ("true_false", ["A", "B", "This one!"], Picked((1,))),
    ("several", ["A", "B", "A", "D", "This one!"], Picked((0, 2))),
    ("order", ["D", "C", "B", "A", "This one!"], Sorted((0, 1, 2, 3))),
]


@pytest.mark.parametrize(("kind", "pressed", "response"), BY_CLICKS)
def test_clicks_alone_answer(
    desk: Desk, kind: str, pressed: list[str], response: Response | None
) -> None:
    told = Told()
    scene = scene_of(desk, kind, told)
    for label in pressed:
        assert told.calls == []
        desk.click(scene, desk.label(scene, label))
    assert told.calls == [("answer", response)]


def test_clicks_on_the_line_and_its_ends(desk: Desk) -> None:
    told = Told()
    scene = scene_of(desk, "estimate", told)

    def line() -> NumberLine:
        return next(w for w in scene.widgets if isinstance(w, NumberLine))

    desk.click(scene, line(), 0.5)
    assert line().value == 50
    desk.click(scene, line(), 0.99)
    assert line().value == 55
    desk.click(scene, line(), 0.01)
    desk.click(scene, line(), 0.01)
    assert line().value == 45
    desk.click(scene, desk.label(scene, "This one!"))
    assert told.calls == [("answer", Guessed(45))]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_answered_without_a_choice(desk: Desk, kind: str) -> None:
    told = Told()
    scene = scene_of(desk, kind, told)
    desk.keys(scene, "▼⏎")
    desk.click(scene, desk.label(scene, "This one!"))
    assert told.calls == []


@pytest.mark.parametrize("kind", KINDS)
def test_undo_of_the_game_only_when_nothing_is_chosen(desk: Desk, kind: str) -> None:
    told = Told()
    scene = scene_of(desk, kind, told)
    desk.keys(scene, "1⌫")
    assert told.calls == []
    desk.keys(scene, "⌫")
    assert told.calls == [("undo", None)]


def test_escape_pauses_and_the_hint_comes_and_goes(desk: Desk) -> None:
    told = Told()
    scene = scene_of(desk, "choice", told)
    desk.keys(scene, "h")
    assert scene.hint
    desk.keys(scene, "h")
    assert not scene.hint
    desk.keys(scene, "⎋")
    assert told.calls == [("pause", None)]


def test_tab_leaves_the_number_line(desk: Desk) -> None:
    scene = scene_of(desk, "estimate", Told())
    desk.keys(scene, "⇥")
    assert [w.focused for w in scene.widgets].count(True) == 1
    assert not isinstance(scene.focused(), NumberLine)


ALL_BY_KEYS: list[tuple[str, str, tuple[Response | None, ...]]] = [
    ("choice", "abc⏎", (Picked((3,)), Picked((2,)), Picked((1,)))),
    ("choice", "abd⌫c⏎", (Picked((3,)), Picked((2,)), Picked((1,)))),
    ("choice", "ab⌫cd⏎", (Picked((3,)), Picked((1,)), Picked((0,)))),
    ("choice", "anb▼", (Picked((3,)), None, Picked((2,)))),
    ("true_false", "oxo⏎", (Picked((0,)), Picked((1,)), Picked((0,)))),
    ("several", "ab⏎c⏎da⏎", (Picked((2, 3)), Picked((1,)), Picked((0, 3)))),
    ("several", "ab⏎n▼a⏎", (Picked((2, 3)), None, Picked((3,)))),
    ("estimate", "20⏎30⏎→⏎", (Guessed(20), Guessed(30), Guessed(55))),
    (
        "order", "abcd⏎dcba⏎bacd⏎",
        (Sorted((3, 2, 1, 0)), Sorted((0, 1, 2, 3)), Sorted((2, 3, 1, 0))),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "typed", "responses"), ALL_BY_KEYS)
def test_everyone_answers_by_keys(
    desk: Desk, kind: str, typed: str, responses: tuple[Response | None, ...]
) -> None:
    told = Told()
    scene = scene_of(desk, kind, told, "everyone")
    desk.keys(scene, typed[:-1])
    assert told.calls == []
    desk.keys(scene, typed[-1])
    assert told.calls == [("all", responses)]


def test_everyone_by_clicks_and_back_to_a_team(desk: Desk) -> None:
    told = Told()
    scene = scene_of(desk, "choice", told, "everyone")
    for letter in "AAC":
        desk.click(scene, desk.label(scene, letter))
    chips = [w for w in scene.widgets if isinstance(w, TeamChip)]
    assert [chip.raised for chip in chips] == ["A", "A", "C"]
    desk.click(scene, chips[1])
    desk.click(scene, desk.label(scene, "B"))
    desk.click(scene, desk.label(scene, "Show the answer"))
    assert told.calls == [("all", (Picked((3,)), Picked((2,)), Picked((1,))))]


@pytest.mark.parametrize("kind", ["several", "order", "estimate"])
def test_clicks_alone_bring_every_team_to_its_end(desk: Desk, kind: str) -> None:
    told = Told()
    scene = scene_of(desk, kind, told, "everyone", teams=2)
    for button in ("Next team", "Show the answer"):
        if kind == "estimate":
            desk.click(scene, next(w for w in scene.widgets if isinstance(w, NumberLine)), 0.99)
        else:
            for letter in "ABCD":
                desk.click(scene, desk.label(scene, letter))
        desk.click(scene, desk.label(scene, button))
    assert [name for name, _ in told.calls] == ["all"]


@pytest.mark.parametrize("language", card_desk.LANGUAGES)
@pytest.mark.parametrize("size", card_desk.SIZES)
def test_one_frame(
    assets: Assets, typesetter: Typesetter, language: str, size: tuple[int, int]
) -> None:
    desk = Desk(assets, typesetter, language)
    kinds = KINDS if size[0] < 3000 else KINDS[:1]
    for kind in kinds:
        for answering in ("team", "everyone"):
            scene = scene_of(desk, kind, Told(), answering, teams=6, options=6)
            scene.hint = kind == "choice"
            canvas = desk.draw(scene, size)
            for widget in scene.widgets:
                assert widget.x >= 0
                assert widget.x + widget.w <= canvas.W + 1
                assert widget.y + widget.h <= canvas.H
            assert card_desk.overlaps(scene.widgets) == []
