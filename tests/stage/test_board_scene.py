"""The board screen: what it offers in each phase, and how time passes on it."""

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest
from small_board import ONE_DIE, edition, setup, steps

from sugoroku.engine import events
from sugoroku.engine.game import Game
from sugoroku.engine.state import AwaitAnswer, AwaitExit, AwaitRoll
from sugoroku.i18n.translator import Translator
from sugoroku.model.board import Dice
from sugoroku.settings import Settings
from sugoroku.stage import intents
from sugoroku.stage.assets import Assets
from sugoroku.stage.canvas import Canvas
from sugoroku.stage.scene import Context
from sugoroku.stage.scenes.board import BoardActions, BoardScene
from sugoroku.stage.sounds import Sounds
from sugoroku.stage.view import TableView

WALK = (
    events.Rolled(0, (3,), 3),
    events.Walked(0, ("start", "p1", "p2", "p3"), "roll"),
    events.TurnBegan(1, 1),
)


class Table:
    """A board scene with a clock that is moved by hand and a list of what was asked."""

    def __init__(
        self, canvas: Canvas, die: str = "virtual", dice: Dice = ONE_DIE, motion: str = "full"
    ) -> None:
        self.asked: list[object] = []
        self.now = 0.0
        self.canvas = canvas
        ed, chosen = edition(dice=dice), setup(die=die)
        state, _ = Game.of(ed, chosen).start()
        settings = Settings(motion=motion)  # type: ignore[arg-type]
        sounds = Sounds(Assets([]), volume=0)
        context = Context(Translator("en", ()), ed.theme, settings, sounds, lambda: self.now)
        note = self.asked.append
        actions = BoardActions(
            roll=lambda: note("roll"),
            enter_roll=note,
            choose_exit=note,
            results=lambda: note("results"),
            clock=lambda: note("clock"),
            pause=lambda: note("pause"),
            undo=lambda: note("undo"),
            redo=lambda: note("redo"),
            move_team=lambda team, square: note((team, square)),
        )
        view = TableView.of(state)
        self.scene = BoardScene(context, ed, chosen, view, state.phase, lambda: None, actions)
        self.draw()

    def draw(self) -> bool:
        self.scene.tick()
        self.scene.tick_toast()
        if self.scene.stale:
            self.scene.render(self.canvas)
        return self.scene.animate_all(self.canvas)

    def press(self, *given: intents.Intent) -> list[object]:
        for intent in given:
            self.scene.dispatch(intent)
            self.draw()
        return self.asked

    def at(self, ms: float) -> bool:
        self.now = ms
        return self.draw()


@pytest.fixture
def table(canvas_of: Callable[[int, int], Canvas]) -> Callable[..., Table]:
    return lambda w=480, h=270, **more: Table(canvas_of(w, h), **more)


def keys(text: str) -> list[intents.Intent]:
    return [intents.Character(sign) for sign in text]


def test_enter_space_and_clicker_roll_and_escape_pauses(table: Callable[..., Table]) -> None:
    t = table()
    assert t.press(intents.Go(), intents.Go(clicker=True)) == ["roll", "roll"]
    assert t.press(intents.Back())[2:] == ["pause"]
    assert t.press(intents.Undo(), intents.Redo())[3:] == ["undo", "redo"]


def test_the_mouse_presses_roll_and_pause(table: Callable[..., Table]) -> None:
    t = table()
    roll, pause = t.scene.widgets
    for widget in (roll, pause):
        x, y = widget.x + widget.w / 2, widget.y + widget.h / 2
        t.press(intents.PointerDown(x, y), intents.PointerUp(x, y))
    assert t.asked == ["roll", "pause"]


def test_motions_run_and_end_in_the_view(table: Callable[..., Table]) -> None:
    t = table()
    end, done = t.scene.view.after_all(WALK), []
    t.scene.play(WALK, end, lambda: done.append(t.now))
    ms = 0
    while not done:
        ms += 40
        assert ms < 10_000
        t.at(ms)
    assert t.scene.view == end
    assert done == [pytest.approx(1450 + 840 + 400, abs=45)]
    assert t.at(ms + 40) is False
    assert not t.scene.stale


