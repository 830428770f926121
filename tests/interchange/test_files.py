"""Encodings, guesses, hostile files, and the two commands."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from decks import everything
from reading import entries, imported

from sugoroku.cli import main
from sugoroku.content.yaml_writing import deck_yaml
from sugoroku.interchange.decoding import decoded
from sugoroku.interchange.findings import Unfit

SPANISH = "¿Qué año? {=Éste ~Ningún niño}"
JAPANESE = "ソーラー表示《ひょうじ》は？ {=ア ~イウ}"


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (SPANISH, "utf-8", "UTF-8"),
        (SPANISH, "utf-8-sig", "UTF-8 (BOM)"),
        (SPANISH, "utf-16", "UTF-16"),
        (SPANISH, "utf-16-be", "UTF-16"),
        (SPANISH, "utf-16-le", "UTF-16"),
        (SPANISH, "cp1252", "Windows-1252"),
        (JAPANESE, "cp932", "Shift_JIS (CP932)"),
        (JAPANESE, "euc_jp", "EUC-JP"),
        (JAPANESE, "utf-16-be", "UTF-16"),
        ("Größe? {=über ~älter}", "cp1252", "Windows-1252"),
    ],
)
def test_encodings_are_found(text: str, encoding: str, said: str) -> None:
    found = decoded(text.encode(encoding))
    assert (found.text, found.encoding) == (text, said)


def test_an_encoding_may_be_said() -> None:
    assert decoded("é".encode("cp850"), "cp850").text == "é"
    for wrong in ("utf-8", "no-such", "rot13", "idna"):
        with pytest.raises(Unfit):
            decoded(b"\xff\xfe\xfd" * 3, wrong)


def test_mixed_line_ends_are_told() -> None:
    made = imported("a {T}\r\n\r\nb {F}\n\nc {T}\r\rd {F}", "x.gift")
    assert made.mixed_ends
    assert len(entries(made)) == 4


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("::a::b {T}", "x.txt", "gift"),
        ("q\nA. a\nB. b\nANSWER: A\n", "x.txt", "aiken"),
        ("#separator:tab\nIs it?\ttrue\n", "x.txt", "anki"),
        ("Is it?\ttrue\n", "x.txt", "anki"),
        ("ask,answer\nIs it?,true\n", "x.csv", "csv"),
        ("ask\tanswer\nIs it?\ttrue\n", "x.tsv", "csv"),
        ('[{"question":"a","options":["x","y"],"answer":"x"}]', "x", "opentrivia"),
        (
            '<quiz><question type="truefalse"><questiontext><text>a</text></questiontext>'
            '<answer fraction="100"><text>true</text></answer></question></quiz>',
            "x",
            "moodle-xml",
        ),
    ],
)
def test_the_format_is_found(text: str, name: str, form: str) -> None:
    made = imported(text, name)
    assert (made.format, made.questions) == (form, 1)


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
    '<quiz><question type="essay"><name><text>&b;</text></name></question></quiz>'
)
OUTSIDE = '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/hostname">]><quiz>&x;</quiz>'


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "x.gift", "empty"),
        (b" \n\n", "x.csv", "empty"),
        (b"q {T}\0", "x.gift", "U+0000 stands on line 1"),
        (bytes(range(256)) * 64, "x.csv", "encoding"),
        (b"id,text,option1,option2,answer\n", "x.csv", "no question"),
        (b"a,b,c\n1,2,3\n", "x.csv", "No row of headings"),
        (b'{"questions": [NaN]}', "x.json", "no JSON"),
        (b'{"a": ' + b"9" * 5000 + b"}", "x.json", "no JSON"),
        (b"[" * 100_000, "x.json", "no JSON"),
        (b"{}", "x.json", "no list of questions"),
        (b'{"response_code": 5, "results": []}', "x.json", "response_code 5"),
        (LAUGHS.encode(), "x.xml", "entities"),
        (OUTSIDE.encode(), "x.xml", "entities"),
        (b"<html><body>page</body></html>", "x.xml", "no question"),
        (b"ask,answer\n" + b"\n" * 300_000, "x.csv", "more than 200000 lines"),
        (b"q {T}\n\n" * 40_000, "x.gift", "at most 5000 questions"),
        (b"x" * (4 * 2**20 + 1), "x.txt", "larger than 4096 KiB"),
        (b"format: deck/1\nid: x\n", "x.yaml", "a deck already"),
        (b"q,a\n" + b"?" * 200 + b",x\n", "x.csv", "Letters were lost"),
        (b"Dear all, see you on Monday.", "x.txt", "--from"),
        (b"PK\x03\x04collection.anki2", "x.apkg", "package of Anki"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument", "x.ods", "LibreOffice"),
    ],
)
def test_whole_files_that_are_refused(data: bytes, name: str, said: str) -> None:
    with pytest.raises(Unfit) as fault:
        imported(data, name)
    told = str(fault.value.left_out())
    assert said in told


@pytest.mark.parametrize(
    "data",
    [
        b"<quiz>" + b"<a>" * 100_000,
        b'<quiz><question type="multichoice">' + b"<answer/>" * 100_000 + b"</question></quiz>",
        b"<quiz><question type=",
    ],
)
def test_strange_xml_is_told(data: bytes) -> None:
    made = imported(data, "x.xml")
    assert made.yaml is None
    assert made.left_out


def run(*call: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in call], catch_exceptions=False)


def test_import_writes_a_deck_that_passes_the_check(tmp_path: Path) -> None:
    source = tmp_path / "Ciudad y río.gift"
    source.write_text(SPANISH + "\n\nEscriban. {}\n", encoding="cp1252")
    target = tmp_path / "ciudad-y-rio.yaml"
    call = ("import", source, "-o", target, "--language", "es", "--topic", "water", "--level", "2")
    result = run(*call, "--messages", "en")
    assert result.exit_code == 1
    assert "GIFT, Windows-1252" in result.output
    assert "Questions that came in: 1. Left out: 1." in result.output
    assert "line 3: “Escriban. {}” Questions of the kind “essay”" in result.output
    text = target.read_text(encoding="utf-8")
    assert text.startswith("format: deck/1\nid: ciudad-y-rio\nlanguage: es\ntitle: Ciudad y río\n")
    assert "topic: water\n    level: 2\n" in text
    assert run("check", target).exit_code == 0


@pytest.mark.parametrize(
    ("language", "said"), [("ja", "取り入れた"), ("es", "Preguntas que entraron")]
)
def test_messages_in_the_languages_of_the_authors(tmp_path: Path, language: str, said: str) -> None:
    (tmp_path / "a.gift").write_text("q {T}\n\nr {}\n", encoding="utf-8")
    result = run("import", tmp_path / "a.gift", "-o", tmp_path / "a.yaml", "--messages", language)
    assert said in result.output
    assert "do not exist" not in result.output


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    source, target = tmp_path / "a.gift", tmp_path / "a.yaml"
    source.write_text("q {T}", encoding="utf-8")
    target.write_text("mine", encoding="utf-8")
    result = run("import", source, "-o", target, "--messages", "en")
    assert result.exit_code == 1
    assert "is there already" in result.output
    assert target.read_text(encoding="utf-8") == "mine"
    assert run("import", source, "-o", target, "--force").exit_code == 0
    assert "kind: true_false" in target.read_text(encoding="utf-8")
    assert sorted(os.listdir(tmp_path)) == ["a.gift", "a.yaml"]


def test_a_file_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    source = tmp_path / "a.gift"
    source.write_text("q {=a ~", encoding="utf-8")
    assert run("import", source, "-o", tmp_path / "a.yaml").exit_code == 1
    assert run("import", tmp_path / "none.gift", "-o", tmp_path / "a.yaml").exit_code == 1
    assert run("import", tmp_path, "-o", tmp_path / "a.yaml").exit_code == 1
    assert run("import", source, "-o", tmp_path / "no" / "a.yaml").exit_code == 1
    assert os.listdir(tmp_path) == ["a.gift"]


@pytest.mark.parametrize(
    "more",
    [("-o", "a.txt"), ("-o", "a.yaml", "--id", "A b"), ("-o", "a.yaml", "--language", "English"),
     ("-o", "a.yaml", "--from", "word"), ()],
)  # fmt: skip
def test_bad_calls(more: tuple[str, ...]) -> None:
    assert run("import", "a.gift", *more).exit_code == 2


def test_export_of_a_deck(tmp_path: Path) -> None:
    deck = everything()
    source = tmp_path / "small.yaml"
    source.write_text(deck_yaml(deck.head, deck.questions), encoding="utf-8")
    for name, left in (("a.xlsx", 0), ("a.csv", 0), ("a.gift", 1), ("a.xml", 0)):
        result = run("export", source, "-o", tmp_path / name, "--messages", "en")
        assert result.exit_code == (1 if left else 0), result.output
        assert f"Questions written: {5 - left}. Left out: {left}." in result.output
        assert run("export", source, "-o", tmp_path / name).exit_code == 1
        back = run("import", tmp_path / name, "-o", tmp_path / f"{name}.yaml")
        assert back.exit_code == 0, back.output
    for name in ("a.xlsx", "a.csv"):
        assert (tmp_path / f"{name}.yaml").read_bytes() == source.read_bytes()


def test_export_of_a_deck_with_mistakes_tells_them(tmp_path: Path) -> None:
    source = tmp_path / "bad.yaml"
    source.write_text("format: deck/1\nid: bad\nlanguage: en\nquestions: []\n", encoding="utf-8")
    result = run("export", source, "-o", tmp_path / "a.xlsx", "--messages", "en")
    assert result.exit_code == 1
    assert "“title” is missing." in result.output
    assert not (tmp_path / "a.xlsx").exists()


@pytest.mark.parametrize(
    ("call", "status"),
    [
        (("export", "deck.yaml"), 2),
        (("export", "a.yaml", "b.yaml", "-o", "x.xlsx"), 2),
        (("export", "some-session", "-o", "x.xlsx"), 2),
        (("export", "deck.yaml", "-o", "x.docx"), 1),
        (("export", "none.yaml", "-o", "x.csv"), 1),
    ],
)
def test_bad_exports(call: tuple[str, ...], status: int, tmp_path: Path) -> None:
    assert run(*call).exit_code == status
