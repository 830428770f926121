"""A spreadsheet dropped on the window becomes a deck among the teacher's."""

import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from sugoroku.app.lesson import Lesson
from sugoroku.stage import intents
from sugoroku.stage.loop import Loop
from sugoroku.stage.scenes.errors import ErrorsScene
from sugoroku.stage.scenes.title import TitleScene
from tests.app.test_arrivals import drop, offered
from tests.packs.towns import written, zipped

HEAD = ["topic", "level", "ask", "option_1", "option_2", "option_3", "answer"]
GOOD = ["energy", 1, "What saves most at night?", "Lamp off", "Book shut", "Door open", "Lamp off"]
OTHER = ["water", 2, "Where is rain from?", "Clouds", "Taps", "Sand", "Clouds"]
NO_ANSWER = ["water", 1, "What is wet?", "Rain", "Sand", "Wind", ""]


def sheet(*rows: list[object]) -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    for row in (HEAD, *rows):
        page.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_good_rows_come_in_and_the_others_are_named(
    at_title: tuple[Lesson, Loop],
    tmp_path: Path,
) -> None:
    lesson, loop = at_title
    drop(loop, written(tmp_path, sheet(GOOD, NO_ANSWER, OTHER), "My town.xlsx"))
    rows = dict(offered(lesson).offered.rows)
    assert rows["Questions"] == "2" and "row 3" in rows["Left out"]
    loop.frame((intents.Go(),))
    assert isinstance(lesson.scene, TitleScene)
    (deck,) = (tmp_path / "data" / "quizzes").glob("*.yaml")
    assert "Where is rain from?" in deck.read_text("utf-8")


@pytest.mark.parametrize(
    "data", [b"", b"PK", zipped({"xl/workbook.xml": b"<a/>"}), sheet(NO_ANSWER), sheet()]
)
def test_a_sheet_without_questions_is_told(
    at_title: tuple[Lesson, Loop],
    tmp_path: Path,
    data: bytes,
) -> None:
    lesson, loop = at_title
    drop(loop, written(tmp_path, data, "table.xlsx"))
    assert isinstance(lesson.scene, ErrorsScene)
    assert lesson.scene.faults[0].place.startswith("table.xlsx")
    loop.frame((intents.Back(),))
    assert isinstance(lesson.scene, TitleScene)
    assert not (tmp_path / "data" / "quizzes").exists()
