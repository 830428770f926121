"""What the school's IT has set, as the class sees it."""

from pathlib import Path

import pytest

from sugoroku import paths
from sugoroku.app import run
from sugoroku.i18n.translator import Translator
from sugoroku.model.survey import TextItem
from sugoroku.policy import FILE
from sugoroku.stage import intents
from sugoroku.stage.scenes.notice import NoticeScene
from sugoroku.stage.scenes.options import OptionsScene
from sugoroku.stage.scenes.setup import SetupScene
from sugoroku.stage.scenes.title import TitleScene
from sugoroku.stage.widgets.switch import Segmented
from tests.app.conftest import MakeLesson


@pytest.fixture
def rule(tmp_path: Path) -> Path:
    """To be written: the file in the data folder."""
    (tmp_path / "data").mkdir()
    return tmp_path / "data" / FILE


def test_locked_settings_are_grey_and_stay(make_lesson: MakeLesson, rule: Path) -> None:
    rule.write_text('volume = "soft"\nlanguage = "es"\nlocked = ["volume", "language", "motion"]')
    lesson, loop = make_lesson()
    lesson.choose_edition("toyama")
    loop.frame()
    assert lesson.context.tr.language == "es"
    lesson.opening._setup_options()
    loop.frame()
    scene = lesson.scene
    assert isinstance(scene, OptionsScene)
    rows = [widget for widget in scene.widgets if isinstance(widget, Segmented)]
    assert [row.enabled for row in rows] == [False, True, True, False, False, True]
    for row in rows:
        row.focused = True
        row.handle(intents.MoveFocus("right"))
        row.handle(intents.MoveFocus("left"))
        row.press()
        row.focused = False
    assert lesson.context.settings.volume == 1 and lesson.context.settings.motion == "full"
    assert lesson.context.settings.text == "large"
    lesson.next_language()
    assert lesson.context.tr.language == "es"
    lesson.show_title()
    loop.frame((intents.Character("l"),))
    assert isinstance(lesson.scene, TitleScene) and lesson.context.tr.language == "es"


def test_a_preset_is_where_the_teacher_begins(make_lesson: MakeLesson, rule: Path) -> None:
    rule.write_text('volume = "soft"')
    lesson, _ = make_lesson()
    assert lesson.context.settings.volume == 1
    lesson.menu._change("volume", 2)
    again, _ = make_lesson()
    assert again.context.settings.volume == 2
    rule.write_text('volume = "soft"\nlocked = ["volume"]')
    held, _ = make_lesson()
    assert held.context.settings.volume == 1


def test_only_some_editions_are_shown(make_lesson: MakeLesson, rule: Path) -> None:
    rule.write_text('editions = ["renca", "atlantis"]')
    lesson, _ = make_lesson()
    assert lesson.house.edition_keys() == ["renca"]
    told = lesson.house.policy_mistakes(Translator("en", ()))
    assert told == ["Line 1: There is no edition “atlantis” here. There are: renca, toyama."]
    rule.write_text('editions = ["atlantis"]')
    assert len(make_lesson()[0].house.edition_keys()) == 2


def test_no_free_texts(make_lesson: MakeLesson, rule: Path) -> None:
    lesson, _ = make_lesson()
    tr = lesson.context.tr
    with_texts, _ = lesson.house.load("toyama", tr)
    rule.write_text("free_texts = false")
    lesson, _ = make_lesson()
    without, _ = lesson.house.load("toyama", tr)
    assert with_texts is not None and without is not None
    for moment in ("before", "after"):
        asked = without.asked(moment, None)
        kept = [i for i in with_texts.asked(moment, None) if not isinstance(i, TextItem)]
        assert list(asked) == kept
    assert any(isinstance(item, TextItem) for item in with_texts.asked("after", None))


def test_mistakes_are_told_first_and_the_game_goes_on(make_lesson: MakeLesson, rule: Path) -> None:
    rule.write_text('volume = "loud"\nlanguage = "xx"\n')
    lesson, loop = make_lesson()
    lesson.show_title()
    run._tell_first(lesson)
    loop.frame()
    assert isinstance(lesson.scene, NoticeScene)
    assert len(lesson.scene.notice.lines) == 3
    loop.frame((intents.Go(),))
    assert isinstance(lesson.scene, TitleScene)
    loop.frame((intents.Go(),))
    assert isinstance(lesson.scene, SetupScene)


def test_many_mistakes_take_several_pages(make_lesson: MakeLesson, rule: Path) -> None:
    rule.write_text("".join(f"wrong{n} = 1\n" for n in range(7)))
    lesson, loop = make_lesson(language="en")
    lesson.show_title()
    run._tell_first(lesson)
    told = []
    while isinstance(lesson.scene, NoticeScene):
        loop.frame()
        told += lesson.scene.notice.lines[:-1]
        loop.frame((intents.Go(),))
    assert [line.split(":")[0] for line in told] == [f"Line {n}" for n in range(1, 8)]


def test_a_data_folder_named_in_itself_is_told(make_lesson: MakeLesson, rule: Path) -> None:
    rule.write_text("data_folder = 'elsewhere'")
    lesson, _ = make_lesson()
    assert "beside the program" in lesson.house.policy_mistakes(Translator("en", ()))[0]
    assert lesson.house.data_folder == rule.parent


def test_no_file_nothing_told(make_lesson: MakeLesson) -> None:
    lesson, _ = make_lesson()
    lesson.show_title()
    run._tell_first(lesson)
    assert isinstance(lesson.scene, TitleScene)
    assert not paths.policy_of(lesson.house.data_folder).locked
