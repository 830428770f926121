"""Packs made by others: what is unsafe, too large, changed or of another kind is refused."""

import io
import stat
import struct
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sugoroku.packs.manifest import Limits, PackError
from sugoroku.packs.reading import pack_of, read_pack
from tests.packs.towns import manifest, packed, town, with_manifest, written, zipped

SMALL = {"boards/small.yaml": b"format: board/1\n", "assets/a.svg": b"<svg/>"}


def refused(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(PackError) as told:
        pack_of(data, limits or Limits())
    return str(told.value)


def test_a_good_pack_is_read() -> None:
    pack = pack_of(zipped(with_manifest(SMALL)))
    assert pack.files == SMALL and pack.manifest.name == "small-1.0"


@pytest.mark.parametrize(
    "name",
    [
        "../out.yaml", "boards/../../out.yaml", "/etc/out.yaml", "C:/out.yaml", "C:out.yaml",
        "\\\\server\\share\\out.yaml", "boards\\out.yaml", "//server/out.yaml", "boards//out.yaml",
        "./boards/out.yaml", "boards/out.yaml.", "boards/out.yaml ", "boards /out.yaml",
        "boards/con.yaml", "boards/NUL", "assets/aux.svg", "assets/com1.png", "assets/lpt¹.png",
        "boards/out.yaml:stream", "boards/out\0.yaml", "boards/o\nut.yaml", "boards/o*t.yaml",
        "assets/ｃon.svg", "assets/../../a.svg", "~/out.yaml", ".hidden/out.yaml",
        "assets/" + "a" * 200 + ".svg", "", "..", "boards/..",
    ],
)  # fmt: skip
def test_no_path_leaves_the_folder(name: str) -> None:
    files = SMALL | {name: b"out"}
    assert "safe" in refused(zipped(with_manifest(files)))


@pytest.mark.parametrize(
    "names",
    [
        ("boards/small.yaml", "boards/Small.yaml"),
        ("assets/a.svg", "ASSETS/a.svg"),
        ("assets/a.svg", "assets/a.svg/b.svg"),
        ("assets/straße.svg", "assets/STRASSE.svg"),
    ],
)
def test_names_that_clash_on_some_systems_are_refused(names: tuple[str, str]) -> None:
    files = with_manifest(dict.fromkeys(names, b"x"))
    assert "tell apart" in refused(zipped(files))


def test_a_name_twice_is_refused() -> None:
    made = io.BytesIO()
    with ZipFile(made, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        for name, data in [*with_manifest(SMALL).items(), ("assets/a.svg", b"<svg/>")]:
            archive.writestr(name, data)
    assert "tell apart" in refused(made.getvalue())


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK])
def test_links_and_devices_are_refused(kind: int) -> None:
    assert "link" in refused(zipped(with_manifest(SMALL), kind | 0o777))


@pytest.mark.parametrize(
    "name",
    [
        "run.exe", "boards/run.py", "assets/run.sh", "locales/es/LC_MESSAGES/sugoroku.mo",
        "locales/es/LC_MESSAGES/sugoroku.po", "preferences.json", "sessions/a/journal.jsonl",
        "boards/deep/small.yaml", "assets/fonts/MPLUSRounded1c_700Bold.ttf", "LICENCE.html",
        "locales/ES/LC_MESSAGES/small.mo", "Boards/small2.yaml",
    ],
)  # fmt: skip
def test_only_files_of_a_pack_come_in(name: str) -> None:
    assert "does not belong" in refused(zipped(with_manifest(SMALL | {name: b"x"})))


def test_a_bomb_is_stopped_while_it_is_read() -> None:
    limits = Limits(file_bytes=10_000, all_bytes=50_000)
    assert "too large" in refused(
        zipped(with_manifest(SMALL | {"assets/b.svg": bytes(10_001)})), limits
    )
    many = {f"assets/{n}.svg": bytes(9_000) for n in range(6)}
    assert "too large" in refused(zipped(with_manifest(many)), limits)
    assert "more than 3 files" in refused(zipped(with_manifest(many)), Limits(files=3))


def test_a_size_that_lies_does_not_help() -> None:
    """The header says 10 bytes, and the data unpack to very many more."""
    bomb = bytes(5_000_000)
    data = bytearray(zipped(with_manifest(SMALL | {"assets/b.svg": bomb})))
    at = data.rindex(b"PK\1\2")
    assert struct.unpack("<L", data[at + 24 : at + 28])[0] == len(bomb)
    data[at + 24 : at + 28] = struct.pack("<L", 10)
    assert refused(bytes(data))


