"""The boards of the cookbook are sound, and do what their first lines say."""

from pathlib import Path

import pytest

from sugoroku import paths
from sugoroku.analysis.simulate import simulate
from sugoroku.content.library import ContentFolders, Library

BOARDS = sorted((Path(__file__).parents[2] / "docs" / "cookbook" / "boards").glob("*.yaml"))


@pytest.mark.parametrize("path", BOARDS, ids=lambda path: path.stem)
def test_every_board_is_sound_and_comes_to_an_end_in_its_minutes(path: Path) -> None:
    library = Library(ContentFolders((paths.bundled_root(),)))
    edition, problems = library.proofread(path)
    assert edition is not None and problems == ()
    played = simulate(edition, teams=4, games=60, seed=1)
    assert played.cut_off == 0
    assert 0.6 <= played.minutes_mean / edition.board.minutes <= 1.4


def test_go_goals_has_its_squares() -> None:
    (path,) = (path for path in BOARDS if path.stem == "go-goals")
    edition, _ = Library(ContentFolders((paths.bundled_root(),))).proofread(path)
    assert edition is not None
    assert len(edition.board.squares) - 1 == 63
    assert edition.board.rules.finish == "bounce"
