"""build.spec, run with stand-ins for PyInstaller: what is asked of it on each system."""

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from scripts.building import contents
from sugoroku.cli import COMMANDS
from tests.conftest import ROOT

Calls = dict[str, list[tuple[tuple[Any, ...], dict[str, Any]]]]


def asked(system: str, work: Path, monkeypatch: pytest.MonkeyPatch) -> Calls:
    calls: Calls = {}

    def stand_in(name: str) -> Any:
        def call(*given: Any, **named: Any) -> Any:
            calls.setdefault(name, []).append((given, named))
            files = [("babel/locale-data/sw.dat", "/lib/sw.dat", "DATA")]
            return SimpleNamespace(datas=files, binaries=[], pure=[], scripts=[], name=name)

        return call

    hooks = ModuleType("PyInstaller.utils.hooks")
    monkeypatch.setattr(hooks, "collect_data_files", lambda *_, **__: [], raising=False)
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, hooks.__name__, hooks)
    monkeypatch.setattr(sys, "platform", system)
    named = {name: stand_in(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    space = named | {"SPECPATH": str(ROOT), "workpath": str(work)}
    exec(compile((ROOT / "build.spec").read_text("utf-8"), "build.spec", "exec"), space)
    return calls


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_two_programs_in_one_folder(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = asked(system, tmp_path, monkeypatch)
    programs = [named for _, named in calls["EXE"]]
    assert [(p["name"], p["console"]) for p in programs] == [
        ("sugoroku", False),
        ("sugoroku-cli", True),
    ]
    assert all(p["exclude_binaries"] and p["upx"] is False for p in programs)
    assert all(p["disable_windowed_traceback"] for p in programs)
    ((_, folder),) = calls["COLLECT"]
    assert folder["name"] == contents.FOLDER
    ((_, analysis),) = calls["Analysis"]
    commands = {f"sugoroku.cli.{name.replace('-', '_')}_command" for name in COMMANDS}
    assert commands <= set(analysis["hiddenimports"])
    assert {"numpy", "tkinter", "pytest", "ssl"} <= set(analysis["excludes"])
    assert (tmp_path / "parts.json").read_text("utf-8") == "[]"  # of Babel's files none was kept


def test_what_only_one_system_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    windows = asked("win32", tmp_path, monkeypatch)
    for key in ("icon", "version", "manifest"):
        assert Path(windows["EXE"][0][1][key]).is_file()
    assert "BUNDLE" not in windows
    mac = asked("darwin", tmp_path, monkeypatch)
    ((_, bundle),) = mac["BUNDLE"]
    assert Path(bundle["icon"]).is_file()
    assert bundle["info_plist"]["LSBackgroundOnly"] is False
    assert mac["EXE"][0][1]["codesign_identity"] is None
