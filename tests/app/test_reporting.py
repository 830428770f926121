"""Reports from the folders of real lessons, and the command that writes them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sugoroku import paths
from sugoroku.app.house import House
from sugoroku.app.reporting import sessions_in, shared_language, write_report
from sugoroku.cli.report_command import report
from sugoroku.model.setup import GameSetup, TeamSetup
from sugoroku.records.errors import RecordsError
from sugoroku.settings import Settings

NASTY = "<script>alert('é')</script>\n=1+1"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr(paths, "cache_folder", lambda: tmp_path / "cache")
    return House(Settings(data_folder=tmp_path / "data"))


def play(house: House, town: str = "toyama", language: str = "ja", pupils: int = 6) -> Path:
    """A lesson without a game, and a survey after it."""
    edition = house.library.load(town)
    teams = tuple(TeamSetup(name=name, pupils=pupils) for name in "AB")
    setup = GameSetup(seed=1, language=language, teams=teams)
    tr = house.translator(language, edition.languages())
    records, trouble = house.new_records(edition, setup, tr)
    assert records is not None, trouble
    for number in range(pupils * 2):
        records.save_survey({"fun": 1 + number % 5, "again": 0, "noticed": NASTY})
    records.close()
    return Path(records.folder)


def page(house: House, *sessions: Path, language: str = "en") -> str:
    out = house.data_folder / "reports" / "report.html"
    write_report(house, sessions, out, house.translator(language, {}))
    return out.read_text(encoding="utf-8")


def test_a_report_speaks_its_own_language(house: House) -> None:
    played = play(house)
    english, spanish = page(house, played), page(house, played, language="es")
    assert "How much fun was the game?" in english and "Japanese" in english
    assert "¿Qué tan entretenido fue el juego?" in spanish and "japonés" in spanish
    assert "<script" not in english and "&lt;script&gt;alert(&#39;é&#39;)" in english


def test_classes_of_two_languages_are_added_up(house: House) -> None:
    html = page(house, play(house), play(house, "renca", "es"))
    assert html.count("How much fun was the game?") == 1
    assert "24 pupils in 2 lessons" in html and "Toyama" in html and "Renca" in html


def test_a_session_that_cannot_be_read_is_named(house: House) -> None:
    good, bad = play(house), play(house)
    (bad / "edition.json").write_bytes(b"{")
    out = house.data_folder / "report.html"
    unread = write_report(house, [bad, good, good], out, house.translator("en", {}))
    assert unread == ((bad.name, "The content of this game is damaged (edition.json)."),)
    assert f"{bad.name}: The content of this game is damaged" in out.read_text(encoding="utf-8")


def test_nothing_is_written_when_none_can_be_read(house: House, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    out.write_text("an earlier one")
    with pytest.raises(RecordsError, match="gone"):
        write_report(house, [tmp_path / "gone"], out, house.translator("en", {}))
    assert out.read_text() == "an earlier one"


def test_a_folder_that_cannot_be_written(house: House, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordsError):
        write_report(
            house, [play(house)], tmp_path / "file" / "report.html", house.translator("en", {})
        )


def test_sessions_by_name_by_folder_and_all_of_a_folder(house: House, tmp_path: Path) -> None:
    first, second = play(house), play(house, "renca", "es")
    both = sorted([first, second])
    data = house.data_folder
    assert list(sessions_in([Path(first.name)], data)) == [first]
    assert list(sessions_in([data / "sessions"], data)) == both
    assert list(sessions_in([first / "journal.jsonl", tmp_path / "x"], data)) == [
        first,
        tmp_path / "x",
    ]
    assert shared_language([first]) == "ja" and shared_language(both) == ""


def test_the_command(house: House, tmp_path: Path) -> None:
    played, out = play(house), tmp_path / "out.html"
    given = ["--data", str(house.data_folder), "-o", str(out)]
    result = CliRunner().invoke(report, [played.name, *given])
    assert result.exit_code == 0, result.output
    html = out.read_text(encoding="utf-8")
    assert '<html lang="ja">' in html and "=1+1" in html and "《" not in html
    options = [*given, "--language", "en", "--no-texts"]
    result = CliRunner().invoke(report, [str(played), "nowhere", *options])
    assert result.exit_code == 0 and "nowhere: " in result.output
    html = out.read_text(encoding="utf-8")
    assert '<html lang="en">' in html and "=1+1" not in html
    result = CliRunner().invoke(report, ["nowhere", *given, "--language", "en"])
    assert result.exit_code == 1 and "None of these lessons can be read." in result.output
    result = CliRunner().invoke(report, [str(played), "--language", "xx"])
    assert result.exit_code == 2 and "'xx' is not one of the languages here" in result.output
