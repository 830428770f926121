"""Start to first frame against the floor: import pygame, a window and a flip.

    python benchmarks/bench_start.py [--rounds 9] [--built dist/climate-sugoroku/sugoroku]

All run in new processes, one after the other in each round; medians of wall seconds. With `--built`
the program for schools is measured in the same rounds, and both after what the system keeps in
memory of files has been dropped, where that is permitted (Linux, root).
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

FLOOR = (
    "import pygame; pygame.display.init(); s = pygame.display.set_mode((1280, 720));"
    "s.fill((20, 40, 60)); pygame.display.flip()"
)
CACHES = Path("/proc/sys/vm/drop_caches")


class Start(NamedTuple):
    seconds: float
    megabytes: float
    """At most in memory; 0 where the system does not tell."""


def start(*command: str) -> Start:
    began = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
    ])  # fmt: skip
    _, status, used = os.wait4(child, 0)
    passed = time.perf_counter() - began
    if status:
        raise SystemExit(f"{command} failed")
    return Start(passed, used.ru_maxrss / 1024)


def forget_files() -> bool:
    """Drop what the system keeps in memory of files; False where that is not permitted."""
    os.sync()
    try:
        CACHES.write_text("3")
    except OSError:
        return False
    return True


def told(name: str, starts: list[Start], floor: list[Start]) -> str:
    seconds = statistics.median(one.seconds for one in starts)
    ratio = statistics.median(b.seconds / a.seconds for a, b in zip(floor, starts, strict=True))
    megabytes = statistics.median(one.megabytes for one in starts)
    return f"| {name} | {seconds:.3f} | {ratio:.2f} | {megabytes:.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--built", type=Path, help="the built program")
    asked = parser.parse_args()
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    with tempfile.TemporaryDirectory() as data:
        options = ("play", "--first-frame", "--windowed", "--size", "1280x720", "--data", data)
        commands = {
            "floor: pygame, window, flip": (sys.executable, "-c", FLOOR),
            "sugoroku to the first frame": (sys.executable, "-m", "sugoroku", *options),
        }
        if asked.built is not None:
            commands["built: to the first frame"] = (str(asked.built.resolve()), *options)
        os.environ["XDG_CACHE_HOME"] = data
        first = [start(*command) for command in commands.values()][:2]  # fills the content's cache
        rounds = [[start(*command) for command in commands.values()] for _ in range(asked.rounds)]
        cold = []
        if asked.built is not None and forget_files():
            for _ in range(min(5, asked.rounds)):
                cold.append([start(*c) for c in commands.values() if forget_files()])
    print("| what | seconds | ratio to the floor | MB in memory |\n|---|---|---|---|")
    kinds = {"": rounds, ", files not in memory": cold, ", content not yet checked": [first]}
    for kind, runs in kinds.items():
        for place, name in enumerate(list(commands)[: len(runs[0])] if runs else ()):
            print(told(name + kind, [run[place] for run in runs], [run[0] for run in runs]))
    for kind, runs in kinds.items():
        if runs and len(runs[0]) > 2:
            ratio = statistics.median(run[2].seconds / run[1].seconds for run in runs)
            print(f"built to source{kind}: {ratio:.2f}")


if __name__ == "__main__":
    main()