def test_any_key_comes_to_the_outcome_at_once(table: Callable[..., Table]) -> None:
    t = table()
    end, done = t.scene.view.after_all(WALK), []
    t.scene.play(WALK, end, lambda: done.append(1))
    t.at(200)
    assert t.press(intents.Go()) == []
    assert done == [1]
    assert t.scene.view == end
    assert t.press(intents.Go()) == ["roll"]


def test_then_may_start_the_next_motion(table: Callable[..., Table]) -> None:
    t = table()
    second = (events.LeavesChanged(1, 10, 10),)
    middle = t.scene.view.after_all(WALK)
    end, done = middle.after_all(second), []

    def go_on() -> None:
        t.scene.show(middle, AwaitRoll())
        t.scene.play(second, end, lambda: done.append(1))

    t.scene.play(WALK, middle, go_on)
    t.press(intents.Go())
    assert done == []
    t.press(intents.Go())
    assert done == [1]
    assert t.scene.view == end


def test_all_games_can_be_shown(table: Callable[..., Table]) -> None:
    t = table(320, 240)
    for before, told, after in steps(3, most=50):
        t.scene.show(TableView.of(before), before.phase)
        end: list[int] = []
        t.scene.play(told, t.scene.view.after_all(told), lambda: end.append(1))  # noqa: B023
        t.at(t.now + 300)
        t.scene.finish_motion()
        assert end == [1]
        t.scene.show(TableView.of(after), after.phase)
        assert t.draw() is False


def test_nothing_is_drawn_while_nothing_happens(table: Callable[..., Table]) -> None:
    t = table()
    before = t.canvas.surface.copy()
    for ms in range(0, 5000, 250):
        assert t.at(ms) is False
        assert not t.scene.stale
    assert pygame.image.tobytes(before, "RGB") == pygame.image.tobytes(t.canvas.surface, "RGB")


def test_reduced_motion_is_short(table: Callable[..., Table]) -> None:
    t = table(motion="reduced")
    done: list[int] = []
    t.scene.play(WALK, t.scene.view.after_all(WALK), lambda: done.append(1))
    for ms in range(0, 1300, 40):
        t.at(ms)
    assert done == [1]


def test_no_roll_while_a_question_is_open(table: Callable[..., Table]) -> None:
    t = table()
    t.scene.show(t.scene.view, AwaitAnswer("d/0", (0, 1)))
    assert t.press(intents.Go()) == []


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ([intents.Go()], "p5"),
        (keys("1"), "p5"),
        (keys("2"), "side1"),
        ([intents.MoveFocus("next"), intents.Go()], "side1"),
    ],
)
def test_exits_are_chosen(
    table: Callable[..., Table], given: list[intents.Intent], wanted: str
) -> None:
    t = table()
    t.scene.show(t.scene.view, AwaitExit(("p5", "side1"), 2))
    t.draw()
    assert t.press(*given) == [wanted]


def test_an_exit_is_chosen_by_a_click_on_its_square(table: Callable[..., Table]) -> None:
    t = table()
    t.scene.show(t.scene.view, AwaitExit(("p5", "side1"), 2))
    t.draw()
    x, y = t.scene._layout.at("side1")
    assert t.press(intents.PointerDown(x, y), intents.PointerUp(x, y)) == ["side1"]


def test_real_dice_are_entered_by_digits_or_buttons(table: Callable[..., Table]) -> None:
    one = table(die="real")
    assert one.press(intents.Go(), *keys("4"), *keys("9")) == [4]
    two = table(die="real", dice=Dice(2, 6))
    assert two.press(*keys("2"), *keys("11"), *keys("1"), *keys("7"), *keys("0")) == [2, 11, 7]
    assert two.press(*keys("12"))[3:] == [12]
    two.press(*keys("1"))
    assert two.press(intents.Go())[4:] == []
    assert len(two.scene.widgets) == 11 + 1
    many = table(die="real", dice=Dice(2, 20))
    assert many.press(*keys("4"), intents.Go()) == [4]


