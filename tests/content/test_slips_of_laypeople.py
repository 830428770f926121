"""What people write who never saw YAML, and what they are told."""

from datetime import date
from pathlib import Path

import pytest
from small_pack import BOARD, DECK, change, write_pack

from sugoroku.content.checking import check_paths
from sugoroku.content.library import ContentFolders, Library
from sugoroku.content.problems import ContentError, Problem
from sugoroku.content.reading import read_content

HERE = Path(__file__).resolve().parent


def problems_of(text: str, old: str, new: str) -> list[Problem]:
    """Of the text with one change."""
    assert old in text
    return list(read_content(text.replace(old, new).encode(), "x.yaml")[1])


@pytest.mark.parametrize("written", ["1.800", "17.500"])
def test_a_point_between_thousands_is_asked_about(written: str) -> None:
    problems = problems_of(DECK, "answer: 17500", f"answer: {written}")
    assert problems[-1].fix() == (
        f"Did you mean {written.replace('.', '')}? A point is the decimal sign here."
    )


def test_a_number_with_a_point_is_a_number() -> None:
    changed = "answer: 3.14, unit: km, min: 0, max: 5, step: 0.1, kind: estimate"
    assert not problems_of(DECK, "  - id: rain", "  - {id: pi, topic: water, ask: How much?, "
                           + changed + "}\n  - id: rain")  # fmt: skip


def test_a_bar_must_reach_its_answer() -> None:
    assert not problems_of(DECK, "within: 10%", "within: 0")
    problems = problems_of(DECK, "answer: 17500", "answer: 17600")
    assert not problems
    (problem,) = problems_of(DECK, "step: 500", "step: 15000")
    assert problem.what() == (
        "The bar cannot be set to the answer 17500: its nearest value is 15000."
    )


def fixes_of(name: str) -> list[str]:
    """How the mistakes of a file in `bad` are to be mended."""
    file = HERE / "bad" / f"{name}.yaml"
    folders = ContentFolders((HERE / "shelf", HERE.parents[1]))
    return [problem.fix() for problem in check_paths([file], folders) if problem.is_error]


IN_QUOTES = (
    "In braces, a text with a comma, a colon or a bracket must stand in quotes: text: “…”."
).replace("“…”", '"…"')


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("text-in-braces", IN_QUOTES),
        ("colon-in-braces", IN_QUOTES),
        ("bracket-in-braces", IN_QUOTES),
        ("hash-in-braces", "Put the text in quotes."),
        ("no-space-behind-colon", "Put a space behind the colon."),
        ("no-break-space", "Delete it, and type a usual space."),
        ("colour-without-quotes", 'Put the colour in quotes, as in "#094A84".'),
        ("two-answers", "If more than one option is right, write “kind: several”."),
        ("effects-as-words", "Write it as in this example: [{advance: 2}], or "
                             "[{advance: 2}, {leaves: 5}]."),
        ("square-picture", "Save it as assets/event/foto.svg, and write here only its name: foto."),
        ("picture-for-image", "Did you mean “image”?"),
    ],
)  # fmt: skip
def test_the_way_out_fits_the_slip(name: str, fix: str) -> None:
    assert fixes_of(name)[0] == fix


def test_a_missing_picture_is_no_reason_to_offer_one_of_another_name() -> None:
    assert fixes_of("square-picture")[-1] == (
        "Put an SVG picture there as assets/event/gxxxxd.svg, or mend the name."
    )


def test_image_of_a_square_is_called_picture() -> None:
    (problem,) = problems_of(BOARD, "{kind: plain, repeat", "{kind: plain, image: x, repeat")
    assert problem.fix() == "Did you mean “picture”?"


@pytest.mark.parametrize(
    ("written", "column"), [("El bus #3", 19), ("Agua # y más", 0), ("Toma el bus # 3", 24)]
)
def test_a_text_that_a_comment_cuts_is_a_warning(written: str, column: int) -> None:
    problems = problems_of(DECK, "explain: A lamp that is off needs nothing.",
                           f"explain: {written}")  # fmt: skip
    assert [(p.severity, p.column, p.what()) for p in problems] == (
        [("warning", column + 2, "Everything behind # is left out.")] if column else []
    )


@pytest.mark.parametrize(
    "written",
    ["Lamps off.  # a note", "'El bus #3'", '"El bus # 3"', "El bus#3", "|\n      El bus #3"],
)
def test_other_comments_and_quotes_are_as_they_are_meant(written: str) -> None:
    assert not problems_of(DECK, "explain: A lamp that is off needs nothing.",
                           f"explain: {written}")  # fmt: skip


def test_a_deck_with_a_mistake_is_not_said_to_lack_its_questions(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "surveys/small.yaml", "items:",
           "items:\n  - {id: know, kind: knowledge, question: small/lamp}")  # fmt: skip
    change(root, "quizzes/small.yaml", "topic: energy", "topic: enargy")
    with pytest.raises(ContentError) as caught:
        Library(ContentFolders((root,))).load("small")
    assert [problem.file for problem in caught.value.problems] == ["quizzes/small.yaml"]


def test_warnings_of_the_reader_are_told_once(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "quizzes/small.yaml", "hint: Look up.", "hint: Look up #3")
    change(root, "quizzes/small.yaml", "review_by: 2028", "review_by: 2020")
    library = Library(ContentFolders((root,)))
    library.load("small")
    assert len(library.warnings) == 2


@pytest.mark.parametrize(
    ("language", "letters", "told"),
    [("es", 350, 0), ("es", 360, 220), ("ja", 170, 0), ("ja", 180, 110)],
)
def test_a_text_that_does_not_fit_its_card_is_a_warning(
    language: str, letters: int, told: int
) -> None:
    deck = DECK.replace("language: en", f"language: {language}")
    problems = problems_of(deck, "A lamp that is off needs nothing.", "x" * letters)
    assert [(p.severity, p.values["most"]) for p in problems] == (
        [("warning", str(told))] if told else []
    )


def test_shipped_files_have_no_warnings() -> None:
    root = HERE.parents[1]
    shipped = [root / name for name in ("boards", "quizzes", "surveys", "assets")]
    assert check_paths(shipped, ContentFolders((root,)), date(2026, 11, 22)) == []


def test_warnings_alone_never_make_a_deck_unreadable() -> None:
    head = DECK.split("  - id: lamp")[0]
    rows = "".join(
        f"  - {{id: q{i}, kind: true_false, topic: water, answer: true,\n"
        f"     ask: {'x ' * 90}y #3\n     }}\n"
        for i in range(1200)
    )
    content, problems = read_content((head + rows).encode(), "x.yaml")
    assert content is not None
    assert 0 < len(problems) <= 100
