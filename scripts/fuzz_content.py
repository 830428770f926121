"""Feed the proofreader broken files for minutes: `scripts/fuzz_content.py --minutes 10`.

Fails with the file that it could not bear, made as small as possible. `tests/content` runs a short
seeded part of the same.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as some

TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path.insert(0, str(TESTS / "content"))

from changed_files import (  # noqa: E402
    changed_files,
    content_or_problems,
    mends_only_letters,
    whole_check,
)
from small_pack import BOARD, DECK, SURVEY, THEME  # noqa: E402

ROUND = 500
DECORATED = settings(
    max_examples=ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


def rounds(number: int) -> tuple[Callable[[], None], ...]:
    """What is tried in one round, each with its own seed."""

    @seed(number)
    @DECORATED
    @given(changed_files())
    def changed(file: tuple[str, bytes]) -> None:
        content_or_problems(*file)
        mends_only_letters(*file)

    @seed(number)
    @settings(DECORATED, max_examples=ROUND // 10)
    @given(changed_files())
    def folders(file: tuple[str, bytes]) -> None:
        whole_check(*file)

    @seed(number)
    @DECORATED
    @given(some.sampled_from([BOARD, DECK, SURVEY, THEME]), some.binary(max_size=60), some.data())
    def spliced(text: str, noise: bytes, data: some.DataObject) -> None:
        good = text.encode()
        at = data.draw(some.integers(0, len(good)))
        for kind in ("", "board", "deck", "survey", "theme"):
            content_or_problems(kind, good[:at] + noise + good[at:])

    return changed, folders, spliced


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    end = time.monotonic() + 60 * options.minutes
    number = options.seed
    while time.monotonic() < end:
        for attempt in rounds(number):
            attempt()
        number += 1
        print(f"seed {number - 1}: nothing escaped", flush=True)
    done = number - options.seed
    print(f"{done * (2 * ROUND + ROUND // 10)} files in {options.minutes:g} minutes: no exception")


if __name__ == "__main__":
    main()
