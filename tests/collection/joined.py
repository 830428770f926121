"""What the tests of joining share: sessions made by the script, and tables read back as text."""

import csv
import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from sugoroku.collection.collect import Collected, collect
from sugoroku.collection.problems import Problem

ROOT = Path(__file__).resolve().parents[2]
Row = dict[str, str]


def load(path: str) -> ModuleType:
    name = Path(path).stem
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, ROOT / path)
        assert spec is not None and spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


SCRIPT = load("scripts/make_sessions.py")


def say(message: str, /, **values: object) -> str:
    return message.format(**values) if values else message


def join(*folders: Path, out: Path, form: str = "csv") -> Collected:
    return collect(folders, out, say, form=form)  # type: ignore[arg-type]


def made(folder: Path, number: int = 3, seed: int = 1) -> list[Path]:
    """Session folders, sound ones, below `folder`."""
    SCRIPT.make(number, folder, seed)
    return sorted((folder / "sessions").iterdir())


def rows(path: Path) -> list[Row]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def table(out: Path, name: str) -> list[Row]:
    return rows(out.with_name(f"{out.name}-{name}.csv"))


def of(found: Sequence[Row], session: Path | str) -> list[Row]:
    name = session if isinstance(session, str) else session.name
    return [row for row in found if row["session"] == name]


def told(found: Collected, *, left: bool | None = None) -> list[Problem]:
    return [problem for problem in found.problems if left is None or problem.left == left]


def edit(path: Path, old: str, new: str) -> None:
    """Change a text in a file of ours."""
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new).encode())