def test_real_dice_wait_for_the_phase(table: Callable[..., Table]) -> None:
    t = table(die="real")
    t.scene.show(t.scene.view, AwaitExit(("p5", "side1"), 2))
    t.draw()
    assert t.press(*keys("6")) == []
    assert t.press(*keys("2")) == ["side1"]


def test_a_piece_is_put_elsewhere_by_arrows(table: Callable[..., Table]) -> None:
    t = table()
    t.scene.correct(0)
    t.press(*[intents.MoveFocus("right")] * 3, intents.MoveFocus("left"), intents.MoveFocus("up"))
    assert t.press(intents.Go()) == [(0, "p3")]
    t.scene.correct(0)
    assert t.press(intents.MoveFocus("down"), intents.MoveFocus("next"), intents.Go())[1:] == [
        (1, "start")
    ]
    t.scene.correct(2)
    t.press(intents.MoveFocus("right"), intents.Back())
    assert t.press(intents.Go())[2:] == ["roll"]


def test_a_piece_is_put_elsewhere_by_clicks(table: Callable[..., Table]) -> None:
    t = table()
    t.scene.correct(0)
    t.draw()
    x, y = t.scene._layout.at("p9")
    row = t.scene._plan.rows[1]
    t.press(intents.PointerDown(row.x + 40, row.y + 20), intents.PointerDown(x + 5, y - 5))
    put = t.scene.widgets[0]
    x, y = put.x + 30, put.y + 30
    assert t.press(intents.PointerDown(x, y), intents.PointerUp(x, y)) == [(1, "p9")]


def test_a_piece_is_pulled_to_another_square(table: Callable[..., Table]) -> None:
    t = table()
    x0, y0 = t.scene._layout.at(t.scene.view.seats[0].square)
    x, y = t.scene._layout.at("p9")
    down, up = intents.PointerDown(x0, y0), intents.PointerUp(x, y)
    assert t.press(down, intents.PointerMove(x0 + 9, y0), intents.PointerUp(x0, y0)) == []
    asked = t.press(down, intents.PointerMove((x0 + x) / 2, y), intents.PointerMove(x, y), up)
    assert len(asked) == 1 and asked[0][1] == "p9"  # type: ignore[index]


def test_a_toast_comes_stays_and_goes(table: Callable[..., Table]) -> None:
    t = table()
    t.scene.toast("There is nothing to undo.", "undo")
    assert t.at(100) is True
    assert t.at(300) is False
    assert t.at(2600) is False
    assert t.at(2750) is True
    assert t.at(2900) is False
    assert t.scene._toast is None


def test_a_tip_for_every_turn(table: Callable[..., Table]) -> None:
    scene = table().scene
    said = [
        scene._speech(replace(scene.view, round=number, turn=turn))
        for number in (1, 2)
        for turn in (0, 1, 2)
    ]
    assert said == ["Tip 0", "Tip 1", "Tip 2"] * 2
    scene.say("Hello!")
    assert scene._speech(scene.view) == "Hello!"


def test_what_is_soon_over_stays_said_until_the_next_step(table: Callable[..., Table]) -> None:
    t = table()
    told = (events.Rested(1, 0), events.TurnBegan(2, 1))
    end = t.scene.view.after_all(told)
    t.scene.play(told, end, lambda: t.scene.show(end, AwaitRoll()))
    t.press(intents.Go())
    assert t.scene._speech(t.scene.view) == "Bear rests this turn."
    t.scene.show(end, AwaitRoll())
    assert t.scene._speech(t.scene.view) == "Tip 2"


def test_the_die_keeps_its_face_after_the_roll(table: Callable[..., Table]) -> None:
    t = table()
    end = t.scene.view.after_all(WALK)
    t.scene.play(WALK, end, lambda: t.scene.show(replace(end, faces=()), AwaitRoll()))
    t.press(intents.Go())
    assert t.scene.view.faces == (3,)


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (640, 360)])
def test_it_draws_at_every_shape(table: Callable[..., Table], size: tuple[int, int]) -> None:
    t = table(*size)
    shades = {tuple(t.canvas.surface.get_at((x, size[1] // 2))) for x in range(0, size[0], 7)}
    assert len(shades) > 5
