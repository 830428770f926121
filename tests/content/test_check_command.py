"""`sugoroku check`: exit codes, places, and a caret under the spot."""

import json
from pathlib import Path

from click.testing import CliRunner
from small_pack import DECK, change, write_pack

from sugoroku.cli.check_command import check

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(check, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_good_files(tmp_path: Path) -> None:
    assert run(write_pack(tmp_path), "--language", "en") == (0, "All is well.\n")
    names = ("boards", "quizzes", "surveys", "assets/themes")
    assert run(*(ROOT / name for name in names))[0] == 0


def test_warnings_are_good(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "quizzes/small.yaml", ", alt: A lamp", "")
    status, output = run(root, "--language", "en")
    assert status == 0
    assert "quizzes/small.yaml:17:12: warning: " in output
    assert "0 to mend, 1 to look at" in output


def test_mistakes_of_all_files(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "quizzes/small.yaml", "answer: Lamp off", "answer: Lamp")
    change(root, "surveys/small.yaml", "kind: text", "kind: txt")
    status, output = run(root, "--language", "en")
    assert status == 1
    assert f"{root}/quizzes/small.yaml:12:13: error: " in output
    assert f"{root}/surveys/small.yaml:9:25: error: " in output
    assert "2 to mend, 0 to look at" in output


def test_a_caret_stands_under_the_spot_also_behind_full_width_letters(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    line = "options: [電気《でんき》を消《け》す, Lamp off, Lamp off]"
    change(root, "quizzes/small.yaml", DECK[DECK.index("options: [Lamp") :].split("\n")[0], line)
    status, output = run(root / "quizzes", "--language", "en")
    assert status == 1
    lines = output.splitlines()
    at = next(i for i, text in enumerate(lines) if "電気" in text)
    spot = lines[at].index("Lamp off]")
    wide = sum(ord(sign) > 0x2FFF for sign in lines[at][:spot])
    assert wide == 13
    assert lines[at + 1] == " " * (spot + wide) + "^"


def test_json(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "quizzes/small.yaml", "answer: Lamp off", "answer: Lamp")
    status, output = run(root, "--format", "json", "--language", "en")
    (problem,) = json.loads(output)
    assert status == 1
    assert problem["line"] == 12
    assert problem["severity"] == "error"
    assert problem["mend"].startswith("Did you mean “Lamp off”?")


def test_bad_calls(tmp_path: Path) -> None:
    assert run()[0] == 2
    assert run(tmp_path / "none.yaml")[0] == 2
    assert run(write_pack(tmp_path), "--format", "xml")[0] == 2


def test_a_board_is_checked_with_what_lies_beside_it(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "quizzes/small.yaml", "topic: energy", "topic: city")
    status, output = run(root / "boards" / "small.yaml", "--language", "en")
    assert status == 1
    assert "boards/small.yaml:16:25: error: No deck of this board has" in output


def test_a_file_in_the_wrong_folder(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / "boards" / "other.yaml").write_text(DECK, encoding="utf-8")
    status, output = run(root / "boards" / "other.yaml", "--language", "en")
    assert status == 1
    assert "other.yaml:1:9: error: A file of the format “deck/1” lies in the folder of" in output
