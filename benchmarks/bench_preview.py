"""From a file saved to the preview's new picture: the shipped edition at 1080p.

    python benchmarks/bench_preview.py [--edition toyama] [--size 1920x1080] [--rounds 15]

The edition is copied; in each round a text of the page on show is saved changed, and frames run as
in the window until the picture is another. Milliseconds, median and worst; the limit is 300.
"""

import argparse
import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from sugoroku import paths
from sugoroku.app.preview.desk import Desk
from sugoroku.app.preview.show import open_desk
from sugoroku.app.preview.source import Source
from sugoroku.settings import Settings
from sugoroku.stage.loop import RESTING_FPS, Loop


def picture(loop: Loop) -> bytes:
    assert loop.canvas is not None
    return loop.canvas.surface.get_buffer().raw


def reload_ms(desk: Desk, loop: Loop, file: Path, text: str) -> float:
    before = picture(loop)
    file.write_text(text, "utf-8")
    saved = time.perf_counter()
    while True:
        began = time.perf_counter()
        loop.frame()
        if picture(loop) != before:
            return (time.perf_counter() - saved) * 1000
        time.sleep(max(0.0, 1 / RESTING_FPS - (time.perf_counter() - began)))


def rounds_of(desk: Desk, loop: Loop, kind: str, name: str, rounds: int) -> list[float]:
    """Saves the board or deck again and again with another first text of the page on show."""
    place = next(i for i, page in enumerate(desk.pages) if page.kind == kind)
    desk.turn_to(place)
    loop.frame()
    page = desk.pages[place]
    assert page.file is not None
    text = page.file.read_text("utf-8")
    found = []
    for n in range(rounds):
        time.sleep(0.02 * (n % 7))  # not always at the same moment between two looks
        found.append(reload_ms(desk, loop, page.file, text.replace(name, f"{name} {n}", 1)))
    page.file.write_text(text, "utf-8")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", default="toyama")
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--rounds", type=int, default=15)
    given = parser.parse_args()
    width, height = map(int, given.size.split("x"))
    with tempfile.TemporaryDirectory() as folder:
        for name in ("boards", "quizzes", "surveys", "assets", "locales"):
            shutil.copytree(paths.bundled_root() / name, Path(folder) / name)
        source = Source(Path(folder) / "boards" / f"{given.edition}.yaml", ())
        desk, loop = open_desk(source, Settings(size=(width, height), volume=0))
        desk.read()
        loop.frame()
        edition = source.read().parts[0].edition
        square = next(square for square in edition.board.squares if square.text)
        question = edition.questions[0]
        for kind, text in (
            ("board", edition.board.tips[0]),
            ("card", square.text),
            ("question", question.ask),
            ("answer", question.explain),
        ):
            page = next(page for page in desk.pages if page.kind == kind)
            found = rounds_of(desk, loop, kind, text.source.splitlines()[0], given.rounds)
            print(f"{kind:9} {page.id:24} median {statistics.median(found):4.0f} ms,"
                  f" worst {max(found):4.0f} ms")  # fmt: skip


if __name__ == "__main__":
    main()
