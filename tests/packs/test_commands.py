"""`pack`, `install` and `packs` as they are called."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sugoroku.cli import main
from tests.content.small_pack import change
from tests.packs.towns import town, zipped


def run(*words: object, answer: str = "") -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=answer)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    out = tmp_path / "town.sugoroku"
    made = run("pack", town(tmp_path / "town"), "-o", out, "--version", "1.2",
               "--author", "Class 5b", "--licence", "CC BY 4.0", "--language", "en")  # fmt: skip
    assert made.exit_code == 0, made.output
    assert "A small board, 1.2, en, es" in made.output
    return out


def test_a_pack_is_shown_asked_for_and_installed(pack: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    call = ("install", pack, "--data", data, "--language", "en")
    asked = run(*call, answer="n\n")
    assert asked.exit_code == 1 and not data.exists()
    for told in ("A small board (Somewhere)", "version 1.2", "Questions: 5", "Made by: Class 5b",
                 "Licence: CC BY 4.0", "English and Spanish", "Nothing was changed"):  # fmt: skip
        assert told in asked.output
    assert run(*call, answer="y\n").exit_code == 0
    assert (data / "packs" / "small-1.2" / "manifest.json").is_file()
    again = run(*call)
    assert again.exit_code == 0 and "already" in again.output
    listed = run("packs", "--data", data, "--language", "en")
    assert listed.output == "small@1.2  A small board · Class 5b · CC BY 4.0\n"
    assert run("packs", "--remove", "small@1.2", "--data", data, answer="n\n").exit_code == 1
    assert run("packs", "--remove", "small@1.2", "--data", data, "--yes").exit_code == 0
    assert "No packs" in run("packs", "--data", data, "--language", "en").output
    assert run("packs", "--remove", "small@1.2", "--data", data, "--yes").exit_code == 1


def test_an_edition_with_errors_is_listed_and_not_packed(tmp_path: Path) -> None:
    board = town(tmp_path / "town")
    change(tmp_path / "town", "quizzes/small.yaml", "topic: energy", "topic: enargy")
    out = tmp_path / "out.sugoroku"
    made = run("pack", board, "-o", out, "--language", "en")
    assert made.exit_code == 1 and not out.exists()
    assert "small.yaml:8:12" in made.output and "Mend this first" in made.output


def test_bad_calls_are_told(tmp_path: Path) -> None:
    board = town(tmp_path / "town")
    assert "There is no edition" in run("pack", "nowhere", "--language", "en").output
    assert run("pack", tmp_path / "gone.yaml").exit_code == 1
    assert run("pack", board, "-o", tmp_path / "no" / "folder" / "x.sugoroku").exit_code == 1
    assert run("pack", board, "--version", "first").exit_code == 1
    assert run("pack", "toyama", "--language", "xx").exit_code == 2


def test_what_is_no_pack_is_refused_in_the_language_asked_for(tmp_path: Path) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_bytes(zipped({"../out.yaml": b"x"}))
    told = run("install", bad, "--data", tmp_path / "data", "--yes", "--language", "es")
    assert told.exit_code == 1 and "no es seguro" in told.output
    assert "Traceback" not in told.output and not (tmp_path / "data").exists()
    assert run("install", tmp_path / "gone", "--data", tmp_path / "data").exit_code == 1
