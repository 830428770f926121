"""The file for who helps: what must be in it, and what cannot be."""

import logging
import zipfile
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from sugoroku import paths
from sugoroku.app import fault_file, run
from sugoroku.app.autoplay import AutoPlayer
from sugoroku.app.fault_file import Hider
from sugoroku.cli import main
from sugoroku.engine import commands
from sugoroku.model.survey import TextItem
from sugoroku.stage import intents
from sugoroku.stage.scenes.notice import NoticeScene
from tests.app.conftest import MakeLesson

SECRETS = ("Quetzalcoatlus", "Xiuhpohualli", "mi perro Firulais", "Firulais")


@pytest.fixture(autouse=True)
def own_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "log"
    folder.mkdir()
    monkeypatch.setattr(paths, "log_folder", lambda: folder)
    return folder


def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def test_no_answer_and_no_name_of_a_whole_lesson_is_in_it(
    make_lesson: MakeLesson, tmp_path: Path, own_log: Path
) -> None:
    lesson, loop = make_lesson()
    lesson.choose_edition("toyama")
    assert AutoPlayer(lesson, loop, 3, None).play() == 0
    assert lesson.running is not None
    records = lesson.running.records
    texts = [item for item in records.edition.asked("after", None) if isinstance(item, TextItem)]
    records.save_survey({texts[0].id: SECRETS[2]}, "after")
    records.close(done=True)
    names = [team.name for team in records.setup.teams]
    faulty = "2026-11-26 10:00:00,000 ERROR sugoroku: unexpected fault\n"
    faulty += "Traceback (most recent call last):\n"
    faulty += f'  File "{Path.home()}/x.py", line 3, in play\n    raise ValueError("{names[0]}")\n'
    faulty += f"ValueError: Firulais said {names[0]}\nand Firulais\n"
    faulty += f"2026-11-26 10:00:00,000 WARNING sugoroku.app: about {names[1]}\n"
    (own_log / "sugoroku.log").write_text(faulty, "utf-8")
    target = tmp_path / "report.zip"
    fault_file.write(lesson.house, target)
    found = parts(target)
    journals = [text for name, text in found.items() if name.startswith("journals/")]
    assert len(journals) == 1
    everything = "\n".join([*found, *found.values()])
    for word in (*SECRETS, *names):
        assert word not in everything, word
    steps = [msgspec.json.decode(line) for line in journals[0].splitlines()]
    assert sum(step["line"] == "command" for step in steps) > 10
    assert not any({"answers", "labels", "said", "counts"} & set(step) for step in steps)
    log = found["log/sugoroku.log"].splitlines()
    assert log[1:4] == ["Traceback (most recent call last):", '  File "~/x.py", line 3, in play',
                        "ValueError"]  # fmt: skip


def test_names_that_came_later_and_words_of_answers(
    make_lesson: MakeLesson, tmp_path: Path
) -> None:
    lesson, loop = make_lesson()
    lesson.choose_edition("renca")
    loop.frame()
    for _ in range(2):
        loop.frame((intents.Go(),))
    assert lesson.running is not None
    session = lesson.running.records.session
    session.submit(commands.RenameTeam(session.state.teams[0].id, SECRETS[0]))
    session.submit(commands.AddTeam(SECRETS[1]))
    session.undo()
    fault_file.write(lesson.house, tmp_path / "report.zip")
    everything = "\n".join(parts(tmp_path / "report.zip").values())
    assert not any(word in everything for word in SECRETS)
    assert '"Team 1"' in everything and '"add_team"' in everything


def test_it_tells_versions_settings_and_content(make_lesson: MakeLesson, tmp_path: Path) -> None:
    lesson, _ = make_lesson(language="es")
    boards = lesson.house.data_folder / "boards"
    boards.mkdir(parents=True)
    (boards / "mine.yaml").write_text("nonsense: [", "utf-8")
    fault_file.write(lesson.house, tmp_path / "report.zip")
    found = parts(tmp_path / "report.zip")
    facts = msgspec.json.decode(found["facts.json"])
    assert {"program", "python", "pygame-ce", "SDL", "system", "screens"} <= set(facts)
    assert msgspec.json.decode(found["settings.json"])["settings"]["language"] == "es"
    content = msgspec.json.decode(found["content.json"])
    assert content["files"][0]["file"] == "boards/mine.yaml"
    assert len(content["files"][0]["sha256"]) == 64
    assert any("mine.yaml" in line for line in content["proofreader"])


def test_pages_say_what_and_where(make_lesson: MakeLesson) -> None:
    lesson, loop = make_lesson(language="en")
    lesson.choose_edition("toyama")
    loop.frame()
    setup = lesson.scene
    lesson.opening._setup_options()
    loop.frame()
    report = next(w for w in lesson.scene.widgets if getattr(w, "label", "") == "Fault report")
    report.press()
    loop.frame()
    assert isinstance(lesson.scene, NoticeScene)
    assert "Nothing is sent" in lesson.scene.notice.lines[-1]
    loop.frame((intents.Go(),))
    assert isinstance(lesson.scene, NoticeScene)
    made = Path(lesson.scene.notice.lines[1])
    assert made.parent == lesson.house.data_folder and zipfile.is_zipfile(made)
    loop.frame((intents.Go(),))
    assert lesson.scene is setup


def test_where_nothing_can_be_written_it_lies_elsewhere(
    make_lesson: MakeLesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson, _ = make_lesson(language="en")
    lesson.show_title()
    lesson.house.data_folder = tmp_path / "file" / "data"
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setattr(lesson.house, "other_folder", lambda: tmp_path / "other")
    lesson.fault_report._make(lesson.scene, lesson.show_title)
    assert isinstance(lesson.scene, NoticeScene)
    assert Path(lesson.scene.notice.lines[1]).parent == tmp_path / "other"
    monkeypatch.setattr(lesson.house, "other_folder", lambda: tmp_path / "file" / "too")
    lesson.fault_report._make(lesson.scene, lesson.show_title)
    assert lesson.scene.notice.title == "The file cannot be written"


def test_the_command(tmp_path: Path) -> None:
    out = tmp_path / "mine.zip"
    data = str(tmp_path / "data")
    done = CliRunner().invoke(main, ["fault-report", "-o", str(out), "--data", data])
    assert done.exit_code == 0 and out.name in done.output
    assert {"README.txt", "facts.json", "settings.json", "content.json"} <= set(parts(out))
    (tmp_path / "file").write_text("x")
    bad = ["fault-report", "-o", str(tmp_path / "file" / "x.zip"), "--data", data]
    done = CliRunner().invoke(main, bad)
    assert done.exit_code == 1 and "cannot be written" in done.output


def test_the_home_folder_is_not_told() -> None:
    hider = Hider({"Rana", "Rana Verde"})
    assert hider.hide(f"{Path.home()}/x Rana Verde, Rana") == "~/x …, …"


def test_a_log_that_cannot_be_written_says_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    handler = run._Log(tmp_path / "gone" / "x.log", maxBytes=10, backupCount=1, delay=True)
    handler.emit(logging.LogRecord("x", logging.INFO, "x", 1, "words", None, None))
    assert capsys.readouterr().err == ""
