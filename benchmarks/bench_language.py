"""How long a change of language takes: `python benchmarks/bench_language.py`. A Markdown table.

In the middle of a question at 1920 × 1080, from the key to the picture, the first time (with the
catalogues still on the disk) and later; and what reading the catalogues adds to a start.
"""

import os
import statistics
import tempfile
import time
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

from sugoroku.app.house import House
from sugoroku.app.lesson import Lesson
from sugoroku.engine.state import AwaitAnswer
from sugoroku.i18n.translator import Translator
from sugoroku.settings import Settings
from sugoroku.stage import intents
from sugoroku.stage.assets import Assets
from sugoroku.stage.loop import Loop
from sugoroku.stage.sounds import Sounds


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        house = House(Settings(data_folder=Path(folder), seed=7))
        assets = Assets(house.asset_roots(), house.packs_folder())
        loop = Loop(assets, step_ms=400.0)
        loop.open_window((1920, 1080))
        house.sounds = Sounds(assets, 0)
        lesson = Lesson(house, house.context(loop.now_ms))
        loop.direct(lesson)
        lesson.choose_edition("toyama")
        for _ in range(400):
            loop.frame((intents.Go(),))
            running = lesson.running
            if running is not None and isinstance(running.play.state.phase, AwaitAnswer):
                break
        assert lesson.running is not None
        lesson.running.play.guide = None
        lesson.running.play.show_state()
        for _ in range(10):
            loop.frame()
        first = [switch(lesson, loop) for _ in range(3)]
        later = [switch(lesson, loop) for _ in range(30)]
        origins = lesson.running.records.edition.languages()
    begun = time.perf_counter()
    tr = Translator("es", [Path(__file__).parents[1] / "locales"], origins)
    for domain in ("sugoroku", *origins):
        tr._catalogue(domain)
    reading = (time.perf_counter() - begun) * 1000
    print("| first switch, slowest ms | later, median ms | catalogues ms |")
    print("|---|---|---|")
    print(f"| {max(first):.0f} | {statistics.median(later):.0f} | {reading:.0f} |")


def switch(lesson: Lesson, loop: Loop) -> float:
    begun = time.perf_counter()
    loop.frame((intents.Character("l"),))
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
