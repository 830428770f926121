"""Who says what is on show: the loop knows the director by this alone."""

from pathlib import Path
from typing import Protocol

from sugoroku.stage.canvas import Canvas
from sugoroku.stage.scene import Context, Scene


class Director(Protocol):
    """Says what is on show. Only the loop calls these."""

    quit_asked: bool
    context: Context

    @property
    def scene(self) -> Scene: ...
    def prepare(self, canvas: Canvas) -> None:
        """Set palette, language and furigana before a screen is drawn."""

    def tick(self) -> None:
        """Once a frame."""

    def portrait(self) -> str:
        """What is said to who opens the game on an upright screen."""

    def help(self) -> None: ...
    def black(self) -> None: ...
    def clock(self) -> None: ...
    def next_language(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def on_quit(self) -> None: ...
    def on_drop(self, path: Path, /) -> None:
        """A file was dropped on the window."""

    def on_fault(self, fault: Exception, /) -> None: ...
