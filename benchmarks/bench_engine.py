"""How fast the rules are: `python benchmarks/bench_engine.py [--games N] [--rounds R]`.

Plays the game of 40 squares through `apply`, and the same game in the tightest plain loop right
before it; the ratio is taken pair by pair and its median shown. Other libraries play along when
their bench folder lies beside the repository (see `--peers`). Prints a markdown table.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import board40  # noqa: E402
import floor_tight  # noqa: E402

MEAN_TURNS = 34.8287568199
"""Turns per game, computed exactly from the chain of the rules."""
FLOOR_GAMES = 20_000
PYTHON_PEERS = {"b4_msgspec": 4_000, "e_openspiel": 2_000, "e2_pettingzoo": 4_000}
NODE_PEERS = {"client": 200, "reducer": 200}


def turns_per_second(play: Callable[[int, int], tuple[int, list[int]]], games: int) -> float:
    begin = time.perf_counter()
    turns, _ = play(games, 1)
    return turns / (time.perf_counter() - begin)


def peer(command: list[str], folder: Path) -> float:
    """Turns per second as a peer measures them itself; 0 when it cannot run."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        return 0.0
    return float(json.loads(done.stdout.strip().splitlines()[-1])["turns_s"])


def players(games: int, peers: Path, python: Path, node: Path) -> dict[str, Callable[[], float]]:
    """Each player of the table, by name."""
    found: dict[str, Callable[[], float]] = {
        "sugoroku.engine.apply": lambda: turns_per_second(board40.play, games)
    }
    run = [str(python if python.exists() else sys.executable), "-B", "run.py"]
    if (peers / "run.py").exists():
        found["a_tight (peer's floor)"] = lambda: peer([*run, "a_tight", "20000", "1"], peers)
        for name, count in PYTHON_PEERS.items():
            command = [*run, name, str(count), "1"]
            found[name] = lambda command=command: peer(command, peers)  # type: ignore[misc]
    if (node / "node_modules").exists():
        for name, count in NODE_PEERS.items():
            command = ["node", "bench.js", name, str(count), "1"]
            found[f"boardgame.io {name}"] = lambda command=command: peer(command, node)  # type: ignore[misc]
    return found


def measure(found: dict[str, Callable[[], float]], rounds: int) -> dict[str, list[list[float]]]:
    """For each player the pairs [its turns per second, those of the floor right before]."""
    pairs: dict[str, list[list[float]]] = {name: [] for name in found}
    for _ in range(rounds):
        for name, player in found.items():
            floor = turns_per_second(floor_tight.play, FLOOR_GAMES)
            reached = player()
            if reached:
                pairs[name].append([reached, floor])
    return pairs


def show(pairs: dict[str, list[list[float]]]) -> None:
    floors = [floor for measured in pairs.values() for _, floor in measured]
    print("| player | turns/s, median | ratio to the floor, median of pairs (lowest to highest) |")
    print("|---|---:|---:|")
    print(f"| floor_tight | {statistics.median(floors):,.0f} | 1 |")
    for name, measured in pairs.items():
        if measured:
            ratios = sorted(reached / floor for reached, floor in measured)
            middle = statistics.median(reached for reached, _ in measured)
            spread = f"({ratios[0]:.4f} to {ratios[-1]:.4f})"
            print(f"| {name} | {middle:,.0f} | {statistics.median(ratios):.4f} {spread} |")


def prove(games: int) -> bool:
    """The game is the same: its mean number of turns lies within three standard errors."""
    turns = board40.turns_of_games(games, 2)
    mean = statistics.fmean(turns)
    error = statistics.stdev(turns) / games**0.5
    print(f"\nMean turns per game {mean:.4f} ± {error:.4f} in {games:,} games; exact {MEAN_TURNS}.")
    return abs(mean - MEAN_TURNS) < 3 * error


def main() -> int:
    beside = ROOT.parent
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=6_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--peers", type=Path, default=beside / "shared" / "bench" / "bench40")
    parser.add_argument("--python", type=Path, default=beside / "venv-bench" / "bin" / "python")
    parser.add_argument("--node", type=Path, default=beside / "scratch" / "bgio")
    asked = parser.parse_args()
    show(measure(players(asked.games, asked.peers, asked.python, asked.node), asked.rounds))
    return 0 if prove(asked.games) else 1


if __name__ == "__main__":
    sys.exit(main())
