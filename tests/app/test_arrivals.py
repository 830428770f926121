"""Files dropped on the window: shown, added, refused; never during a game."""

from pathlib import Path
from typing import Any

import pygame
import pytest

from sugoroku.app.lesson import Lesson
from sugoroku.stage import intents
from sugoroku.stage.loop import Loop
from sugoroku.stage.scenes.errors import ErrorsScene
from sugoroku.stage.scenes.notice import NoticeScene
from sugoroku.stage.scenes.offer import OfferScene
from sugoroku.stage.scenes.title import TitleScene
from tests.app.conftest import MakeLesson
from tests.content.small_pack import DECK
from tests.packs.test_decks import PLAIN
from tests.packs.towns import packed, town, written, zipped

GO, BACK = intents.Go(), intents.Back()


def drop(loop: Loop, *files: Path) -> None:
    for file in files:
        pygame.event.post(pygame.Event(pygame.DROPFILE, file=str(file)))
    loop.frame()
    loop.frame()


def offered(lesson: Lesson) -> OfferScene:
    assert isinstance(lesson.scene, OfferScene), lesson.scene
    return lesson.scene


def doors(lesson: Lesson) -> dict[str, str]:
    """Editions on the title, and the version that their door shows."""
    assert isinstance(lesson.scene, TitleScene)
    return {door.edition: door.version for door in lesson.scene.doors}


def a_pack(folder: Path, version: str = "1.0", place: str = "Algún lugar") -> Path:
    made = packed(
        town(folder / version / place, place), version=version, authors="Class 5b", licence="CC0"
    )
    return written(folder, made.data, f"small-{version}-{len(place)}.sugoroku")


def toast(lesson: Lesson) -> str:
    return lesson.scene._toast.text if lesson.scene._toast is not None else ""


def test_a_pack_is_shown_before_it_is_installed(
    at_title: tuple[Lesson, Loop], tmp_path: Path
) -> None:
    lesson, loop = at_title
    drop(loop, a_pack(tmp_path))
    page = offered(lesson).offered
    assert page.name == "A small board (Somewhere)" and "1.0" in page.question
    assert dict(page.rows) == {
        "Languages": "English and Spanish", "Questions": "5", "Made by": "Class 5b",
        "Licence": "CC0", "Size": dict(page.rows)["Size"],
    }  # fmt: skip
    loop.frame((BACK,))
    assert "small@1.0" not in doors(lesson) and not (tmp_path / "data" / "packs").exists()
    drop(loop, a_pack(tmp_path))
    loop.frame((GO,))
    assert doors(lesson)["small@1.0"] == "" and toast(lesson) == "It was added."
    assert isinstance(lesson.scene, TitleScene)
    assert "small@1.0" in [door.edition for door in lesson.scene.shown]


def test_two_versions_stand_side_by_side_and_are_played(
    at_title: tuple[Lesson, Loop], tmp_path: Path
) -> None:
    lesson, loop = at_title
    for version in ("1.0", "1.1"):
        drop(loop, a_pack(tmp_path, version, f"Lugar {version}"))
        loop.frame((GO,))
    assert doors(lesson) == {"toyama": "", "renca": "", "small@1.1": "1.1", "small@1.0": "1.0"}
    scene: Any = lesson.scene
    assert {
        door.version: door.words.switched("es").text(door.place)
        for door in scene.doors
        if door.words is not None
    } == {"1.0": "Lugar 1.0", "1.1": "Lugar 1.1"}
    lesson.choose_edition("small@1.0")
    loop.frame()
    loop.frame((GO,))
    loop.frame((GO,))
    assert lesson.running is not None
    edition = lesson.running.records.edition
    lesson.speak("es")
    assert lesson.context.tr.text(edition.board.place) == "Lugar 1.0"
    owl = loop.assets.find(f"{edition.theme.mascot}-happy.svg")
    assert owl == tmp_path / "data/packs/small-1.0/assets/mascot/owl-happy.svg"
    assert loop.assets.find("mascot/owl-happy.svg") is None
    assert loop.assets.find("@small-1.0/mascot/frog-happy.svg") is not None  # a shipped one


def test_a_lesson_with_a_pack_goes_on_another_day(make_lesson: MakeLesson, tmp_path: Path) -> None:
    lesson, loop = make_lesson(language="es")
    lesson.show_title()
    loop.frame()
    drop(loop, a_pack(tmp_path))
    loop.frame((GO,))
    lesson.choose_edition("small@1.0")
    loop.frame()
    loop.frame((GO,))
    loop.frame((GO,))
    assert lesson.running is not None
    folder = lesson.running.records.folder
    lesson.running.records._journal.close()
    again, other = make_lesson(language="es")
    again.show_title()
    scene: Any = again.scene
    assert scene.actions.resume.place == "Algún lugar"
    again.resume(folder)
    other.frame()
    assert again.running is not None
    assert again.context.tr.text(again.running.records.edition.board.place) == "Algún lugar"


