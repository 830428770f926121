"""`survey.csv`: a row a pupil."""

import tempfile
from pathlib import Path

import pandas  # type: ignore[import-untyped,unused-ignore]
from hypothesis import given, settings
from hypothesis import strategies as st
from lesson_desk import Desk, answers, rewritten, rows
from small_table import PlainWords

from sugoroku.records.csv_writing import neutral
from sugoroku.records.resume import resume

TR = PlainWords()


def test_a_row_for_every_pupil(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    assert (records.folder / "survey.csv").read_bytes().count(b"\r\n") == 1
    records.save_survey(answers("=1+1\r\nつぎ"))
    records.save_survey({"fun": 1, "will_do": ()})
    first, second = rows(records.folder / "survey.csv")
    assert first == {
        "pupil": "1",
        "when": first["when"],
        "survey": "survey",
        "moment": "after",
        "way": "alone",
        "fun": "3",
        "fun_label": "great",
        "again": "2",
        "again_label": "No",
        "will_do_1": "1",
        "will_do_2": "0",
        "will_do_3": "1",
        "will_do_label": "x / z",
        "noticed": "'=1+1\nつぎ",
        "age": "-5",
    }
    assert second["pupil"] == "2" and second["fun_label"] == "little"
    assert second["again"] == second["noticed"] == second["age"] == ""
    assert second["will_do_1"] == "0"
    frame = pandas.read_csv(records.folder / "survey.csv")
    assert list(frame["fun"]) == [3, 1] and frame["age"][0] == -5


def test_a_pupil_answers_once_more(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    assert not records.undo_survey()
    records.save_survey(answers("first"))
    records.save_survey(answers("second"))
    assert records.undo_survey() and records.surveyed() == 1
    records = desk.resume(records.folder)
    assert records.save_survey(answers("again")) == 2
    found = rows(records.folder / "survey.csv")
    assert [(row["pupil"], row["noticed"]) for row in found] == [("1", "first"), ("2", "again")]


def test_answers_are_on_the_disk_before_the_thanks(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    for number in range(3):
        records.save_survey(answers(f"pupil {number}"))
        found = resume(records.folder)
        assert [line.answers["noticed"] for line in found.surveys][-1] == f"pupil {number}"


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(st.characters(exclude_categories=())), max_size=4))
def test_any_text_of_any_pupil(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        records = Desk().begin(Path(folder))
        for text in texts:
            records.save_survey(answers(text))
        assert records.trouble(TR) == ""
        found = rows(records.folder / "survey.csv")
        assert [row["noticed"] for row in found] == [neutral(text) for text in texts]
        before = (records.folder / "survey.csv").read_bytes()
        assert rewritten(records.folder)[1] == before
