"""`sugoroku check town.sugoroku`: what a pack holds is checked, and it stays as it is."""

import tempfile
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from sugoroku.cli.check_command import check
from sugoroku.packs.proofreading import check_pack
from tests.content.small_pack import BOARD, DECK, SURVEY, THEME
from tests.packs.towns import ROOT, packed, town, with_manifest, written, zipped

DAY = date(2026, 11, 22)
FILES = {
    "boards/small.yaml": BOARD.replace("kind: plain, repeat", "knid: plain, repeat").encode(),
    "quizzes/small.yaml": DECK.replace("answer: Lamp off", "answer: Lamp").encode(),
    "surveys/small.yaml": SURVEY.encode(),
    "assets/themes/small.yaml": THEME.encode(),
}


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(check, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_a_good_pack(tmp_path: Path) -> None:
    pack = written(tmp_path, packed(town(tmp_path / "town")).data)
    assert check_pack(pack, ROOT, DAY) == []
    assert run(pack, "--language", "en") == (0, "All is well.\n")


def test_mistakes_are_told_by_their_place_in_the_pack(tmp_path: Path) -> None:
    pack = written(tmp_path, zipped(with_manifest(FILES)))
    before = pack.read_bytes()
    status, output = run(pack, "--fix", "--language", "en")
    assert status == 1
    assert f"{pack.as_posix()}/quizzes/small.yaml:12:13: error: The answer “Lamp”" in output
    assert f"{pack.as_posix()}/boards/small.yaml:20:6: error: “knid” is not known" in output
    assert "There is no picture “lamp.png”" not in output  # its deck has an error of its own
    assert tempfile.gettempdir() + "/sugoroku-pack" not in output
    assert "--fix" not in output
    assert pack.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [pack.name]


def test_what_is_no_pack(tmp_path: Path) -> None:
    for data in (b"", b"format: deck/1\n", zipped({"boards/../../x.yaml": b"x"}), b"PK\3\4" * 9):
        pack = written(tmp_path, data)
        (problem,) = check_pack(pack, ROOT, DAY)
        assert problem.is_error
        assert problem.file == pack.as_posix()
        assert problem.what() and problem.fix()


def test_a_pack_that_could_not_be_installed_is_not_well(tmp_path: Path) -> None:
    other = {"quizzes/small.yaml": DECK.replace(
        "    image: {file: lamp.png, alt: A lamp, credit: CC0}\n", "").encode()}  # fmt: skip
    (problem,) = check_pack(written(tmp_path, zipped(with_manifest(other))), ROOT, DAY)
    assert "A pack holds one board" in problem.what()
