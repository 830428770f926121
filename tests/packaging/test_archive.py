"""The same folder gives the same zip, whoever packs it and when."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scripts.building import archive

NOON = 1_800_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "program"
    (made / "_internal").mkdir(parents=True)
    (made / "sugoroku").write_bytes(b"\x7fELF")
    (made / "sugoroku").chmod(0o700)
    (made / "_internal" / "にほん.txt").write_text("a")
    (made / "README.txt").write_text("b")
    (made / "README.txt").chmod(0o600)
    return made


def test_twice_the_same(folder: Path, tmp_path: Path) -> None:
    first = archive.pack(folder, tmp_path / "1.zip", NOON)
    for path in sorted(folder.rglob("*"), reverse=True):
        os.utime(path, (5e8, 5e8))
    second = archive.pack(folder, tmp_path / "2.zip", NOON)
    assert archive.sum_of(first) == archive.sum_of(second)


def test_what_is_in_it(folder: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive.pack(folder, tmp_path / "1.zip", NOON)) as packed:
        entries = {entry.filename: entry for entry in packed.infolist()}
        assert list(entries) == sorted(entries)
        assert {entry.date_time for entry in entries.values()} == {(2027, 1, 15, 8, 0, 0)}
        modes = {name: entry.external_attr >> 16 & 0o777 for name, entry in entries.items()}
    assert modes == {
        "program/README.txt": 0o644,
        "program/_internal/にほん.txt": 0o644,
        "program/sugoroku": 0o755,
    }


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(folder: Path, tmp_path: Path) -> None:
    (folder / "link").symlink_to("README.txt")
    with zipfile.ZipFile(archive.pack(folder, tmp_path / "1.zip", 0)) as packed:
        assert packed.read("program/link") == b"README.txt"
        assert packed.getinfo("program/link").external_attr >> 28 == 0o12


def test_sums(folder: Path, tmp_path: Path) -> None:
    from sugoroku.app.wholeness import Damage, damages

    archive.write_sums(folder)
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    assert [line[66:] for line in lines] == ["README.txt", "_internal/にほん.txt", "sugoroku"]
    assert damages(thorough=True, program=folder) == []
    (folder / "README.txt").write_text("c")
    (folder / "sugoroku").unlink()
    assert damages(thorough=True, program=folder) == [
        Damage("README.txt", "damaged"),
        Damage("sugoroku", "missing"),
    ]
    packed = archive.pack(folder, tmp_path / "out" / "a.zip", NOON)
    archive.add_sum(packed)
    archive.add_sum(packed)
    assert archive.add_sum(packed).read_text("utf-8") == f"{archive.sum_of(packed)}  a.zip\n"


def test_the_build_is_explained() -> None:
    script = Path(archive.__file__).parents[1] / "build"
    told = subprocess.run(
        [sys.executable, script, "--help"], capture_output=True, text=True, check=False
    )
    assert told.returncode in (0, 1)  # 1 without the extra `package`
    assert "Builds the program" in told.stdout or "No module named" in told.stderr
