"""How fast the board is: `python benchmarks/bench_stage.py`. Prints a Markdown table.

A piece walks over a board of 40 squares at 1920 × 1080, on one core, through the program's own
loop: `dummy` writes to memory, `x11` (when DISPLAY is set) also shows it. Then the same board
stands still, and the processor time of the resting loop is measured. The floor is one blit of
the whole screen and a flip, in the same process.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 4.0
SIZE = (1920, 1080)
COLUMNS = (
    "driver",
    "first frame ms",
    "fps",
    "median to floor",
    "95 % ms",
    "worst frame ms",
    "CPU % at 60 fps",
    "CPU % at rest",
)


def main() -> None:
    if len(sys.argv) > 1:
        measure(sys.argv[1])
        return
    print("| " + " | ".join(COLUMNS) + " |", flush=True)
    print("|---" * len(COLUMNS) + "|", flush=True)
    drivers = ["dummy", *(["x11"] if os.environ.get("DISPLAY") else [])]
    quiet = {"SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    for driver in drivers:
        environment = os.environ | quiet | {"SDL_VIDEODRIVER": driver}
        subprocess.run([sys.executable, __file__, driver], env=environment, check=True)


def measure(driver: str) -> None:
    """One row of the table, in a process of its own."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    sys.path.insert(0, str(ROOT))
    from sugoroku.stage.assets import Assets
    from sugoroku.stage.loop import Loop

    loop = Loop(Assets([ROOT / "assets"]))
    loop.open_window(SIZE)
    director = Director(loop)
    loop.direct(director)
    begun = time.perf_counter()
    loop.frame()
    first = (time.perf_counter() - begun) * 1000
    frames = walk(director, loop)
    floor = statistics.median(bare())
    busy = paced(director, loop, moving=True)
    still = paced(director, loop, moving=False)
    fps = len(frames) / sum(frames)
    cells = (
        f"{first:.0f}",
        f"{fps:.0f}",
        f"{statistics.median(frames) / floor:.2f}",
        f"{statistics.quantiles(frames, n=20)[-1] * 1000:.1f}",
        f"{max(frames) * 1000:.0f}",
        f"{busy:.0f}",
        f"{still:.1f}",
    )
    print("| " + " | ".join((driver, *cells)) + " |", flush=True)


def walk(director: "Director", loop: "Loop") -> list[float]:  # type: ignore[name-defined]  # noqa: F821
    """Seconds of each frame, as fast as they come."""
    frames: list[float] = []
    end = time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        director.keep_walking()
        begun = time.perf_counter()
        loop.frame()
        frames.append(time.perf_counter() - begun)
    return frames


def bare() -> list[float]:
    """Seconds of each frame that is only one full blit and a flip: the floor."""
    import pygame

    screen = pygame.display.get_surface()
    assert screen is not None
    page = screen.copy()
    frames: list[float] = []
    for _ in range(300):
        begun = time.perf_counter()
        pygame.event.get()
        screen.blit(page, (0, 0))
        pygame.display.flip()
        frames.append(time.perf_counter() - begun)
    return frames


def paced(director: "Director", loop: "Loop", *, moving: bool) -> float:  # type: ignore[name-defined]  # noqa: F821
    """Processor time in % of one core, at the loop's own pace."""
    director.quit_at = time.monotonic() + SECONDS
    director.moving = moving
    if not moving:
        director.scene.finish_motion()
    begun, wall = time.process_time(), time.perf_counter()
    loop.run(director)
    return 100 * (time.process_time() - begun) / (time.perf_counter() - wall)


class Director:
    """The least that the loop needs: one board, one walking piece."""

    def __init__(self, loop: "Loop") -> None:  # type: ignore[name-defined]  # noqa: F821
        from sugoroku.engine.state import AwaitRoll
        from sugoroku.i18n.translator import Translator
        from sugoroku.settings import Settings
        from sugoroku.stage.scene import Context
        from sugoroku.stage.scenes.board import BoardActions, BoardScene
        from sugoroku.stage.sounds import Sounds

        self.edition, self.setup, view = table()
        sounds = Sounds(loop.assets, volume=0)
        self.context = Context(
            Translator("en", ()), self.edition.theme, Settings(), sounds, loop.now_ms
        )

        def nothing(*_: object) -> None:
            pass

        actions = BoardActions(*[nothing] * 9)
        self.scene = BoardScene(
            self.context, self.edition, self.setup, view, AwaitRoll(), lambda: None, actions
        )
        self.moving = True
        self.quit_at = 0.0

    @property
    def quit_asked(self) -> bool:
        if self.moving:
            self.keep_walking()
        return time.monotonic() >= self.quit_at

    def keep_walking(self) -> None:
        from sugoroku.engine import events

        if self.scene._player.running:
            return
        ids = tuple(square.id for square in self.edition.board.squares)
        here = self.scene.view.seats[0].square
        at = 0 if here == ids[-1] else ids.index(here)
        told = (events.Walked(0, ids[at : at + 7], "roll"),)
        self.scene.play(told, self.scene.view.after_all(told), lambda: None)

    def prepare(self, canvas: object) -> None:
        canvas.palette = self.edition.theme.palette  # type: ignore[attr-defined]

    def tick(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def on_quit(self) -> None: ...
    def on_drop(self, path: Path) -> None: ...

    def on_fault(self, fault: BaseException) -> None:
        raise fault


def table() -> tuple[object, object, object]:
    """A board of 40 squares with six teams, made here so that no file is read."""
    from sugoroku.model.board import Board, Rules, Square
    from sugoroku.model.edition import Edition
    from sugoroku.model.layout import Theme
    from sugoroku.model.setup import GameSetup, TeamSetup
    from sugoroku.model.text import Text
    from sugoroku.stage.view import Seat, TableView

    kinds = ("quiz", "plain", "fact", "quiz")
    middle = tuple(Square(id=f"s{i}", kind=kinds[i % 4]) for i in range(1, 39))  # type: ignore[arg-type]
    ends = Square(id="start", kind="start"), Square(id="goal", kind="goal")
    board = Board(
        id="bench", language="en", title=Text("Bench"), squares=(ends[0], *middle, ends[1]),
        rules=Rules(class_leaves=100), tips=(Text("A short tip for the class."),),
    )  # fmt: skip
    theme = Theme(id="bench", mascot="mascot/frog", backdrop="board/board-toyama")
    shapes = ("circle", "square", "star", "heart", "triangle", "diamond")
    seats = tuple(Seat(i, shape.title(), shape, "start") for i, shape in enumerate(shapes))
    setup = GameSetup(teams=tuple(TeamSetup(shape.title()) for shape in shapes), seed=1)
    return Edition(board=board, theme=theme), setup, TableView(seats, 0)


if __name__ == "__main__":
    main()
