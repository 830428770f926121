"""The loop: events to intents, drawing only what is stale, faults, resizing."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

import pygame
import pytest

from sugoroku.stage import intents, loop
from sugoroku.stage.assets import Assets
from sugoroku.stage.canvas import Canvas
from sugoroku.stage.keys import Translator
from sugoroku.stage.loop import Loop, NoDisplay
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button
from sugoroku.stage.widgets.field import TextField

WINDOW = (960, 540)


class Page(Scene):
    """Counts what is asked of it, and notes every intent."""

    def __init__(self) -> None:
        super().__init__(cast(Context, None))
        self.seen: list[intents.Intent] = []
        self.painted = 0
        self.animated = 0
        self.moves = False
        self.pressed = 0
        self.fault: Exception | None = None

    def build(self, canvas: Canvas) -> Sequence[Widget]:
        return [Button(100, 100, 400, 100, label="Go", on_press=self._press, primary=True)]

    def _press(self) -> None:
        self.pressed += 1

    def handle(self, intent: intents.Intent) -> bool:
        self.seen.append(intent)
        return False

    def paint(self, canvas: Canvas) -> None:
        if self.fault is not None:
            raise self.fault
        self.painted += 1
        canvas.skyline("hills")

    def animate(self, canvas: Canvas) -> bool:
        self.animated += 1
        if self.moves:
            canvas.rect(500, 500, 100, 100, 20, "sun")
        return self.moves


class Stage:
    """A director that only remembers."""

    def __init__(self) -> None:
        self.page: Scene = Page()
        self.context = cast(Context, None)
        self.quit_asked = False
        self.calls: list[str] = []
        self.faults: list[Exception] = []

    @property
    def scene(self) -> Scene:
        return self.page

    def prepare(self, canvas: Canvas) -> None:
        canvas.language = "es"

    def tick(self) -> None:
        pass

    def portrait(self) -> str:
        return "Turn the screen, please."

    def on_drop(self, path: Path) -> None:
        self.calls.append(f"drop {path.name}")

    def help(self) -> None:
        self.calls.append("help")

    def next_language(self) -> None:
        self.calls.append("language")

    def clock(self) -> None:
        self.calls.append("clock")

    def black(self) -> None:
        self.calls.append("black")

    def undo(self) -> None:
        self.calls.append("undo")

    def redo(self) -> None:
        self.calls.append("redo")

    def on_quit(self) -> None:
        self.quit_asked = True

    def on_fault(self, fault: Exception, /) -> None:
        self.faults.append(fault)


@pytest.fixture
def running(assets: Assets) -> tuple[Loop, Stage, Page]:
    made = Loop(assets, step_ms=20)
    made.open_window(WINDOW, windowed=True, title="test")
    stage = Stage()
    made.direct(stage)
    pygame.event.clear()
    made.frame()
    page = cast(Page, stage.page)
    page.seen.clear()
    return made, stage, page


def key(code: int, text: str = "", mod: int = 0) -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=code, unicode=text, mod=mod, scancode=0)


KEYS = [
    (key(pygame.K_RETURN), intents.Go()),
    (key(pygame.K_SPACE, " "), intents.Go()),
    (key(pygame.K_KP_ENTER), intents.Go()),
    (key(pygame.K_PAGEDOWN), intents.Go(clicker=True)),
    (key(pygame.K_PAGEUP), intents.Back(clicker=True)),
    (key(pygame.K_F5), intents.Back(clicker=True)),
    (key(pygame.K_PERIOD, "."), intents.Black()),
    (key(pygame.K_ESCAPE), intents.Back()),
    (key(pygame.K_F1), intents.Help()),
    (key(pygame.K_BACKSPACE), intents.Undo(backspace=True)),
    (key(pygame.K_z, "", pygame.KMOD_LCTRL), intents.Undo()),
    (key(pygame.K_z, "", pygame.KMOD_LCTRL | pygame.KMOD_LSHIFT), intents.Redo()),
    (key(pygame.K_y, "", pygame.KMOD_RCTRL), intents.Redo()),
    (key(pygame.K_LEFT), intents.MoveFocus("left")),
    (key(pygame.K_TAB), intents.MoveFocus("next")),
    (key(pygame.K_TAB, "", pygame.KMOD_LSHIFT), intents.MoveFocus("previous")),
    (key(pygame.K_3, "3"), intents.Character("3")),
    (key(pygame.K_3, "３"), intents.Character("3")),
    (key(pygame.K_KP7, ""), intents.Character("7")),
    (key(pygame.K_KP_PLUS, "+"), intents.Character("+")),
    (key(pygame.K_a, "A", pygame.KMOD_LSHIFT), intents.Character("a")),
    (key(pygame.K_q, "", pygame.KMOD_LCTRL), None),
    (key(pygame.K_LSHIFT), None),
    (pygame.Event(pygame.TEXTINPUT, text="a"), None),
    (pygame.Event(pygame.MOUSEWHEEL, y=-2), intents.Wheel(-2)),
    (pygame.Event(pygame.MOUSEBUTTONDOWN, button=3, pos=(1, 1)), None),
    (pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(10, 20)), intents.PointerDown(20, 40)),
    (pygame.Event(pygame.MOUSEMOTION, pos=(10, 20), rel=(0, 0), buttons=(0, 0, 0)),
     intents.PointerMove(20, 40)),
]  # fmt: skip


@pytest.mark.parametrize(("event", "expected"), KEYS)
def test_events_become_intents(event: pygame.Event, expected: intents.Intent | None) -> None:
    found = Translator().intent(event, lambda x, y: (2 * x, 2 * y), WINDOW, typing=False)
    assert found == expected


def test_typing() -> None:
    keys = Translator()

    def get(event: pygame.Event) -> intents.Intent | None:
        return keys.intent(event, lambda x, y: (x, y), WINDOW, typing=True)

    assert get(key(pygame.K_a, "a")) is None  # it comes as text
    assert get(pygame.Event(pygame.TEXTINPUT, text="a")) == intents.TextTyped("a")
    assert get(key(pygame.K_SPACE, " ")) is None
    assert get(key(pygame.K_BACKSPACE)) == intents.Key("backspace")
    assert get(key(pygame.K_z, "", pygame.KMOD_LCTRL)) == intents.Undo()
    assert get(key(pygame.K_q, "", pygame.KMOD_LCTRL)) is None
    assert get(key(pygame.K_RETURN)) == intents.Go()
    assert get(pygame.Event(pygame.TEXTEDITING, text="ゆ")) == intents.TextComposing("ゆ")
    assert get(key(pygame.K_RETURN)) is None  # the input method takes it
    assert get(pygame.Event(pygame.TEXTINPUT, text="雪")) == intents.TextTyped("雪")
    assert get(key(pygame.K_ESCAPE)) == intents.Back()


def test_touches_without_mouse_events(monkeypatch: pytest.MonkeyPatch) -> None:
    down = pygame.Event(pygame.FINGERDOWN, x=0.5, y=0.5, touch_id=0, finger_id=0)
    monkeypatch.delenv("SDL_TOUCH_MOUSE_EVENTS", raising=False)
    assert Translator().intent(down, lambda x, y: (x, y), WINDOW, False) is None
    monkeypatch.setenv("SDL_TOUCH_MOUSE_EVENTS", "0")
    found = Translator().intent(down, lambda x, y: (x, y), WINDOW, False)
    assert found == intents.PointerDown(480, 270)


def click() -> list[pygame.Event]:
    kinds = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
    return [pygame.Event(kind, button=1, pos=(100, 75), touch=False) for kind in kinds]


def test_a_click_presses(running: tuple[Loop, Stage, Page]) -> None:
    made, _, page = running
    for event in click():
        pygame.event.post(event)
    made.frame()
    assert page.pressed == 1


def test_a_slow_click_presses(running: tuple[Loop, Stage, Page]) -> None:
    made, _, page = running
    for event in click():
        pygame.event.post(event)
        made.frame()
    assert page.pressed == 1


def test_given_intents(running: tuple[Loop, Stage, Page]) -> None:
    made, _, page = running
    made.frame([intents.Go(), intents.Go(clicker=True)])
    assert page.pressed == 2


def test_undo_and_redo_go_to_the_director(running: tuple[Loop, Stage, Page]) -> None:
    made, stage, page = running
    made.frame([intents.Undo(), intents.Redo()])
    assert stage.calls == ["undo", "redo"]
    page.typing = True
    made.frame([intents.Undo()])
    assert stage.calls == ["undo", "redo"]


def test_a_still_screen_is_painted_once(running: tuple[Loop, Stage, Page]) -> None:
    made, stage, page = running
    for _ in range(5):
        made.frame()
    assert page.painted == 1
    page.refresh()
    made.frame()
    assert page.painted == 2
    stage.page = Page()
    made.frame()
    assert stage.page.painted == 1


def test_motion_leaves_the_still_picture_alone(running: tuple[Loop, Stage, Page]) -> None:
    made, _, page = running
    canvas = cast(Canvas, made.canvas)
    still = pygame.image.tobytes(canvas.surface, "RGB")
    page.moves = True
    for _ in range(3):
        made.frame()
    assert page.painted == 1
    assert pygame.image.tobytes(canvas.surface, "RGB") != still
    page.moves = False
    made.frame()
    made.frame()
    assert pygame.image.tobytes(canvas.surface, "RGB") == still


def test_clock_by_steps(running: tuple[Loop, Stage, Page]) -> None:
    made, _, _ = running
    before = made.now_ms()
    made.frame()
    made.frame()
    assert made.now_ms() == before + 40


@pytest.mark.parametrize("where", ["fault", "handle", "tick", "animate"])
def test_faults_go_to_the_director(running: tuple[Loop, Stage, Page], where: str) -> None:
    made, stage, page = running
    fault = ValueError("broken")

    def broken(*_: Any) -> bool:
        raise fault

    if where == "fault":
        page.fault = fault
        page.refresh()
    else:
        setattr(page, where, broken)
    made.frame([intents.Help()] if where == "handle" else ())
    assert stage.faults == [fault]


def test_quit_ends_the_run(running: tuple[Loop, Stage, Page]) -> None:
    made, stage, _ = running
    pygame.event.post(pygame.Event(pygame.QUIT))
    made.run(stage)
    assert stage.quit_asked


def test_resizing_lays_out_anew_when_it_settles(
    running: tuple[Loop, Stage, Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _, page = running
    pygame.display.set_mode((800, 600), pygame.RESIZABLE)
    made.frame()
    assert page.painted == 1  # the old frame, stretched
    monkeypatch.setattr(loop, "RESIZE_MS", 0)
    time.sleep(0.01)
    made.frame()
    assert page.painted == 2
    assert cast(Canvas, made.canvas).surface.get_size() == (800, 600)


@pytest.mark.parametrize(
    ("window", "canvas"), [((700, 800), (700, 525)), ((3000, 600), (1356, 600))]
)
def test_odd_windows_get_bars(
    assets: Assets, window: tuple[int, int], canvas: tuple[int, int]
) -> None:
    made = Loop(assets)
    made.open_window(window)
    assert cast(Canvas, made.canvas).surface.get_size() == canvas
    stage = Stage()
    made.direct(stage)
    made.frame()


def test_fullscreen_keys(running: tuple[Loop, Stage, Page]) -> None:
    made, _, page = running
    pygame.event.post(key(pygame.K_F11))
    made.frame()
    pygame.event.post(key(pygame.K_RETURN, mod=pygame.KMOD_LALT))
    made.frame()
    assert page.pressed == 0
    assert page.painted >= 2


def test_capture(running: tuple[Loop, Stage, Page], tmp_path: Path) -> None:
    made, _, _ = running
    made.capture(tmp_path / "shot.png")
    assert pygame.image.load(str(tmp_path / "shot.png")).get_size() == WINDOW


def test_no_display(assets: Assets, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise pygame.error("no video device")

    monkeypatch.setattr(pygame.display, "set_mode", fail)
    with pytest.raises(NoDisplay):
        Loop(assets).open_window((640, 480))


def test_typing_opens_the_input_method(
    running: tuple[Loop, Stage, Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _, page = running
    calls: list[str] = []
    note: Callable[[str], Callable[..., None]] = lambda name: lambda *_: calls.append(name)  # noqa: E731
    monkeypatch.setattr(pygame.key, "start_text_input", note("start"))
    monkeypatch.setattr(pygame.key, "stop_text_input", note("stop"))
    monkeypatch.setattr(pygame.key, "set_text_input_rect", note("place"))
    page.typing = True
    made.frame([intents.MoveFocus("next")])
    made.frame()
    page.typing = False
    made.frame()
    assert calls[0] == "start" and calls[-1] == "stop" and "place" in calls


def test_candidates_stand_at_the_caret(
    running: tuple[Loop, Stage, Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _, page = running
    field = TextField(100, 100, 900, 300, value="ゆき", longest=100)
    monkeypatch.setattr(page, "build", lambda canvas: [field])
    places: list[pygame.Rect] = []
    monkeypatch.setattr(pygame.key, "set_text_input_rect", places.append)
    page.typing = True
    page.focus(None)
    made.frame()
    page.focus(field)
    made.frame()
    made.frame()
    places.clear()
    made.frame()
    made.frame([intents.TextTyped("だるまを つくった")])
    made.frame()
    assert places[-1].x > places[0].x and places[-1].y == places[0].y
    made.frame([intents.TextComposing("とても" * 12)])
    made.frame()
    assert places[-1].y > places[0].y  # on the next line of the paragraph
