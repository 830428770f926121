"""The window and its heartbeat: events become intents, stale screens are drawn again.

The still picture of a scene is drawn once. While `Scene.animate` says True it is laid under
every frame; otherwise nothing is drawn at all, and the program rests.
"""

import logging
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pygame
import pygame.display
import pygame.event
import pygame.image
import pygame.key
import pygame.time
import pygame.transform

from sugoroku.model.layout import Palette
from sugoroku.stage import intents
from sugoroku.stage.assets import Assets
from sugoroku.stage.canvas import Canvas
from sugoroku.stage.director import Director
from sugoroku.stage.keys import Translator
from sugoroku.stage.scene import Scene
from sugoroku.stage.typeset import Typesetter
from sugoroku.stage.window import (
    canvas_area,
    prepare_environment,
    set_smallest_size,
    within_desktop,
)

log = logging.getLogger("sugoroku.stage")

MOVING_FPS, RESTING_FPS = 60, 30
RESIZE_MS = 200
"""A new size is laid out when it has stayed the same for so long."""
LONGEST_STEP_MS = 500.0
_UNCOVERED = (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWDISPLAYCHANGED)


class NoDisplay(Exception):
    """No window can be opened here."""


class Loop:
    """`step_ms`: what a frame takes by the scenes' clock, however fast it was (autoplay).

    The canvas is a surface of its own: the one of a window is replaced whenever it is resized.
    """

    def __init__(self, assets: Assets, step_ms: float | None = None) -> None:
        self.assets = assets
        self.typesetter = Typesetter(assets)
        self.canvas: Canvas | None = None
        self._step_ms = step_ms
        self._now = 0.0
        self._beat = time.monotonic()
        self._clock = pygame.time.Clock()
        self._keys = Translator()
        self._director: Director | None = None
        self._shown: Scene | None = None
        self._still: pygame.Surface | None = None
        self._moving = False
        self._typing = False
        self._screen_size = (0, 0)
        self._area = pygame.Rect(0, 0, 0, 0)
        self._resized_at: float | None = None
        self._windowed_size = (1280, 720)
        self._windowed = True
        self._display = 0

    # ------------------------------------------------------------------ window

    def open_window(
        self, size: tuple[int, int] | None = None, windowed: bool = True,
        title: str = "", icon: pygame.Surface | None = None, display: int = 0,
    ) -> pygame.Surface:  # fmt: skip
        """Open the window, or the full screen. Raises `NoDisplay` if there is none."""
        prepare_environment()
        try:
            pygame.display.init()
            if icon is not None:
                pygame.display.set_icon(icon)
            pygame.display.set_caption(title)
            self._windowed_size = size or self._windowed_size
            self._windowed = windowed
            self._display = display if display < pygame.display.get_num_displays() else 0
            pygame.display.set_allow_screensaver(False)
            surface = self._set_mode()
        except pygame.error as fault:
            raise NoDisplay(str(fault)) from fault
        pygame.key.stop_text_input()
        return surface

    def _set_mode(self) -> pygame.Surface:
        if self._windowed:
            surface = pygame.display.set_mode(
                self._windowed_size, pygame.RESIZABLE, display=self._display
            )
            set_smallest_size()
        else:
            surface = pygame.display.set_mode((0, 0), pygame.FULLSCREEN, display=self._display)
        self._lay_out(surface)
        return surface

    def toggle_fullscreen(self) -> None:
        if self._windowed and self._screen() is not None:
            self._windowed_size = pygame.display.get_window_size()
        self._windowed = not self._windowed
        if self._windowed:
            self._windowed_size = within_desktop(self._windowed_size)
        try:
            self._set_mode()
        except pygame.error as fault:
            log.warning("the screen cannot be switched: %s", fault)
            self._windowed = True
            self._set_mode()

    def resize(self, size: tuple[int, int]) -> None:
        """A window of this size, also from the full screen. Raises `NoDisplay` if it cannot be."""
        self._windowed_size, self._windowed = size, True
        try:
            self._set_mode()
        except pygame.error as fault:
            raise NoDisplay(str(fault)) from fault

    def next_display(self) -> None:
        """Show the game on the other screen, if there is one."""
        number = pygame.display.get_num_displays()
        if number > 1:
            self._display = (self._display + 1) % number
            self._set_mode()

    def _screen(self) -> pygame.Surface | None:
        if not pygame.display.get_init():
            return None
        surface = pygame.display.get_surface()
        return surface if surface is not None and min(surface.get_size()) > 0 else None

    def _lay_out(self, surface: pygame.Surface) -> None:
        """A new canvas for this size; the next frame draws everything."""
        self._resized_at = None
        self._screen_size = surface.get_size()
        self._area = canvas_area(*self._screen_size)
        palette = self.canvas.palette if self.canvas else Palette()
        page = pygame.Surface(self._area.size)
        self.canvas = Canvas(page, self.assets, self.typesetter, palette)
        self._still = None
        if self._shown is not None:
            self._shown.refresh()

    def capture(self, path: Path | str) -> None:
        """Save what is on show as a picture."""
        surface = self._screen() or (self.canvas.surface if self.canvas else None)
        if surface is not None:
            pygame.image.save(surface, str(path))

    # ------------------------------------------------------------------ heartbeat

    def now_ms(self) -> float:
        """The scenes' clock: the same during a whole frame."""
        return self._now

    @property
    def moving(self) -> bool:
        """Whether something on the screen goes on moving after the last frame."""
        return self._moving

    def direct(self, director: Director) -> None:
        """From now on show the scenes of this director."""
        self._director = director

    def run(self, director: Director | None = None) -> None:
        """Until the director has been asked to quit."""
        self._director = director or self._director
        while self._director is not None and not self._director.quit_asked:
            self.frame()
            self._clock.tick(MOVING_FPS if self._moving else RESTING_FPS)

    def frame(self, given: Sequence[intents.Intent] = ()) -> None:
        """One iteration: events (after the given intents), the scene's tick, drawing."""
        director = self._director
        if director is None or self.canvas is None:
            return
        self._advance()
        for intent in (*given, *self._intents(director)):
            self._guarded(director, partial(self._deliver, director, intent))
        self._follow_typing(director.scene)
        self._guarded(director, director.tick)
        self._guarded(director, director.scene.tick)
        self._guarded(director, director.scene.tick_toast)
        if not self._resizing():
            self._draw(director)

    def _advance(self) -> None:
        beat = time.monotonic()
        passed = min(LONGEST_STEP_MS, (beat - self._beat) * 1000)
        self._beat = beat
        self._now += passed if self._step_ms is None else self._step_ms

    def _guarded(self, director: Director, action: Callable[[], object]) -> bool:
        """Run code of a scene; a fault goes to the director, never to the screen."""
        try:
            action()
        except Exception as fault:
            try:
                director.on_fault(fault)
            except Exception:
                log.exception("the fault page itself is at fault")
            return False
        return True

    # ------------------------------------------------------------------ input

    def _intents(self, director: Director) -> list[intents.Intent]:
        if not pygame.display.get_init():
            return []
        found: list[intents.Intent] = []
        for event in pygame.event.get():
            if self._handled_here(director, event):
                continue
            window = pygame.display.get_window_size()
            intent = self._keys.intent(event, self._place, window, director.scene.typing)
            if intent is None:
                continue
            both_moves = isinstance(intent, intents.PointerMove) and found
            if both_moves and isinstance(found[-1], intents.PointerMove):
                found[-1] = intent  # only where the pointer has got to
            else:
                found.append(intent)
        return found

    def _handled_here(self, director: Director, event: pygame.Event) -> bool:
        """Events of the window itself."""
        if event.type == pygame.QUIT:
            self._guarded(director, director.on_quit)
        elif event.type == pygame.DROPFILE:
            self._guarded(director, lambda: director.on_drop(Path(event.file)))
        elif event.type in _UNCOVERED:
            director.scene.refresh()
        elif event.type == pygame.KEYDOWN and _is_fullscreen_key(event):
            self.toggle_fullscreen()
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F10:
            self.next_display()
        else:
            return False
        return True

    def _place(self, x: float, y: float) -> tuple[float, float]:
        if self.canvas is None:
            return x, y
        return (x - self._area.x) / self.canvas.k, (y - self._area.y) / self.canvas.k

    def _deliver(self, director: Director, intent: intents.Intent) -> None:
        if isinstance(intent, intents.Undo | intents.Redo):
            director.scene.finish_motion()
            scene = director.scene
            if scene.typing:
                if scene.handle(intent):
                    scene.refresh()
                return
            if scene.handle(intent):
                scene.refresh()
            elif isinstance(intent, intents.Undo):
                director.undo()
            else:
                director.redo()
            return
        scene = director.scene
        everywhere = self._everywhere(director, intent)
        if everywhere is None:
            scene.dispatch(intent)
        elif not scene.typing and not scene.handle(intent):
            everywhere()

    @staticmethod
    def _everywhere(director: Director, intent: intents.Intent) -> Callable[[], None] | None:
        """What a key means on all screens; letters only where nothing else uses them."""
        match intent:
            case intents.Help():
                return director.help
            case intents.Black():
                return director.black
            case intents.Character(text="b" | "t" | "l" as letter):
                if any(letter in widget.keys for widget in director.scene.widgets):
                    return None
                meant = {"b": director.black, "t": director.clock, "l": director.next_language}
                return meant[letter]
            case _:
                return None

    def _follow_typing(self, scene: Scene) -> None:
        """The input method is open only while a text is typed: else it would eat the keys."""
        if not pygame.display.get_init():
            return
        if scene.typing != self._typing:
            self._typing = scene.typing
            if scene.typing:
                pygame.key.start_text_input()
                pygame.key.set_repeat(400, 35)
            else:
                pygame.key.stop_text_input()
                pygame.key.set_repeat()
        field = scene.focused() if scene.typing else None
        if field is not None and self.canvas is not None:
            px = self.canvas.px
            caret = getattr(field, "caret_box", None)
            x, y, w, h = caret or (field.x, field.y, field.w, field.h)
            area = pygame.Rect(px(x), px(y), px(w), px(h))
            pygame.key.set_text_input_rect(area.move(self._area.topleft))

    # ------------------------------------------------------------------ drawing

    def _resizing(self) -> bool:
        """Whether the window is just being resized: the old frame, stretched, stands in."""
        screen = self._screen()
        if screen is None:
            return False
        now = time.monotonic()
        if screen.get_size() != self._screen_size:
            self._screen_size = screen.get_size()
            self._resized_at = now
            if self._windowed:
                self._windowed_size = self._screen_size
            self._stretch(screen)
        if self._resized_at is None:
            return False
        if (now - self._resized_at) * 1000 < RESIZE_MS:
            return True
        self._lay_out(screen)
        return False

    def _stretch(self, screen: pygame.Surface) -> None:
        if self.canvas is None:
            return
        area = canvas_area(*screen.get_size())
        screen.fill(self.canvas.colour("ground"))
        screen.blit(pygame.transform.smoothscale(self.canvas.surface, area.size), area)
        pygame.display.flip()

    def _draw(self, director: Director) -> None:
        scene, canvas = director.scene, self.canvas
        if canvas is None:
            return
        if self._upright:
            self._draw_upright(director, canvas)
            return
        changed = scene.stale or scene is not self._shown or self._still is None
        if changed:
            self._shown = scene
            if not self._guarded(director, lambda: self._render(director, scene, canvas)):
                scene.stale = False  # not the same fault again in every frame
                self._moving = False
                return
        elif self._moving and self._still is not None and self._draw_moving(director, canvas):
            return
        was_moving, self._moving = self._moving, False
        if not self._guarded(director, lambda: self._animate(scene, canvas)):
            return
        if changed or was_moving or self._moving:
            self._show(canvas)

    def _draw_moving(self, director: Director, canvas: Canvas) -> bool:
        """A frame of a motion. Straight onto the screen where it has the size of the canvas: that
        spares a copy of everything. False: the motion is over, or the screen has another size."""
        screen, still, page = self._screen(), self._still, canvas.surface
        assert still is not None
        if screen is None or screen.get_size() != page.get_size():
            page.blit(still, (0, 0))
            return False
        screen.blit(still, (0, 0))
        canvas.surface = screen
        try:
            whole = self._guarded(director, lambda: self._animate(director.scene, canvas))
        finally:
            canvas.surface = page
        if whole and self._moving:
            pygame.display.flip()
            return True
        page.blit(still, (0, 0))
        return False

    @property
    def _upright(self) -> bool:
        width, height = self._screen_size
        return width < height

    def _draw_upright(self, director: Director, canvas: Canvas) -> None:
        if self._still is not None:  # drawn already
            return
        director.prepare(canvas)
        canvas.fill("ground")
        canvas.text(
            director.portrait(), canvas.W / 2, canvas.H / 2, 84, "ink", "display", canvas.W - 160,
            "c", "m", max_h=900,
        )  # fmt: skip
        self._still = canvas.surface.copy()
        self._show(canvas)

    def _show(self, canvas: Canvas) -> None:
        screen = self._screen()
        if screen is None:
            return
        if screen.get_size() != self._area.size:
            screen.fill(canvas.colour("ground"))
        screen.blit(canvas.surface, self._area)
        pygame.display.flip()

    def _render(self, director: Director, scene: Scene, canvas: Canvas) -> None:
        director.prepare(canvas)
        scene.render(canvas)
        if self._still is None or self._still.get_size() != canvas.surface.get_size():
            self._still = canvas.surface.copy()
        else:
            self._still.blit(canvas.surface, (0, 0))

    def _animate(self, scene: Scene, canvas: Canvas) -> None:
        self._moving = bool(scene.animate_all(canvas))


def _is_fullscreen_key(event: pygame.Event) -> bool:
    enter = event.key in (pygame.K_RETURN, pygame.K_KP_ENTER)
    return event.key == pygame.K_F11 or (enter and bool(event.mod & pygame.KMOD_ALT))
