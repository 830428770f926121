"""Kill the program again and again while a class answers a survey: `scripts/kill_survey.py`.

Fails when an answer that was told to be safe is lost, a row of a table is broken, or a table is
not completed by the next one that goes on. Needs a system with fork.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path[:0] = [str(TESTS / "records"), str(TESTS / "session")]

from killing import kill_surveys  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="sugoroku-kill-") as folder:
        witness = kill_surveys(Path(folder), options.kills, options.seed)
    print(
        f"{options.kills} kills in {time.monotonic() - begun:.0f} s: {witness.told} answers told to"
        f" be safe in {len(witness.kept)} sessions, none lost, no broken row"
    )


if __name__ == "__main__":
    main()
