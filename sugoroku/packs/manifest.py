"""What a pack is: its manifest, the files that may be in it, and how large it may be."""

import re
from typing import Annotated

import msgspec

from sugoroku.content.pictures import check_path
from sugoroku.content.problems import shown
from sugoroku.i18n.translator import INTERFACE
from sugoroku.paths import PACK_NAME
from sugoroku.session.recorder import N_, Told

FORMAT = "pack/1"
ENDING = ".sugoroku"
MANIFEST = "manifest.json"
LICENCE, CREDITS = "LICENCE.txt", "CREDITS.txt"

_NAME = r"[a-z0-9_-]{1,64}"
_LANGUAGE = r"[a-z]{2,3}(_[A-Za-z]{2,4})?"
_ALLOWED = re.compile(
    rf"(boards|quizzes|surveys|assets/themes)/{_NAME}\.yaml"
    r"|assets/[^/].*\.(?i:svg|png|jpg|jpeg|ogg|wav)"
    rf"|locales/{_LANGUAGE}/LC_MESSAGES/(?!{INTERFACE}\.){_NAME}\.(po|mo)"
    rf"|{re.escape(LICENCE)}|{re.escape(CREDITS)}",
    re.ASCII,
)
_LONGEST_NAME = 120
"""Letters: with the data folder before it, it must fit into a path of Windows."""

_Line = Annotated[str, msgspec.Meta(max_length=300)]
_Code = Annotated[str, msgspec.Meta(pattern=rf"^{_LANGUAGE}$")]


class PackError(Told):
    """A pack cannot be made, read or installed. `told(tr)` says why."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How large a pack may be. Bytes are those of what is in it, unpacked."""

    files: int = 1000
    file_bytes: int = 8 * 2**20
    all_bytes: int = 64 * 2**20
    manifest_bytes: int = 2**20


class PackedFile(msgspec.Struct, frozen=True):
    name: Annotated[str, msgspec.Meta(max_length=_LONGEST_NAME)]
    size: Annotated[int, msgspec.Meta(ge=0)]
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """`manifest.json`. Texts are in the edition's own language; "" where nothing was said."""

    format: str = FORMAT
    id: Annotated[str, msgspec.Meta(pattern=rf"^{_NAME}$")]
    version: Annotated[str, msgspec.Meta(max_length=30)]
    title: _Line
    place: _Line = ""
    language: _Code
    languages: Annotated[tuple[_Code, ...], msgspec.Meta(min_length=1, max_length=50)]
    questions: int
    licence: _Line = ""
    authors: _Line = ""
    program: Annotated[str, msgspec.Meta(max_length=60)]
    """The version of the program that it was made with."""
    files: tuple[PackedFile, ...]

    @property
    def name(self) -> str:
        """Of the folder that it is installed in."""
        return f"{self.id}-{self.version}"


class _Head(msgspec.Struct):
    format: str


def manifest_of(data: bytes) -> Manifest:
    """PackError for one of another format, or one that is damaged."""
    try:
        form = msgspec.json.decode(data, type=_Head).format
    except (msgspec.MsgspecError, ValueError, RecursionError) as fault:
        raise _damaged(fault) from None
    number = re.fullmatch(r"pack/([0-9]{1,6})", form, re.ASCII)
    if number is None:
        raise PackError(N_("This is no pack: its manifest says “{format}”."), format=shown(form))
    if form != FORMAT:
        newer = int(number[1]) > int(FORMAT.partition("/")[2])
        raise PackError(
            N_("This pack has a newer format ({format}). Get the newest version of the program.")
            if newer
            else N_(
                "This pack has an old format ({format}) that is no longer read. Ask for it anew."
            ),
            format=form,
        )
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, ValueError, RecursionError) as fault:
        raise _damaged(fault) from None
    if not is_version(manifest.version):
        raise _damaged(f"version {manifest.version}")
    return manifest


def is_version(text: str) -> bool:
    """Such as 1, 1.0 or 2026.4.1."""
    return PACK_NAME.fullmatch(f"x-{text}") is not None and "-" not in text


def check_names(names: list[str]) -> None:
    """PackError when a path could leave its folder, cannot be kept on every system, clashes with
    another one, or is of a kind that does not belong into a pack.
    """
    seen: dict[str, str] = {}
    for name in names:
        if len(name) > _LONGEST_NAME or check_path(name) is not None:
            raise PackError(
                N_("The pack holds a file whose name is not safe: “{name}”."), name=shown(name)
            )
        clash = seen.setdefault(name.casefold(), name)
        if clash is not name:
            raise PackError(
                N_("The pack holds two files that some computers cannot tell apart:"
                   " “{name}” and “{other}”."),
                name=shown(clash), other=shown(name),
            )  # fmt: skip
    for name in names:
        inside = next((part for part in _parents(name.casefold()) if part in seen), "")
        if inside:
            raise PackError(
                N_("The pack holds two files that some computers cannot tell apart:"
                   " “{name}” and “{other}”."),
                name=shown(seen[inside]), other=shown(name),
            )  # fmt: skip


def check_kinds(names: list[str]) -> None:
    """PackError for a file that does not belong into a pack."""
    for name in names:
        if name != MANIFEST and not _ALLOWED.fullmatch(name):
            raise PackError(
                N_("The pack holds a file that does not belong into a pack: “{name}”."),
                name=shown(name),
            )


def _parents(name: str) -> list[str]:
    parts = name.split("/")
    return ["/".join(parts[:i]) for i in range(1, len(parts))]


def _damaged(why: object) -> PackError:
    return PackError(
        N_("The pack is damaged: its manifest cannot be read ({why})."), why=shown(why)
    )
