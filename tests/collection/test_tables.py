"""The joined tables: what is in them, and that nothing of it changed on the way."""

import sys
from collections import Counter
from pathlib import Path

import duckdb
import pandas
import pytest
from joined import join, load, made, of, rows, table

HERE = Path(__file__).resolve().parent
for room in ("records", "session"):
    sys.path.insert(0, str(HERE.parent / room))

from lesson_desk import Desk, play_forward  # noqa: E402
from small_table import setup  # noqa: E402
from wide_survey import survey_whole_class, wide_edition  # noqa: E402


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """A session as the program writes it, with items of every kind before and after the game."""
    records = Desk().begin_with(tmp_path / "data", wide_edition(), setup())
    play_forward(records, 20)
    survey_whole_class(records)
    records.close()
    return records.folder


def test_the_same_as_plain_pandas_makes(tmp_path: Path) -> None:
    made(tmp_path / "all", 40)
    bench = load("benchmarks/bench_collect.py")
    bench.pandas_join(tmp_path / "all", tmp_path / "pandas")
    found = join(tmp_path / "all", out=tmp_path / "csv")
    assert not found.problems.found and found.sessions == 40
    for name in ("quiz", "survey"):
        ours, theirs = (table(tmp_path / maker, name) for maker in ("csv", "pandas"))
        assert list(ours[0]) == list(theirs[0]) and len(ours) == len(theirs) == found.rows[name]
        assert Counter(map(str, ours)) == Counter(map(str, theirs))


def test_quiz_has_what_the_session_has(lesson: Path, tmp_path: Path) -> None:
    found = join(lesson, out=tmp_path / "all")
    assert not found.problems.found
    joined, own = table(tmp_path / "all", "quiz"), rows(lesson / "quiz.csv")
    assert len(joined) == len(own) > 4
    for row, before in zip(joined, own, strict=True):
        assert row["session"] == lesson.name and row["edition"] == "small"
        assert {name: row[name] for name in before} == before


def test_survey_of_every_kind(lesson: Path, tmp_path: Path) -> None:
    join(lesson, out=tmp_path / "all")
    joined, own = table(tmp_path / "all", "survey"), rows(lesson / "survey.csv")
    answers = {(r["moment"], r["pupil"], r["item"], r["option"]): r for r in joined if r["pupil"]}
    kinds = {row["item"]: row["kind"] for row in joined}
    assert set(kinds.values()) == {
        *("faces", "choice", "several", "yes_maybe_no", "text", "number", "knowledge"),
    }
    for row in own:
        for item, kind in kinds.items():
            key = (row["moment"], row["pupil"], item, "")
            if kind == "several":
                for option in ("1", "2", "3") if row["moment"] == "after" else ():
                    answer = answers[*key[:3], option]
                    assert answer["code"] == row[f"{item}_{option}"]
                    assert answer["label"] == "xyz"[int(option) - 1]
            elif key in answers:
                answer = answers[key]
                said = answer["text"] if kind == "text" else answer["code"]
                assert (said, answer["label"]) == (row[item], row.get(f"{item}_label", ""))
                assert answer["right"] == row.get(f"{item}_right", "")
                assert (answer["way"], answer["when"]) == (row["way"], row["when"])
            else:
                assert not row[item]  # it was not asked at this moment


def test_what_was_left_out_is_there_and_what_was_not_asked_is_not(
    lesson: Path, tmp_path: Path
) -> None:
    join(lesson, out=tmp_path / "all")
    joined = [row for row in table(tmp_path / "all", "survey") if row["way"] != "hands"]
    pupils = {moment: {r["pupil"] for r in joined if r["moment"] == moment}
              for moment in ("before", "after")}  # fmt: skip
    asked = {(row["moment"], row["item"]) for row in joined}
    assert ("before", "fun") not in asked and ("before", "known") in asked
    assert ("after", "known") in asked
    for moment, item in asked:
        found = [r for r in joined if (r["moment"], r["item"]) == (moment, item)]
        assert {row["pupil"] for row in found} == pupils[moment]
    assert any(not row["code"] and not row["text"] for row in joined)


def test_raised_hands_are_rows_with_counts(lesson: Path, tmp_path: Path) -> None:
    join(lesson, out=tmp_path / "all")
    hands = [row for row in table(tmp_path / "all", "survey") if row["way"] == "hands"]
    own = rows(lesson / "survey-counts.csv")
    assert len(hands) == len(own) > 3
    for row, before in zip(hands, own, strict=True):
        assert (row["pupil"], row["pupils"]) == ("", before["pupils"])
        assert {n: row[n] for n in ("item", "label", "count", "moment", "survey", "when")} == {
            n: before[n] for n in ("item", "label", "count", "moment", "survey", "when")
        }
        number = row["option"] if row["kind"] == "several" else row["code"]
        assert number == before["code"] and row["kind"]


