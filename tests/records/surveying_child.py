"""Takes surveys until it is killed: `python surveying_child.py DATA_FOLDER`.

Before the game and after it, one by one, on paper, by hands, now and then with a step back. It
tells what it is about to keep, and `did` when that is safe. See `playing_child` for the rest.
"""

import sys
from pathlib import Path
from random import Random

from lesson_desk import play_forward
from playing_child import serve, tell
from small_table import PlainWords, setup
from wide_survey import wide_edition

from sugoroku.model.survey import MOMENTS, Moment, Way
from sugoroku.records.lesson import LessonRecords
from sugoroku.records.resume import find_unfinished

PUPILS = 10
WAYS: tuple[Way, ...] = ("alone", "paper")


def survey_on(data_folder: Path, seed: int) -> None:
    rng = Random(seed)
    words = PlainWords()
    while True:
        unfinished = find_unfinished(data_folder)
        if unfinished:
            records = LessonRecords.resume(unfinished[0].path, words)
        else:
            plan = setup(rng.getrandbits(60))
            records = LessonRecords.begin(data_folder, wide_edition(), plan, words)
        tell("folder", records.folder)
        for moment in MOMENTS:
            if moment == "after":
                records.end_survey_before()
                play_forward(records, 3)
            records.begin_survey(moment)
            while records.surveyed(moment) < PUPILS:
                keep_something(records, moment, rng)
        records.close(done=True)
        tell("closed", records.folder)


def keep_something(records: LessonRecords, moment: Moment, rng: Random) -> None:
    chance = rng.random()
    if chance < 0.1 and records.surveyed(moment):
        tell("will", "undo", moment)
        records.undo_survey(moment)
    elif chance < 0.25:
        counts = [rng.randrange(9) for _ in range(4)] if rng.random() < 0.8 else []
        tell("will", "hands", moment, *counts)
        records.save_hands("known", counts, 30, moment)
    else:
        said = f"=word\\{rng.getrandbits(40)}"
        tell("will", "save", moment, said)
        answers = {"known": rng.randint(-1, 2), "fun": rng.randint(1, 3), "noticed": said}
        records.save_survey(answers, moment, rng.choice(WAYS))
    tell("did")


if __name__ == "__main__":
    serve(lambda seed: survey_on(Path(sys.argv[1]), seed))
