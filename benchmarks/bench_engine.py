"""Turns a second of the engine against a tight loop without objects, in pairs in one run.

    python benchmarks/bench_engine.py [--games 3000] [--rounds 5] [--peers ../shared/bench/bench40]

The game is the one of `board40.py`; that both play the same game is shown by its exact mean of
34.8287568199 turns. `--peers`: a folder with other implementations, run where they are installed.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import board40
import floor_tight

MEAN = 34.8287568199
PEERS = ("b4_msgspec", "e_openspiel", "e2_pettingzoo")


def speed(
    play: Callable[[int, int], tuple[int, list[int]]], games: int, seed: int
) -> tuple[float, float]:
    """(turns a second, turns a game)"""
    started = time.perf_counter()
    turns, _ = play(games, seed)
    return turns / (time.perf_counter() - started), turns / games


def peer(folder: Path, name: str) -> float | None:
    """Turns a second of a peer, None where it cannot be run."""
    done = subprocess.run(
        [sys.executable, "run.py", name, "3000", "1"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return float(json.loads(done.stdout)["turns_s"]) if done.returncode == 0 else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", type=Path)
    given = parser.parse_args()
    floor_tight.play(200, 99)
    board40.play(50, 99)
    ratios: dict[str, list[float]] = {}
    speeds: dict[str, list[float]] = {}
    means = []
    for round_number in range(given.rounds):
        floor, _ = speed(floor_tight.play, given.games * 8, round_number)
        ours, mean = speed(board40.play, given.games, round_number)
        means.append(mean)
        rows = {"floor_tight": floor, "sugoroku apply": ours}
        if given.peers is not None:
            found = {name: peer(given.peers, name) for name in PEERS}
            rows |= {name: value for name, value in found.items() if value is not None}
        for name, value in rows.items():
            speeds.setdefault(name, []).append(value)
            ratios.setdefault(name, []).append(value / floor)
    print("| implementation | turns/s | ratio to the floor |\n|---|---|---|")
    for name, values in speeds.items():
        print(
            f"| {name} | {statistics.median(values):,.0f} | {statistics.median(ratios[name]):.3f} |"
        )
    print(f"\nMean turns a game: {statistics.fmean(means):.3f} (exact {MEAN})")


if __name__ == "__main__":
    main()
