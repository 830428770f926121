"""Earlier lessons from the title: listed, surveyed on another day, looked at, reported."""

import shutil
from pathlib import Path

import pytest

from sugoroku.app.lesson import Lesson
from sugoroku.records.resume import find_unfinished
from sugoroku.records.shelf import look_into
from sugoroku.stage.loop import Loop
from sugoroku.stage.scenes.lessons import LessonRow, LessonScene, LessonsScene
from sugoroku.stage.scenes.notice import NoticeScene
from sugoroku.stage.scenes.paper import PaperScene
from sugoroku.stage.scenes.results import ResultsScene
from sugoroku.stage.scenes.survey_door import SurveyDoorScene
from sugoroku.stage.scenes.survey_results import ClassAnswersScene
from sugoroku.stage.scenes.title import TitleScene
from tests.app.conftest import MakeLesson
from tests.app.test_surveying import begin, press, to_survey, widely

__all__ = ["widely"]


def played(lesson: Lesson, loop: Loop, *, done: bool = True) -> Path:
    """A lesson with a survey that nobody answered, back at the title."""
    to_survey(lesson, loop)
    assert lesson.running is not None
    folder = lesson.running.records.folder
    lesson.clear_table(done=done)
    lesson.show_title()
    loop.frame()
    return folder


def test_there_is_no_list_before_the_first_lesson(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson(language="en")
    lesson.show_title()
    loop.frame()
    assert isinstance(lesson.scene, TitleScene) and lesson.scene.actions.lessons is None
    press(lesson, loop, "h")
    assert isinstance(lesson.scene, TitleScene)


def test_the_list_tells_what_there_is(widely: MakeLesson) -> None:
    lesson, loop = widely()
    folder = played(lesson, loop)
    (folder.parent / "2099-01-01_0800_broken").mkdir()
    press(lesson, loop, "h")
    assert isinstance(lesson.scene, LessonsScene)
    broken, whole = (w for w in lesson.scene.widgets if isinstance(w, LessonRow))
    assert not broken.enabled and broken.detail == "Nothing of this game was recorded."
    assert whole.enabled and whole.title.startswith("Toyama · ")
    assert "no survey yet" in whole.detail
    press(lesson, loop, "⎋")
    assert isinstance(lesson.scene, TitleScene)


def test_the_survey_on_another_day(widely: MakeLesson) -> None:
    """The lesson is over before and after; nothing of its game changes."""
    lesson, loop = widely()
    folder = played(lesson, loop)
    assert look_into(folder).phase == "done"
    press(lesson, loop, "h" + "1" + "1")
    assert isinstance(lesson.scene, SurveyDoorScene)
    press(lesson, loop, "2" + "9⏎" + "p" + "r" + "⎋" + "4")
    assert isinstance(lesson.scene, LessonScene) and lesson.running is None
    kept = look_into(folder)
    assert (kept.phase, kept.raised) == ("done", 1)
    assert find_unfinished(lesson.house.data_folder) == ()


def test_with_the_survey_an_open_lesson_is_over(widely: MakeLesson) -> None:
    """Not when it is only stopped."""
    lesson, loop = widely()
    folder = played(lesson, loop, done=False)
    press(lesson, loop, "h" + "1" + "1" + "2" + "9⏎" + "p" + "4")
    assert look_into(folder).phase == "survey"
    press(lesson, loop, "1" + "r" + "⏎" * 7)
    assert isinstance(lesson.scene, LessonScene)
    assert look_into(folder).phase == "done"


def test_an_open_lesson_stays_open(widely: MakeLesson) -> None:
    lesson, loop = widely()
    begin(lesson, loop, ask_before=False)
    lesson.clear_table()
    lesson.show_title()
    loop.frame()
    press(lesson, loop, "h" + "1" + "1" + "⎋")
    assert isinstance(lesson.scene, LessonScene)
    (found,) = find_unfinished(lesson.house.data_folder)
    assert found.phase == "playing"


def test_sheets_from_before_the_game_come_later(widely: MakeLesson) -> None:
    lesson, loop = widely()
    folder = played(lesson, loop)
    press(lesson, loop, "h" + "1" + "5" + "3")
    assert isinstance(lesson.scene, PaperScene)
    press(lesson, loop, "a⏎" + "3⏎" + "b⏎" + "?⏎" + "⎋y" + "⏎⏎")
    assert isinstance(lesson.scene, LessonScene)
    kept = look_into(folder)
    assert (kept.before, kept.after, kept.phase) == (1, 0, "done")


def test_the_class_s_answers_are_looked_at_without_writing(widely: MakeLesson) -> None:
    lesson, loop = widely()
    to_survey(lesson, loop)
    press(lesson, loop, "2" + "9⏎" + "p")
    assert lesson.running is not None
    folder = lesson.running.records.folder
    lesson.clear_table(done=True)
    lesson.show_title()
    loop.frame()
    before = (folder / "journal.jsonl").read_bytes()
    press(lesson, loop, "h" + "1" + "2")
    assert isinstance(lesson.scene, ClassAnswersScene)
    assert lesson.scene.pages[0][1].counts[0] == 9
    press(lesson, loop, "⎋")
    assert isinstance(lesson.scene, LessonScene)
    assert (folder / "journal.jsonl").read_bytes() == before


def test_a_game_is_gone_on_with_from_the_list(widely: MakeLesson) -> None:
    lesson, loop = widely()
    played(lesson, loop, done=False)
    press(lesson, loop, "h" + "1" + "4")
    assert isinstance(lesson.scene, ResultsScene)


def test_a_lesson_in_use_elsewhere_is_told(
    widely: MakeLesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson, loop = widely()
    played(lesson, loop)
    monkeypatch.setattr(lesson.house, "resume", lambda folder, tr: (None, "It is open elsewhere."))
    press(lesson, loop, "h" + "1" + "1")
    assert isinstance(lesson.scene, NoticeScene)
    assert lesson.scene.notice.lines == ("It is open elsewhere.",)
    press(lesson, loop, "⏎")
    assert isinstance(lesson.scene, LessonsScene)


def test_the_report_is_made_and_its_place_told(widely: MakeLesson) -> None:
    lesson, loop = widely()
    folder = played(lesson, loop)
    press(lesson, loop, "h" + "1" + "3")
    assert isinstance(lesson.scene, NoticeScene)
    assert str(folder / "report.html") in lesson.scene.notice.lines
    assert "<html" in (folder / "report.html").read_text(encoding="utf-8")
    press(lesson, loop, "⏎")
    assert isinstance(lesson.scene, LessonScene)


def test_a_report_that_cannot_be_written_is_told(widely: MakeLesson) -> None:
    lesson, loop = widely()
    folder = played(lesson, loop)
    (folder / "report.html").mkdir()
    press(lesson, loop, "h" + "1" + "3")
    assert isinstance(lesson.scene, NoticeScene)
    assert lesson.scene.notice.title == "The report cannot be written"
    press(lesson, loop, "⏎")
    assert isinstance(lesson.scene, LessonScene)


def test_a_lesson_taken_away_meanwhile_is_told(widely: MakeLesson) -> None:
    lesson, loop = widely()
    folder = played(lesson, loop)
    press(lesson, loop, "h" + "1")
    shutil.rmtree(folder)
    press(lesson, loop, "1")
    assert isinstance(lesson.scene, NoticeScene)
