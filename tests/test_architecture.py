"""What the import contracts cannot say: doors, sizes, and nothing that does not belong."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "sugoroku"
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS = sorted(p.parent for p in PACKAGE.rglob("__init__.py"))
FORBIDDEN_NAMES = {"utils", "util", "common", "helpers", "helper", "manager", "misc"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_module_has_a_docstring_and_a_fair_size(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source)), f"{name(path)} does not say what it is for"
    assert source.count("\n") <= 450, f"{name(path)} is too long"
    assert path.stem not in FORBIDDEN_NAMES


@pytest.mark.parametrize("room", ROOMS, ids=name)
def test_door_is_a_docstring_only(room: Path) -> None:
    if room in (PACKAGE, PACKAGE / "cli"):
        return  # the version, and the entry point of the command line
    tree = ast.parse((room / "__init__.py").read_text(encoding="utf-8"))
    assert len(tree.body) == 1


def test_model_and_engine_have_no_clock_and_no_chance() -> None:
    pattern = re.compile(r"\b(time\.|datetime|random\.random|open\(|print\()")
    for folder in ("model", "engine"):
        for path in (PACKAGE / folder).glob("*.py"):
            assert not pattern.search(path.read_text(encoding="utf-8")), name(path)


def test_texts_name_no_machine() -> None:
    pattern = re.compile(r"/(work|root|tmp/bash_jobs)/")
    for path in [*MODULES, *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        assert not pattern.search(path.read_text(encoding="utf-8")), name(path)
