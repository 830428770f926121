"""The teacher asks for help: a page that says what will be in the file, and one where it lies."""

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sugoroku.settings import Settings
from sugoroku.stage.scene import Scene
from sugoroku.stage.scenes.notice import Notice, NoticeScene, Reply

if TYPE_CHECKING:
    from sugoroku.app.lesson import Lesson

log = logging.getLogger("sugoroku.app")


class FaultReport:
    """From the settings and back."""

    def __init__(self, lesson: "Lesson") -> None:
        self._lesson = lesson

    def offer(self, under: Scene, back: Callable[[], None]) -> None:
        lesson, tr = self._lesson, self._lesson.context.tr
        notice = Notice(
            title=tr("A file for who helps you"),
            lines=(
                tr("In it: the program's log, versions, settings, your content's check."),
                tr("The last games are in it step by step: without answers of the survey, without"
                   " the teams' names."),
                tr("Nothing is sent. You decide who gets the file."),
            ),
            replies=(
                Reply(tr("Back"), back),
                Reply(tr("Make the file"), lambda: self._make(under, back), "primary", "file"),
            ),
            safe=back,
            pose="thinking",
        )  # fmt: skip
        lesson.show(NoticeScene(lesson.context, notice, under))

    def _make(self, under: Scene, back: Callable[[], None]) -> None:
        from sugoroku.app import fault_file

        lesson, tr = self._lesson, self._lesson.context.tr
        name = fault_file.default_name(datetime.now())
        why = ""
        for other in (False, True):
            house = lesson.house
            target = (house.other_folder() if other else house.data_folder) / name
            try:
                fault_file.write(lesson.house, target)
            except OSError as fault:
                log.warning("the fault report cannot be written: %s", fault)
                why = fault.strerror or str(fault)
                continue
            told = (tr("It lies here:"), str(target), tr("Nothing was sent."))
            lesson.say(tr("The file is ready"), told, back, under)
            return
        lesson.say(tr("The file cannot be written"), (why,), back, under)


def made(target: Path | None, data_folder: Path | None) -> tuple[Path | None, str]:
    """For the command: where the file lies, or None and why there is none."""
    from sugoroku.app import fault_file
    from sugoroku.app.house import House

    house = House(Settings(data_folder=data_folder))
    target = target or Path(fault_file.default_name(datetime.now()))
    try:
        fault_file.write(house, target)
    except OSError as fault:
        return None, fault.strerror or str(fault)
    return target.absolute(), ""
