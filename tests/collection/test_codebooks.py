"""Codebooks are checked against each other, and codes against their codebook."""

from pathlib import Path

from joined import edit, join, made, of, table, told

from sugoroku.collection.problems import Problem


def of_one_kind(folder: Path) -> list[Path]:
    """Four sessions of one edition in one language."""
    sessions = made(folder, 40, seed=2)
    kinds: dict[bytes, list[Path]] = {}
    for session in sessions:
        kinds.setdefault((session / "codebook.csv").read_bytes(), []).append(session)
    kept = max(kinds.values(), key=len)[:4]
    for session in set(sessions) - set(kept):
        for file in session.iterdir():
            file.unlink()
        session.rmdir()
    return kept


def problems(tmp_path: Path) -> list[Problem]:
    found = join(tmp_path / "all", out=tmp_path / "out" / "t")
    assert not found.problems.any_left  # everything is kept
    return told(found)


def line(session: Path, beginning: str) -> str:
    text = (session / "codebook.csv").read_bytes().decode("utf-8-sig")
    return next(found for found in text.split("\r\n") if found.startswith(beginning))


def test_languages_have_words_of_their_own(tmp_path: Path) -> None:
    made(tmp_path / "all", 30)
    assert problems(tmp_path) == []


def test_another_label_of_a_code(tmp_path: Path) -> None:
    sessions = of_one_kind(tmp_path / "all")
    row = next(
        found
        for found in (sessions[2] / "codebook.csv").read_bytes().decode().split("\r\n")
        if found.startswith("survey.csv,level,choice") and ",2," in found[-40:]
    )
    edit(sessions[2] / "codebook.csv", row, row.rpartition(",")[0] + ",quite another")
    (problem,) = problems(tmp_path)
    assert (problem.session, problem.column) == (sessions[2].name, "level")
    assert problem.values["code"] == "2" and problem.values["here"] == "quite another"
    assert (problem.values["count"], problem.values["others"]) == (1, 3)
    labels = [
        (row["label"], row["sessions"])
        for row in table(tmp_path / "out" / "t", "codebook")
        if (row["column"], row["code"]) == ("level", "2")
    ]
    assert sorted(n for _, n in labels) == ["1", "3"] and ("quite another", "1") in labels


def test_another_name_and_another_kind_of_a_column(tmp_path: Path) -> None:
    sessions = of_one_kind(tmp_path / "all")
    row = line(sessions[0], "survey.csv,walk,number")
    edit(sessions[0] / "codebook.csv", row, "survey.csv,walk,text,How far?,,")
    found = problems(tmp_path)
    assert {(p.session, p.column, p.values["here"]) for p in found} == {
        (sessions[0].name, "walk", "How far?"),
        (sessions[0].name, "walk", "text"),
    }
    walk = [row for row in table(tmp_path / "out" / "t", "survey") if row["item"] == "walk"]
    assert {row["kind"] for row in of(walk, sessions[0])} == {"text"}
    assert any(row["text"] for row in of(walk, sessions[0]))
    assert {row["kind"] for row in of(walk, sessions[1])} == {"number"}


def test_another_question_behind_an_id(tmp_path: Path) -> None:
    sessions = of_one_kind(tmp_path / "all")
    row = line(sessions[3], "quiz.csv,deck/q7,choice")
    edit(sessions[3] / "codebook.csv", row + "\r\n", "quiz.csv,deck/q7,choice,Other?,,\r\n")
    (problem,) = problems(tmp_path)
    assert (problem.column, problem.values["here"]) == ("deck/q7", "Other?")


def test_another_content_of_an_edition(tmp_path: Path) -> None:
    sessions = of_one_kind(tmp_path / "all")
    edit(sessions[1] / "session.json", '"content": "', '"content": "new')
    (problem,) = problems(tmp_path)
    assert (problem.session, problem.file) == (sessions[1].name, "session.json")
    assert (problem.values["count"], problem.values["others"]) == (1, 3)


def test_a_code_that_the_codebook_does_not_have(tmp_path: Path) -> None:
    sessions = of_one_kind(tmp_path / "all")
    text = (sessions[0] / "codebook.csv").read_bytes().decode()
    rows = [row for row in text.split("\r\n") if not row.startswith("survey.csv,fun,faces")]
    head = line(sessions[0], "survey.csv,fun,faces")
    rows.insert(1, head)
    (sessions[0] / "codebook.csv").write_bytes("\r\n".join(rows).encode())
    found = problems(tmp_path)
    survey = of(table(tmp_path / "out" / "t", "survey"), sessions[0])
    said = [row for row in survey if row["item"] == "fun" and row["code"] and row["pupil"]]
    assert [(p.file, p.column, p.values["count"]) for p in found] == [
        ("survey.csv", "fun", len(said))
    ]
    assert all(row["label"] for row in said)


def test_a_column_that_the_codebook_does_not_have(tmp_path: Path) -> None:
    sessions = of_one_kind(tmp_path / "all")
    text = (sessions[0] / "codebook.csv").read_bytes().decode()
    rows = [row for row in text.split("\r\n") if not row.startswith("survey.csv,walk")]
    (sessions[0] / "codebook.csv").write_bytes("\r\n".join(rows).encode())
    (problem,) = problems(tmp_path)
    assert (problem.file, problem.column) == ("survey.csv", "walk")
    walk = [row for row in table(tmp_path / "out" / "t", "survey") if row["item"] == "walk"]
    assert of(walk, sessions[0]) and {row["kind"] for row in walk} == {"number"}


def test_old_folders_without_codebook_and_session_json(tmp_path: Path) -> None:
    folder = tmp_path / "all" / "sessions" / "2025-11-22_1405_toyama_2"
    folder.mkdir(parents=True)
    head = "pupil,when,fun,fun_label,will_do_1,will_do_2,will_do_label,noticed,age\r\n"
    first = '1,2025-11-22 14:50:01,4,Good,1,0,Walk,"a\n=b",11\r\n'
    second = "2,2025-11-22 14:51:01,,,,,,,\r\n"
    folder.joinpath("survey.csv").write_bytes((head + first + second).encode("utf-8-sig"))
    found = join(tmp_path, out=tmp_path / "out" / "t")
    assert [p.file for p in told(found, left=False)] == ["session.json", "codebook.csv"]
    assert [p.file for p in told(found, left=True)] == ["quiz.csv"]
    rows = table(tmp_path / "out" / "t", "survey")
    assert {(row["edition"], row["moment"], row["session"]) for row in rows} == {
        ("toyama", "after", folder.name)
    }
    columns = ("pupil", "item", "kind", "option", "code", "label", "text")
    assert [tuple(row[name] for name in columns) for row in rows] == [
        ("1", "fun", "options", "", "4", "Good", ""),
        ("1", "will_do", "several", "1", "1", "", ""),
        ("1", "will_do", "several", "2", "0", "", ""),
        ("1", "noticed", "text", "", "", "", "a\n=b"),
        ("1", "age", "number", "", "11", "", ""),
        ("2", "fun", "options", "", "", "", ""),
        ("2", "will_do", "several", "1", "", "", ""),
        ("2", "will_do", "several", "2", "", "", ""),
        ("2", "noticed", "text", "", "", "", ""),
        ("2", "age", "number", "", "", "", ""),
    ]
    (session,) = table(tmp_path / "out" / "t", "sessions")
    assert session["started"] == "2025-11-22T14:05:00"
