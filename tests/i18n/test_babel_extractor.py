"""Babel's own tools read our files."""

from io import BytesIO

from babel.messages.extract import extract

from sugoroku import paths

DECKS = paths.bundled_root() / "quizzes"


def test_babel_finds_every_text_of_a_deck_with_context_line_and_note() -> None:
    data = (DECKS / "climate.yaml").read_bytes()
    found = list(extract("sugoroku", BytesIO(data)))
    lines = data.decode().splitlines()
    asked = [m for m in found if str(m[3]).endswith("/ask")]
    assert len(asked) >= 50
    for line, message, notes, context in asked:
        assert str(context).startswith("question/")
        assert notes and "question" in notes[0]
        assert "ask:" in lines[line - 1] and str(message)[:12] in lines[line - 1]


def test_a_file_that_is_no_content_has_no_texts() -> None:
    assert list(extract("sugoroku", BytesIO(b"format: deck/1\nquestions: ["))) == []
    assert list(extract("sugoroku", BytesIO(b"a: 1\n"))) == []
