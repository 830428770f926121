"""`sugoroku check`: exit codes, places, and a caret under the spot."""

import json
from pathlib import Path

import pytest
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


# ---------------------------------------------------------------------------- output


def test_errors_come_before_warnings_and_many_of_a_kind_are_counted(tmp_path: Path) -> None:
    questions = "".join(
        f"  - {{id: q{i}, kind: true_false, topic: water, ask: 水, answer: true}}\n"
        for i in range(9)
    )
    text = f"format: deck/1\nid: many\nlanguage: ja\ntitle: もんだい\nquestions:\n{questions}"
    (tmp_path / "many.yaml").write_text(text + "wrong: 1\n", encoding="utf-8")
    status, output = run(tmp_path, "--language", "en")
    assert status == 1
    assert output.index("many.yaml:15:1: error:") < output.index("many.yaml:6:")
    assert output.count("warning: These kanji have no reading: 水.") == 5
    assert "4 more of this kind in " in output
    assert "on the lines 11, 12, 13, 14" in output
    assert "1 to mend, 9 to look at" in output


def test_a_reading_that_stands_elsewhere_in_the_file_is_suggested(tmp_path: Path) -> None:
    text = (
        "format: deck/1\nid: water\nlanguage: ja\ntitle: 水《みず》のもんだい\nquestions:\n"
        "  - {id: a, kind: true_false, topic: water, ask: 水は大切, answer: true}\n"
    )
    (tmp_path / "water.yaml").write_text(text, encoding="utf-8")
    _, output = run(tmp_path, "--language", "en")
    assert "Elsewhere in this file stands 水《みず》. Write it here too." in output


def test_notes_for_github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_pack(tmp_path / "my, town")
    change(root, "quizzes/small.yaml", "within: 10%", "within: -5%")
    change(root, "quizzes/small.yaml", ", alt: A lamp", "")
    monkeypatch.chdir(tmp_path)
    status, output = run(root, "--format", "github", "--language", "en")
    assert status == 1
    assert output.splitlines() == [
        "::warning file=my%2C town/quizzes/small.yaml,line=17,col=12,"
        "title=The picture has no description for those who cannot see it.::"
        "The picture has no description for those who cannot see it. Add “alt: …” in one sentence.",
        "::error file=my%2C town/quizzes/small.yaml,line=27,col=24,"
        "title=“-5%25” cannot be less than 0.::"
        "“-5%25” cannot be less than 0. Write a number, or a share as 10%25.",
    ]


def test_everything_is_told_in_the_language_asked_for(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "quizzes/small.yaml", "hint:", "hnit:")
    change(root, "quizzes/small.yaml", ", alt: A lamp", "")
    said = {language: run(root, "--language", language)[1] for language in ("ja", "es", "en")}
    shared = set(said["ja"].split()) & set(said["es"].split()) & set(said["en"].split())
    written = (root / "quizzes" / "small.yaml").read_text(encoding="utf-8") + root.as_posix()
    assert [word for word in shared if word.isalpha() and word not in written] == []
    assert "エラー" in said["ja"]


def test_fix_mends_shows_and_checks_again(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "quizzes/small.yaml", "hint:", "hnit:")
    status, output = run(root, "--language", "en")
    assert status == 1
    assert "1 of them can be mended by --fix." in output
    status, output = run(root, "--fix", "--language", "en")
    assert status == 0
    assert "small.yaml:14:5: mended: “hnit” is now “hint”" in output
    assert "small.yaml.bak" in output
    assert output.endswith("All is well.\n")
    assert run(root, "--fix", "--language", "en") == (0, "All is well.\n")


def test_json_stays_json_when_something_is_mended(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "quizzes/small.yaml", "hint:", "hnit:")
    edit = {"line": 14, "column": 5, "old": "hnit", "new": "hint"}
    told = CliRunner().invoke(check, [str(root), "--format", "json", "--language", "en"])
    assert [problem["edit"] for problem in json.loads(told.stdout)] == [edit]
    told = CliRunner().invoke(check, [str(root), "--fix", "--format", "json", "--language", "en"])
    assert json.loads(told.stdout) == []
    assert "hnit" in told.stderr


# ---------------------------------------------------------------------------- what is found


def test_a_name_with_a_hidden_ending_is_told(tmp_path: Path) -> None:
    (tmp_path / "mytown.yaml.txt").write_text(DECK, encoding="utf-8")
    status, output = run(tmp_path, "--language", "en")
    assert status == 0
    assert "mytown.yaml.txt: warning: This file is not read: its name ends in .yaml.txt." in output
    assert "Call it mytown.yaml." in output


def test_a_folder_without_content_is_not_well(tmp_path: Path) -> None:
    status, output = run(tmp_path, "--language", "en")
    assert status == 0
    assert "There is no board, deck, survey or theme in this folder." in output
    assert "All is well" not in output


def test_two_decks_with_one_id(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / "quizzes" / "copy.yaml").write_text(DECK, encoding="utf-8")
    change(root, "boards/small.yaml", "decks: [small]", "decks: [small, copy]")
    status, output = run(root, "--language", "en")
    assert status == 1
    assert "small.yaml:6:16: error: The decks “small” and “copy” have the same id" in output


def test_cards_without_words_and_sounds_without_a_folder(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "boards/small.yaml", ", text: A bridge.", "")
    change(root, "assets/themes/small.yaml", "focus:", "sounds: sounds/none\nfocus:")
    change(root, "quizzes/small.yaml", "file: lamp.png", "file: lampp.png")
    _, output = run(root, "--language", "en")
    assert "boards/small.yaml:19:5: warning: The card of this square is empty." in output
    assert "small.yaml:7:9: warning: There is no folder “sounds/none” in assets." in output
    assert "Did you mean “lamp.png”?" in output
