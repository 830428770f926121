#!/usr/bin/env python3
"""Torn files into each importer and into the loader, for some minutes: nothing may escape.

python scripts/fuzz_import.py [--minutes 10] [--only gift] [--seed 1]
Counts what was read and refused, and tells the slowest file. Exit status 1 at the first fault,
with the bytes that caused it.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "interchange"))

from fuzzing import LIST, check, files

ROUND = settings(
    max_examples=200,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


def fuzz(form: str, seconds: float, start: int) -> None:
    counts: Counter[str] = Counter()
    slowest, end, n = 0.0, time.monotonic() + seconds, start
    strategy = files(form)
    while time.monotonic() < end:

        @seed(n)
        @given(strategy)
        @ROUND
        def tear(data: bytes) -> None:
            nonlocal slowest
            begun = time.monotonic()
            counts[check(form, data)] += 1
            slowest = max(slowest, time.monotonic() - begun)

        tear()
        n += 1
    told = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
    print(
        f"{form:<11} {sum(counts.values()):>7} files: {told}; slowest {slowest:.2f} s", flush=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--only", choices=[*LIST, "loader"])
    parser.add_argument("--seed", type=int, default=1)
    call = parser.parse_args()
    forms = [call.only] if call.only else [*LIST, "loader"]
    for form in forms:
        fuzz(form, call.minutes * 60 / len(forms), call.seed)


if __name__ == "__main__":
    main()
