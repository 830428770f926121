"""A class answers the survey one by one: from the last key to synced, against one bare write.

    python benchmarks/bench_survey.py [--pupils 40] [--rounds 5]

The floor writes the same bytes of the journal and waits for the disk, in the same folder and the
same run, a pupil after the other by turns. `journal` is when the answer is safe; `all` when
`save_survey` returns, with `survey.csv` written again.
"""

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path
from random import Random

from sugoroku import paths
from sugoroku.content.library import ContentFolders, Library
from sugoroku.i18n.translator import Translator
from sugoroku.model.edition import Edition
from sugoroku.model.setup import GameSetup, TeamSetup
from sugoroku.model.survey import (
    ChoiceItem,
    Faces,
    Knowledge,
    NumberItem,
    SeveralItem,
    SurveyItem,
    SurveyValue,
    TextItem,
    YesMaybeNo,
)
from sugoroku.records import codec
from sugoroku.records.codec import Line
from sugoroku.records.lesson import LessonRecords

GRADE = 4


def answer(item: SurveyItem, rng: Random) -> SurveyValue:
    match item:
        case Faces(scale=scale):
            return rng.randint(1, len(scale))
        case ChoiceItem(options=options):
            return rng.randrange(len(options))
        case SeveralItem(options=options):
            return tuple(sorted(rng.sample(range(len(options)), 2)))
        case YesMaybeNo():
            return rng.randrange(3)
        case Knowledge():
            return rng.randint(-1, 1)
        case NumberItem(low=low, high=high):
            return rng.randint(low, high)
        case TextItem(longest=longest):
            return ("気づいたことを書きます。" * 20)[: min(longest, 120)]


class Watched:
    """Tells when the journal's line was on the disk."""

    def __init__(self, records: LessonRecords) -> None:
        self.synced = 0.0
        journal = records._journal
        append = journal.append

        def watched(line: Line) -> None:
            append(line)
            self.synced = time.perf_counter()

        journal.append = watched  # type: ignore[method-assign]


def bare_write(descriptor: int, data: bytes) -> float:
    started = time.perf_counter()
    os.write(descriptor, data)
    os.fsync(descriptor)
    return time.perf_counter() - started


def one_class(edition: Edition, words: Translator, pupils: int, seed: int) -> list[list[float]]:
    """Seconds of the journal, of all, and of the floor, for each pupil."""
    rng, found = Random(seed), []
    setup = GameSetup(teams=(TeamSetup("a"), TeamSetup("b")), seed=seed, grade=GRADE)
    with tempfile.TemporaryDirectory() as folder:
        records = LessonRecords.begin(Path(folder), edition, setup, words)
        watched = Watched(records)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        floor = os.open(Path(folder, "floor"), flags)
        records.begin_survey()
        for _ in range(pupils):
            answers = {item.id: answer(item, rng) for item in edition.asked("after", GRADE)}
            started = time.perf_counter()
            records.save_survey(answers)
            ended = time.perf_counter()
            data = codec.encode(records._journal.lines[-1])
            bare = bare_write(floor, data)
            found.append([watched.synced - started, ended - started, bare])
        os.close(floor)
        assert records.trouble(words) == ""
        records.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pupils", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    root = paths.bundled_root()
    edition = Library(ContentFolders((root,))).load("toyama")
    words = Translator("ja", [root / "locales"], edition.languages())
    one_class(edition, words, 3, 0)  # catalogues are read
    rows = [r for n in range(options.rounds) for r in one_class(edition, words, options.pupils, n)]
    journal, everything, floor = ([row[i] * 1000 for row in rows] for i in range(3))
    bare = statistics.median(floor)
    print(f"{options.rounds} classes of {options.pupils} pupils")
    print("| what | median ms | worst ms | ratio of the medians to the floor |\n|---|---|---|---|")
    for name, values in (
        ("floor: write and fsync", floor),
        ("to synced in the journal", journal),
        ("to synced with survey.csv", everything),
    ):
        middle = statistics.median(values)
        print(f"| {name} | {middle:.2f} | {max(values):.2f} | {middle / bare:.2f} |")


if __name__ == "__main__":
    main()
