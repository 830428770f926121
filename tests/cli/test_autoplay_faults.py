"""A lesson by itself ends at an edition with mistakes, and says them."""

from pathlib import Path

from click.testing import CliRunner

from sugoroku import paths
from sugoroku.cli import main


def test_a_board_cut_off_is_told_and_the_program_ends(tmp_path: Path) -> None:
    whole = (paths.bundled_root() / "boards" / "renca.yaml").read_bytes()
    board = tmp_path / "boards" / "renca.yaml"
    board.parent.mkdir()
    board.write_bytes(whole[:700])
    run = CliRunner().invoke(main, ["play", "renca", "--autoplay", "--data", str(tmp_path)])
    assert run.exit_code == 1
    assert "boards/renca.yaml:" in run.output and "squares" in run.output
