"""Whatever is changed in a file: content, or problems; never anything else."""

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from small_pack import BOARD, DECK, SURVEY, THEME

from sugoroku.content.problems import errors_of
from sugoroku.content.reading import read_content

FILES = {"board": BOARD, "deck": DECK, "survey": SURVEY, "theme": THEME}
PIECES = [
    "", " ", "\n", "\t", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "#", "&a ", "*a", "!",
    "!!", "|", ">", "'", '"', "\\", "%", "@", "`", "<<: ", "---\n", "...\n", "~", "null", "true",
    "-1", "0", "1e999", "99999999999999999999999", ".nan", "\ufeff", "\u202e", "\0", "\x85", "é",
    "漢《かん》", "kind: goal", "go_to: start", "next: [start]", "repeat: 500", "id: start",
    "format: deck/1\n",
]  # fmt: skip


@some.composite
def changed_files(draw: some.DrawFn) -> tuple[str, bytes]:
    """A good file with some pieces put in, taken out, doubled or moved."""
    kind = draw(some.sampled_from(sorted(FILES)))
    text = FILES[kind]
    for _ in range(draw(some.integers(1, 5))):
        at, end = sorted((draw(some.integers(0, len(text))), draw(some.integers(0, len(text)))))
        end = min(end, at + draw(some.integers(0, 40)))
        piece = draw(
            some.one_of(some.sampled_from(PIECES), some.text(max_size=4), some.just(text[at:end]))
        )
        text = draw(
            some.sampled_from([text[:at] + piece + text[at:], text[:at] + piece + text[end:]])
        )
    data = text.encode("utf-8", "surrogatepass")
    if draw(some.booleans()) and data:
        at = draw(some.integers(0, len(data) - 1))
        data = data[:at] + draw(some.binary(max_size=3)) + data[at + 1 :]
    return kind, data


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(changed_files())
def test_a_changed_file_is_content_or_problems(file: tuple[str, bytes]) -> None:
    kind, data = file
    content, problems = read_content(data, "x.yaml", kind)
    assert (content is None) == bool(errors_of(problems))
    for problem in problems:
        assert problem.what()
        assert problem.fix()
        assert problem.line <= data.count(b"\n") + data.count(b"\r") + 2


@settings(deadline=None, max_examples=100)
@given(some.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    content, problems = read_content(data, "x.yaml")
    assert (content is None) == bool(errors_of(problems))


NAMES = """
format id language title decks rules die road wide squares questions items kind topic level
ask options answer effects right wrong quiz go_to advance next at repeat source image file colours
ink scale min max step within"""
LEAVES = some.one_of(
    some.none(), some.booleans(), some.integers(), some.floats(), some.text(max_size=8)
)
TREES = some.recursive(
    LEAVES,
    lambda inner: some.one_of(
        some.lists(inner, max_size=4),
        some.dictionaries(some.sampled_from(NAMES.split()), inner, max_size=6),
    ),
    max_leaves=25,
)
TOP = ["squares", "questions", "items", "rules", "title", "decks", "road", "colours", "teams"]


@pytest.mark.parametrize("kind", sorted(FILES))
@settings(deadline=None, max_examples=100)
@given(tree=some.dictionaries(some.sampled_from(TOP), TREES, max_size=5))
def test_any_tree(kind: str, tree: dict[str, object]) -> None:
    text = yaml.safe_dump({"format": f"{kind}/1", "id": "x", "language": "en"} | tree)
    content, problems = read_content(text.encode("utf-8", "surrogatepass"), "x.yaml", kind)
    assert (content is None) == bool(errors_of(problems))
