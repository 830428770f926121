"""What happens to files in schools: told by session, file and column; the rest is kept."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from joined import SCRIPT, Row, edit, join, made, of, table, told

from sugoroku.collection.problems import CollectError, Problem
from sugoroku.collection.queries import MACROS
from sugoroku.records.csv_writing import neutral

Tables = dict[str, list[Row]]


def joined(folder: Path) -> tuple[Tables, list[Problem]]:
    out = folder.parent / "out" / "all"
    found = join(folder, out=out)
    return {name: table(out, name) for name in ("quiz", "survey", "problems")}, told(found)


def damaged(tmp_path: Path, harm: Callable[[Path], None]) -> tuple[Tables, Tables, list[Problem]]:
    """The tables before and after the second of three sessions was harmed, and what was told.

    The other sessions' rows are the same, and what was told is in the file for people.
    """
    sessions = made(tmp_path / "all", 3, seed=4)
    before, problems = joined(tmp_path / "all")
    assert not problems
    harm(sessions[1])
    after, problems = joined(tmp_path / "all")
    for name in ("quiz", "survey"):
        for other in (sessions[0], sessions[2]):
            assert of(after[name], other) == of(before[name], other)
    assert [row["what"] for row in after["problems"]] == [
        problem.message.format(**problem.values) for problem in problems
    ]
    harmed = {name: of(found, sessions[1]) for name, found in before.items()}
    return harmed, {name: of(found, sessions[1]) for name, found in after.items()}, problems


def test_a_row_half_written(tmp_path: Path) -> None:
    before, after, (problem,) = damaged(tmp_path, SCRIPT.DAMAGES["half_written"])
    assert after["survey"] == before["survey"] and after["quiz"] == before["quiz"][:-1]
    assert problem.left and problem.file == "quiz.csv"
    assert problem.values["lines"] == str(len(before["quiz"]) + 1)


def test_zeros_after_a_power_cut(tmp_path: Path) -> None:
    before, after, (problem,) = damaged(tmp_path, SCRIPT.DAMAGES["zeros"])
    assert after["quiz"] == before["quiz"]
    kept = len(after["survey"])
    assert 0 < kept < len(before["survey"]) and after["survey"] == before["survey"][:kept]
    assert problem.left and problem.file == "survey.csv"


@pytest.mark.parametrize("damage", ["emptied", "foreign", "missing"])
def test_no_quiz_to_read(tmp_path: Path, damage: str) -> None:
    before, after, (problem,) = damaged(tmp_path, SCRIPT.DAMAGES[damage])
    assert after["survey"] == before["survey"] and not after["quiz"]
    assert problem.left and problem.file == "quiz.csv" and problem.session in problem.folder


def test_survey_missing_though_the_codebook_has_one(tmp_path: Path) -> None:
    _, after, (problem,) = damaged(tmp_path, lambda path: (path / "survey.csv").unlink())
    assert problem.left and problem.file == "survey.csv"
    assert all(row["way"] == "hands" for row in after["survey"])


def test_a_quote_that_does_not_end(tmp_path: Path) -> None:
    def harm(path: Path) -> None:
        lines = (path / "quiz.csv").read_bytes().split(b"\r\n")
        lines[5] = b'"' + lines[5]
        (path / "quiz.csv").write_bytes(b"\r\n".join(lines))

    before, after, (problem,) = damaged(tmp_path, harm)
    assert after["quiz"] == before["quiz"][:4] and problem.left


def test_letters_that_cannot_be_read(tmp_path: Path) -> None:
    def harm(path: Path) -> None:
        data = (path / "quiz.csv").read_bytes()
        (path / "quiz.csv").write_bytes(data.replace("あおば".encode(), b"\xe3\x81\xff", 1))

    before, after, (problem,) = damaged(tmp_path, harm)
    changed = [n for n, row in enumerate(after["quiz"]) if row != before["quiz"][n]]
    assert len(changed) == 1 and "�" in after["quiz"][changed[0]]["team"] and problem.left


@pytest.mark.parametrize("encoding", ["cp932", "utf-16", "utf-8"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_saved_again_by_a_spreadsheet(tmp_path: Path, encoding: str, delimiter: str) -> None:
    def harm(path: Path) -> None:
        edit(path / "session.json", '"language": "', '"language": "ja", "was": "')
        text = (path / "quiz.csv").read_bytes().decode("utf-8-sig")
        assert ";" not in text and '"' not in text and "あ" in text
        text = text.replace("●", "○").replace("♥", "★").replace(",", delimiter)
        (path / "quiz.csv").write_bytes(text.encode(encoding))

    before, after, problems = damaged(tmp_path, harm)
    assert not any(p.left for p in problems)
    assert len([p for p in problems if p.file == "quiz.csv"]) == (encoding != "utf-8") + (
        delimiter != ","
    )
    expected = [
        row | {"team": row["team"].replace("●", "○").replace("♥", "★"), "language": "ja"}
        for row in before["quiz"]
    ]
    assert after["quiz"] == expected


def test_windows_1252_of_a_spanish_computer(tmp_path: Path) -> None:
    def harm(path: Path) -> None:
        edit(path / "session.json", '"language": "', '"language": "es", "was": "')
        text = (path / "quiz.csv").read_bytes().decode("utf-8-sig")
        text = text.replace("■ あおば", "Ñandú").replace("●", "*").replace("★", "*")
        (path / "quiz.csv").write_bytes(text.encode("cp1252", "replace"))

    _, after, (problem,) = damaged(tmp_path, harm)
    assert {row["team"] for row in after["quiz"]} >= {"Ñandú", "* Loica"} and not problem.left


def test_columns_that_are_new_missing_or_double(tmp_path: Path) -> None:
    def harm(path: Path) -> None:
        lines = (path / "quiz.csv").read_bytes().decode("utf-8-sig").split("\r\n")
        lines[0] = lines[0].replace(",step", ",mark").replace("on_turn", "undone")
        (path / "quiz.csv").write_bytes("\r\n".join(lines).encode("utf-8-sig"))

    before, after, problems = damaged(tmp_path, harm)
    assert {(p.column, p.left) for p in problems} == {
        ("undone", True), ("mark", True), ("step", False), ("on_turn", False),
    }  # fmt: skip
    assert [row["question"] for row in after["quiz"]] == [r["question"] for r in before["quiz"]]
    assert not any(row["step"] or row["on_turn"] for row in after["quiz"])


def test_a_word_where_a_number_should_be(tmp_path: Path) -> None:
    def harm(path: Path) -> None:
        lines = (path / "quiz.csv").read_bytes().decode("utf-8-sig").split("\r\n")
        for number in (1, 2):
            cells = lines[number].split(",")
            cells[1], cells[0] = "first", "yesterday"
            lines[number] = ",".join(cells)
        (path / "quiz.csv").write_bytes("\r\n".join(lines).encode("utf-8-sig"))
        survey = (path / "survey.csv").read_bytes().decode("utf-8-sig").split("\r\n")
        place = survey[0].split(",").index("know_1")
        cells = survey[1].split(",")
        cells[place], cells[place + 2] = "1.5", "perhaps"
        survey[1] = ",".join(cells)
        (path / "survey.csv").write_bytes("\r\n".join(survey).encode("utf-8-sig"))

    before, after, problems = damaged(tmp_path, harm)
    assert {(p.file, p.column, p.values["count"]) for p in problems} == {
        ("quiz.csv", "round", 2), ("quiz.csv", "when", 2),
        ("survey.csv", "know_1", 1), ("survey.csv", "know_1_right", 1),
    }  # fmt: skip
    assert all(problem.left for problem in problems)
    assert after["quiz"][0] == before["quiz"][0] | {"round": "", "when": ""}
    assert len(after["survey"]) == len(before["survey"])


def test_a_formula_that_lost_its_apostrophe(tmp_path: Path) -> None:
    def harm(path: Path) -> None:
        data = (path / "quiz.csv").read_bytes()
        (path / "quiz.csv").write_bytes(data.replace("● Loica".encode(), b"=cmd|x"))

    _, after, problems = damaged(tmp_path, harm)
    assert not problems and "'=cmd|x" in {row["team"] for row in after["quiz"]}


def test_harmless_wherever_the_sessions_files_are() -> None:
    database = duckdb.connect()
    database.execute(MACROS)
    signs = [chr(n) for n in range(1, 0x110000) if not 0xD800 <= n < 0xE000]
    unsafe = [s for s in signs if unicodedata.normalize("NFKC", s)[:1] in tuple("=+-@")]
    texts = [
        *(before + sign + "1+1" for before in ("", " ", "\u200b", "\u3000 ") for sign in unsafe),
        *("\r\n=1", "\n-", "\u2028x", "-5", "-5,0", "-0.5", "+", "-", "=", "'=1", "a=1", "あ"),
    ]
    for text in texts:
        (found,) = database.execute("SELECT harmless($1)", (text,)).fetchone() or ("",)
        if neutral(text).startswith("'") and text not in ("-5", "-0.5"):  # numbers stay numbers
            assert found == (text if text.startswith("'") else f"'{text}"), repr(text)
        else:
            assert found == text


def test_the_rest_of_a_large_heap(tmp_path: Path) -> None:
    harmed = SCRIPT.make(60, tmp_path / "all", seed=3, damaged=0.4)
    assert len(harmed) > len(SCRIPT.DAMAGES)
    out = tmp_path / "out" / "all"
    found = join(tmp_path / "all", out=out)
    assert found.sessions == 60 and found.problems.any_left
    quiz, survey = table(out, "quiz"), table(out, "survey")
    SCRIPT.make(60, tmp_path / "sound", seed=3)
    sound_sessions = {p.name for p in (tmp_path / "sound" / "sessions").iterdir()}
    assert {row["session"] for row in survey} <= sound_sessions
    assert {p.name for p in harmed if harmed[p] not in ("other_words", "copied")} <= {
        problem.session for problem in found.problems
    }
    assert len(quiz) > 1000


def test_a_folder_that_is_not_there_and_one_without_sessions(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = join(tmp_path / "empty", tmp_path / "gone", out=tmp_path / "out" / "all")
    assert found.sessions == 0 and found.problems.any_left
    assert {Path(problem.folder).name for problem in found.problems} == {"empty", "gone"}
    assert table(tmp_path / "out" / "all", "quiz") == []


def test_a_folder_where_a_table_should_be(tmp_path: Path) -> None:
    made(tmp_path / "all", 1)
    (tmp_path / "out" / "all-survey.csv").mkdir(parents=True)
    with pytest.raises(CollectError):
        join(tmp_path / "all", out=tmp_path / "out" / "all")
    assert not [p for p in (tmp_path / "out").iterdir() if p.name.endswith(".new")]


@pytest.mark.parametrize("name", ["session.json", "codebook.csv", "quiz.csv", "survey.csv"])
def test_a_folder_where_a_file_should_be(tmp_path: Path, name: str) -> None:
    def harm(path: Path) -> None:
        (path / name).unlink()
        (path / name).mkdir()

    _, after, problems = damaged(tmp_path, harm)
    assert problems and (after["quiz"] or name == "quiz.csv")


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b'{"session": 5}', b"\xff\xfe{\0", b"[" * 99999]
)
def test_any_session_json(tmp_path: Path, data: bytes) -> None:
    before, after, problems = damaged(
        tmp_path, lambda path: (path / "session.json").write_bytes(data) and None
    )
    assert [p.file for p in problems] == ["session.json"] and not problems[0].left
    assert [row["question"] for row in after["quiz"]] == [r["question"] for r in before["quiz"]]
    assert after["quiz"][0]["edition"] == before["quiz"][0]["edition"]
