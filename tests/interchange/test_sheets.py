"""CSV and Excel of other people: headings in their words, answers in their ways."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook
from reading import entries, imported, told

from sugoroku.interchange.findings import Unfit


def workbook(rows: Sequence[Sequence[Any]], title: str = "Sheet1") -> bytes:
    book = Workbook()
    sheet: Any = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


KAHOOT = [
    ["Quiz template"], [], ["Add questions"], [],
    [None, "Question - max 120 characters", "Answer 1 - max 75 characters",
     "Answer 2 - max 75 characters", "Answer 3 - max 75 characters", "Answer 4 - max 75 characters",
     "Time limit (sec) – 5, 10, 20, 30", "Correct answer(s) - choose at least one"],
    [1, "Which year?", 1999, 2000, 2001, None, 20, 2],
    [2, "Which are even?", "one", "two", "three", "four", 20, "2,4"],
    [3, "Is it so?", "True", "False", None, None, 20, 1],
    [4, "No answer", "a", "b", None, None, 20, None],
    [5, None, None, None, None, None, 20, None],
]  # fmt: skip


def test_kahoot() -> None:
    made = imported(workbook(KAHOOT), "Kahoot.xlsx")
    found = entries(made)
    assert (found[0]["answer"], found[0]["options"]) == ("2000", ["1999", "2000", "2001"])
    assert (found[1]["kind"], found[1]["answer"]) == ("several", ["two", "four"])
    assert (found[2]["kind"], found[2]["answer"]) == ("true_false", "true")
    assert told(made) == [
        "row 9: The answer is missing. Write in the column “answer” what is right."
    ]


def test_spanish_headings_semicolons_and_windows_1252() -> None:
    text = (
        "Pregunta;Opción A;Opción B;Opción C;Respuesta correcta;Explicación\r\n"
        "¿Qué es el año?;un día;doce meses;un niño;B;Así es\r\n"
        "¿Cuánto mide?;;;;2,5;\r\n"
        "¿Es así?;;;;Verdadero;\r\n"
    )
    made = imported(text.encode("cp1252"), "preguntas.csv", language="es")
    found = entries(made)
    assert made.encoding == "Windows-1252"
    assert (found[0]["ask"], found[0]["answer"]) == ("¿Qué es el año?", "doce meses")
    assert (found[1]["kind"], found[1]["answer"]) == ("estimate", "2.5")
    assert (found[2]["kind"], found[2]["answer"]) == ("true_false", "true")


def test_japanese_headings_in_shift_jis() -> None:
    text = "問題,選択肢1,選択肢２,選択肢3,正解,解説\n雨《あめ》はどこから？,雲,石,火,1,雲から\n"
    text += "○か×か,,,,○,\n"
    made = imported(text.encode("cp932"), "mondai.csv")
    found = entries(made)
    assert made.encoding == "Shift_JIS (CP932)"
    assert made.language == "ja"
    assert [entry["answer"] for entry in found] == ["雲", "true"]


def test_wrong_answers_in_columns_of_their_own() -> None:
    text = "question,correct answer,incorrect answer 1,incorrect answer 2\nq,yes,no,perhaps\n"
    found = entries(imported(text, "a.csv"))
    assert (sorted(found[0]["options"]), found[0]["answer"]) == (["no", "perhaps", "yes"], "yes")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("q,a,b", "line 3: The answer is missing."),
        ("q,a,b,1,extra", "line 3: The row has more cells than there are headings"),
        ("q,a,b,c", "line 3, column “answer”: The answer “c” is not one of the options."),
        ("q,,,a", "line 3: There are no options"),
        (",a,b,1", "line 3: The question is missing."),
        ('"q,a,b,1', "line 3: A quotation mark is opened here and never closed."),
        ('"q" x,a,b,1', "line 3: Behind a closing quotation mark"),
        ("q,a,b,1;2", ""),
        ("q,a,a,1", "column “option1”: Two options are alike"),
    ],
)
def test_a_bad_row_is_told_and_the_others_come_in(row: str, said: str) -> None:
    made = imported(f"ask,option1,option2,answer\ng1,a,b,1\n{row}\ng2,a,b,B\n", "a.csv")
    asked = [entry["ask"] for entry in entries(made)]
    assert (asked[0], asked[-1]) == ("g1", "g2")
    assert len(made.left_out) == (1 if said else 0)
    if said:
        assert said in told(made)[0]


def test_a_sheet_says_which_value_is_wrong() -> None:
    text = "ask,option_1,option_2,answer,topic,level,kind\nq,a,b,1,enery,1,\nq,a,b,1,energy,9,\n"
    text += "q,a,b,1,energy,1,poll\n"
    made = imported(text, "a.csv")
    assert (
        "column “topic”: “enery” is not a value of “topic”. Did you mean “energy”?" in told(made)[0]
    )
    assert "column “level”: “9”" in told(made)[1]
    assert "“poll” do not exist" in told(made)[2]


def test_cells_of_excel_become_what_was_meant() -> None:
    rows: list[list[Any]] = [
        ["ask", "option 1", "option 2", "answer", "within", "review_by", "keep_order"],
        ["How many?", None, None, 12.0, 0.1, date(2028, 4, 1), None],
        ["Which?", 1.5, 2, 1.5, None, None, True],
        ["So?", None, None, True, None, None, None],
    ]
    data = io.BytesIO(workbook(rows))
    from openpyxl import load_workbook

    book = load_workbook(data)
    sheet: Any = book.active
    sheet["E2"].number_format = "0%"
    data = io.BytesIO()
    book.save(data)
    found = entries(imported(data.getvalue(), "a.xlsx"))
    assert (found[0]["answer"], found[0]["within"], found[0]["review_by"]) == (
        "12", "10%", "2028-04-01",
    )  # fmt: skip
    assert (found[1]["options"], found[1]["answer"]) == (["1.5", "2"], "1.5")
    assert found[1]["keep_order"] == "true"
    assert (found[2]["kind"], found[2]["answer"]) == ("true_false", "true")


def test_formulas_and_errors_are_told_with_their_cell() -> None:
    rows = [
        ["ask", "option 1", "option 2", "answer", "note"],
        ["q1", "=A1", "b", "b", None],
        ["q2", "a", "b", "#REF!", None],
        ["q3", "a", "b", "b", "=ROW()"],
    ]
    made = imported(workbook(rows), "a.xlsx")
    assert [entry["ask"] for entry in entries(made)] == ["q3"]
    assert "row 2: The cell B2 holds a formula." in told(made)[0]
    assert "row 3: The cell D3 holds an error of the spreadsheet (#REF!)." in told(made)[1]


def test_a_workbook_with_one_cell_at_its_end_is_no_bomb() -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["ask", "option 1", "option 2", "answer"])
    sheet.append(["q", "a", "b", "a"])
    sheet["XFD1048576"] = "far"
    data = io.BytesIO()
    book.save(data)
    made = imported(data.getvalue(), "a.xlsx")
    assert [entry["ask"] for entry in entries(made)] == ["q"]
    assert any("Only the first" in note.told() for note in made.notes)


def test_a_workbook_that_lies_about_its_size_is_read() -> None:
    old = io.BytesIO(workbook([["ask", "answer"], ["Is it?", "true"]]))
    new = io.BytesIO()
    with zipfile.ZipFile(old) as source, zipfile.ZipFile(new, "w") as target:
        for name in source.namelist():
            data = source.read(name).replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
            target.writestr(name, data)
    assert [entry["ask"] for entry in entries(imported(new.getvalue(), "a.xlsx"))] == ["Is it?"]


def bomb(name: str) -> bytes:
    data = io.BytesIO(workbook([["ask", "answer"]]))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b" " * (40 * 2**20))
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (bomb("xl/worksheets/sheet9.xml"), "unpacks to more"),
        (bomb("xl/theme/x.xml"), "unpacks to more"),
        (workbook([["nothing", "here"]]), "No row of headings"),
        (workbook([["ask", "answer"]]), "There is no question"),
        (workbook([["ask", "answer"]])[:2000], "damaged"),
        (b"PK\x03\x04" + b"\0" * 50, "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 50, "old kind"),
    ],
    ids=["sheet", "part", "headings", "rows", "cut", "no-zip", "xls"],
)
def test_workbooks_that_cannot_be_read(data: bytes, said: str) -> None:
    with pytest.raises(Unfit) as fault:
        imported(data, "a.xlsx")
    assert said in str(fault.value.left_out())


def test_a_copied_row_gets_an_id_of_its_own() -> None:
    text = "id,ask,answer\nx,Is it?,true\nx,Is it not?,true\nx,Is it?,true\n"
    made = imported(text, "a.csv")
    assert [entry["id"] for entry in entries(made)] == ["x", "x-2"]
    assert "“x-2” was written" in " ".join(note.told() for note in made.notes)
    assert "The same question stands on line 2." in told(made)[0]
