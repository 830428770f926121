"""A lesson whose clock stands on the desk."""

import csv
from datetime import datetime, timedelta, timezone
from pathlib import Path

from small_table import PlainWords, act, command, edition, over, setup

from sugoroku.engine import commands
from sugoroku.engine.refusals import Refused
from sugoroku.engine.state import AwaitAnswer, AwaitExit
from sugoroku.model.edition import Edition
from sugoroku.model.setup import GameSetup
from sugoroku.model.survey import SurveyValue
from sugoroku.records.lesson import LessonRecords
from sugoroku.records.made_files import export
from sugoroku.records.session_folder import SessionFolder
from sugoroku.records.words import Words

JST = timezone(timedelta(hours=9))


class Desk:
    """Half a second goes by whenever somebody looks at a clock."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 22, 14, 5, tzinfo=JST)
        self.seconds = 100.0

    def now(self) -> datetime:
        self.time += timedelta(seconds=0.5)
        return self.time

    def clock(self) -> float:
        self.seconds += 0.5
        return self.seconds

    def begin(self, folder: Path, seed: int = 7, everyone: bool = False) -> LessonRecords:
        return self.begin_with(folder, edition(), setup(seed, everyone=everyone))

    def begin_with(
        self, folder: Path, content: Edition, plan: GameSetup, words: Words | None = None
    ) -> LessonRecords:
        spoken = words or PlainWords()
        return LessonRecords.begin(folder, content, plan, spoken, self.now, self.clock)

    def resume(self, folder: Path) -> LessonRecords:
        return LessonRecords.resume(folder, PlainWords(), self.now, self.clock)


def play(records: LessonRecords, numbers: list[int]) -> None:
    """Commands, undos and redos; what is refused is passed over."""
    for number in numbers:
        try:
            act(records.session, number)
        except Refused:
            continue


def play_forward(records: LessonRecords, steps: int) -> None:
    """Rolls and answers only."""
    number = 1
    while len(records.session.steps) < steps and not over(records.session):
        number += 2 if (number + 2) % 6 else 4
        try:
            records.session.submit(command(records.session.state, number))
        except Refused:
            continue


def until_question(records: LessonRecords) -> None:
    """Roll, always straight on, until a question is open."""
    session = records.session
    while not isinstance(session.state.phase, AwaitAnswer):
        phase = session.state.phase
        if isinstance(phase, AwaitExit):
            session.submit(commands.ChooseExit(phase.exits[0]))
        else:
            session.submit(commands.Roll())


def answers(noticed: str = "Nothing", fun: int = 3) -> dict[str, SurveyValue]:
    return {"fun": fun, "again": 1, "will_do": (0, 2), "noticed": noticed, "age": -5}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def rewritten(folder: Path) -> tuple[bytes, bytes]:
    files = SessionFolder(folder)
    export(files, lambda *_: PlainWords())
    return files.quiz.read_bytes(), files.survey.read_bytes()
