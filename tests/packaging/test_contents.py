"""What build.spec takes along, without building."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from scripts.building import contents, resources
from sugoroku import __version__
from sugoroku.cli import COMMANDS, module_of
from tests.conftest import ROOT


def test_every_command_is_inside() -> None:
    modules = contents.modules(ROOT)
    assert {module_of(name) for name in COMMANDS} <= set(modules)
    assert {"sugoroku", "sugoroku.cli", "sugoroku.__main__"} <= set(modules)


def test_everything_that_a_wheel_carries_is_inside(tmp_path: Path) -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    folders = told["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    data = contents.data(ROOT, tmp_path)
    inside = {target.split("/")[0] for _, target in data}
    assert set(folders) <= inside
    files = {f"{target}/{Path(source).name}" for source, target in data}
    assert {
        "boards/toyama.yaml",
        "locales/ja/LC_MESSAGES/sugoroku.mo",
        "assets/fonts/MPLUSRounded1c_700Bold.ttf",
        "assets/icon/sugoroku.svg",
        "sugoroku/i18n/messages.pot",
        "sugoroku/reports/templates/report.html",
        "LICENSES/OFL-1.1.txt",
        "./LICENSE",
    } <= files
    assert not [name for name in files if name.endswith((".po", ".py", ".pyc", ".ico"))]


def test_a_catalogue_that_is_no_more_stays_out(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")
    folder = tmp_path / "locales" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for name in ("here.po", "here.mo", "gone.mo"):
        (folder / name).touch()
    assert [Path(source).name for source, _ in contents._content(tmp_path)] == ["here.mo"]


@pytest.mark.parametrize(
    ("name", "kind", "stays"),
    [
        ("babel/locale-data/ja.dat", "DATA", True),
        ("babel/locale-data/es_CL.dat", "DATA", True),
        ("babel/locale-data/root.dat", "DATA", True),
        ("babel/locale-data/en_GB.dat", "DATA", False),
        ("babel/locale-data/sw.dat", "DATA", False),
        ("pygame/docs/index.html", "DATA", False),
        ("pygame/examples/data/house_lo.ogg", "DATA", False),
        ("pygame/freesansbold.ttf", "DATA", True),
        ("quizzes/examples/a.yaml", "DATA", True),
        ("libtiff-5.dll", "BINARY", False),
        ("SDL2.dll", "BINARY", True),
        ("libpng16-16.dll", "BINARY", True),
        ("libSDL2-2-50d19f93.0.so.0.3200.10", "SYMLINK", False),
        ("pygame_ce.libs/libSDL2-2-50d19f93.0.so.0.3200.10", "BINARY", True),
    ],
)
def test_what_nobody_needs_stays_out(name: str, kind: str, stays: bool) -> None:
    entry = (name, f"/lib/{name}", kind)
    assert contents.kept([entry], contents.languages(ROOT)) == ([entry] if stays else [])


def test_nothing_of_ours_needs_what_is_left_out() -> None:
    """By the text of our modules; the built program's self-check is the proof."""
    for path in (ROOT / "sugoroku").rglob("*.py"):
        text = path.read_text("utf-8")
        for name in ("pygments", "multiprocessing", "ssl", "unittest", "pygame.surfarray"):
            assert f"import {name}" not in text, path


def test_the_version_of_the_resource_is_the_program_s(tmp_path: Path) -> None:
    assert resources.version(ROOT) == __version__
    made: dict[str, Any] = {}
    text = resources.version_resource(ROOT, tmp_path).read_text("utf-8")
    names = ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct",
             "VarFileInfo", "VarStruct")  # fmt: skip

    def kind(*given: Any, **named: Any) -> Any:
        made.update(named)
        if len(given) == 2 and isinstance(given[1], str):
            made[given[0]] = given[1]
        return given

    eval(text, dict.fromkeys(names, kind))  # as PyInstaller reads it
    assert made["ProductVersion"] == __version__
    assert len(made["filevers"]) == 4
