"""Whatever is changed in a file: content, or problems; never anything else."""

import pytest
import yaml
from changed_files import (
    FILES,
    changed_files,
    content_or_problems,
    mends_only_letters,
    whole_check,
)
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as some

from sugoroku.content.problems import errors_of
from sugoroku.content.reading import read_content


@seed(6)
@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(changed_files())
def test_a_changed_file_is_content_or_problems(file: tuple[str, bytes]) -> None:
    content_or_problems(*file)
    mends_only_letters(*file)


@seed(6)
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(changed_files())
def test_a_folder_with_a_changed_file_can_be_checked(file: tuple[str, bytes]) -> None:
    whole_check(*file)


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
