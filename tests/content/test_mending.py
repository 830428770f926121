"""`check --fix`: only sure slips, only those letters, and never a file that changed meanwhile."""

import os
import stat
from pathlib import Path

import pytest
from small_pack import BOARD, DECK, SURVEY, change, write_pack

from sugoroku.content import mending
from sugoroku.content.checking import mend_paths
from sugoroku.content.mending import mended
from sugoroku.content.slips import id_from, id_meant, surely


def changes(kind: str, text: str) -> dict[str, str]:
    """Old word to new word."""
    _, edits = mended(text.encode(), "x.yaml", kind)
    return {edit.old: edit.new for edit in edits}


@pytest.mark.parametrize(
    ("old", "new", "word", "meant"),
    [
        ("hint:", "hnit:", "hnit", "hint"),
        ("    options: [Lamp", "    optoins: [Lamp", "optoins", "options"),
        ("    explain:", "    Explain:", "Explain", "explain"),
        ("    review_by:", "    review-by:", "review-by", "review_by"),
        ("kind: choice", "kind: chioce", "chioce", "choice"),
        ("kind: choice", 'kind: "Choice"', "Choice", "choice"),
        ("kind: true_false", "kind: true-false", "true-false", "true_false"),
        ("topic: energy", "topic: enrgy", "enrgy", "energy"),
        ("answer: true", "answer: yes", "yes", "true"),
        ("id: lamp", "id: Night Lamp", "Night Lamp", "night-lamp"),
        ("id: lamp", "id: 'Lamp'", "Lamp", "lamp"),
        ("language: en", "language: EN", "EN", "en"),
        ("language: en", "language: pt-BR", "pt-BR", "pt_BR"),
        ("format: deck/1", "format: Deck/1", "Deck/1", "deck/1"),
        ("questions:", "qestions:", "qestions", "questions"),
    ],
)
def test_sure_slips(old: str, new: str, word: str, meant: str) -> None:
    assert changes("deck", DECK.replace(old, new, 1)) == {word: meant}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("answer: Lamp off", "answer: Lamp of"),  # a text of the author's
        ("format: deck/1", "format: deck/2"),  # perhaps of a newer game
        ("id: lamp", "id: Ice"),  # would be a second “ice”
        ("id: lamp", "id: lámpara"),
        ("hint:", "note:"),
        ("    hint: Look up.", "    hint: Look up.\n    hnit: Look down."),  # it is there
        ("    hint: Look up.", "    hnit: Look up.\n    hitn: Look down."),  # which of the two?
        ("level: 1", "level: 4"),
        ("topic: energy", "topic: en"),
        ('kind: choice', 'kind: "cho\\u0069ec"'),  # not written as it is read
        ("title: A small deck", "title: [A small deck"),  # no YAML
    ],
)  # fmt: skip
def test_what_the_author_must_decide(old: str, new: str) -> None:
    assert old in DECK
    data = DECK.replace(old, new, 1).encode()
    assert mended(data, "x.yaml", "deck") == (data, ())


def test_a_name_is_mended_where_it_is_used_too() -> None:
    text = BOARD.replace("id: bridge", "id: Old Bridge").replace("[bridge,", "[Old Bridge,")
    assert changes("board", text) == {"Old Bridge": "old-bridge"}
    after, edits = mended(text.encode(), "x.yaml", "board")
    assert len(edits) == 2
    assert b"next: [old-bridge," in after
    assert changes("board", BOARD.replace("[bridge,", "[Nowhere,")) == {}


def test_what_a_mended_name_uncovers_is_mended_too() -> None:
    text = SURVEY.replace("items:", "itmes:").replace("kind: number", "kind: nubmer")
    assert changes("survey", text) == {"itmes": "items", "nubmer": "number"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_nothing_else_changes(end: str, mark: bytes) -> None:
    text = "# 富山《とやま》 tabs and  spaces \n" + DECK.replace("hint:", "hnit:") + "\n\n# the end"
    data = mark + text.replace("\n", end).encode()
    after, _ = mended(data, "x.yaml", "deck")
    assert after == data.replace(b"hnit", b"hint")
    assert mended(after, "x.yaml", "deck") == (after, ())


def test_a_file_is_mended_with_a_backup(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "quizzes/small.yaml", "hint:", "hnit:")
    path = root / "quizzes" / "small.yaml"
    path.chmod(0o640)
    for number, name in enumerate(("small.yaml.bak", "small.yaml.bak2")):
        before = path.read_bytes()
        done, troubles = mend_paths([root])
        assert troubles == []
        assert [(one.file, len(one.edits)) for one in done] == [(path.as_posix(), 1)]
        assert (path.parent / name).read_bytes() == before
        assert b"hint:" in path.read_bytes()
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        assert len(list(path.parent.iterdir())) == 2 + number
        change(root, "quizzes/small.yaml", "hint:", "hnit:")


def test_what_a_board_refers_to_is_left_alone(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "quizzes/small.yaml", "hint:", "hnit:")
    assert mend_paths([root / "boards" / "small.yaml"]) == ([], [])


def test_a_file_that_was_changed_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(DECK.replace("hint:", "hnit:"), encoding="utf-8")

    def mended_slowly(data: bytes, name: str, kind: str) -> object:
        path.write_text("saved in an editor", encoding="utf-8")
        return mended(data, name, kind)

    monkeypatch.setattr(mending, "mended", mended_slowly)
    done, (trouble,) = mend_paths([path])
    assert done == []
    assert "meanwhile" in trouble.what()
    assert path.read_text(encoding="utf-8") == "saved in an editor"
    assert [file.name for file in tmp_path.iterdir()] == ["small.yaml"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link" / "small.yaml"
    link.parent.mkdir()
    real.write_text(DECK.replace("hint:", "hnit:"), encoding="utf-8")
    link.symlink_to(real)
    (done,), _ = mend_paths([link])
    assert link.is_symlink()
    assert "hint:" in real.read_text(encoding="utf-8")
    assert os.path.samefile(Path(done.backup).parent, tmp_path)


def test_what_was_meant() -> None:
    known = ["kind", "topic", "title", "text", "at"]
    assert surely("knid", known) == "kind"
    assert surely("titel", known) == "title"
    assert surely("TEXT", known) == "text"
    assert surely("ｔｅｘｔ", known) == "text"
    assert surely("time", known) == ""
    assert surely("ta", known) == ""
    assert surely("tet", ["test", "text"]) == ""
    assert surely("x" * 100_000, known) == ""


def test_ids() -> None:
    assert id_meant("My  Town ") == "my-town"
    assert id_meant("my-town") == id_meant("mi/town") == id_meant("ñ") == id_meant(None) == ""
    assert id_from("Ñuñoa Centro!") == "nunoa-centro"
    assert id_from("富山") == ""
