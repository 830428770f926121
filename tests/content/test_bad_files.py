"""Every file in `bad` says in its first lines which mistakes must be found in it, and where."""

from datetime import date
from pathlib import Path

import pytest

from sugoroku.content.checking import check_paths
from sugoroku.content.library import ContentFolders

HERE = Path(__file__).resolve().parent
FOLDERS = ContentFolders((HERE / "shelf", HERE.parents[1]))
SIGN = "# expect: "


@pytest.mark.parametrize("path", sorted((HERE / "bad").glob("*.yaml")), ids=lambda path: path.stem)
def test_all_mistakes_are_found_where_they_are(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    expected = [line.removeprefix(SIGN) for line in lines if line.startswith(SIGN)]
    problems = check_paths([path], FOLDERS, date(2026, 11, 22))
    found = [f"{p.line}:{p.column}: {p.what()}" for p in problems if p.is_error]
    assert expected
    assert found == expected
    for problem in problems:
        assert problem.fix()
        assert "{" not in problem.what()