def test_a_directory_of_very_many_entries_is_not_read() -> None:
    """Only the end record is looked at, and the number of entries that it says may be a lie."""
    entry = zipped({"a": b""})
    at, end = entry.index(b"PK\1\2"), entry.index(b"PK\5\6")
    directory = entry[at:end] * 400_000
    last = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(directory), at, 0)
    assert "more than" in refused(entry[:at] + directory + last)


def test_an_overlong_file_is_refused_by_its_size(tmp_path: Path) -> None:
    limits = Limits(all_bytes=2**20, manifest_bytes=1000)
    with pytest.raises(PackError, match="larger than 1 MB"):
        read_pack(written(tmp_path, bytes(2**20 + 2000)), limits)


@pytest.mark.parametrize(
    ("form", "words"),
    [("pack/2", "newer"), ("pack/0", "old format"), ("board/1", "no pack"), ("pack/x", "no pack")],
)
def test_other_formats_are_told_apart(form: str, words: str) -> None:
    files = SMALL | {"new-kind/x.bin": b"x"}  # a newer one may have other files
    assert words in refused(zipped(with_manifest(files, format=form)))


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "../up"}, {"id": ""}, {"id": 3}, {"version": "1/../.."}, {"version": "x"},
        {"version": "1.0 "}, {"languages": []}, {"languages": ["../es"]}, {"title": "a" * 1000},
        {"files": None}, {"files": [{"name": "a"}]}, {"questions": "many"}, {"format": None},
    ],
)  # fmt: skip
def test_a_manifest_with_mistakes_is_refused(changes: dict[str, object]) -> None:
    assert "manifest" in refused(zipped(with_manifest(SMALL, **changes)))


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"{", b"\xff", b"[" * 100_000, b'{"format": "pack/1"}']
)
def test_a_manifest_that_is_none_is_refused(raw: bytes) -> None:
    assert "manifest" in refused(zipped({"manifest.json": raw, **SMALL}))


def test_what_was_changed_or_taken_out_is_told() -> None:
    right = manifest(SMALL)
    changed = {"manifest.json": right, **SMALL, "assets/a.svg": b"<svg>"}
    assert "assets/a.svg” in the pack was changed" in refused(zipped(changed))
    fewer = {"manifest.json": right, "boards/small.yaml": SMALL["boards/small.yaml"]}
    assert "“assets/a.svg” is missing" in refused(zipped(fewer))
    assert "does not name" in refused(
        zipped({"manifest.json": right, **SMALL, "assets/b.svg": b""})
    )


def test_other_files_are_told_apart() -> None:
    assert refused(b"") == refused(b"format: deck/1") == "This is no pack."
    assert "no manifest.json" in refused(zipped(SMALL))
    assert "no manifest.json" in refused(zipped({}) and zipped({"a.txt": b"x"}))
    assert "damaged" in refused(zipped(with_manifest(SMALL))[:-30])
    assert "damaged" in refused(zipped(with_manifest(SMALL)) + b"more")


def test_locked_and_foreign_compression_is_refused() -> None:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_BZIP2) as archive:
        for name, data in with_manifest(SMALL).items():
            archive.writestr(name, data)
    assert "not read here" in refused(made.getvalue())
    locked = bytearray(zipped(with_manifest(SMALL)))
    locked[locked.index(b"PK\1\2") + 8] |= 1
    assert "not read here" in refused(bytes(locked))


def test_folders_in_the_zip_do_no_harm() -> None:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name in ("boards/", "assets/"):
            entry = ZipInfo(name)
            entry.external_attr = (stat.S_IFDIR | 0o755) << 16 | 0x10
            archive.writestr(entry, b"")
        for name, data in with_manifest(SMALL).items():
            archive.writestr(name, data)
    assert pack_of(made.getvalue()).files == SMALL


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_pack_never_breaks_the_program(data: st.DataObject) -> None:
    raw = bytearray(zipped(with_manifest(SMALL)))
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(raw)))
    for damaged in (bytes(raw), bytes(raw[:cut]), bytes(raw[cut:])):
        try:
            pack_of(damaged)
        except PackError:
            continue


def test_reading_a_real_pack_from_a_file(tmp_path: Path) -> None:
    made = packed(town(tmp_path / "town"))
    assert read_pack(written(tmp_path, made.data)) == made.pack
    with pytest.raises(PackError, match="no such file"):
        read_pack(tmp_path)
    with pytest.raises(PackError, match="no such file"):
        read_pack(tmp_path / "gone.sugoroku")
