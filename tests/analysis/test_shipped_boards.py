"""The boards of both towns fit a lesson, and nobody is out of the race at half time."""

from pathlib import Path

import pytest

from sugoroku.analysis.simulate import simulate
from sugoroku.content.library import ContentFolders, Library

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["toyama", "renca"])
def test_four_teams_have_a_lesson_and_a_chance(name: str) -> None:
    edition = Library(ContentFolders((ROOT,))).load(name)
    result = simulate(edition, 4000, 4, seed=6)
    assert result.cut_off == 0
    assert 24 <= result.minutes_mean <= 28
    assert 4 <= result.questions_per_team <= 7
    assert result.last_at_half_wins >= 0.1
