"""What the handbook shows is true: its files pass `check`, its tables name every field."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from sugoroku.cli import main
from sugoroku.content.json_schema import Node, json_schema

DOCS = Path(__file__).parents[1] / "docs"
HANDBOOKS = sorted(DOCS.glob("authors*.md"))
PAGES = HANDBOOKS + sorted(DOCS.glob("cookbook*.md"))
FOLDERS = {"board": "boards", "deck": "quizzes", "survey": "surveys", "theme": "assets/themes"}

whole_file = re.compile(r"^```yaml\n(format: (\w+)/1\nid: ([\w-]+)\b.*?)^```$", re.M | re.S)


def write_samples(page: Path, root: Path) -> list[Path]:
    """Every block that is a whole file, where an author would put it."""
    written = []
    for text, kind, name in whole_file.findall(page.read_text(encoding="utf-8")):
        path = root / FOLDERS[kind] / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


@pytest.mark.parametrize("page", HANDBOOKS, ids=lambda page: page.name)
def test_whole_files_pass_check(page: Path, tmp_path: Path) -> None:
    samples = write_samples(page, tmp_path)
    assert sorted(path.parent.name for path in samples) == [
        "boards",
        "quizzes",
        "surveys",
        "themes",
    ]
    told = CliRunner().invoke(main, ["check", "--language", "en", *map(str, samples)])
    assert (told.output, told.exit_code) == ("All is well.\n", 0)


def fields(node: Node) -> set[str]:
    """The names of all fields and kinds of a format."""
    found = set(node.get("properties", ()))
    for key, inner in node.get("properties", {}).items():
        if key in ("kind", "topic", "mood", "finish", "end", "answering", "skyline", "faces"):
            found |= set(inner.get("enum", ())) | ({inner["const"]} if "const" in inner else set())
    for inner in node.get("$defs", {}).values():
        found |= fields(inner)
    return found


@pytest.mark.parametrize("page", HANDBOOKS, ids=lambda page: page.name)
@pytest.mark.parametrize("kind", FOLDERS)
def test_every_field_and_value_is_told(kind: str, page: Path) -> None:
    words = set(re.findall(r"[a-z_]+", page.read_text(encoding="utf-8")))
    assert fields(json_schema(kind)) - words == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pictures_and_boards_that_are_named_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"\]\(((?:pictures|cookbook)/[\w./-]+)\)", text)
    assert named
    assert [name for name in named if not (DOCS / name).is_file()] == []


@pytest.mark.parametrize("page", sorted(DOCS.glob("cookbook*.md")), ids=lambda page: page.name)
def test_the_cookbook_shows_every_board(page: Path) -> None:
    """Also that the lines it quotes stand in the boards."""
    text = page.read_text(encoding="utf-8")
    boards = {
        path.stem: path.read_text("utf-8") for path in (DOCS / "cookbook" / "boards").iterdir()
    }
    for section in text.split("\n## ")[1:]:
        (name,) = set(re.findall(r"cookbook/boards/([\w-]+)\.yaml", section)) or {None}
        for block in re.findall(r"^```yaml\n(.*?)^```$", section, re.M | re.S):
            assert name is not None
            assert block in boards[name]
        if name is not None and f"pictures/cookbook-{name}.png" in section:
            del boards[name]
    assert boards == {}
