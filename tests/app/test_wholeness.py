"""A program's folder that is damaged: told by name, and the lesson goes on."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from sugoroku import paths
from sugoroku.app import last_words, run, wholeness
from sugoroku.app.lesson import Lesson
from sugoroku.i18n.translator import Translator
from sugoroku.stage import intents
from sugoroku.stage.loop import Loop
from sugoroku.stage.scenes.errors import ErrorsScene
from sugoroku.stage.scenes.notice import NoticeScene
from sugoroku.stage.scenes.title import TitleScene
from tests.app.conftest import MakeLesson

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("assets", "boards", "quizzes", "surveys", "locales")
FONT = "assets/fonts/MPLUSRounded1c_900Black.ttf"
FILES = (
    FONT,
    "assets/fonts/MPLUSRounded1c_700Bold.ttf",
    "assets/die/die-5.svg",
    "assets/ui/next.svg",
    "assets/sounds/tap.wav",
    "assets/themes/toyama.yaml",
    "boards/toyama.yaml",
    "quizzes/climate.yaml",
    "surveys/after-play.yaml",
    "locales/es/LC_MESSAGES/sugoroku.mo",
    "locales/es/LC_MESSAGES/toyama.mo",
)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


HARMS: dict[str, Callable[[Path], None]] = {
    "missing": Path.unlink,
    "cut": _cut,
    "empty": lambda path: path.write_bytes(b""),
}


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the program's folder with its check sums, as built."""
    program = tmp_path / "program"
    for part in PARTS:
        shutil.copytree(ROOT / part, program / "_internal" / part)
    sums = (
        f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(program).as_posix()}\n"
        for path in sorted(program.rglob("*"))
        if path.is_file()
    )
    (program / wholeness.SUMS).write_text("".join(sums), "utf-8")
    monkeypatch.setattr(paths, "bundled_root", lambda: program / "_internal")
    monkeypatch.setattr(paths, "beside_program", lambda: program)
    return program


def walk(lesson: Lesson, loop: Loop) -> None:
    """From the title through the teams into the game, as far as it goes."""
    lesson.show_title()
    loop.frame()
    lesson.choose_edition("toyama")
    for _ in range(40):
        loop.frame((intents.Go(),))


def test_a_whole_folder_is_whole(program: Path) -> None:
    assert wholeness.damages() == wholeness.damages(thorough=True) == []
    (program / wholeness.SUMS).unlink()
    assert wholeness.damages() == []


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("name", FILES)
def test_each_kind_of_file_is_named_and_stops_nothing(
    program: Path, make_lesson: MakeLesson, name: str, harm: str
) -> None:
    HARMS[harm](program / "_internal" / name)
    told = [damage.file for damage in wholeness.damages(thorough=True)]
    assert told == [f"_internal/{name}"]
    if harm != "cut" or name.endswith((".ttf", ".mo")):
        assert [damage.file for damage in wholeness.damages()] == told
    lesson, loop = make_lesson(language="es")
    walk(lesson, loop)
    assert not lesson.quit_asked
    if isinstance(lesson.scene, ErrorsScene):
        assert name.startswith(("boards", "quizzes", "surveys", "assets/themes"))
        fault = lesson.scene.faults[0]
        assert fault.place == f"_internal/{name}" and "zip" in fault.mend
    elif name.startswith("boards") or not name.endswith(".yaml"):
        assert lesson.running is not None or name.startswith("boards")


def test_it_is_told_before_the_title(program: Path, make_lesson: MakeLesson) -> None:
    (program / "_internal" / FILES[2]).unlink()
    lesson, loop = make_lesson(language="en")
    lesson.show_title()
    run._tell_first(lesson)
    loop.frame()
    assert isinstance(lesson.scene, NoticeScene)
    assert lesson.scene.notice.lines[0] == f"_internal/{FILES[2]} is missing."
    assert "unpack the whole zip" in lesson.scene.notice.lines[-1]
    loop.frame((intents.Go(),))
    assert isinstance(lesson.scene, TitleScene)


def test_without_its_font_it_is_told_elsewhere(
    program: Path, make_lesson: MakeLesson, capsys: pytest.CaptureFixture[str]
) -> None:
    (program / "_internal" / FONT).unlink()
    lesson, _ = make_lesson(language="ja")
    lesson.show_title()
    run._tell_first(lesson)
    assert isinstance(lesson.scene, TitleScene)
    assert FONT in capsys.readouterr().err
    boxes: list[tuple[str, str]] = []
    english = Translator("en", ())
    wholeness.tell_at_start(wholeness.damages(), english, lambda *said: boxes.append(said))
    assert len(boxes) == 1 and FONT in boxes[0][1]


def test_without_a_list_the_fonts_and_folders_are_looked_at(program: Path) -> None:
    (program / wholeness.SUMS).unlink()
    _cut(program / "_internal" / FONT)
    shutil.rmtree(program / "_internal" / "quizzes")
    found = {(damage.file, damage.what) for damage in wholeness.damages()}
    assert found == {(FONT, "damaged"), ("quizzes", "missing")}


def test_a_list_that_is_none_is_no_fault(program: Path) -> None:
    (program / wholeness.SUMS).write_bytes(b"\xff\xfe\0nonsense\n" * 40)
    assert wholeness.damages() == []


def test_many_are_counted() -> None:
    many = [wholeness.Damage(f"{n}.svg", "missing") for n in range(9)]
    lines = wholeness.in_words(many, Translator("en", ()))
    assert lines[2] == "… and 7 more files." and len(lines) == 4


def test_a_part_that_cannot_be_loaded_is_told_without_a_traceback(tmp_path: Path) -> None:
    """As when a library of the program is gone."""
    (tmp_path / "msgspec.py").write_text("raise ImportError('libmsgspec is gone', name='msgspec')")
    done = subprocess.run(
        [sys.executable, "-m", "sugoroku", "play"],
        env={"PYTHONPATH": f"{tmp_path}:{ROOT}", "SDL_VIDEODRIVER": "dummy", "PATH": ""},
        capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 70, done.stderr
    assert "Traceback" not in done.stderr
    assert "msgspec" in done.stderr and "Unpack the whole zip again" in done.stderr


def test_only_what_is_ours_is_called_a_damage() -> None:
    ours = FileNotFoundError(2, "gone", str(paths.bundled_root() / "boards" / "x.yaml"))
    assert last_words.is_ours(ours) and last_words.is_ours(ImportError("x"))
    assert not last_words.is_ours(FileNotFoundError(2, "gone", "elsewhere"))
    assert not last_words.is_ours(ValueError("x"))
