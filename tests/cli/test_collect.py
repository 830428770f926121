"""`sugoroku collect`, as a person calls it."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "collection"))

from joined import SCRIPT, made, table

from sugoroku.cli import main


def run(*words: object) -> Result:
    result = CliRunner().invoke(main, ["collect", *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_all_is_well(tmp_path: Path) -> None:
    made(tmp_path / "all", 3)
    result = run(tmp_path / "all", "-o", tmp_path / "new" / "town.csv", "--language", "en")
    assert (result.exit_code, result.stderr) == (0, "")
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        f"town-{name}.csv" for name in ("codebook", "problems", "quiz", "sessions", "survey")
    ]
    assert (
        "3 sessions" in result.stdout and str(tmp_path / "new" / "town-quiz.csv") in result.stdout
    )


@pytest.mark.parametrize(
    ("language", "words"), [("en", "1 session:"), ("es", "1 clase:"), ("ja", "授業 1回分：")]
)
def test_one_session_is_one(tmp_path: Path, language: str, words: str) -> None:
    made(tmp_path / "all", 1)
    result = run(tmp_path / "all", "-o", tmp_path / "t.csv", "--language", language)
    assert words in result.stdout.splitlines()[-1]


@pytest.mark.parametrize("words", [["-o", "t.parquet"], ["-o", "t", "--format", "parquet"]])
def test_parquet_by_name_or_by_word(
    tmp_path: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path / "all", 1)
    monkeypatch.chdir(tmp_path)
    assert run(tmp_path / "all", *words).exit_code == 0
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {
        *(f"t-{name}.parquet" for name in ("codebook", "quiz", "sessions", "survey")),
        "t-problems.csv",
    }


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Rows that are not whole"), ("ja", "行"), ("es", "filas")],
)
def test_what_was_left_out_is_said_and_the_status_tells(
    tmp_path: Path, language: str, words: str
) -> None:
    sessions = made(tmp_path / "all", 3)
    SCRIPT.DAMAGES["half_written"](sessions[1])
    result = run(tmp_path / "all", "-o", tmp_path / "t.csv", "--language", language)
    assert result.exit_code == 1 and words in result.stderr
    assert f"{sessions[1].name}/quiz.csv" in result.stderr and "sugoroku export" in result.stderr
    (problem,) = table(tmp_path / "t", "problems")
    assert (problem["session"], problem["file"], problem["left"]) == (
        *(sessions[1].name, "quiz.csv", "1"),
    )
    assert words in problem["what"]


def test_many_problems_are_not_all_shown(tmp_path: Path) -> None:
    for session in made(tmp_path / "all", 60):
        SCRIPT.DAMAGES["missing"](session)
    result = run(tmp_path / "all", "-o", tmp_path / "t.csv", "--language", "en")
    assert result.exit_code == 1 and "20 more" in result.stderr
    assert len(result.stderr.splitlines()) < 50 and len(table(tmp_path / "t", "problems")) == 60


def test_without_duckdb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "all", 1)
    monkeypatch.setitem(sys.modules, "duckdb", None)
    result = run(tmp_path / "all", "-o", tmp_path / "t.csv", "--language", "en")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1 and "pip install" in result.stderr
    assert not list(tmp_path.glob("t-*"))


def test_a_table_open_in_a_spreadsheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "all", 1)

    def locked(*_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr("sugoroku.collection.joining.os.replace", locked)
    result = run(tmp_path / "all", "-o", tmp_path / "t.csv", "--language", "en")
    assert result.exit_code == 1
    assert result.stderr == (
        "t-quiz.csv is open in another program. Close it there and try again.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["all"]


def test_a_name_that_cannot_be(tmp_path: Path) -> None:
    result = run(tmp_path, "-o", tmp_path / "t.xlsx")
    assert result.exit_code == 2 and ".parquet" in result.stderr
