"""What a class said, counted: one by one, on paper and by hands together."""

from pathlib import Path

import msgspec
import pytest
from lesson_desk import Desk, play_forward
from small_table import PlainWords, setup
from wide_survey import survey_whole_class, wide_edition

from sugoroku.engine import commands
from sugoroku.model.results import ItemTally
from sugoroku.records.errors import RecordsError
from sugoroku.records.lesson import LessonRecords
from sugoroku.records.results import lesson_results
from sugoroku.records.session_folder import SessionFolder

TR = PlainWords()


@pytest.fixture
def records(desk: Desk, tmp_path: Path) -> LessonRecords:
    return desk.begin_with(tmp_path, wide_edition(), setup())


def tally(records: LessonRecords, item: str, moment: str = "after") -> ItemTally:
    found = records.tallies(moment)  # type: ignore[arg-type]
    return next(tally for tally in found if tally.item == item)


def test_nobody_has_answered_yet(records: LessonRecords) -> None:
    assert [t.item for t in records.tallies("before")] == ["known", "truth", "older"]
    assert {t.answered for t in records.tallies()} == {0}
    assert tally(records, "fun").counts == (0, 0, 0) and tally(records, "fun").smiling


def test_a_survey_that_was_not_taken_is_no_result(records: LessonRecords) -> None:
    records.save_survey({"fun": 3})
    found = lesson_results(SessionFolder(records.folder), TR)
    assert found.before == () and [t.answered for t in found.after if t.item == "fun"] == [1]


def test_one_by_one_paper_and_hands_are_one_class(records: LessonRecords) -> None:
    records.save_survey({"fun": 3, "again": 1, "will_do": (0, 2), "tell": 1, "age": 9})
    records.save_survey({"fun": 3, "will_do": (), "tell": None, "age": 4}, way="paper")
    records.save_hands("fun", (1, 0, 4), pupils=7)
    records.save_hands("will_do", (6, 0, 1), pupils=7)
    records.save_hands("tell", (1,), pupils=7)
    assert tally(records, "fun").counts == (1, 0, 6) and tally(records, "fun").answered == 7
    assert tally(records, "will_do").counts == (7, 0, 2)
    assert tally(records, "will_do").answered == 9  # those who raised no hand were there too
    assert tally(records, "tell").counts == (1, 1, 0) and tally(records, "tell").answered == 2
    assert tally(records, "tell").options == ("Yes", "Maybe", "No")
    assert tally(records, "again").answered == 1 and tally(records, "age").numbers == (4, 9)
    records.save_hands("fun", (), pupils=7)
    records.undo_survey()
    assert tally(records, "fun").counts == (0, 0, 1) and tally(records, "age").answered == 1


def test_one_answer_beside_raised_hands_could_be_guessed(records: LessonRecords) -> None:
    records.save_hands("fun", (1, 0, 6), pupils=7)
    assert not tally(records, "fun").guessable
    records.save_survey({"fun": 1})
    assert tally(records, "fun").answered == 8 and tally(records, "fun").guessable
    for _ in range(4):
        records.save_survey({"fun": 2})
    assert not tally(records, "fun").guessable


def test_knowledge_has_its_right_option_and_not_knowing_last(records: LessonRecords) -> None:
    records.save_survey({"known": -1, "truth": 0}, "before")
    records.save_survey({"known": 1, "truth": 1}, "before")
    records.save_hands("known", (1, 2, 3, 4), 10, "before")
    known, truth = tally(records, "known", "before"), tally(records, "truth", "before")
    assert known.ask == "Which?" and known.right == 1 and known.counts == (1, 3, 3, 5)
    assert known.options[0] == "漢字" and known.options[-1] == "I don't know yet"
    assert truth.right == 0 and truth.counts == (1, 1, 0) and truth.answered == 2
    assert tally(records, "known").answered == 0


def test_a_school_year_has_its_items(desk: Desk, tmp_path: Path) -> None:
    def items(grade: int | None) -> list[str]:
        plan = msgspec.structs.replace(setup(), grade=grade)
        records = desk.begin_with(tmp_path, wide_edition(), plan)
        return [tally.item for tally in records.tallies("before")]

    assert items(4) == ["known", "truth"]
    assert items(6) == items(None) == ["known", "truth", "older"]


def test_the_order_of_texts_does_not_tell_who_wrote(desk: Desk, tmp_path: Path) -> None:
    said = [f"{number:02}" for number in range(30)]
    orders = set()
    for seed in (1, 2):
        records = desk.begin_with(tmp_path, wide_edition(), setup(seed))
        for text in said:
            records.save_survey({"noticed": text})
        records.save_survey({"noticed": " \n"})
        records.save_survey({"noticed": None})
        found = tally(records, "noticed")
        assert found.answered == 30 and found.ask == "漢字?"
        assert sorted(found.texts) == said and found.texts != tuple(said)
        assert tally(desk.resume(records.folder), "noticed").texts == found.texts
        orders.add(found.texts)
    assert len(orders) == 2  # one of another session says nothing about this one


def test_a_lesson_is_read_from_its_folder(desk: Desk, records: LessonRecords) -> None:
    play_forward(records, 12)
    records.session.undo(2)
    records.session.submit(commands.EndGame())
    survey_whole_class(records)
    records.close()
    found = lesson_results(SessionFolder(records.folder), TR)
    assert found.session == records.folder.name and found.edition == "small"
    assert found.title == "Small" and found.language == "en" and found.grade is None
    assert found.started.startswith("2026-11-22T14:05:0") and found.started.endswith("+09:00")
    assert found.before == records.tallies("before") and found.after == records.tallies()
    csv = (records.folder / "quiz.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert csv and sum(q.answers for q in found.quiz) <= len(csv)
    assert all(0 <= q.right <= q.answers and q.answers for q in found.quiz)
    assert found.teams == (5, 5, 5) and found.pupils == 15


def test_teams_that_came_and_went(records: LessonRecords) -> None:
    submit = records.session.submit
    submit(commands.AddTeam("New", 3))
    submit(commands.AddTeam("Newer", 4))
    submit(commands.RemoveTeam(records.session.state.teams[0].id))
    records.session.undo()
    submit(commands.RemoveTeam(records.session.state.teams[3].id))
    found = lesson_results(SessionFolder(records.folder), TR)
    assert found.teams == (5, 5, 5, 4)
    assert found.teams == tuple(team.pupils for team in records.session.state.teams)


def test_minutes_leave_long_breaks_out(desk: Desk, records: LessonRecords) -> None:
    for _ in range(400):
        records.session.submit(commands.SetLeaves(0, 3))
        records.session.submit(commands.SetLeaves(0, 4))
    desk.time = desk.time.replace(day=23)
    records.session.submit(commands.SetLeaves(0, 5))
    minutes = lesson_results(SessionFolder(records.folder), TR).minutes
    assert minutes == round(records.elapsed_ms / 60_000) == 8


def test_a_damaged_lesson_is_told(records: LessonRecords) -> None:
    records.close()
    (records.folder / "edition.json").write_bytes(b"{")
    with pytest.raises(RecordsError, match=r"edition\.json"):
        lesson_results(SessionFolder(records.folder), TR)