@pytest.mark.parametrize(
    "name", ["@../../x/mascot/owl.svg", "@small-1.0/../../../x.svg", "@", "@/a"]
)
def test_names_of_packs_lead_nowhere_else(at_title: tuple[Lesson, Loop], name: str) -> None:
    assert at_title[1].assets.find(name) is None


def test_a_pack_of_other_content_or_the_same_is_not_added(
    at_title: tuple[Lesson, Loop], tmp_path: Path
) -> None:
    lesson, loop = at_title
    drop(loop, a_pack(tmp_path))
    loop.frame((GO,))
    for place, words in (("Algún lugar", "already"), ("Otra parte", "other content")):
        drop(loop, a_pack(tmp_path, place=place))
        page = offered(lesson).offered
        assert page.take == "" and words in page.note
        loop.frame((GO,))
        assert isinstance(lesson.scene, TitleScene)


def test_a_deck_goes_to_the_teachers_folder(at_title: tuple[Lesson, Loop], tmp_path: Path) -> None:
    lesson, loop = at_title
    drop(loop, written(tmp_path, PLAIN.encode(), "downloaded.yaml"))
    page = offered(lesson).offered
    assert page.name == "A small deck" and dict(page.rows)["Questions"] == "5"
    assert "decks: [small]" in page.note
    loop.frame((GO,))
    assert (tmp_path / "data" / "quizzes" / "small.yaml").read_text() == PLAIN


def test_mistakes_of_a_deck_are_shown_and_read_again(
    at_title: tuple[Lesson, Loop], tmp_path: Path
) -> None:
    lesson, loop = at_title
    path = written(tmp_path, DECK.encode(), "downloaded.yaml")
    drop(loop, path)
    assert isinstance(lesson.scene, ErrorsScene)
    path.write_text(PLAIN)
    loop.frame((GO,))
    offered(lesson)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("holiday.jpg", b"\xff\xd8\xff"), ("letter.docx", zipped({"word/a.xml": b""})),
        ("bad.sugoroku", zipped({"../x.yaml": b""})), ("empty.sugoroku", b""),
        ("no-ending", b"x"),
    ],
)  # fmt: skip
def test_other_files_are_calmly_refused(
    at_title: tuple[Lesson, Loop], tmp_path: Path, name: str, data: bytes
) -> None:
    lesson, loop = at_title
    drop(loop, written(tmp_path, data, name))
    assert isinstance(lesson.scene, NoticeScene)
    assert name in lesson.scene.notice.lines[0]
    loop.frame((GO,))
    assert set(doors(lesson)) == {"toyama", "renca"}
    assert not (tmp_path / "data" / "packs").exists()


def test_a_folder_is_refused_too(at_title: tuple[Lesson, Loop], tmp_path: Path) -> None:
    lesson, loop = at_title
    drop(loop, tmp_path)
    assert isinstance(lesson.scene, NoticeScene)


def test_several_files_come_one_after_another(
    at_title: tuple[Lesson, Loop], tmp_path: Path
) -> None:
    lesson, loop = at_title
    drop(loop, a_pack(tmp_path), written(tmp_path, b"x", "x.txt"), a_pack(tmp_path, "2.0"))
    loop.frame((GO,))
    assert isinstance(lesson.scene, NoticeScene)
    loop.frame((GO,))
    offered(lesson)
    loop.frame((GO,))
    assert {"small@1.0", "small@2.0"} <= set(doors(lesson))


def test_during_a_game_nothing_is_added(at_title: tuple[Lesson, Loop], tmp_path: Path) -> None:
    lesson, loop = at_title
    lesson.choose_edition("toyama")
    loop.frame()
    setup = lesson.scene
    drop(loop, a_pack(tmp_path))
    assert lesson.scene is setup and "page with the towns" in toast(lesson)
    loop.frame((GO,))
    loop.frame((GO,))
    assert lesson.running is not None
    scene, state = lesson.scene, lesson.running.play.state
    drop(loop, a_pack(tmp_path))
    assert lesson.scene is scene and lesson.running.play.state == state
    assert "after the game" in toast(lesson)


def test_a_full_disk_is_told_and_leaves_the_title(
    at_title: tuple[Lesson, Loop], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson, loop = at_title
    drop(loop, a_pack(tmp_path))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "packs").write_text("a file stands where the folder should be")
    loop.frame((GO,))
    assert isinstance(lesson.scene, NoticeScene)
    loop.frame((GO,))
    assert set(doors(lesson)) == {"toyama", "renca"}


def test_the_page_speaks_the_next_language(at_title: tuple[Lesson, Loop], tmp_path: Path) -> None:
    lesson, loop = at_title
    drop(loop, a_pack(tmp_path))
    loop.frame((intents.Character("l"),))
    assert lesson.context.tr.language != "en"
    assert offered(lesson).offered.take != "Add it"
