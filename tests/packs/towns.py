"""A small town packed by hand or by the program, and zips that mean harm."""

import io
import stat
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from sugoroku import paths
from sugoroku.content.library import ContentFolders
from sugoroku.i18n.translator import Translator
from sugoroku.packs.making import Imprint, Made, make_pack
from tests.content.small_pack import write_pack

ROOT = paths.bundled_root()
CATALOGUE = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: es\\n"

msgctxt "board/place"
msgid "Somewhere"
msgstr "{place}"
"""


def in_language(language: str) -> Translator:
    return Translator(language, [ROOT / "locales"])


def town(root: Path, place: str = "Algún lugar") -> Path:
    """The board of a small edition with a mascot, a sound and a Spanish catalogue of its own."""
    write_pack(root)
    theme = root / "assets" / "themes" / "small.yaml"
    theme.write_text(theme.read_text() + "mascot: mascot/owl\nsounds: sounds/small\n")
    for pose in ("neutral", "happy"):
        owl = root / "assets" / "mascot" / f"owl-{pose}.svg"
        owl.parent.mkdir(exist_ok=True)
        owl.write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><!--{place}--></svg>'
        )
    sound = root / "assets" / "sounds" / "small" / "correct.wav"
    sound.parent.mkdir(parents=True, exist_ok=True)
    sound.write_bytes(b"RIFF\x24\0\0\0WAVEfmt ")
    catalogue = root / "locales" / "es" / "LC_MESSAGES" / "small.po"
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    catalogue.write_text(CATALOGUE.replace("{place}", place), encoding="utf-8")
    return root / "boards" / "small.yaml"


def packed(board: Path, **imprint: str) -> Made:
    folders = ContentFolders((ROOT,))
    return make_pack(board, folders, Imprint(**imprint), in_language, ROOT)


def written(folder: Path, data: bytes, name: str = "town.sugoroku") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def manifest(files: Mapping[str, bytes], /, **changes: object) -> bytes:
    """A manifest that is right for these files, but for the changes."""
    told = {
        "format": "pack/1", "id": "small", "version": "1.0", "title": "A small board",
        "language": "en", "languages": ["en"], "questions": 5, "program": "1",
        "files": [
            {"name": name, "size": len(data), "sha256": sha256(data).hexdigest()}
            for name, data in files.items()
        ],
    }  # fmt: skip
    return msgspec.json.encode(told | changes)


def zipped(files: Mapping[str, bytes], mode: int = stat.S_IFREG | 0o644) -> bytes:
    """Just these files, with any names; `mode` is that of the last one."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for i, (name, data) in enumerate(files.items()):
            entry = ZipInfo("x")
            entry.filename = name  # ZipInfo would cut it at a NUL
            last = i == len(files) - 1
            entry.external_attr = (mode if last else stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, data)
    return made.getvalue()


def with_manifest(files: Mapping[str, bytes], /, **changes: object) -> dict[str, bytes]:
    return {"manifest.json": manifest(files, **changes), **files}
