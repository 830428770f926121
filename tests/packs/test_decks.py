"""A deck that comes alone is put among the teacher's; nothing is lost."""

from pathlib import Path

import pytest

from sugoroku.content.problems import ContentError
from sugoroku.packs.decks import DeckOffer, examined_deck, install_deck, read_deck
from sugoroku.packs.manifest import PackError
from tests.content.small_pack import BOARD, DECK
from tests.packs.towns import ROOT

PLAIN = DECK.replace("    image: {file: lamp.png, alt: A lamp, credit: CC0}\n", "").replace(
    "    right: [{leaves: 5}, {go_to: park}]\n", ""
)


def offer(data: Path, text: str = PLAIN, name: str = "small (1).yaml") -> DeckOffer:
    return examined_deck(text.encode(), name, data, ROOT)


def test_a_deck_gets_the_name_that_boards_call_it(tmp_path: Path) -> None:
    new = offer(tmp_path)
    assert new.presence == "new" and not new.shipped and new.boards == ()
    assert install_deck(new, tmp_path) == tmp_path / "quizzes" / "small.yaml"
    assert (tmp_path / "quizzes" / "small.yaml").read_text() == PLAIN
    assert offer(tmp_path).presence == "same"


def test_the_deck_before_is_kept(tmp_path: Path) -> None:
    texts = [PLAIN.replace("A small deck", f"Deck {n}") for n in range(3)]
    for text in texts:
        install_deck(offer(tmp_path, text), tmp_path)
    install_deck(offer(tmp_path, texts[2]), tmp_path)
    folder = tmp_path / "quizzes"
    assert (folder / "small.yaml").read_text() == texts[2]
    kept = sorted((folder / "earlier").iterdir())
    assert [path.name for path in kept] == ["small-1.yaml", "small-2.yaml"]
    assert [path.read_text() for path in kept] == texts[:2]


def test_a_deck_tells_which_boards_ask_it(tmp_path: Path) -> None:
    shipped = offer(tmp_path, (ROOT / "quizzes" / "climate.yaml").read_text("utf-8"), "c.yaml")
    assert shipped.shipped and {board.id for board in shipped.boards} == {"toyama", "renca"}


def test_mistakes_are_told_with_their_place(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as told:
        offer(tmp_path, PLAIN.replace("answer: Lamp off", "answer: Lamp on"))
    assert told.value.problems[0].place.startswith("small (1).yaml:")
    with pytest.raises(ContentError):  # its picture did not come with it
        offer(tmp_path, DECK)
    with pytest.raises(ContentError):
        examined_deck(b"\xff\xfe", "x.yaml", tmp_path, ROOT)
    with pytest.raises(ContentError):
        read_deck(tmp_path / "gone.yaml")


def test_other_files_are_no_decks(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no deck"):
        offer(tmp_path, BOARD)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "quizzes").write_text("a file")
    with pytest.raises(PackError):
        install_deck(offer(tmp_path), tmp_path)
