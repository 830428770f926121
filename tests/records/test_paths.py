"""Where things lie, in a source tree, a wheel, a frozen program, and on a stick."""

import sys
from pathlib import Path

import msgspec
import pytest

from sugoroku import paths
from sugoroku.settings import Settings


def test_content_of_the_source_tree() -> None:
    root = paths.bundled_root()
    assert (root / "boards").is_dir() and (root / "locales").is_dir()


def test_content_of_a_wheel_and_of_a_frozen_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "sugoroku" / "paths.py"))
    assert paths.bundled_root() == tmp_path
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "unpacked"), raising=False)
    assert paths.bundled_root() == tmp_path / "unpacked"
    (tmp_path / "sugoroku" / "bundled").mkdir(parents=True)
    assert paths.bundled_root() == tmp_path / "sugoroku" / "bundled"


def test_the_teacher_s_folder_wins(tmp_path: Path) -> None:
    assert paths.content_roots(tmp_path) == (tmp_path, paths.bundled_root())
    assert paths.content_roots()[0] == paths.default_data_folder()


@pytest.mark.parametrize("started", ["start", "sugoroku/__main__.py"])
def test_a_folder_beside_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: str
) -> None:
    script = tmp_path / started
    script.parent.mkdir(exist_ok=True)
    script.write_text("")
    monkeypatch.setattr(sys, "argv", [str(script)])
    assert paths.default_data_folder().name == "Climate Sugoroku"
    (tmp_path / "sugoroku-data").mkdir()
    assert paths.default_data_folder() == (tmp_path / "sugoroku-data").resolve()


def test_a_folder_beside_the_frozen_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sugoroku-data").mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "sugoroku.exe"))
    assert paths.default_data_folder() == (tmp_path / "sugoroku-data").resolve()


@pytest.mark.parametrize("argv", [[], [""], ["-c"]])
def test_the_working_folder_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argv: list[str]
) -> None:
    (tmp_path / "sugoroku-data").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", argv)
    assert paths.default_data_folder().name == "Climate Sugoroku"


def test_asking_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    found = {paths.default_data_folder(), paths.cache_folder(), paths.log_folder()}
    assert len(found) == 3
    assert list(tmp_path.iterdir()) == []


def test_settings_cannot_be_changed() -> None:
    settings = Settings(language="ja")
    with pytest.raises(AttributeError):
        settings.language = "es"  # type: ignore[misc]
    assert msgspec.structs.replace(settings, volume=0).volume == 0
