"""A line of text that the teacher types, also by an input method."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sugoroku.stage import intents
from sugoroku.stage.furigana import clean
from sugoroku.stage.tokens import FLOOR
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import draw_focus

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

PAD = 36
NO_BREAK = "\u00a0"


@dataclass(slots=True, eq=False)
class TextField(Widget):
    """`on_press` is what Enter does. The scene keeps the field between builds.

    What an input method is still composing is shown underlined at the caret and is not part
    of `value`. `placeholder` is shown while there is nothing (say there: no names of pupils).
    """

    label: str = ""
    value: str = ""
    longest: int = 40
    placeholder: str = ""
    on_change: Callable[[str], None] | None = None
    size: float = 54
    selected: bool = False
    """All of it: what is typed next takes its place."""
    composing: str = field(default="", init=False)
    caret: int = field(default=-1, init=False)
    caret_box: tuple[float, float, float, float] | None = field(default=None, init=False)
    """Where the caret was drawn last: beside it an input method shows what can be chosen."""

    def __post_init__(self) -> None:
        self.value = self.value[: self.longest]
        self.caret = len(self.value)

    def press(self) -> None:
        """By pointer it gets the focus; with the focus, Enter ends the typing."""
        if not self.enabled:
            return
        if not self.focused:
            self.focused = True
        elif self.on_press is not None and not self.composing:
            self.on_press()

    # ------------------------------------------------------------------ typing

    def handle(self, intent: intents.Intent) -> bool:
        self.caret = max(0, min(self.caret, len(self.value)))  # the scene may have set the value
        if isinstance(intent, intents.TextTyped | intents.TextComposing) and intent.text:
            self._drop_selected()
        elif isinstance(intent, intents.Key) and self.selected:
            if intent.name in ("backspace", "delete"):
                self._drop_selected()
                return True
            self.selected = False
        elif isinstance(intent, intents.MoveFocus):
            self.selected = False
        match intent:
            case intents.TextTyped(text=text):
                self.composing = ""
                self._insert(text)
            case intents.TextComposing(text=text):
                self.composing = clean(text).replace("\n", "")
            case intents.Key(name="all"):
                self.selected = bool(self.value)
                self.caret = len(self.value)
            case intents.Key(name=name):
                self._edit(name)
            case intents.MoveFocus(direction="left"):
                self.caret = max(0, self.caret - 1)
            case intents.MoveFocus(direction="right"):
                self.caret = min(len(self.value), self.caret + 1)
            case _:
                return False
        return True

    def _drop_selected(self) -> None:
        if self.selected:
            self.selected = False
            self.caret = 0
            self._change("")

    def _insert(self, text: str) -> None:
        room = self.longest - len(self.value)
        text = clean(text).replace("\n", " ")[: max(0, room)]
        if text:
            self._change(self.value[: self.caret] + text + self.value[self.caret :])
            self.caret += len(text)

    def _edit(self, name: str) -> None:
        at, value = self.caret, self.value
        if name == "backspace" and at > 0:
            self.caret = at - 1
            self._change(value[: at - 1] + value[at:])
        elif name == "delete" and at < len(value):
            self._change(value[:at] + value[at + 1 :])
        elif name == "home":
            self.caret = 0
        elif name == "end":
            self.caret = len(value)

    def _change(self, value: str) -> None:
        self.value = value
        if self.on_change is not None:
            self.on_change(value)

    # ------------------------------------------------------------------ drawing

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        if self.label:
            canvas.text(self.label, x + 8, y - 14, FLOOR, "ink_soft", valign="b", width=w, fit=True)
        if self.focused:
            draw_focus(canvas, x, y, w, h, 30)
        canvas.rect(x, y, w, h, 30, "line")
        canvas.rect(x + 6, y + 6, w - 12, h - 12, 24, "paper" if self.enabled else "disabled")
        if not self.value and not self.composing:
            middle = y + 76 if self._paragraph else y + h / 2
            canvas.text(
                self.placeholder, x + PAD, middle, FLOOR, "ink_soft", valign="m",
                width=w - 2 * PAD, fit=True, min_size=36,
            )  # fmt: skip
        clip = canvas.surface.get_clip()
        inside = canvas.px(x + PAD - 6), canvas.px(y), canvas.px(w - 2 * PAD + 12), canvas.px(h)
        canvas.surface.set_clip(clip.clip(inside))
        if self._paragraph:
            self._draw_paragraph(canvas)
        else:
            self._draw_text(canvas)
        canvas.surface.set_clip(clip)

    @property
    def _paragraph(self) -> bool:
        """A tall field has several lines."""
        return self.h > 240

    def _draw_paragraph(self, canvas: "Canvas") -> None:
        caret = max(0, min(self.caret, len(self.value)))
        end = caret + len(self.composing)
        text = self.value[:caret] + self.composing + self.value[caret:]
        room, size = self.w - 2 * PAD, self.size
        left, top = self.x + PAD, self.y + 36
        while size > 34 and canvas.measure(text, size, room, ruby=False).h > self.h - 64:
            size -= 2
        told = canvas.text(text, left, top, size, "ink", width=room, ruby=False)
        lines = told.lines
        step = (told.h - size) / max(1, len(lines) - 1)
        starts = _starts(text, lines)

        def place(at: int) -> tuple[int, float]:
            line = max((i for i, start in enumerate(starts) if start <= at), default=0)
            shown = text[starts[line] if starts else 0 : at].replace(" ", NO_BREAK)
            return line, min(room - 6, canvas.measure(shown, size, ruby=False).w)

        if self.composing:
            self._underline(canvas, place(caret), place(end), (step, size, room))
        if self.focused:
            line, at = place(end)
            y = top + step * line + step * 0.08
            self.caret_box = left + at + 1, y, 6, size * 1.2
            canvas.rect(*self.caret_box, 3, "primary")

    def _underline(
        self, canvas: "Canvas", first: tuple[int, float], last: tuple[int, float],
        sizes: tuple[float, float, float],
    ) -> None:  # fmt: skip
        """What is being composed, from place to place (line, x), also over several lines."""
        step, size, room = sizes
        for line in range(first[0], last[0] + 1):
            start = first[1] if line == first[0] else 0.0
            end = last[1] if line == last[0] else room
            y = self.y + 36 + step * line + size * 1.16
            canvas.rect(self.x + PAD + start, y, max(6.0, end - start), 6, 3, "primary")

    def _draw_text(self, canvas: "Canvas") -> None:
        caret = max(0, min(self.caret, len(self.value)))
        before = self.value[:caret] + self.composing
        text = before + self.value[caret:]

        def width(shown: str, size: float) -> float:
            return canvas.measure(shown.replace(" ", NO_BREAK), size, ruby=False).w

        room = self.w - 2 * PAD
        size = self.size
        if width(text, size) > room:
            size = max(min(FLOOR, size), size * room / width(text, size))
        at = width(before, size)
        scroll = max(0.0, at + 8 - room)
        left, middle = self.x + PAD - scroll, self.y + self.h / 2
        if self.selected:
            canvas.rect(left - 6, middle - size * 0.7, at + 12, size * 1.4, 10, "sun")
        canvas.text(text.replace(" ", NO_BREAK), left, middle, size, "ink", valign="m", ruby=False)
        if self.composing:
            start = width(self.value[:caret], size)
            canvas.rect(left + start, middle + size * 0.56, at - start, 6, 3, "primary")
        if self.focused:
            self.caret_box = left + at + 1, middle - size * 0.62, 6, size * 1.24
            canvas.rect(*self.caret_box, 3, "primary")


def _starts(text: str, lines: Sequence[str]) -> list[int]:
    """Where each drawn line begins in the text; spaces at its end are not drawn."""
    starts: list[int] = []
    at = 0
    for line in lines:
        found = text.find(line, at)
        starts.append(found if found >= 0 else at)
        at = starts[-1] + len(line)
        if text[at : at + 1] == "\n":
            at += 1
    return starts
