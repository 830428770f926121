"""`sugoroku --self-check` from source."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sugoroku import paths
from sugoroku.app import self_check
from sugoroku.cli import COMMANDS, main


def test_all_is_well() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "sugoroku", "--self-check", "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    told = json.loads(result.stdout)
    assert [one for one in told["findings"] if one["faults"]] == []
    assert result.returncode == 0 and told["good"]
    found = {(one["part"], one["about"]): one["count"] for one in told["findings"]}
    assert found["commands", ""] == len(COMMANDS)
    assert found["screens", "toyama ja"] > 30
    assert found["session", "renca es"] > 4
    spoken = {about.split()[1] for part, about in found if part == "screens"}
    assert spoken == {about for part, about in found if part == "catalogues"} >= {"ja", "es", "en"}


def test_what_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = paths.bundled_root()
    for name in ("boards", "quizzes", "surveys"):
        (tmp_path / name).symlink_to(root / name)
    (tmp_path / "locales" / "ja" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "assets").mkdir()
    for name in ("fonts", "themes", "mascot"):
        (tmp_path / "assets" / name).symlink_to(root / "assets" / name)
    (tmp_path / "assets" / "ui").mkdir()
    (tmp_path / "assets" / "ui" / "next.svg").write_text("<svg")
    monkeypatch.setattr(paths, "bundled_root", lambda: tmp_path)
    monkeypatch.setattr(self_check, "_lesson", lambda *_: iter(()))
    folder = tmp_path / "work"
    faults = {(f.part, f.about): f.faults for f in self_check.self_check(folder) if f.faults}
    assert faults["catalogues", "ja"] == ("locales/ja/LC_MESSAGES/sugoroku.mo",)
    assert faults["sounds", "WAV"] == ("assets/sounds/tap.wav",)
    assert "ui/next" in faults["pictures", "SVG"][0]


def test_a_fault_in_a_screen_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sugoroku.stage.scenes.setup import SetupScene

    def broken(*_: object) -> None:
        raise OSError("no such picture")

    monkeypatch.setattr(SetupScene, "paint", broken)
    monkeypatch.setattr(self_check, "_pairs", lambda *_: [("ja", "toyama")])
    found = [f for f in self_check.self_check(tmp_path) if f.part == "screens"]
    assert "no such picture" in " ".join(found[0].faults)


def test_json_belongs_to_it() -> None:
    result = CliRunner().invoke(main, ["--json"])
    assert result.exit_code == 2
    assert "--self-check" in result.output
