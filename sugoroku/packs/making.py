"""Makes a pack of an edition: the same content gives the same bytes."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from sugoroku import __version__
from sugoroku.content.library import ContentFolders, Library
from sugoroku.content.problems import ContentError
from sugoroku.i18n.translator import Translator, without_furigana
from sugoroku.model.edition import Edition
from sugoroku.packs.gathering import Gathered, gathered
from sugoroku.packs.manifest import (
    CREDITS,
    LICENCE,
    MANIFEST,
    Manifest,
    PackedFile,
    PackError,
    is_version,
)
from sugoroku.packs.reading import Pack, pack_of
from sugoroku.session.recorder import N_

SHIPPED_BY, SHIPPED_LICENCE = "Climate Sugoroku authors", "CC BY 4.0"
_DAWN = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a pack: it may not depend on when it is packed."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the maker says of a pack. `credits` is a text of any length; "" is not said."""

    version: str = "1.0"
    authors: str = ""
    licence: str = ""
    credits: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of a pack, and what a reader finds in them."""

    data: bytes
    pack: Pack


def make_pack(
    board: Path,
    folders: ContentFolders,
    imprint: Imprint,
    words_in: Callable[[str], Translator],
    bundled: Path,
) -> Made:
    """Pack the edition of a board file. `words_in` gives the words of a language, for the credits;
    `bundled` holds what is shipped.

    ContentError when the edition has errors, PackError when it cannot be packed.
    """
    if not is_version(imprint.version):
        raise PackError(
            N_("“{version}” is no version: write numbers with dots, such as 1.0."),
            version=imprint.version,
        )
    library = Library(folders, full_names=True)
    edition, problems = library.proofread(board, date.today())
    if edition is None:
        raise ContentError(problems)
    found = gathered(edition, board, folders.beside(board))
    shipped = sorted(name for name, path in found.found.items() if path.is_relative_to(bundled))
    if f"boards/{edition.board.id}.yaml" in shipped:
        imprint = Imprint(
            imprint.version, imprint.authors or SHIPPED_BY, imprint.licence or SHIPPED_LICENCE,
            imprint.credits,
        )  # fmt: skip
    files, tr = dict(found.files), words_in(edition.board.language)
    files[LICENCE] = _licence(edition, imprint, tr).encode()
    files[CREDITS] = _credits(edition, imprint, shipped, tr).encode()
    manifest = _manifest(edition, imprint, found, files)
    raw = msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"
    data = _zipped({MANIFEST: raw, **dict(sorted(files.items()))})
    return Made(data, pack_of(data))


def _manifest(
    edition: Edition, imprint: Imprint, found: Gathered, files: dict[str, bytes]
) -> Manifest:
    board = edition.board
    manifest = Manifest(
        id=board.id,
        version=imprint.version,
        title=without_furigana(board.title.source),
        place=without_furigana(board.place.source),
        language=board.language,
        languages=found.languages,
        questions=len(edition.questions),
        licence=imprint.licence,
        authors=imprint.authors,
        program=__version__,
        files=tuple(
            PackedFile(name, len(data), sha256(data).hexdigest())
            for name, data in sorted(files.items())
        ),
    )
    try:
        return msgspec.convert(msgspec.to_builtins(manifest), Manifest)
    except msgspec.ValidationError as fault:
        raise PackError(N_("It cannot be packed: {why}."), why=fault) from None


def _licence(edition: Edition, imprint: Imprint, tr: Translator) -> str:
    board = edition.board
    lines = [f"{without_furigana(board.title.source)} ({board.id} {imprint.version})"]
    lines += [tr("Made by: {authors}", authors=imprint.authors)] if imprint.authors else []
    lines += [
        tr("Licence: {licence}", licence=imprint.licence)
        if imprint.licence
        else tr("Its makers have not said under which licence others may use it.")
    ]
    return without_furigana("\n".join(lines) + "\n")


def _credits(edition: Edition, imprint: Imprint, shipped: list[str], tr: Translator) -> str:
    """What the maker wrote, then what content tells itself: pictures, sources, shipped files."""
    blocks = [imprint.credits.strip()] if imprint.credits.strip() else []
    pictures = sorted({
        f"- {q.image.file}: {q.image.credit}"
        for q in edition.questions
        if q.image is not None and q.image.credit
    })  # fmt: skip
    sources = sorted({
        f"- {q.source.title.source} {q.source.url}".rstrip()
        for q in edition.questions
        if q.source.title.source
    })  # fmt: skip
    if pictures:
        blocks.append("\n".join([tr("Pictures:"), *pictures]))
    if sources:
        blocks.append("\n".join([tr("Sources of the questions:"), *sources]))
    if shipped:
        head = tr("From {who} ({licence}):", who=SHIPPED_BY, licence=SHIPPED_LICENCE)
        blocks.append("\n".join([head, *(f"- {name}" for name in shipped)]))
    return without_furigana("\n\n".join(blocks) + "\n")


def _zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            entry = ZipInfo(name, _DAWN)
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o100644 << 16
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=9)
    return made.getvalue()
