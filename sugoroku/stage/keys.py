"""From events of the window system to intents: keyboard, clicker, mouse, touch, input method."""

import os
import unicodedata
from collections.abc import Callable

import pygame
import pygame.key

from sugoroku.stage import intents

Place = Callable[[float, float], tuple[float, float]]
"""From pixels of the window to lpx of the canvas."""

_DIRECTIONS: dict[int, intents.Direction] = {
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
}
# F5 is the clicker's "start": a pause harms nothing. Its "black screen" is the full stop.
_CLICKER: dict[int, intents.Intent] = {
    pygame.K_PAGEDOWN: intents.Go(clicker=True),
    pygame.K_PAGEUP: intents.Back(clicker=True),
    pygame.K_F5: intents.Back(clicker=True),
}
_EDITING: dict[int, intents.Intent] = {
    pygame.K_BACKSPACE: intents.Key("backspace"),
    pygame.K_DELETE: intents.Key("delete"),
    pygame.K_HOME: intents.Key("home"),
    pygame.K_END: intents.Key("end"),
}
_FUNCTION = {pygame.K_F2: 2, pygame.K_F3: 3}
_KEYPAD = {getattr(pygame, f"K_KP{n}"): str(n) for n in range(10)} | {
    pygame.K_KP_PLUS: "+",
    pygame.K_KP_MINUS: "-",
}
_ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)


class Translator:
    """Keeps what one event alone does not tell: whether a text is being composed."""

    def __init__(self) -> None:
        self._composing = False
        # SDL turns touches into clicks unless it is told not to.
        self._touches = os.environ.get("SDL_TOUCH_MOUSE_EVENTS") == "0"

    def intent(
        self, event: pygame.Event, place: Place, window: tuple[int, int], typing: bool
    ) -> intents.Intent | None:
        """What the person wants; None: nothing."""
        match event.type:
            case pygame.KEYDOWN:
                return self._key(event, typing)
            case pygame.TEXTINPUT:
                self._composing = False
                return intents.TextTyped(event.text) if typing and event.text else None
            case pygame.TEXTEDITING:
                self._composing = bool(event.text)
                return intents.TextComposing(event.text) if typing else None
            case pygame.MOUSEMOTION:
                return intents.PointerMove(*place(*event.pos))
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                return intents.PointerDown(*place(*event.pos))
            case pygame.MOUSEBUTTONUP if event.button == 1:
                return intents.PointerUp(*place(*event.pos))
            case pygame.MOUSEWHEEL:
                return intents.Wheel(event.y) if event.y else None
            case pygame.FINGERDOWN | pygame.FINGERUP | pygame.FINGERMOTION if self._touches:
                return _touch(event, place, window)
        return None

    def _key(self, event: pygame.Event, typing: bool) -> intents.Intent | None:
        if typing and self._composing:
            return None  # Enter and the arrows belong to the input method
        mod = getattr(event, "mod", 0)
        if mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
            if typing and event.key == pygame.K_a:
                return intents.Key("all")
            return _command(event.key, bool(mod & pygame.KMOD_SHIFT))
        named = _named(event.key, bool(mod & pygame.KMOD_SHIFT))
        if named is not None:
            return named
        if typing:
            return _EDITING.get(event.key)
        if event.key in (*_ENTER, pygame.K_SPACE):
            return intents.Go()
        if event.key == pygame.K_BACKSPACE:
            return intents.Undo(backspace=True)
        if event.key in (pygame.K_HOME, pygame.K_END):
            return _EDITING[event.key]
        return None if mod & pygame.KMOD_ALT else _character(event)


def _named(key: int, shift: bool) -> intents.Intent | None:
    """Keys that mean the same whether or not a text is typed."""
    if key in _DIRECTIONS:
        return intents.MoveFocus(_DIRECTIONS[key])
    if key in _CLICKER:
        return _CLICKER[key]
    if key == pygame.K_TAB:
        return intents.MoveFocus("previous" if shift else "next")
    if key in (pygame.K_ESCAPE, pygame.K_AC_BACK):
        return intents.Back()
    if key == pygame.K_F1:
        return intents.Help()
    if key in _FUNCTION:
        return intents.FunctionKey(_FUNCTION[key])
    return intents.Go() if key in _ENTER else None


def _command(key: int, shift: bool) -> intents.Intent | None:
    if key == pygame.K_z:
        return intents.Redo() if shift else intents.Undo()
    return intents.Redo() if key == pygame.K_y else None


def _character(event: pygame.Event) -> intents.Intent | None:
    """Digits and letters also from the keypad and from full-width input."""
    text = _KEYPAD.get(event.key) or unicodedata.normalize("NFKC", event.unicode or "").lower()
    if text == ".":
        return intents.Black()
    return intents.Character(text) if len(text) == 1 and text.isprintable() else None


def _touch(event: pygame.Event, place: Place, window: tuple[int, int]) -> intents.Intent:
    x, y = place(event.x * window[0], event.y * window[1])
    if event.type == pygame.FINGERDOWN:
        return intents.PointerDown(x, y)
    if event.type == pygame.FINGERUP:
        return intents.PointerUp(x, y)
    return intents.PointerMove(x, y)
