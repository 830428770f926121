"""Start to first frame against the floor: import pygame, a window and a flip.

    python benchmarks/bench_start.py [--rounds 9]

Both run in new processes, one after the other in each round; medians of wall seconds.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

FLOOR = (
    "import pygame; pygame.display.init(); s = pygame.display.set_mode((1280, 720));"
    "s.fill((20, 40, 60)); pygame.display.flip()"
)
PROGRAM = (
    "import sys; from sugoroku.app.run import first_frame;"
    "sys.exit(first_frame((1280, 720), {data!r}))"
)


def seconds(code: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    with tempfile.TemporaryDirectory() as data:
        program = PROGRAM.format(data=data)
        cold = seconds(program)  # fills the cache of checked content
        pairs = [(seconds(FLOOR), seconds(program)) for _ in range(rounds)]
    floor = statistics.median(a for a, _ in pairs)
    ours = statistics.median(b for _, b in pairs)
    ratio = statistics.median(b / a for a, b in pairs)
    print("| what | seconds | ratio to the floor |\n|---|---|---|")
    print(f"| floor: pygame, window, flip | {floor:.3f} | 1 |")
    print(f"| sugoroku to the first frame | {ours:.3f} | {ratio:.2f} |")
    print(f"| the same, content not yet checked | {cold:.3f} | {cold / floor:.2f} |")


if __name__ == "__main__":
    main()
