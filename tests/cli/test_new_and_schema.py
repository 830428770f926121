"""`sugoroku new` writes what can be played at once; `sugoroku schema` what editors read."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sugoroku.analysis.forecast import forecast
from sugoroku.analysis.simulate import simulate
from sugoroku.cli import main
from sugoroku.content.checking import check_paths
from sugoroku.content.library import ContentFolders, Library
from sugoroku.model.edition import Edition
from sugoroku.paths import bundled_root

LANGUAGES = ["en", "es", "ja", "pt_BR"]
QUIZ_KINDS = {"Choice", "TrueFalse", "Several", "Estimate", "Order"}


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout, result.stderr


def begun(folder: Path, name: str, language: str) -> Edition:
    status, told, _ = run("new", "edition", name, "--language", language, "--folder", folder)
    assert status == 0
    files = [line for line in told.splitlines() if line.endswith(".yaml")]
    assert sum(Path(file).is_file() for file in files) == 4
    own = Path(files[0]).stem
    return Library(ContentFolders((folder, bundled_root()))).load(own)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_edition_passes_check_and_can_be_played(tmp_path: Path, language: str) -> None:
    edition = begun(tmp_path, "Villa Ñandú", language)
    assert check_paths([tmp_path], ContentFolders((bundled_root(),))) == []
    assert edition.board.id == "villa-nandu"
    assert edition.board.place.source == "Villa Ñandú"
    assert edition.board.language == language
    assert {type(question).__name__ for question in edition.questions} == QUIZ_KINDS
    assert len(edition.questions) == 8
    assert edition.survey is not None
    assert edition.theme.id == "villa-nandu"
    result = simulate(edition, 50, 4, 1, 0.6)
    assert result.cut_off == 0


@pytest.mark.parametrize("language", ["en", "es", "ja"])
@pytest.mark.parametrize("teams", [2, 4, 6])
def test_the_class_can_reach_the_aim_of_a_new_edition(
    tmp_path: Path, language: str, teams: int
) -> None:
    reached = forecast(begun(tmp_path, "town", language), teams, 0.6, 400).aim_reached
    assert reached is not None and 0.1 < reached.value < 0.98


def test_notes_are_in_the_authors_language(tmp_path: Path) -> None:
    notes = {}
    for language in LANGUAGES:
        begun(tmp_path / language, "town", language)
        board = (tmp_path / language / "boards" / "town.yaml").read_text(encoding="utf-8")
        notes[language] = {line for line in board.splitlines() if line.startswith("#")}
    assert notes["en"] == notes["pt_BR"]
    assert not notes["en"] & notes["es"] & notes["ja"]


def test_a_lesson_plays_by_itself(tmp_path: Path) -> None:
    begun(tmp_path, "town", "es")
    status, told, _ = run("play", "town", "--autoplay", "--seed", 1, "--data", tmp_path)
    assert status == 0, told


@pytest.mark.parametrize("folder", ["not-there", "a/b"])
def test_an_unknown_edition_leaves_no_folder_behind(tmp_path: Path, folder: str) -> None:
    status, _, told = run("play", "atlantis", "--autoplay", "--data", tmp_path / folder)
    assert status == 2 and "atlantis" in told and "renca" in told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["deck", "survey", "theme"])
@pytest.mark.parametrize("language", ["en", "es", "ja"])
def test_one_file(tmp_path: Path, kind: str, language: str) -> None:
    status, told, _ = run("new", kind, "my-own", "--language", language, "--folder", tmp_path)
    assert status == 0
    assert len(list(tmp_path.rglob("*.yaml"))) == 1
    assert f"{kind}/1" in next(tmp_path.rglob("*.yaml")).read_text(encoding="utf-8")
    assert check_paths([tmp_path], ContentFolders((bundled_root(),))) == []
    assert "my-own.yaml" in told


def test_nothing_is_written_over(tmp_path: Path) -> None:
    mine = tmp_path / "quizzes" / "town.yml"
    mine.parent.mkdir()
    mine.write_text("mine", encoding="utf-8")
    status, _, told = run("new", "edition", "town", "--language", "en", "--folder", tmp_path)
    assert status == 1
    assert "town.yml is there already; nothing was written." in told
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [mine]
    assert mine.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("toyama", "comes with the game"),
        ("con", "Windows keeps for itself"),
        ("富山", "No name of a file can be made"),
        ("a\tb", "No name of a file can be made"),
        ("x" * 41, "No name of a file can be made"),
        ("..", "No name of a file can be made"),
    ],
)
def test_names_that_cannot_be(tmp_path: Path, name: str, told: str) -> None:
    status, _, said = run("new", "edition", name, "--language", "en", "--folder", tmp_path)
    assert (status, list(tmp_path.iterdir())) == (1, [])
    assert told in said


def test_bad_calls(tmp_path: Path) -> None:
    assert run("new", "edition", "--folder", tmp_path)[0] == 2
    assert run("new", "board", "x", "--folder", tmp_path)[0] == 2
    status, _, told = run("new", "deck", "x", "--language", "Welsh", "--folder", tmp_path)
    assert status == 1
    assert "not the code of a language" in told
    (tmp_path / "file").write_text("", encoding="utf-8")
    status, _, told = run(
        "new", "deck", "x", "--language", "en", "--folder", tmp_path / "file" / "below"
    )
    assert status == 1
    assert "cannot be written" in told


def test_a_name_without_quotes(tmp_path: Path) -> None:
    status, _, told = run("new", "edition", "Valle", "Verde", "--folder", tmp_path)
    assert status == 2 and 'new edition "Valle Verde"' in told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("typed", "meant"), [("chek", "check"), ("instal", "install")])
def test_a_command_that_is_mistyped(typed: str, meant: str) -> None:
    status, _, told = run(typed, "x")
    assert status == 2 and f"Did you mean `sugoroku {meant}`?" in told
    assert "Did you mean" not in run("xyzzy")[2]


def test_schema(tmp_path: Path) -> None:
    status, told, _ = run("schema", "-o", tmp_path / "deep" / "schemas")
    assert status == 0
    assert len(told.splitlines()) == 4
    for kind in ("board", "deck", "survey", "theme"):
        path = tmp_path / "deep" / "schemas" / f"{kind}.schema.json"
        assert json.loads(path.read_text(encoding="utf-8"))["$schema"].startswith("http")
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run("schema", "-o", tmp_path / "file" / "below")[0] == 1


def test_a_terminal_without_the_letters_is_borne(tmp_path: Path) -> None:
    import subprocess

    (tmp_path / "x.yaml").write_text("format: deck/1\n水: 1\n", encoding="utf-8")
    program = [sys.executable, "-m", "sugoroku", "check", str(tmp_path), "--language", "ja"]
    done = subprocess.run(
        program, capture_output=True, env={"PYTHONIOENCODING": "ascii", "PATH": ""}, check=False
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
