"""Texts that spreadsheets and programs trip over come back from the tables."""

from pathlib import Path

import msgspec
import pandas  # type: ignore[import-untyped,unused-ignore]
from lesson_desk import Desk, rows
from nasty_texts import NASTY, kept
from small_table import PlainWords, setup, text
from wide_survey import AFTER, wide_edition

from sugoroku.model.survey import TextItem
from sugoroku.records.lesson import LessonRecords
from sugoroku.records.made_files import export
from sugoroku.records.survey_log import LONGEST_TEXT

TR = PlainWords()
EXPECTED = [kept(*nasty) for nasty in NASTY]


def surveyed(desk: Desk, folder: Path) -> LessonRecords:
    records = desk.begin_with(folder, wide_edition(), setup())
    for said, _ in NASTY:
        records.save_survey({"noticed": said, "fun": 1})
    assert records.trouble(TR) == ""
    return records


def test_nasty_texts_come_back_from_pandas(desk: Desk, tmp_path: Path) -> None:
    folder = surveyed(desk, tmp_path).folder
    frame = pandas.read_csv(folder / "survey.csv", dtype=str, keep_default_na=False)
    assert list(frame["noticed"]) == EXPECTED
    assert list(frame["pupil"]) == [str(n + 1) for n in range(len(NASTY))]
    assert [row["noticed"] for row in rows(folder / "survey.csv")] == EXPECTED


def test_the_journal_keeps_them_letter_by_letter(desk: Desk, tmp_path: Path) -> None:
    records = surveyed(desk, tmp_path)
    before = (records.folder / "survey.csv").read_bytes()
    records.close()
    again = desk.resume(records.folder)
    noticed = next(tally for tally in again.tallies() if tally.item == "noticed")
    said = [text.replace("\ud83d", "\ufffd") for text, _ in NASTY]
    assert sorted(noticed.texts) == sorted(said)
    again.close()
    (records.folder / "survey.csv").unlink()
    export(again._files, lambda *_: TR)
    assert (records.folder / "survey.csv").read_bytes() == before


def test_authors_may_write_nasty_texts_too(desk: Desk, tmp_path: Path) -> None:
    """Options and questions with formulas are as harmless in all tables."""
    items = tuple(
        msgspec.structs.replace(item, ask=text("=1+1")) if hasattr(item, "scale") else item
        for item in AFTER.items
    )
    survey = msgspec.structs.replace(AFTER, items=items, title=text("@now"))
    content = msgspec.structs.replace(wide_edition(), survey=survey)
    records = desk.begin_with(tmp_path, content, setup())
    records.save_hands("known", (1, 1, 1, 1), 4, "before")
    for path in records.folder.glob("*.csv"):
        for row in rows(path):
            assert not any(str(value).startswith(("=", "+", "@")) for value in row.values())


def test_texts_are_no_longer_than_their_item_allows(desk: Desk, tmp_path: Path) -> None:
    survey = msgspec.structs.replace(
        AFTER,
        items=(
            TextItem(id="short", ask=text("Short?"), longest=10),
            TextItem(id="long", ask=text("Long?"), longest=1000),
        ),
    )
    content = msgspec.structs.replace(wide_edition(), survey=survey)
    records = desk.begin_with(tmp_path, content, setup())
    records.save_survey({"short": "漢" * 50, "long": "長" * 5000, "stray": "x" * 5000})
    (row,) = rows(records.folder / "survey.csv")
    assert row["short"] == "漢" * 10 and row["long"] == "長" * 1000
    journal = (records.folder / "journal.jsonl").read_text(encoding="utf-8")
    assert "x" * LONGEST_TEXT in journal and "x" * (LONGEST_TEXT + 1) not in journal
