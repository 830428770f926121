"""What is written arrives in the model, and nothing is read into it."""

from pathlib import Path

import pytest
import yaml
from small_pack import BOARD, DECK, SURVEY, THEME, write_pack

from sugoroku.content import yaml_lines
from sugoroku.content.formats import Content
from sugoroku.content.library import ContentFolders, Library
from sugoroku.content.reading import read_content
from sugoroku.content.texts import texts_of
from sugoroku.model import effects, quiz
from sugoroku.model.board import Board, Dice
from sugoroku.model.layout import Theme
from sugoroku.model.quiz import Deck
from sugoroku.model.survey import Faces, NumberItem, SeveralItem, Survey
from sugoroku.model.text import Text

ROOT = Path(__file__).resolve().parents[2]


def built(text: str) -> Content:
    content, problems = read_content(text.encode(), "small.yaml")
    assert not problems
    assert content is not None
    return content


def test_deck() -> None:
    deck = built(DECK)
    assert isinstance(deck, Deck)
    lamp, ice, rain, distance, steps = deck.questions
    assert isinstance(lamp, quiz.Choice)
    assert lamp.id == "small/lamp"
    assert lamp.answer == 0
    assert lamp.options[1] == Text("Book shut", "question/lamp/options/1", "small")
    assert lamp.source == quiz.Source(
        Text("Energy office", "question/lamp/source", "small"),
        "https://example.org/a",
        2025,
        "2026-11-22",
    )
    assert lamp.image == quiz.Image(
        "lamp.png", Text("A lamp", "question/lamp/image", "small"), "CC0"
    )
    assert isinstance(ice, quiz.TrueFalse)
    assert ice.answer is True
    assert ice.level == 2
    assert isinstance(rain, quiz.Several)
    assert rain.answers == (0, 2)
    assert rain.right == (effects.Leaves(5), effects.GoTo("park"))
    assert rain.wrong is None
    assert isinstance(distance, quiz.Estimate)
    assert (distance.answer, distance.tolerance, distance.step) == (17500, 1750, 500)
    assert (distance.low, distance.high) == (0, 40000)
    assert distance.unit == Text("km", "question/distance/unit", "small")
    assert isinstance(steps, quiz.Order)


def test_board() -> None:
    board = built(BOARD)
    assert isinstance(board, Board)
    assert [s.id for s in board.squares] == [
        "start", "1", "2", "park", "bridge", "5", "6", "7", "goal",
    ]  # fmt: skip
    exits = {s.id: s.exits for s in board.squares}
    assert exits["start"] == ("1",)
    assert exits["park"] == ("bridge", "5")
    assert exits["bridge"] == ("goal",)
    assert exits["goal"] == ()
    assert board.rules.dice == Dice(1, 6)
    assert board.rules.right == (effects.Advance(2),)
    assert board.squares[7].effects == (effects.RollAgain(), effects.Quiz(None, 2))
    assert board.squares[7].stop
    assert board.teams[1] == Text("Elms", "board/teams/1", "small")
    assert board.squares[4].text == Text("A bridge.", "square/bridge/text", "small")


def test_places_on_the_page_become_fractions_of_the_stage() -> None:
    board = built(BOARD)
    theme = built(THEME)
    assert isinstance(board, Board)
    assert isinstance(theme, Theme)
    assert board.road.wide == ((0, 1), (1, 0))
    assert board.squares[3].at == (0.5, 0.5)
    assert theme.road.wide == ((0.1, 0.7), (0.9, 0.2))


def test_survey_and_theme() -> None:
    survey = built(SURVEY)
    theme = built(THEME)
    assert isinstance(survey, Survey)
    assert isinstance(theme, Theme)
    fun, _, will_do, noticed, lamps = survey.items
    assert isinstance(fun, Faces)
    assert fun.scale[0] == Text("little", "item/fun/scale/0", "small")
    assert isinstance(will_do, SeveralItem)
    assert will_do.most == 2
    assert noticed.optional
    assert isinstance(lamps, NumberItem)
    assert (lamps.low, lamps.high) == (0, 50)
    assert theme.mascot_name == Text("Frida", "theme/mascot", "small")
    assert theme.palette.ink == "#102030"
    assert theme.focus == 0.25


@pytest.mark.parametrize(
    "written",
    ["NO", "yes", "on", "2.50", "1_000", "12:30", "0o17", "0x1F", "1e3", ".5", "2026-11-22", "+1",
     "007", "True", "'null'", "'~'", "1,5", "A: b", "C#", "¿Qué?", "電気《でんき》 と 水",
     "مرحبا بالعالم", "שלום עולם", "👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "<b>[b]{x}</b> &lt;"],
)  # fmt: skip
def test_texts_stay_as_written(written: str) -> None:
    text = written.strip("'")
    plain = f'"{text}"' if ": " in text else written
    in_brackets = f"'{text}'" if set(text) & set(",[]{}:") else written
    deck = built(DECK.replace("A small deck", plain).replace("Book shut", in_brackets))
    assert isinstance(deck, Deck)
    assert deck.title.source == text
    lamp = deck.questions[0]
    assert isinstance(lamp, quiz.Choice)
    assert lamp.options[1].source == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_do_not_matter(end: str, mark: bytes) -> None:
    plain, _ = read_content(DECK.encode(), "a")
    other, problems = read_content(mark + DECK.replace("\n", end).encode(), "a")
    assert not problems
    assert other == plain


def test_json_is_yaml_too() -> None:
    import json

    tree = yaml.load(DECK, Loader=yaml.CBaseLoader)
    assert built(json.dumps(tree, ensure_ascii=False)) == built(DECK)


def test_parser_in_python_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = yaml_lines.parse(BOARD.encode(), "a")
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    slow = yaml_lines.parse(BOARD.encode(), "a")
    assert slow.tree == fast.tree
    path = ("squares", 2, "effects", 0, "advance")
    for document in (fast, slow):
        mark = document.mark(path)
        assert mark is not None
        assert (mark.line, mark.column) == (16, 93)


@pytest.mark.parametrize("name", ["toyama", "renca"])
def test_shipped_editions_load_without_a_problem(name: str) -> None:
    library = Library(ContentFolders((ROOT,)))
    edition = library.load(name)
    assert library.warnings == ()
    assert edition.board.id == name
    assert edition.questions
    assert edition.survey is not None
    assert edition.theme.id == name


def test_every_text_has_its_own_context() -> None:
    """Else a translation of one would be shown for the other."""
    library = Library(ContentFolders((ROOT,)))
    for entry in library.editions():
        edition = library.load(entry.id)
        parts = [edition.board, *edition.decks, edition.theme]
        texts = [text for part in parts for text in texts_of(part)]
        assert len({(text.domain, text.context) for text in texts}) == len(texts)
        assert all(text.domain and text.context for text in texts)


def test_texts_of_walks_everything(tmp_path: Path) -> None:
    edition = Library(ContentFolders((write_pack(tmp_path),))).load("small")
    assert edition.survey is not None
    contexts = {
        text.context
        for part in (edition.board, *edition.decks, edition.survey, edition.theme)
        for text in texts_of(part)
    }
    assert {
        "board/title", "board/place", "board/teams/0", "board/tips/0", "square/bridge/text",
        "square/2/title", "deck/title", "question/lamp/ask", "question/lamp/options/3",
        "question/lamp/explain", "question/lamp/hint", "question/lamp/source",
        "question/lamp/image", "question/distance/unit", "survey/title", "item/fun/ask",
        "item/fun/scale/2", "item/again/options/0", "theme/title", "theme/mascot",
    } <= contexts  # fmt: skip
