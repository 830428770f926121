"""`sugoroku analyze`, as an author or a teacher calls it."""

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from sugoroku import paths
from sugoroku.cli import main
from sugoroku.model.forecast import Forecast

BOARD = """format: board/1
id: {id}
language: en
title: A short road
rules: {{{rules}}}
squares:
  - {{kind: start}}
  - {{kind: plain, repeat: {squares}}}
  - {{kind: goal}}
"""


@pytest.fixture(autouse=True)
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(paths, "default_data_folder", lambda: tmp_path / "data")


def run(*words: object) -> Result:
    asked = ["analyze", *(str(word) for word in words), "--language", "en"]
    result = CliRunner().invoke(main, asked, env={"COLUMNS": "120"})
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def board(folder: Path, name: str, rules: str = "", squares: int = 8) -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(BOARD.format(id=name, rules=rules, squares=squares), encoding="utf-8")
    return path


def test_tables_of_a_board_file(tmp_path: Path) -> None:
    result = run(board(tmp_path, "short"), "--games", 50)
    assert result.exit_code == 0
    assert "A short road" in result.output and "exact" in result.output
    assert "It is short for a lesson of 25 minutes" in result.output
    assert "simulated (50 games)" in result.output and "Team 4" in result.output


def test_json_is_a_forecast_that_can_be_read_back(tmp_path: Path) -> None:
    result = run(board(tmp_path, "short", "die: 3"), "--teams", 2, "--games", 50, "--json")
    assert result.exit_code == 0
    found = msgspec.json.decode(result.output, type=Forecast)
    assert (found.board, found.teams, found.dice, found.format) == (
        "short", 2, "1 × 3", "forecast/1",
    )  # fmt: skip
    assert found.rounds.mean is not None and found.rounds.mean.basis == "exact"
    assert set(json.loads(result.output)) == set(Forecast.__struct_fields__)


@pytest.mark.parametrize("town", ["toyama", "renca"])
def test_a_page_of_an_edition_with_the_road_of_the_game(town: str, tmp_path: Path) -> None:
    out = tmp_path / "new" / "page.html"
    result = run(town, "--games", 20, "--html", out)
    assert result.exit_code == 0 and str(out) in result.output
    html = out.read_text(encoding="utf-8")
    assert html.count("<polyline") >= 1 and html.count("<title>") == 41
    assert "simulated (20 games)" in html


def test_a_board_of_the_largest_size_is_drawn_in_rows(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    path = board(tmp_path, "long", "die: {count: 3, sides: 20}", squares=498)
    assert run(path, "--games", 5, "--html", out).exit_code == 0
    html = out.read_text(encoding="utf-8")
    assert "<polyline" not in html and html.count("<title>") == 501


def test_a_page_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    out = tmp_path / "file" / "page.html"
    result = run(board(tmp_path, "short"), "--games", 5, "--html", out)
    assert result.exit_code == 1 and "Traceback" not in result.output


def test_an_unknown_board_is_told_with_those_there_are() -> None:
    result = run("atlantis")
    assert result.exit_code == 1
    assert "There is no board “atlantis”" in result.output
    assert "renca" in result.output and "toyama" in result.output
    assert run("atlantis.yaml").exit_code == 1


def test_a_file_with_mistakes_is_told_with_its_places(tmp_path: Path) -> None:
    result = run(board(tmp_path, "two", "die: {count: 2, sides: 6}, finish: exact"))
    assert result.exit_code == 1
    assert "two.yaml:8:5: From this square (“8”)" in result.output
    assert "every roll is too high, as the smallest is 2" in result.output
    assert "finish: clamp" in result.output
