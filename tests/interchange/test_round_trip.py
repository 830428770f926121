"""What goes out comes in again: all of it through Excel and CSV, the heart of it through Moodle."""

import io
from pathlib import Path

import pytest
from decks import decks, everything, is_good
from hypothesis import HealthCheck, assume, given, settings
from openpyxl import load_workbook

from sugoroku.content.reading import read_content
from sugoroku.content.yaml_lines import parse
from sugoroku.content.yaml_writing import deck_yaml
from sugoroku.i18n.translator import Translator
from sugoroku.interchange.exporting import DeckTree, deck_tree, export_deck
from sugoroku.interchange.importing import Imported, import_deck
from sugoroku.model.quiz import Deck

ROUND = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
LOCALES = Path(__file__).parents[2] / "locales"
ENDING = {"xlsx": "xlsx", "csv": "csv", "gift": "gift", "moodle-xml": "xml"}


def round_of(deck: DeckTree, form: str) -> tuple[DeckTree, Imported]:
    made = import_deck(export_deck(deck, form).data, f"small.{ENDING[form]}")
    assert made.yaml is not None, [str(found) for found in made.left_out]
    return deck_tree(parse(made.yaml, "deck.yaml").tree), made


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_sheet_keeps_every_field(form: str) -> None:
    deck = everything()
    again, made = round_of(deck, form)
    assert again == deck
    assert not made.left_out
    assert not made.notes


@given(decks())
@ROUND
def test_any_deck_through_excel(deck: DeckTree) -> None:
    assume(deck.questions and is_good(deck))
    assert round_of(deck, "xlsx")[0] == deck


@given(decks())
@ROUND
def test_any_deck_through_csv(deck: DeckTree) -> None:
    assume(deck.questions and is_good(deck))
    assert round_of(deck, "csv")[0] == deck


@given(decks())
@ROUND
def test_any_deck_as_yaml(deck: DeckTree) -> None:
    assume(deck.questions and is_good(deck))
    assert deck_tree(parse(deck_yaml(deck.head, deck.questions).encode(), "deck.yaml").tree) == deck


@pytest.mark.parametrize("form", ["gift", "moodle-xml"])
def test_moodle_keeps_questions_answers_topics_and_explanations(form: str) -> None:
    deck = everything()
    again, made = round_of(deck, form)
    kept = [entry for entry in deck.questions if form != "gift" or entry["kind"] != "order"]
    names = ("id", "kind", "topic", "level", "options")
    assert [[e.get(n) for n in names] for e in again.questions] == [
        [e.get(n) for n in names] for e in kept
    ]
    for before, after in zip(kept, again.questions, strict=True):
        assert after["ask"] == before["ask"]
        answer = before.get("answer")
        if isinstance(answer, list):
            assert sorted(after["answer"]) == sorted(answer)  # type: ignore[arg-type, type-var]
        else:
            assert after.get("answer") == answer
    assert again.questions[0]["explain"] == "A lamp that is off needs nothing."
    assert again.questions[3]["within"] == "1750"
    assert made.title == deck.head["title"]


@pytest.mark.parametrize("form", ["gift", "moodle-xml"])
@given(deck=decks())
@settings(ROUND, max_examples=60)
def test_any_deck_goes_to_moodle_and_its_options_come_back(form: str, deck: DeckTree) -> None:
    assume(deck.questions and is_good(deck))
    made = export_deck(deck, form)
    back = import_deck(made.data, f"small.{ENDING[form]}") if made.questions else None
    if back is not None and back.yaml is not None:
        assert isinstance(read_content(back.yaml, "deck.yaml", "deck")[0], Deck)
    assert made.questions + len(made.left_out) == len(deck.questions)


def test_furigana_becomes_ruby_and_comes_back() -> None:
    deck = everything()
    deck.questions[0]["ask"] = "漢字《かんじ》と｜乗り物《のりもの》は？"
    data = export_deck(deck, "moodle-xml").data
    assert "&lt;ruby&gt;漢字&lt;rp&gt;" in data.decode()
    assert (
        round_of(deck, "moodle-xml")[0].questions[0]["ask"]
        == "漢字《かんじ》と｜乗り物《のりもの》は？"
    )


def test_what_a_format_has_no_place_for_is_named() -> None:
    made = export_deck(everything(), "gift")
    assert {"source", "image", "right", "wrong", "hint"} <= set(made.lost)
    assert [found.place.number for found in made.left_out] == [5]
    assert made.questions == 4


@pytest.mark.parametrize("language", ["en", "ja", "es"])
def test_the_workbook_helps_and_offers_lists(language: str) -> None:
    say = Translator(language, [LOCALES])
    book = load_workbook(io.BytesIO(export_deck(everything(), "xlsx", say).data))
    assert book.sheetnames == ["questions", "deck", "help"]
    rules = book["questions"].data_validations.dataValidation
    lists = {rule.promptTitle: rule.formula1 for rule in rules if rule.type == "list"}
    assert lists["kind"] == '"choice,true_false,several,estimate,order"'
    assert "cooperation" in lists["topic"]
    assert lists["level"] == '"1,2,3"'
    assert all(len(rule.prompt or "") < 255 for rule in rules), "Excel takes no more"
    told = {row[0].value: row[1].value for row in book["help"].iter_rows(max_col=2)}
    assert told["hint"] == say("A hint that does not give the answer away.")
    assert book["help"].max_row > 20


def test_no_cell_is_a_formula() -> None:
    deck = everything()
    deck.questions[0]["options"] = ["=1+1", "@a", "+b", "-c"]
    deck.questions[0]["answer"] = "=1+1"
    book = load_workbook(io.BytesIO(export_deck(deck, "xlsx").data))
    assert {cell.data_type for row in book["questions"] for cell in row} <= {"s", "n"}
    table = export_deck(deck, "csv").data.decode("utf-8-sig")
    assert "'=1+1,'@a,'+b,'-c" in table
    assert round_of(deck, "csv")[0] == deck
