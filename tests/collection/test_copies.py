"""Lessons that are there twice count once; two lessons of the same name are two lessons."""

import json
import shutil
from pathlib import Path

from joined import SCRIPT, join, made, of, table, told


def test_a_copied_stick_counts_once(tmp_path: Path) -> None:
    sessions = made(tmp_path / "all", 2)
    before = join(tmp_path / "all", out=tmp_path / "one")
    for place in ("stick", "desk/later"):
        shutil.copytree(sessions[0], tmp_path / "all" / place / sessions[0].name)
    found = join(tmp_path / "all", out=tmp_path / "two")
    assert found.rows == before.rows and found.sessions == 2
    assert len(told(found)) == 2 and not found.problems.any_left
    assert {Path(problem.folder).parent.name for problem in found.problems} <= {
        *("stick", "later", "sessions"),
    }


def test_a_renamed_copy_is_known_by_its_id(tmp_path: Path) -> None:
    (session,) = made(tmp_path / "all", 1)
    before = join(tmp_path / "all", out=tmp_path / "one")
    shutil.copytree(session, tmp_path / "all" / "Copy of the lesson")
    found = join(tmp_path / "all", out=tmp_path / "two")
    assert found.rows == before.rows


def test_of_two_copies_the_one_with_more_counts(tmp_path: Path) -> None:
    (session,) = made(tmp_path / "all", 1)
    whole = join(tmp_path / "all", out=tmp_path / "one")
    earlier = tmp_path / "all" / "a-stick" / session.name
    shutil.copytree(session, earlier)
    for name, rows in (("quiz.csv", 9), ("survey.csv", 1)):
        lines = (earlier / name).read_bytes().splitlines(keepends=True)[:rows]
        (earlier / name).write_bytes(b"".join(lines))
    first = (earlier / "quiz.csv").read_bytes().replace(b",1,0,", b",1,1,", 1)  # not yet taken back
    (earlier / "quiz.csv").write_bytes(first)
    found = join(tmp_path / "all", out=tmp_path / "two")
    assert found.rows == whole.rows
    (problem,) = told(found)
    assert problem.left and problem.folder == str(earlier)
    assert str(problem.values["other"]) == str(session)
    assert table(tmp_path / "one", "quiz") == table(tmp_path / "two", "quiz")


def test_two_classes_that_began_in_the_same_minute(tmp_path: Path) -> None:
    (first,), (second,) = (
        made(tmp_path / "all" / room, 1, seed) for room, seed in (("a", 1), ("b", 3))
    )
    shutil.move(second, second.with_name(first.name))
    second = second.with_name(first.name)
    about = json.loads((second / "session.json").read_text("utf-8")) | {"session": first.name}
    (second / "session.json").write_text(json.dumps(about), "utf-8")
    found = join(tmp_path / "all", out=tmp_path / "two")
    assert found.sessions == 2 and not found.problems.any_left
    (problem,) = told(found)
    assert problem.session == f"{first.name}~2" and problem.folder == str(second)
    sessions = {row["session"]: row["folder"] for row in table(tmp_path / "two", "sessions")}
    assert sessions == {first.name: str(first), f"{first.name}~2": str(second)}
    alone = join(tmp_path / "all" / "b", out=tmp_path / "alone")
    joined = of(table(tmp_path / "two", "quiz"), f"{first.name}~2")
    assert len(joined) == alone.rows["quiz"]


def test_copies_among_many(tmp_path: Path) -> None:
    SCRIPT.make(20, tmp_path / "all", seed=8)
    whole = join(tmp_path / "all", out=tmp_path / "one")
    for number in range(3):
        shutil.copytree(tmp_path / "all" / "sessions", tmp_path / "all" / f"copy{number}")
    found = join(tmp_path / "all", out=tmp_path / "two")
    assert found.rows == whole.rows and len(told(found, left=False)) == 60
