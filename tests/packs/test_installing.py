"""Installing: whole or not at all, versions side by side, and nothing that was there is touched."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sugoroku import paths
from sugoroku.app.editions import Editions
from sugoroku.content.problems import ContentError
from sugoroku.packs.installing import Offer, examined, install, installed, presence, remove
from sugoroku.packs.manifest import PackError
from sugoroku.packs.reading import pack_of
from tests.content.small_pack import BOARD
from tests.packs.towns import ROOT, packed, town, with_manifest, zipped


def offer(root: Path, version: str = "1.0", place: str = "Algún lugar") -> Offer:
    return examined(packed(town(root, place), version=version).pack, ROOT)


def everything(folder: Path) -> dict[str, bytes]:
    found = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_an_installed_pack_is_there_byte_for_byte(tmp_path: Path) -> None:
    new, data = offer(tmp_path / "town"), tmp_path / "data"
    target = install(new, data)
    assert target == data / "packs" / "small-1.0"
    assert everything(target) == {**new.pack.files, "manifest.json": new.pack.manifest_bytes}
    assert [path.name for path in (data / "packs").iterdir()] == ["small-1.0"]
    assert [pack.manifest for pack in installed(data)] == [new.manifest]


def test_versions_lie_side_by_side_the_newest_first(tmp_path: Path) -> None:
    data = tmp_path / "data"
    for version in ("1.2", "1.10", "1.9"):
        install(offer(tmp_path / version, version, f"Lugar {version}"), data)
    entries = [entry for entry in Editions(data).entries() if entry.pack]
    assert [entry.key for entry in entries] == ["small@1.10", "small@1.9", "small@1.2"]
    assert Editions(data).key_of("small") == "small@1.10"
    assert Editions(data).load("small@1.9").pack == "small-1.9"
    remove("small@1.9", data)
    assert [entry.version for entry in Editions(data).entries() if entry.pack] == ["1.10", "1.2"]


def test_a_second_time_nothing_happens_and_a_changed_one_is_refused(tmp_path: Path) -> None:
    data = tmp_path / "data"
    first, other = offer(tmp_path / "a"), offer(tmp_path / "b", place="Otra parte")
    target = install(first, data)
    before = everything(data)
    assert presence(first.pack, data) == "same" and install(first, data) == target
    assert presence(other.pack, data) == "other"
    with pytest.raises(PackError, match="other content"):
        install(other, data)
    assert everything(data) == before


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("name", ["write", "fsync", "open", "rename"])
def test_a_failing_disk_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, fault: int
) -> None:
    data = tmp_path / "data"
    install(offer(tmp_path / "old", "0.9"), data)
    before = everything(data)
    new = offer(tmp_path / "new")
    real: Callable[..., object] = getattr(os, name)
    calls = 0

    def failing(*arguments: object, **more: object) -> object:
        nonlocal calls
        if name == "open" and not int(str(arguments[1])) & os.O_CREAT:
            return real(*arguments, **more)  # to clean up, a folder has to be opened
        calls += 1
        if calls > (0 if name == "rename" else 5):
            raise OSError(fault, os.strerror(fault))
        return real(*arguments, **more)

    with monkeypatch.context() as patched:
        patched.setattr(os, name, failing)
        with pytest.raises(PackError):
            install(new, data)
    assert everything(data) == before
    assert [path.name for path in (data / "packs").iterdir()] == ["small-0.9"]
    install(new, data)


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(PackError):
        install(offer(tmp_path / "town"), tmp_path / "data")


def test_what_a_killed_program_left_is_no_pack_and_goes(tmp_path: Path) -> None:
    data = tmp_path / "data"
    left, fresh = (data / "packs" / name for name in (".draft-0011", ".draft-0022"))
    for draft in (left, fresh):
        (draft / "boards").mkdir(parents=True)
    os.utime(left, (1, 1))
    assert installed(data) == [] and Editions(data).entries() == Editions(tmp_path).entries()
    install(offer(tmp_path / "town"), data)
    assert not left.exists() and fresh.exists()  # that one may be of another window


def test_a_pack_with_mistakes_in_it_is_not_offered() -> None:
    files = {"boards/small.yaml": BOARD.replace("theme: small\n", "").encode()}
    with pytest.raises(ContentError) as told:
        examined(pack_of(zipped(with_manifest(files))), ROOT)
    assert any("quizzes/small.yaml" in problem.what() for problem in told.value.problems)


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        ({"boards/second.yaml": b"x"}, "one board"),
        ({"assets/a.ogg": b"MZ"}, "no sound"),
        ({"locales/es/LC_MESSAGES/small.mo": b"\xde\x12\x04\x95broken"}, "catalogue"),
    ],
)
def test_files_that_are_not_what_they_say_are_refused(
    tmp_path: Path, extra: dict[str, bytes], words: str
) -> None:
    good = packed(town(tmp_path)).pack
    pack = pack_of(zipped(with_manifest({**good.files, **extra})))
    with pytest.raises(PackError, match=words):
        examined(pack, ROOT)


@pytest.mark.parametrize("data", [b"MZ", b"\x89PNG\r\n\x1a\n", b"<svg", b'<svg width="9e9"></svg>'])
def test_a_picture_that_is_none_is_refused(tmp_path: Path, data: bytes) -> None:
    good = packed(town(tmp_path)).pack
    pack = pack_of(zipped(with_manifest({**good.files, "assets/extra.png": data})))
    with pytest.raises(ContentError):
        examined(pack, ROOT)


def test_a_board_of_another_name_is_refused(tmp_path: Path) -> None:
    good = packed(town(tmp_path)).pack
    pack = pack_of(zipped(with_manifest(good.files, id="large")))
    with pytest.raises(PackError, match=r"boards/large\.yaml"):
        examined(pack, ROOT)


def test_removing_touches_only_packs(tmp_path: Path) -> None:
    data = tmp_path / "data"
    install(offer(tmp_path / "town"), data)
    (data / "packs" / "notes").mkdir()
    for name in ("notes", "..", "../data", "small", "small-2.0", "", "."):
        with pytest.raises(PackError):
            remove(name, data)
    remove("small-1.0", data)
    assert [path.name for path in (data / "packs").iterdir()] == ["notes"]


def test_names_of_folders_say_id_and_version() -> None:
    assert paths.split_pack("my-town_2-1.10") == ("my-town_2", (1, 10))
    for name in ("mytown", "mytown-", "mytown-01", "mytown-1.", "Mytown-1", ".draft-1", "a/b-1"):
        assert paths.split_pack(name) is None


def test_a_pack_whose_manifest_was_damaged_is_listed_all_the_same(tmp_path: Path) -> None:
    target = install(offer(tmp_path / "town"), tmp_path / "data")
    (target / "manifest.json").write_bytes(b"{")
    assert [pack.manifest for pack in installed(tmp_path / "data")] == [None]
    remove("small@1.0", tmp_path / "data")


def test_pictures_and_words_of_a_pack_are_its_own(tmp_path: Path) -> None:
    data = tmp_path / "data"
    for version in ("1", "2"):
        install(offer(tmp_path / version, version, f"Lugar {version}"), data)
    for version in ("1", "2"):
        edition = Editions(data).load(f"small@{version}")
        assert edition.theme.mascot == f"@small-{version}/mascot/owl"
        assert edition.theme.sounds == f"@small-{version}/sounds/small"
        assert edition.decks[0].questions[0].image is not None
        assert edition.decks[0].questions[0].image.file == f"@small-{version}/lamp.png"
        folders = paths.locale_folders(data, edition.pack)
        assert folders[0] == data / "packs" / f"small-{version}" / "locales"
