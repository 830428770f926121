"""The survey as the teacher's keys lead it: before the game, after it, stopped, gone on with."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from sugoroku.app.autoplay import SHEETS, AutoPlayer
from sugoroku.app.lesson import Lesson
from sugoroku.engine import commands
from sugoroku.engine.state import Finished
from sugoroku.i18n.translator import Translator
from sugoroku.model.edition import Edition
from sugoroku.stage import intents
from sugoroku.stage.loop import Loop
from sugoroku.stage.scenes.board import BoardScene
from sugoroku.stage.scenes.guide import GuideScene
from sugoroku.stage.scenes.hands import HandsScene
from sugoroku.stage.scenes.notice import NoticeScene
from sugoroku.stage.scenes.paper import PaperScene
from sugoroku.stage.scenes.results import ResultsScene
from sugoroku.stage.scenes.setup import SetupScene
from sugoroku.stage.scenes.survey import SurveyScene
from sugoroku.stage.scenes.survey_door import SurveyDoorScene
from sugoroku.stage.scenes.survey_results import ClassAnswersScene
from sugoroku.stage.scenes.title import TitleScene
from tests.app.conftest import MakeLesson
from tests.wide_edition import wide

GO = intents.Go()
BACK = intents.Back()


@pytest.fixture
def widely(make_lesson: MakeLesson, monkeypatch: pytest.MonkeyPatch) -> MakeLesson:
    """Lessons whose editions ask every kind of item, before and after."""

    def make(**more: object) -> tuple[Lesson, Loop]:
        lesson, loop = make_lesson(**{"language": "en", "motion": "reduced", **more})
        load = lesson.house.load

        def loaded(edition_id: str, tr: object) -> tuple[Edition | None, list[object]]:
            edition, faults = load(edition_id, tr)  # type: ignore[arg-type]
            return (wide(edition) if edition is not None else None), faults  # type: ignore[return-value]

        monkeypatch.setattr(lesson.house, "load", loaded)
        return lesson, loop

    return make


def press(lesson: Lesson, loop: Loop, typed: str) -> None:
    """`⏎` Enter, `⎋` Escape, else the key itself."""
    special: dict[str, intents.Intent] = {"⏎": GO, "⎋": BACK}
    for sign in typed:
        loop.frame((special.get(sign) or intents.Character(sign),))
        loop.frame()


def begin(lesson: Lesson, loop: Loop, *, ask_before: bool) -> None:
    lesson.choose_edition("toyama")
    loop.frame()
    press(lesson, loop, "⏎")
    setup = lesson.scene
    assert isinstance(setup, SetupScene)
    setup.plan = replace(setup.plan, ask_before=ask_before, explain=False)
    press(lesson, loop, "⏎")


def to_survey(lesson: Lesson, loop: Loop) -> None:
    """A game that is over at once, and its survey."""
    begin(lesson, loop, ask_before=False)
    assert lesson.running is not None
    lesson.running.play.submit(commands.EndGame())
    lesson.running.play.show_state()
    loop.frame()
    press(lesson, loop, "⏎⏎")
    assert isinstance(lesson.scene, SurveyDoorScene)


def kill(lesson: Lesson) -> Path:
    """As the end of the process does."""
    assert lesson.running is not None
    lesson.running.records._journal.close()
    return lesson.running.records.folder


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# ---------------------------------------------------------------------- before the game


def test_it_is_off_unless_it_is_wanted(widely: MakeLesson) -> None:
    lesson, loop = widely()
    begin(lesson, loop, ask_before=False)
    assert isinstance(lesson.scene, BoardScene)
    assert lesson.running is not None and lesson.running.records.phase == "playing"


def test_the_setup_offers_it_only_where_there_is_one(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson(language="en")
    lesson.choose_edition("toyama")
    scene = lesson.scene
    assert isinstance(scene, SetupScene)
    assert scene.asks_before == bool(scene.edition.asked("before", None))
    assert not scene.plan.ask_before
    loop.frame()


def test_before_the_first_turn(widely: MakeLesson) -> None:
    lesson, loop = widely()
    begin(lesson, loop, ask_before=True)
    assert isinstance(lesson.scene, SurveyDoorScene) and lesson.scene.moment == "before"
    assert lesson.running is not None
    records = lesson.running.records
    assert records.phase == "before"
    press(lesson, loop, "1⏎" + "1⏎" + "4⏎" + "?⏎" + "a⏎")
    assert (records.surveyed("before"), records.surveyed()) == (1, 0)
    press(lesson, loop, "fy")
    assert isinstance(lesson.scene, ClassAnswersScene)
    assert [item.id for item, _ in lesson.scene.pages] == ["talk", "mood"]
    press(lesson, loop, "⏎⏎")
    assert isinstance(lesson.scene, BoardScene)
    assert records.phase == "playing" and not lesson.surveying


def test_not_now_begins_the_game(widely: MakeLesson) -> None:
    lesson, loop = widely()
    begin(lesson, loop, ask_before=True)
    press(lesson, loop, "4")
    assert isinstance(lesson.scene, BoardScene | GuideScene)
    assert lesson.running is not None and lesson.running.records.phase == "playing"


def test_a_kill_in_the_middle_goes_on_there(widely: MakeLesson) -> None:
    lesson, loop = widely()
    begin(lesson, loop, ask_before=True)
    press(lesson, loop, "1⏎" + "1⏎" + "4⏎" + "?⏎" + "a⏎" + "⏎2")
    folder = kill(lesson)
    again, other = widely()
    again.resume(folder)
    other.frame()
    assert isinstance(again.scene, SurveyDoorScene)
    assert (again.scene.moment, again.scene.progress.pupils) == ("before", 1)
    press(again, other, "1")
    assert isinstance(again.scene, SurveyScene) and again.scene.answered == 1
    press(again, other, "f⎋f" + "y" + "⏎⏎")
    assert isinstance(again.scene, BoardScene)


def test_the_door_leads_back_to_the_title_and_from_there_on(widely: MakeLesson) -> None:
    lesson, loop = widely()
    begin(lesson, loop, ask_before=True)
    press(lesson, loop, "⎋")
    assert isinstance(lesson.scene, TitleScene) and lesson.running is None
    assert lesson.scene.actions.resume is not None
    lesson.scene.actions.resume.resume()
    assert isinstance(lesson.scene, SurveyDoorScene)


# ---------------------------------------------------------------------- after the game


def test_a_class_by_raised_hands(widely: MakeLesson) -> None:
    lesson, loop = widely()
    to_survey(lesson, loop)
    press(lesson, loop, "2")
    assert isinstance(lesson.scene, HandsScene)
    assert lesson.scene.pupils == 20  # four teams of five
    press(lesson, loop, "7⏎" + "12⏎" + "⎋")
    assert isinstance(lesson.scene, HandsScene) and lesson.scene.page == 1
    assert lesson.running is not None
    records = lesson.running.records
    assert records.hands()["like"].counts == (12, 0, 0)
    press(lesson, loop, "p")
    assert isinstance(lesson.scene, SurveyDoorScene) and lesson.scene.progress.raised == 2
    press(lesson, loop, "r")
    assert isinstance(lesson.scene, ClassAnswersScene)
    tally = next(t for t in lesson.scene.card.tallies if t.item == "like")
    assert (tally.counts, tally.answered) == ((12, 0, 0), 12)


def test_hands_go_on_after_a_kill(widely: MakeLesson) -> None:
    lesson, loop = widely()
    to_survey(lesson, loop)
    press(lesson, loop, "2" + "7⏎")
    folder = kill(lesson)
    again, other = widely()
    again.resume(folder)
    other.frame()
    press(again, other, "2")
    assert isinstance(again.scene, HandsScene)
    # 7 hands of more pupils: the teacher looks at them once more and goes on by Enter.
    assert again.scene.page == 0 and again.scene.counts["mood"][0] == 7
    press(again, other, "⏎")
    assert again.scene.page == 1


def test_sheets_are_typed_in_and_one_is_taken_back(widely: MakeLesson) -> None:
    lesson, loop = widely()
    to_survey(lesson, loop)
    press(lesson, loop, "3")
    assert isinstance(lesson.scene, PaperScene)
    for _ in range(2):
        press(lesson, loop, "4⏎" + "b⏎" + "a⏎" + "ac⏎" + "11⏎" + "b⏎" + "?⏎")
        loop.frame((intents.TextTyped("ok"),))
        press(lesson, loop, "⏎")
    assert lesson.running is not None
    records = lesson.running.records
    assert records.surveyed() == 2
    loop.frame((intents.Undo(),))
    assert records.surveyed() == 1 and lesson.scene.sheets == 1
    press(lesson, loop, "⎋y")
    assert isinstance(lesson.scene, ClassAnswersScene)
    (row,) = rows(records.folder, "survey.csv")
    assert row["way"] == "paper" and row["age"] == "11" and row["noticed"] == "ok"


def test_not_now_leaves_it_for_another_time(widely: MakeLesson) -> None:
    lesson, loop = widely()
    to_survey(lesson, loop)
    press(lesson, loop, "4")
    title = lesson.scene
    assert isinstance(title, TitleScene) and title.actions.resume is not None
    title.actions.resume.resume()
    loop.frame()
    assert isinstance(lesson.scene, ResultsScene)


def test_the_door_leads_back_to_the_results(widely: MakeLesson) -> None:
    lesson, loop = widely()
    to_survey(lesson, loop)
    press(lesson, loop, "⎋")
    assert isinstance(lesson.scene, ResultsScene) and not lesson.surveying


def test_the_end_says_where_the_answers_are(widely: MakeLesson) -> None:
    lesson, loop = widely()
    to_survey(lesson, loop)
    press(lesson, loop, "1" + "fy")
    assert isinstance(lesson.scene, ClassAnswersScene)
    press(lesson, loop, "⏎" * len(lesson.scene.pages))
    notice = lesson.scene
    assert isinstance(notice, NoticeScene) and lesson.running is not None
    assert str(lesson.running.records.folder) in notice.notice.lines
    press(lesson, loop, "⏎")
    assert isinstance(lesson.scene, TitleScene) and lesson.scene.actions.resume is None


def test_an_unwritable_journal_is_told_and_the_answer_waits(
    widely: MakeLesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson, loop = widely()
    to_survey(lesson, loop)
    press(lesson, loop, "2")
    assert lesson.running is not None
    records = lesson.running.records
    monkeypatch.setattr(records, "trouble", lambda tr: "The disk is full.")
    press(lesson, loop, "7⏎")
    assert lesson.scene._toast is not None and "full" in lesson.scene._toast.text
    assert records.hands()["mood"].counts[0] == 7


def test_the_language_changes_in_the_middle(widely: MakeLesson) -> None:
    lesson, loop = widely()
    to_survey(lesson, loop)
    english = lesson.scene.widgets[0].label  # type: ignore[attr-defined]
    press(lesson, loop, "l")
    assert lesson.scene.widgets[0].label != english  # type: ignore[attr-defined]


def test_a_fault_in_the_survey_leads_back_to_its_door(widely: MakeLesson) -> None:
    lesson, loop = widely()
    to_survey(lesson, loop)
    press(lesson, loop, "1")

    def broken() -> None:
        raise RuntimeError("a fault in a screen")

    lesson.scene.tick = broken  # type: ignore[method-assign]
    loop.frame()
    assert isinstance(lesson.scene, NoticeScene)
    loop.frame()
    press(lesson, loop, "⏎")
    assert isinstance(lesson.scene, SurveyDoorScene)


@pytest.mark.parametrize("pupils", [7])
def test_autoplay_takes_every_way(
    widely: MakeLesson,
    tmp_path: Path,
    pupils: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sugoroku.app.autoplay.words", lambda _: Translator("en", ()))
    lesson, loop = widely()
    lesson.choose_edition("toyama")
    player = AutoPlayer(lesson, loop, 3, tmp_path / "pictures", pupils)
    restless, capture = [], loop.capture

    def captured(path: Path) -> None:
        if loop.moving or lesson.scene.coming:
            restless.append(path.name)
        capture(path)

    monkeypatch.setattr(loop, "capture", captured)
    assert player.play() == 0
    assert restless == []
    told = capsys.readouterr().out
    assert f"Answered the survey: {pupils} one by one, {SHEETS} on paper." in told
    assert lesson.running is not None
    records = lesson.running.records
    assert isinstance(records.session.state.phase, Finished)
    for moment in ("before", "after"):
        assert records.surveyed(moment) == pupils + SHEETS  # type: ignore[arg-type]
        assert records.hands(moment)  # type: ignore[arg-type]
    ways = [row["way"] for row in rows(records.folder, "survey.csv") if row["moment"] == "after"]
    assert ways == ["alone"] * pupils + ["paper"] * SHEETS
    assert player.slowest_ms > 0
    names = {path.stem.split("-", 1)[1] for path in (tmp_path / "pictures").glob("*.png")}
    assert {"surveydoor", "survey", "hands", "paper", "classanswers"} <= names