def test_codebook_and_sessions(lesson: Path, tmp_path: Path) -> None:
    join(lesson, out=tmp_path / "all")
    joined, own = table(tmp_path / "all", "codebook"), rows(lesson / "codebook.csv")
    assert [{n: row[n] for n in own[0]} for row in joined] == own
    (session,) = table(tmp_path / "all", "sessions")
    assert session["session"] == lesson.name and session["folder"] == str(lesson)
    assert session["edition"] == "small" and len(session["content"]) == 32
    assert int(session["pupils"]) >= int(session["teams"]) > 1


def test_parquet_has_the_same_cells(tmp_path: Path) -> None:
    made(tmp_path / "all", 5)
    join(tmp_path / "all", out=tmp_path / "t")
    found = join(tmp_path / "all", out=tmp_path / "t", form="parquet")
    assert {path.suffix for path in found.files} == {".parquet", ".csv"}  # problems for people
    for name in ("quiz", "survey", "codebook", "sessions"):
        path = tmp_path / f"t-{name}.parquet"
        cells = duckdb.sql(f"SELECT COLUMNS(*)::VARCHAR FROM '{path}'").fetchall()
        described = duckdb.sql(f"DESCRIBE FROM '{path}'").fetchall()
        kinds = {column: kind for column, kind, *_ in described}
        assert kinds.get("when", "TIMESTAMP") == "TIMESTAMP"
        assert kinds.get("code", "INTEGER") == ("VARCHAR" if name == "codebook" else "INTEGER")
        as_text = [dict(zip(kinds, (v or "" for v in row), strict=True)) for row in cells]
        assert as_text == table(tmp_path / "t", name)


def test_csv_is_for_excel_and_pandas(tmp_path: Path) -> None:
    for path in made(tmp_path / "all", 4):
        edit_survey(path)
    join(tmp_path / "all", out=tmp_path / "t")
    for name in ("quiz", "survey", "codebook", "sessions", "problems"):
        data = (tmp_path / f"t-{name}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf") and not data.startswith(b'\xef\xbb\xbf"')
        assert data.endswith(b"\r\n")
        assert len(pandas.read_csv(tmp_path / f"t-{name}.csv")) == len(table(tmp_path / "t", name))
    said = {row["text"] for row in table(tmp_path / "t", "survey") if row["kind"] == "text"}
    assert 'two\nlines, "quoted", 🌧' in said and "'=1+1" in said


def edit_survey(path: Path) -> None:
    data = (path / "survey.csv").read_bytes().decode("utf-8-sig")
    head, first, rest = data.split("\r\n", 2)
    width = head.count(",")
    place = head.split(",").index("noticed")
    new = []
    for said in ('"two\nlines, ""quoted"", 🌧"', "'=1+1"):
        cells = [*["1", "2026-04-01", "after-play", "after", "paper"], *[""] * (width - 4)]
        cells[place] = said
        new.append(",".join(cells))
    (path / "survey.csv").write_bytes("\r\n".join([head, *new, first, rest]).encode("utf-8-sig"))


def test_the_same_every_time_and_in_order(tmp_path: Path) -> None:
    sessions = made(tmp_path / "all", 30)
    names = ("quiz", "survey", "codebook", "sessions", "problems")
    for out in ("one", "two"):
        join(tmp_path / "all", out=tmp_path / out)
    for name in names:
        assert (tmp_path / f"one-{name}.csv").read_bytes() == (
            tmp_path / f"two-{name}.csv"
        ).read_bytes()
    for name in ("quiz", "survey"):
        seen = list(dict.fromkeys(row["session"] for row in table(tmp_path / "one", name)))
        assert seen == [path.name for path in sessions]
    for path in sessions:
        own = [row["when"] for row in of(table(tmp_path / "one", "quiz"), path)]
        assert own == [row["when"] for row in rows(path / "quiz.csv")]


def test_any_folder_above_and_several(tmp_path: Path) -> None:
    one, *rest = made(tmp_path / "a" / "b", 3)
    whole = join(tmp_path, out=tmp_path / "out" / "w")
    assert whole.sessions == 3
    assert join(tmp_path / "a" / "b" / "sessions", out=tmp_path / "out" / "w").rows == whole.rows
    assert join(one, *rest, out=tmp_path / "out" / "w").rows == whole.rows
    again = join(tmp_path / "a", one, one, tmp_path, out=tmp_path / "out" / "w")
    assert again.rows == whole.rows and not again.problems.found


def test_more_sessions_than_are_sorted_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path / "all", 9)
    join(tmp_path / "all", out=tmp_path / "one")
    monkeypatch.setattr("sugoroku.collection.joining.SESSIONS_AT_ONCE", 2)
    monkeypatch.setattr("sugoroku.collection.staging._REMEMBERED", 1)
    join(tmp_path / "all", out=tmp_path / "two")
    for name in ("quiz", "survey", "codebook"):
        assert table(tmp_path / "one", name) == table(tmp_path / "two", name)
