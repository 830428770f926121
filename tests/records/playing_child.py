"""Plays lessons until it is killed: `python playing_child.py DATA_FOLDER`.

Every line of its input is a seed; for each it forks a child that goes on with the unfinished
lesson (or begins one) and tells, line by line, what is safe: `step <entry> <digest>`,
`pupil <number> <text>`. The child's number is told first, and `ended` when it is gone.
"""

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random

from lesson_desk import answers
from small_table import PlainWords, act, edition, over, setup

from sugoroku.engine.refusals import Refused
from sugoroku.records.lesson import LessonRecords
from sugoroku.records.resume import find_unfinished
from sugoroku.session.step import digest

PUPILS = 12


def tell(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def play_on(data_folder: Path, seed: int) -> None:
    rng = Random(seed)
    words = PlainWords()
    while True:
        unfinished = find_unfinished(data_folder)
        if unfinished:
            records = LessonRecords.resume(unfinished[0].path, words)
        else:
            records = LessonRecords.begin(data_folder, edition(), setup(rng.getrandbits(60)), words)
        tell("folder", records.folder)
        session = records.session
        session.listen(lambda entry: tell("step", entry.number, digest(entry.state)))
        while not over(session):
            try:
                act(session, rng.randrange(4000))
            except Refused:
                continue
        records.begin_survey()
        while records.surveyed() < PUPILS:
            said = f"word{rng.getrandbits(40)}"
            tell("pupil", records.save_survey(answers(said)), said)
        records.close()
        tell("closed", records.folder)


def serve(work: Callable[[int], None]) -> None:
    """Fork a child for every seed of the input and let it work."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                work(int(line))
            except BaseException:
                traceback.print_exc()
            os._exit(1)
        tell("pid", child)
        _, status = os.waitpid(child, 0)
        tell("ended", os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    serve(lambda seed: play_on(Path(sys.argv[1]), seed))
