"""How long `sugoroku analyze` takes, and how much memory: boards of 500 squares, four teams.

    python benchmarks/bench_analyze.py [--squares 500] [--teams 4] [--rounds 3]

Each board is looked at in a process of its own, from the start of Python to the last figure; the
times are wall clock and processor, the memory is the most that it had. `exact` tells whether the
minutes of a game came out exactly.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

ROADS = {
    "empty": ("", {}),
    "quiz": ("right: [{advance: 1}]", {3: "quiz"}),
    "all effects": (
        "right: [{advance: 2}], wrong: [{rest: 1}]",
        {2: "quiz", 7: "roll_again: true", 11: "back: 9", 13: "rest: 1", 17: "advance: 5"},
    ),
    "chain": (
        "chain: true, finish: bounce, right: [{advance: 1}]",
        {5: "quiz", 7: "roll_again: true", 11: "back: 9", 17: "advance: 5"},
    ),
    "all arrive": (
        "end: all, finish: exact, right: [{advance: 1}]",
        {3: "quiz", 11: "back: 9", 13: "rest: 2"},
    ),
    "forks": ("right: [{advance: 1}]", {3: "quiz", 40: "fork"}),
}


def board_file(folder: Path, name: str, squares: int) -> Path:
    rules, marks = ROADS[name]
    rows = ["  - {kind: start}"]
    for number in range(1, squares - 1):
        marked = [what for every, what in marks.items() if number % every == 0]
        what = marked[-1] if marked else "plain"
        if what == "fork" and number < squares - 10:
            rows.append(f"  - {{kind: plain, id: f{number}, next: [a{number}, b{number}]}}")
        elif number > 1 and "id: f" in rows[-1]:
            rows.append(f"  - {{kind: plain, id: a{number - 1}}}")
        elif number > 2 and "id: a" in rows[-1]:
            rows.append(f"  - {{kind: plain, id: b{number - 2}}}")
        elif what in ("plain", "quiz", "fork"):
            rows.append(f"  - {{kind: {'quiz' if what == 'quiz' else 'plain'}}}")
        else:
            rows.append(f"  - {{kind: event, effects: [{{{what}}}]}}")
    rows.append("  - {kind: goal}")
    path = folder / f"{name.replace(' ', '-')}.yaml"
    path.write_text(
        f"format: board/1\nid: {path.stem}\nlanguage: en\ntitle: Board\ndecks: [climate]\n"
        f"rules: {{{rules}}}\nsquares:\n" + "\n".join(rows) + "\n",
        encoding="utf-8",
    )
    return path


def once(path: Path, teams: int) -> tuple[float, float, float, str]:
    """Seconds by the clock and of the processor, megabytes, and how the minutes were found."""
    command = [sys.executable, "-m", "sugoroku", "analyze", str(path), "--json"]
    begin = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--teams", str(teams)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    found = json.loads(process.stdout.read())
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    assert status == 0
    median = found["minutes"]["median"]
    games = found["wins"][0]["games"]
    told = f"{median['basis']}, {games} games" if games else median["basis"]
    return seconds, used.ru_utime + used.ru_stime, megabytes(used), told


def megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--squares", type=int, default=500)
    parser.add_argument("--teams", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    print(
        "| board | clock s | processor s | memory MB | minutes of a game |\n|---|---|---|---|---|"
    )
    with tempfile.TemporaryDirectory() as folder:
        for name in ROADS:
            path = board_file(Path(folder), name, given.squares)
            runs = [once(path, given.teams) for _ in range(given.rounds)]
            clock, processor, memory = (
                statistics.median(run[column] for run in runs) for column in range(3)
            )
            print(f"| {name} | {clock:.2f} | {processor:.2f} | {memory:.0f} | {runs[0][3]} |")


if __name__ == "__main__":
    main()
