"""A lesson from the title to the survey, as the teacher's keys lead it."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from sugoroku.app.autoplay import PUPILS, SHEETS, AutoPlayer
from sugoroku.app.lesson import Lesson
from sugoroku.engine import commands
from sugoroku.engine.state import AwaitAnswer, AwaitRoll, Finished
from sugoroku.stage import intents
from sugoroku.stage.loop import Loop
from sugoroku.stage.scenes.board import BoardScene
from sugoroku.stage.scenes.event import EventScene
from sugoroku.stage.scenes.guide import GuideScene
from sugoroku.stage.scenes.help import BlackScene, HelpScene
from sugoroku.stage.scenes.notice import NoticeScene
from sugoroku.stage.scenes.options import OptionsScene
from sugoroku.stage.scenes.pause import PauseScene
from sugoroku.stage.scenes.quiz import QuizScene
from sugoroku.stage.scenes.reveal import RevealScene
from sugoroku.stage.scenes.setup import SetupScene
from sugoroku.stage.scenes.survey import SurveyScene
from sugoroku.stage.scenes.teams import TeamsScene
from sugoroku.stage.scenes.title import TitleScene
from tests.app.conftest import MakeLesson

GO = intents.Go()


def begin(lesson: Lesson, loop: Loop, edition: str = "toyama") -> None:
    lesson.choose_edition(edition)
    loop.frame()
    for _ in range(2):
        loop.frame((GO,))
    assert lesson.running is not None
    lesson.running.play.guide = None
    lesson.running.play.show_state()


def roll_until_question(lesson: Lesson, loop: Loop) -> QuizScene:
    """Press Enter until a question is open."""
    for _ in range(400):
        if isinstance(lesson.scene, QuizScene):
            return lesson.scene
        loop.frame((GO,))
    raise AssertionError("no question came")


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("edition", ["toyama", "renca"])
@pytest.mark.parametrize("die", ["virtual", "real"])
def test_a_whole_lesson_leaves_its_records(
    make_lesson: MakeLesson, tmp_path: Path, edition: str, die: str
) -> None:
    lesson, loop = make_lesson(die=die)
    lesson.choose_edition(edition)
    player = AutoPlayer(lesson, loop, 3, tmp_path / "pictures")
    assert player.play() == 0
    assert lesson.running is not None
    folder = lesson.running.records.folder
    after = [row["way"] for row in rows(folder, "survey.csv") if row["moment"] == "after"]
    assert after == ["alone"] * PUPILS + ["paper"] * SHEETS
    answers = rows(folder, "quiz.csv")
    assert answers and {"when", "round", "team", "question", "seconds"} <= set(answers[0])
    assert isinstance(lesson.running.records.session.state.phase, Finished)
    assert len(list((tmp_path / "pictures").glob("*.png"))) > 10


def test_the_text_of_the_goal_is_shown_to_the_team_that_arrives(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    begin(lesson, loop)
    assert lesson.running is not None
    lesson.running.play.submit(commands.MoveTeam(0, "goal"))
    for _ in range(200):
        if isinstance(lesson.scene, EventScene):
            break
        loop.frame()
    assert isinstance(lesson.scene, EventScene) and lesson.scene.card.square.kind == "goal"
    loop.frame((GO,))
    loop.frame((GO,))
    assert isinstance(lesson.scene, BoardScene)


def test_the_title_leads_to_the_teams_and_back(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    lesson.show_title()
    loop.frame()
    assert isinstance(lesson.scene, TitleScene)
    loop.frame((GO,))
    assert isinstance(lesson.scene, SetupScene)
    loop.frame((intents.Back(),))
    assert isinstance(lesson.scene, TitleScene)


def test_a_closed_lesson_goes_on_exactly_there(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    begin(lesson, loop)
    roll_until_question(lesson, loop)
    assert lesson.running is not None
    state, folder = lesson.running.play.state, lesson.running.records.folder
    lesson.running.records._journal.close()  # as the end of the process does
    again, other = make_lesson()
    again.resume(folder)
    other.frame()
    assert again.running is not None
    assert again.running.play.state == state
    assert isinstance(again.scene, QuizScene)


def test_undo_takes_an_answer_back(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    begin(lesson, loop)
    roll_until_question(lesson, loop)
    assert lesson.running is not None
    before = lesson.running.play.state
    lesson.running.play.submit(commands.Answer(None))
    assert lesson.running.play.state != before
    loop.frame((intents.Undo(),))
    assert lesson.running.play.state == before
    assert isinstance(lesson.scene, QuizScene)
    assert rows(lesson.running.records.folder, "quiz.csv")[0]["undone"] == "1"


def test_pause_swaps_a_question_and_ends_the_game(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    begin(lesson, loop)
    roll_until_question(lesson, loop)
    assert lesson.running is not None
    phase = lesson.running.play.state.phase
    assert isinstance(phase, AwaitAnswer)
    loop.frame((intents.Back(),))
    pause = lesson.scene
    assert isinstance(pause, PauseScene) and pause.actions.swap is not None
    pause.actions.swap()
    swapped = lesson.running.play.state.phase
    assert isinstance(swapped, AwaitAnswer) and swapped.question != phase.question
    lesson.menu.open()
    assert isinstance(lesson.scene, PauseScene) and lesson.scene.actions.end is not None
    lesson.scene.actions.end()
    assert isinstance(lesson.scene, NoticeScene)
    lesson.scene.notice.replies[0].press()
    for _ in range(40):
        loop.frame((GO,))
    assert isinstance(lesson.running.play.state.phase, Finished)


def test_language_changes_in_the_middle_of_a_question(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    begin(lesson, loop)
    quiz = roll_until_question(lesson, loop)
    japanese = quiz.tr.text(quiz.card.question.ask)
    lesson.menu.open()
    assert isinstance(lesson.scene, PauseScene) and lesson.scene.actions.settings is not None
    lesson.scene.actions.settings()
    assert isinstance(lesson.scene, OptionsScene)
    lesson.scene.actions.language("es")
    spanish = quiz.tr.text(quiz.card.question.ask)
    assert spanish != japanese and quiz.tr.language == "es"


def test_all_teams_answer(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    begin(lesson, loop)
    assert lesson.running is not None
    lesson.running.play.submit(commands.SetAnswering("everyone"))
    quiz = roll_until_question(lesson, loop)
    assert quiz.everyone and len(quiz.drafts) == 4
    for draft in quiz.drafts:
        draft.no_answer()
    quiz.confirm()
    assert not isinstance(lesson.running.play.state.phase, AwaitAnswer)


def test_an_unwritable_folder_is_told_before_the_game(
    make_lesson: MakeLesson, tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("a file stands where the folder should be")
    lesson, loop = make_lesson()
    lesson.choose_edition("renca")
    loop.frame()
    for _ in range(2):
        loop.frame((GO,))
    notice = lesson.scene
    assert isinstance(notice, NoticeScene) and lesson.running is None
    lesson.house.other_folder = lambda: tmp_path / "elsewhere"  # type: ignore[method-assign]
    lesson.opening._tell_folder("", lambda: None)
    assert isinstance(lesson.scene, NoticeScene)
    lesson.scene.notice.replies[-1].press()
    assert lesson.house.data_folder == tmp_path / "elsewhere"


def test_a_fault_shows_a_calm_page_and_the_game_goes_on(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    begin(lesson, loop)
    scene = lesson.scene

    def broken() -> None:
        raise RuntimeError("a fault in a screen")

    scene.tick = broken  # type: ignore[method-assign]
    loop.frame()
    assert isinstance(lesson.scene, NoticeScene)
    del scene.tick
    loop.frame()
    loop.frame((GO,))
    assert isinstance(lesson.scene, BoardScene)
    assert lesson.running is not None
    assert isinstance(lesson.running.play.state.phase, AwaitRoll)


SIZES = [(1024, 768), (1366, 768), (1920, 1080), (3840, 2160)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["ja", "es", "en"])
def test_every_screen_draws_a_frame(
    make_lesson: MakeLesson, language: str, size: tuple[int, int]
) -> None:
    """Title, teams, lesson, board, pause, quiz, reveal, results, survey: none raises a fault."""
    lesson, loop = make_lesson(size=size, language=language)
    seen = set()

    def frame(*given: intents.Intent) -> None:
        loop.frame(given)
        loop.frame()
        seen.add(type(lesson.scene).__name__)

    lesson.show_title()
    frame()
    lesson.choose_edition("renca" if language == "es" else "toyama")
    frame()
    frame(GO)
    frame(GO)
    roll_until_question(lesson, loop)
    frame()
    assert lesson.running is not None
    play = lesson.running.play
    play.guide = None
    lesson.menu.open()
    frame()
    pause = lesson.scene
    assert isinstance(pause, PauseScene)
    assert pause.actions.teams is not None and pause.actions.settings is not None
    pause.actions.teams()
    frame()
    pause.actions.settings()
    frame()
    lesson.help()
    frame()
    play.submit(commands.Answer(None))
    frame()
    play.submit(commands.EndGame())
    for _ in range(6):
        frame(GO)
        if isinstance(lesson.scene, SurveyScene):
            break
    lesson.show_survey()
    frame()
    frame(GO)
    wanted = {"GuideScene", "TeamsScene", "OptionsScene", "HelpScene"}
    wanted |= {"TitleScene", "SetupScene", "BoardScene", "QuizScene", "PauseScene", "RevealScene"}
    assert wanted | {"ResultsScene", "SurveyScene"} <= seen | {"ResultsScene"}
    assert "NoticeScene" not in seen


def test_the_first_turn_explains_itself_and_can_be_skipped(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    lesson.choose_edition("renca")
    loop.frame((GO,))
    loop.frame((GO,))
    told: list[str] = []
    for _ in range(400):
        if isinstance(lesson.scene, GuideScene):
            told.append(type(lesson.scene.under).__name__)
        if isinstance(lesson.scene, RevealScene):
            break
        letter = intents.Character("a") if isinstance(lesson.scene, QuizScene) else GO
        loop.frame((letter,))
        if isinstance(lesson.scene, QuizScene):
            loop.frame((GO,))
    assert list(dict.fromkeys(told)) == ["BoardScene", "QuizScene", "RevealScene"]

    again, other = make_lesson()
    again.choose_edition("renca")
    assert isinstance(again.scene, SetupScene) and not again.scene.plan.explain
    other.frame()
    again.scene.plan = replace(again.scene.plan, explain=True)
    other.frame((GO,))
    other.frame((GO,))
    assert isinstance(again.scene, GuideScene)
    other.frame((intents.Back(),))
    assert isinstance(again.scene, BoardScene)
    quiz = roll_until_question(again, other)
    assert again.scene is quiz


def test_the_teams_are_changed_in_the_middle_and_all_is_undone(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    begin(lesson, loop)
    assert lesson.running is not None
    play = lesson.running.play
    before = play.state
    lesson.menu.open()
    assert isinstance(lesson.scene, PauseScene) and lesson.scene.actions.teams is not None
    lesson.scene.actions.teams()
    teams = lesson.scene
    assert isinstance(teams, TeamsScene)
    teams.actions.add()
    teams.actions.leaves(0, 25)
    teams.actions.rest(1, 1)
    teams.actions.order((3, 0, 1, 2, 4))
    teams.actions.remove(2)
    after = play.state
    assert [team.id for team in after.teams] == [3, 0, 1, 4]
    assert after.team(0).leaves == 25 and after.team(1).rests == 1
    for _ in range(5):
        loop.frame((intents.Undo(),))
    assert play.state == before
    loop.frame((intents.Back(),))
    assert isinstance(lesson.scene, BoardScene)


def test_a_question_is_asked_again(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    begin(lesson, loop)
    assert lesson.running is not None
    play = lesson.running.play
    roll_until_question(lesson, loop)
    phase = play.state.phase
    assert not play.can_ask_again
    play.submit(commands.Answer(None))
    assert play.can_ask_again
    play.ask_again()
    assert play.state.phase == phase and isinstance(lesson.scene, QuizScene)


def test_the_clock_stands_still_in_a_break_and_tells_the_end(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    begin(lesson, loop)
    assert lesson.running is not None
    clock = lesson.running.clock
    for _ in range(10):
        loop.frame()
    assert clock.elapsed > 0
    lesson.menu.open()
    loop.frame()
    stood = clock.elapsed
    for _ in range(10):
        loop.frame()
    assert clock.elapsed == stood
    loop.frame((intents.Back(),))
    clock.elapsed = (clock.minutes - 5) * 60_000.0
    assert clock.news() == "soon" and clock.news() == "" and clock.left == 5
    clock.elapsed = clock.minutes * 60_000.0
    assert clock.news() == "over" and clock.left == 0
    clock.add(5)
    assert clock.left == 5 and clock.news() == ""


def test_black_screen_and_help_come_and_go(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    begin(lesson, loop)
    loop.frame((intents.Character("b"),))
    assert isinstance(lesson.scene, BlackScene)
    loop.frame((GO,))
    assert isinstance(lesson.scene, BoardScene)
    loop.frame((intents.Help(),))
    assert isinstance(lesson.scene, HelpScene)
    loop.frame((intents.Help(),))
    assert isinstance(lesson.scene, BoardScene)


def test_settings_are_kept_for_the_next_lesson(make_lesson: MakeLesson, tmp_path: Path) -> None:
    lesson, loop = make_lesson()
    begin(lesson, loop)
    lesson.menu._change("text", "large")
    lesson.menu._change("furigana", 4)
    again, _ = make_lesson()
    assert (again.context.settings.text, again.context.settings.furigana) == ("large", 4)
    (tmp_path / "data" / "preferences.json").write_text('{"text": 7, "motion": "wild"}')
    broken, _ = make_lesson()
    assert broken.context.settings.text == "normal"


def test_an_answer_done_again_is_shown_again(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    begin(lesson, loop)
    assert lesson.running is not None
    play = lesson.running.play
    roll_until_question(lesson, loop)
    play.submit(commands.Answer(None))
    assert isinstance(lesson.scene, RevealScene)
    play.undo()
    assert isinstance(lesson.scene, QuizScene)
    play.redo()
    assert isinstance(lesson.scene, RevealScene)


def test_the_clock_key_opens_and_closes(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    begin(lesson, loop)
    quiz = roll_until_question(lesson, loop)
    loop.frame((intents.Character("t"),))
    assert isinstance(lesson.scene, NoticeScene)
    loop.frame((intents.Character("t"),))
    assert lesson.scene is quiz


def test_what_is_marked_survives_a_kill_and_a_slip_comes_back(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson()
    begin(lesson, loop)
    assert lesson.running is not None
    play = lesson.running.play
    play.submit(commands.SetAnswering("everyone"))
    quiz = roll_until_question(lesson, loop)
    while not quiz.draft.single:
        play.submit(commands.SwapQuestion())
        quiz = roll_until_question(lesson, loop)
    for letter in "ab":
        loop.frame((intents.Character(letter),))
    marked = [draft.chosen for draft in quiz.drafts]
    assert marked[0] and marked[1] and not marked[2]
    quiz._turn_to(0)
    loop.frame((intents.Character("b"),))
    assert quiz.drafts[0].chosen != marked[0]
    loop.frame((intents.Undo(),))
    assert [draft.chosen for draft in quiz.drafts] == marked and quiz.who == 0

    folder = lesson.running.records.folder
    lesson.running.records._journal.close()  # as the end of the process does
    again, _ = make_lesson()
    again.resume(folder)
    assert isinstance(again.scene, QuizScene)
    assert [draft.chosen for draft in again.scene.drafts] == marked
    assert again.scene.who == 2
