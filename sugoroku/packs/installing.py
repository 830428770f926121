"""Looks at a pack as the game would, and installs it whole or not at all."""

import gettext
import io
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from sugoroku import paths
from sugoroku.content.library import ContentFolders, Library
from sugoroku.content.pictures import check_file_name, check_picture
from sugoroku.content.problems import ContentError, Problem
from sugoroku.model.edition import Edition
from sugoroku.packs.manifest import MANIFEST, Manifest, PackError, manifest_of
from sugoroku.packs.reading import Pack
from sugoroku.records import disk
from sugoroku.records.errors import why
from sugoroku.session.recorder import N_

_DRAFT, _GONE = ".draft-", ".gone-"
_OLD_DRAFT = 3600
"""Seconds after which a draft is what a killed program has left."""
_SOUNDS = {".ogg": b"OggS", ".wav": b"RIFF"}

Presence = Literal["new", "same", "other"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A pack that can be played, before it is installed."""

    pack: Pack
    edition: Edition
    warnings: tuple[Problem, ...]

    @property
    def manifest(self) -> Manifest:
        return self.pack.manifest


@dataclass(frozen=True, slots=True)
class Installed:
    """A pack in the data folder; no manifest when that is damaged."""

    folder: Path
    manifest: Manifest | None


def examined(pack: Pack, bundled: Path) -> Offer:
    """Proofread a pack as the game will find it. ContentError with the mistakes in its files,
    PackError when it is no edition.
    """
    with unpacked(pack) as folder:
        board = folder / "boards" / f"{pack.manifest.id}.yaml"
        boards = [name for name in pack.files if name.startswith("boards/")]
        if boards != [f"boards/{board.name}"]:
            raise PackError(
                N_("A pack holds one board, and this one should be boards/{name}.yaml."),
                name=pack.manifest.id,
            )
        library = Library(ContentFolders((folder, bundled)))
        edition, problems = library.proofread(board, date.today())
        if edition is None:
            raise ContentError(problems)
        if edition.board.id != pack.manifest.id:
            raise PackError(N_("The board and the manifest of the pack have not the same id."))
        _check_assets(pack, folder / "assets")
        _check_catalogues(pack)
    return Offer(pack, edition, problems)


@contextmanager
def unpacked(pack: Pack) -> Iterator[Path]:
    """The files in a folder that is gone afterwards. PackError when there is no room for it."""
    try:
        folder = Path(tempfile.mkdtemp(prefix="sugoroku-pack-"))
    except OSError as fault:
        raise _trouble(fault) from fault
    try:
        try:
            _write(folder, pack, durable=False)
        except OSError as fault:
            raise _trouble(fault) from fault
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def presence(pack: Pack, data_folder: Path) -> Presence:
    """Whether this version is installed: not at all, just this one, or one with other content."""
    target = paths.packs_folder(data_folder) / pack.manifest.name
    if not target.exists():
        return "new"
    try:
        there = (target / MANIFEST).read_bytes()
    except OSError:
        return "other"
    return "same" if there == pack.manifest_bytes else "other"


def install(offer: Offer, data_folder: Path) -> Path:
    """Write the files into a draft, wait for the disk, and give it its name.

    PackError when that fails: then nothing of it is left, and what was there is as it was.
    """
    pack, packs = offer.pack, paths.packs_folder(data_folder)
    target = packs / pack.manifest.name
    match presence(pack, data_folder):
        case "same":
            return target
        case "other":
            raise clash(pack.manifest)
        case "new":
            pass
    draft = packs / f"{_DRAFT}{secrets.token_hex(6)}"
    try:
        packs.mkdir(parents=True, exist_ok=True)
        _forget_old_drafts(packs)
        draft.mkdir()
        _write(draft, pack, durable=True)
        if target.exists():  # rename would take the place of an empty folder
            raise clash(pack.manifest)
        os.rename(draft, target)
    except OSError as fault:
        raise _trouble(fault) from fault
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    disk.sync_folder(packs)
    return target


def installed(data_folder: Path) -> list[Installed]:
    """All packs, by id and version."""
    return [Installed(folder, _manifest_in(folder)) for folder in paths.pack_folders(data_folder)]


def remove(name: str, data_folder: Path) -> None:
    """Delete the pack installed as `mytown-1.0` (or `mytown@1.0`). PackError when there is none,
    or it cannot be. Lessons played with it stay, and can be gone on with.
    """
    packs = paths.packs_folder(data_folder)
    folder = packs / name.replace("@", "-")
    if folder not in paths.pack_folders(data_folder):
        raise PackError(N_("There is no pack “{name}”."), name=name)
    gone = packs / f"{_GONE}{secrets.token_hex(6)}"
    try:
        os.rename(folder, gone)
        shutil.rmtree(gone)
    except OSError as fault:
        raise _trouble(fault) from fault


def clash(manifest: Manifest) -> PackError:
    """This version is there with other content."""
    return PackError(
        N_("Version {version} of “{id}” is here already, with other content. Nothing was changed."
           " Ask for a pack with a new version, or remove the old one first."),
        version=manifest.version, id=manifest.id,
    )  # fmt: skip


def _write(folder: Path, pack: Pack, *, durable: bool) -> None:
    """All files into an empty folder; the manifest last. OSError when one cannot be written."""
    folders = {folder}
    for name, data in (*pack.files.items(), (MANIFEST, pack.manifest_bytes)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        folders.update(parent for parent in path.parents if parent.is_relative_to(folder))
        if not durable:
            path.write_bytes(data)
            continue
        descriptor = disk.open_for_writing(path)
        try:
            disk.write(descriptor, data)
        finally:
            os.close(descriptor)
    if durable:
        for each in sorted(folders, reverse=True):
            disk.sync_folder(each)


def _check_assets(pack: Pack, assets: Path) -> None:
    """Pictures and sounds are what their endings say, also those that content does not name."""
    for name, data in pack.files.items():
        if not name.startswith("assets/") or name.endswith(".yaml"):
            continue
        inside = name.removeprefix("assets/")
        start = _SOUNDS.get(Path(name).suffix.lower())
        if start is None:
            fault = check_file_name(inside) or check_picture(inside, [assets])
            if fault is not None:
                problem = Problem(
                    file=name, message_id=fault.message_id, fix_id=fault.fix_id,
                    values=fault.values,
                )  # fmt: skip
                raise ContentError([problem])
        elif not data.startswith(start):
            raise PackError(N_("“{name}” is no sound of the kind that its ending says."), name=name)


def _check_catalogues(pack: Pack) -> None:
    for name, data in pack.files.items():
        if not name.endswith(".mo"):
            continue
        try:
            gettext.GNUTranslations(io.BytesIO(data))
        except Exception:  # a damaged file may fail in many ways
            raise PackError(N_("The catalogue “{name}” cannot be read."), name=name) from None


def _manifest_in(folder: Path) -> Manifest | None:
    try:
        return manifest_of((folder / MANIFEST).read_bytes())
    except (OSError, PackError, msgspec.MsgspecError):
        return None


def _forget_old_drafts(packs: Path) -> None:
    """What a program that was killed has left."""
    for folder in packs.iterdir():
        if folder.name.startswith((_DRAFT, _GONE)):
            with suppress(OSError):
                if time.time() - folder.stat().st_mtime > _OLD_DRAFT:
                    shutil.rmtree(folder, ignore_errors=True)


def _trouble(fault: OSError) -> PackError:
    reason = why(fault)
    return PackError(reason.message, **reason.values)
