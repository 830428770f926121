"""`quiz.csv`: a row an answer."""

from pathlib import Path

import pandas  # type: ignore[import-untyped,unused-ignore]
from lesson_desk import Desk, play_forward, rewritten, rows, until_question
from small_table import PlainWords

from sugoroku.engine import commands
from sugoroku.engine.events import Answered, QuestionAsked
from sugoroku.model.quiz import Picked, TrueFalse
from sugoroku.model.text import Text
from sugoroku.records.csv_writing import neutral
from sugoroku.records.quiz_log import COLUMNS
from sugoroku.records.words import answer_words


def test_a_row_for_every_answer(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    play_forward(records, 40)
    asked = [
        (step, event)
        for step in records.session.steps
        for event in step.events
        if isinstance(event, Answered)
    ]
    found = rows(records.folder / "quiz.csv")
    assert len(found) == len(asked) > 8 and tuple(found[0]) == COLUMNS
    kinds = set()
    for row, (step, event) in zip(found, asked, strict=True):
        team = step.before.team(event.team)
        assert row["team"] == f"{team.shape} {team.name}"
        assert row["round"] == str(step.before.round)
        assert row["question"] == event.question
        assert row["right"] == str(int(event.right)) and row["on_turn"] == "1"
        assert row["undone"] == "0" and row["step"] == str(step.number)
        assert row["seconds"] == "0.5" and row["when"].startswith("2026-11-22 14:05:")
        kinds.add(row["kind"])
        if event.right:
            assert row["chosen_code"] == row["right_code"] or row["kind"] == "estimate"
    assert kinds == {"choice", "true_false", "several", "estimate", "order"}
    frame = pandas.read_csv(records.folder / "quiz.csv")
    assert list(frame.columns) == list(COLUMNS) and len(frame) == len(asked)
    assert frame["right"].isin((0, 1)).all() and frame["seconds"].dtype == float


def test_answers_in_words_and_codes(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    play_forward(records, 60)
    rights = {row["kind"]: row["right_answer"] for row in rows(records.folder / "quiz.csv")}
    assert rights == {
        "choice": neutral('=HYPERLINK("http://evil.example";"漢字")'),
        "true_false": "True",
        "several": "A / C",
        "estimate": "17,500 kg",
        "order": "One → Two → Three",
    }
    for row in rows(records.folder / "quiz.csv"):
        assert "《" not in row["chosen"]
        assert bool(row["chosen"]) == bool(row["chosen_code"])
        if row["kind"] == "choice" and row["chosen_code"] == "1":
            assert row["chosen"] == "漢字"
        if row["kind"] == "order" and row["chosen_code"] == "3 1 2":
            assert row["chosen"] == "Three → One → Two"


class FuriganaWords(PlainWords):
    """The program's own words have readings too."""

    def __call__(self, message: str, /, **values: object) -> str:
        return {"True": "正《ただ》しい", "Not true": "ちがう"}[message]


def test_true_and_false_are_written_without_readings() -> None:
    question = TrueFalse(id="deck/truth", topic="water", ask=Text("Is it?"), answer=True)
    words = [answer_words(question, Picked((option,)), FuriganaWords()) for option in (0, 1)]
    assert words == ["正しい", "ちがう"]


def test_everyone_answers(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path, everyone=True)
    play_forward(records, 12)
    found = rows(records.folder / "quiz.csv")
    first = [row for row in found if row["step"] == found[0]["step"]]
    assert [row["team"] for row in first] == ["circle =1+1", "square Oaks", "star あおば"]
    assert sorted(row["on_turn"] for row in first) == ["0", "0", "1"]


def test_an_answer_taken_back_stays_marked(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    session = records.session
    until_question(records)
    session.submit(commands.Answer(None))
    quiz = records.folder / "quiz.csv"

    def undone() -> list[str]:
        return [row["undone"] for row in rows(quiz)]

    assert undone() == ["0"]
    session.undo()
    assert undone() == ["1"]
    session.redo()
    assert undone() == ["0"]
    session.undo()
    session.submit(commands.Answer(None))
    assert undone() == ["1", "0"]
    assert rows(quiz)[1]["chosen"] == ""


def test_seconds_run_from_the_question_to_the_answer(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    until_question(records)
    desk.seconds += 30
    records.session.submit(commands.SetLeaves(0, 9))
    desk.seconds += 10
    records.session.submit(commands.Answer(None))
    until_question(records)
    desk.seconds += 8
    records.question_shown()
    records.question_shown()
    desk.seconds += 3
    records.session.submit(commands.Answer(None))
    until_question(records)
    desk.seconds -= 1000
    records.session.submit(commands.Answer(None))
    seconds = [row["seconds"] for row in rows(records.folder / "quiz.csv")]
    assert seconds == ["40.5", "3.5", "0.0"]
    assert "" not in seconds


def test_a_swapped_question_starts_the_watch_again(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    until_question(records)
    desk.seconds += 30
    step = records.session.submit(commands.SwapQuestion())
    assert any(isinstance(event, QuestionAsked) for event in step.events)
    desk.seconds += 4
    records.session.submit(commands.Answer(None))
    assert rows(records.folder / "quiz.csv")[0]["seconds"] == "4.5"


class Japanese(PlainWords):
    language = "ja"

    def __call__(self, message: str, /, **values: object) -> str:
        own = {"True": "ほんとう", "Not true": "う《う》そ"}.get(message, message)
        return own.format(**values) if values else own


def test_words_are_those_of_the_moment_and_stay(desk: Desk, tmp_path: Path) -> None:
    records = desk.begin(tmp_path)
    play_forward(records, 10)
    records.speak(Japanese())
    play_forward(records, 60)
    found = {row["right_answer"] for row in rows(records.folder / "quiz.csv")}
    assert "ほんとう" in found
    chosen = {row["chosen"] for row in rows(records.folder / "quiz.csv")}
    assert not any("《" in words for words in chosen)
    before = (records.folder / "quiz.csv").read_bytes()
    assert rewritten(records.folder)[0] == before
