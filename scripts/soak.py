"""Play many lessons by themselves while everything that can happen does: `scripts/soak.py`.

Random commands of the teacher, undo and redo, other languages, sizes of the window, settings,
the menu, the black screen. Fails when a fault reaches the stage, a journal does not replay to
the same states, or the memory keeps growing. Needs no display.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import pygame

from sugoroku.app.autoplay import AutoPlayer
from sugoroku.app.house import House
from sugoroku.app.lesson import Lesson
from sugoroku.engine import commands
from sugoroku.engine.state import Finished
from sugoroku.records.resume import compare_journal
from sugoroku.settings import Settings
from sugoroku.stage import intents
from sugoroku.stage.assets import Assets
from sugoroku.stage.loop import Loop
from sugoroku.stage.sounds import Sounds

SIZES = ((640, 480), (800, 600), (1024, 600), (1024, 768), (600, 800), (1280, 540))
MOST_GROWTH_MB = 60
"""Over all games after the first tenth, in which pictures and texts are still being kept."""


class Meddler(AutoPlayer):
    """Plays as `AutoPlayer` does, and now and then does something else."""

    def meddle(self) -> None:  # noqa: C901 - one arm a thing
        chance, lesson = self.chance, self.lesson
        running = lesson.running
        if running is None or lesson.surveying:
            return
        play = running.play
        if isinstance(play.state.phase, Finished) and chance.random() < 0.9:
            return
        team = chance.choice(play.state.teams)
        match chance.randrange(16):
            case 0 | 1:
                play.undo()
            case 2:
                play.redo()
            case 3:
                play.submit(commands.SetLeaves(team.id, chance.randrange(300)))
            case 4:
                square = chance.choice(play.edition.board.squares[:-1])
                play.submit(commands.MoveTeam(team.id, square.id))
            case 5:
                play.submit(commands.SwapQuestion())
            case 6:
                play.submit(commands.PassTurn())
            case 7:
                play.submit(commands.AddTeam(f"N{chance.randrange(99)}"))
            case 8:
                play.submit(commands.RemoveTeam(team.id))
            case 9:
                play.submit(commands.RenameTeam(team.id, chance.choice(("ÑÑ", "雪", "W" * 24))))
            case 10:
                order = [t.id for t in play.state.teams]
                chance.shuffle(order)
                play.submit(commands.OrderTeams(tuple(order)))
            case 11:
                play.submit(commands.SetAnswering(chance.choice(("team", "everyone"))))
            case 12:
                lesson.speak(chance.choice(("ja", "es", "en")))
                lesson.scene.refresh()
            case 13:
                name, values = chance.choice((
                    ("text", ("normal", "large")), ("contrast", ("normal", "high")),
                    ("furigana", (0, 4, 99)), ("motion", ("full", "reduced")),
                    ("stopwatch", (0, 30)),
                ))  # fmt: skip
                lesson.menu._change(name, chance.choice(values))
            case 14:
                self.loop._windowed_size = chance.choice(SIZES)
                self.loop._set_mode()
            case _:
                self._look_around()

    def _look_around(self) -> None:
        """Pages that are opened and left again."""
        lesson, loop = self.lesson, self.loop
        chosen = self.chance.randrange(4)
        if chosen == 0:
            lesson.help()
        elif chosen == 1:
            lesson.black()
        elif chosen == 2:
            lesson.menu.open()
        else:
            lesson.menu.time()
        loop.frame()
        loop.frame((intents.Back(),))

    def _next(self, scene: object) -> list[intents.Intent]:
        if self.chance.random() < 0.15:
            self.meddle()
            return []
        return super()._next(scene)  # type: ignore[arg-type]


def memory_mb() -> float:
    """What the process holds in memory now; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def play_one(number: int, seed: int, data: Path, loop: Loop, assets: Assets) -> list[str]:
    """The faults of one lesson."""
    settings = Settings(data_folder=data, seed=seed, die=("virtual", "real")[number % 2])
    house = House(settings)
    house.sounds = Sounds(assets, 0)
    lesson = Lesson(house, house.context(loop.now_ms))
    faults: list[str] = []
    shown = lesson.on_fault

    def on_fault(fault: BaseException) -> None:
        faults.append(f"game {number}, seed {seed}: {type(fault).__name__}: {fault}")
        shown(fault)

    lesson.on_fault = on_fault  # type: ignore[method-assign]
    lesson.choose_edition(("toyama", "renca")[number % 2])
    player = Meddler(lesson, loop, seed, None)
    if player.play() != 0:
        faults.append(f"game {number}, seed {seed}: it did not come to an end")
    if lesson.running is not None:
        folder = lesson.running.records.folder
        _, differences = compare_journal(folder)
        faults += [f"game {number}, seed {seed}: {difference}" for difference in differences]
    lesson.show_title()
    return faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    begun, memory = time.monotonic(), 0.0
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="sugoroku-soak-") as folder:
        data = Path(folder)
        assets = Assets(House(Settings(data_folder=data)).asset_roots())
        loop = Loop(assets, step_ms=400.0)
        loop.open_window((640, 480), windowed=True)
        warm = max(1, options.games // 10)
        for number in range(options.games):
            sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - the player tells of every lesson
            try:
                faults += play_one(number, options.seed + number, data, loop, assets)
            finally:
                sys.stdout.close()
                sys.stdout = sys.__stdout__
            if number + 1 == warm:
                memory = memory_mb()
            if (number + 1) % max(1, options.games // 10) == 0:
                print(f"{number + 1} games, {memory_mb():.0f} MB, {len(faults)} faults", flush=True)
    grown = memory_mb() - memory
    for fault in faults[:20]:
        print(fault)
    print(f"{options.games} games in {time.monotonic() - begun:.0f} s; memory {grown:+.0f} MB")
    pygame.quit()
    return 1 if faults or grown > MOST_GROWTH_MB else 0


if __name__ == "__main__":
    sys.exit(main())
