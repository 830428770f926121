"""What the commands `pack`, `install` and `packs` do, told line by line."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sugoroku import paths
from sugoroku.app.offers import pack_told, size_told
from sugoroku.content.library import ContentFolders
from sugoroku.content.problems import ContentError, visible
from sugoroku.i18n.languages import computers_language
from sugoroku.i18n.translator import Translator, without_furigana
from sugoroku.packs import installing
from sugoroku.packs.manifest import ENDING, PackError
from sugoroku.packs.reading import read_pack
from sugoroku.records import disk
from sugoroku.records.errors import why

if TYPE_CHECKING:  # Babel is needed for packing alone
    from sugoroku.packs.making import Imprint


class _Plain(Translator):
    """Without furigana: a terminal cannot set them."""

    def __call__(self, message: str, /, **values: object) -> str:
        return without_furigana(super().__call__(message, **values))


def words(language: str) -> Translator:
    """The messages in a language; "" for the computer's."""
    return _Plain(language or computers_language(), paths.locale_folders())


def packed(
    edition: str, out: Path | None, imprint: "Imprint", data_folder: Path | None, tr: Translator
) -> tuple[list[str], bool]:
    """Lines to show, and whether they are trouble."""
    from sugoroku.packs.making import make_pack

    folders = ContentFolders(paths.content_roots(data_folder))
    named = Path(edition)
    board = named if named.suffix in (".yaml", ".yml") else folders.find("board", edition)
    if board is None or not board.is_file():
        return [tr("There is no edition “{name}”. There are: {known}.", name=edition,
                   known=", ".join(folders.names("board")))], True  # fmt: skip
    try:
        made = make_pack(board, folders, imprint, words, paths.bundled_root())
        target = out or Path(f"{made.pack.manifest.name}{ENDING}")
        disk.replace_file(target, made.data)
    except ContentError as fault:
        return [*_mistakes(fault, tr), tr("Mend this first; then it can be packed.")], True
    except PackError as fault:
        return [fault.told(tr)], True
    except OSError as fault:
        return [f"{target}: {why(fault).told(tr)}"], True
    manifest = made.pack.manifest
    lines = [
        f"{target}: {manifest.title}, {manifest.version}, {', '.join(manifest.languages)},"
        f" {len(made.pack.files)} + 1, {size_told(len(made.data), tr)}"
    ]
    if not manifest.licence:
        lines.append(tr("No licence is said: others may not pass it on. Such as:"
                        " --licence \"CC BY 4.0\""))  # fmt: skip
    if not manifest.authors:
        lines.append(tr('It is not said who made it. Such as: --author "Green School"'))
    return lines, False


def installed_from(
    file: Path, data_folder: Path | None, sure: Callable[[list[str]], bool], tr: Translator
) -> tuple[list[str], bool]:
    """Install a pack if `sure` says so, after being told what it is. Lines, and whether it is
    there now."""
    folder = data_folder or paths.default_data_folder()
    try:
        offer = installing.examined(read_pack(file), paths.bundled_root())
        there = installing.presence(offer.pack, folder)
        if there == "same":
            return [tr("This pack is installed already.")], True
        if there == "other":
            raise installing.clash(offer.manifest)
        told = pack_told(offer, there, False, tr)
        rows = [f"  {what}: {value}" for what, value in told.rows]
        if not sure([without_furigana(told.name), f"  {told.question}", *rows]):
            return [tr("Nothing was changed.")], False
        return [str(installing.install(offer, folder))], True
    except ContentError as fault:
        return [*_mistakes(fault, tr), tr("Nothing was changed.")], False
    except PackError as fault:
        return [f"{file}: {fault.told(tr)}"], False


def listed(data_folder: Path | None, tr: Translator) -> list[str]:
    """A line for each pack."""
    found = installing.installed(data_folder or paths.default_data_folder())
    lines = []
    for pack in found:
        manifest = pack.manifest
        if manifest is None:
            lines.append(f"{pack.folder.name}  {tr('damaged')}")
            continue
        more = [
            visible(part) for part in (manifest.title, manifest.authors, manifest.licence) if part
        ]
        lines.append(f"{manifest.id}@{manifest.version}  {' · '.join(more)}")
    return lines or [tr("No packs are installed.")]


def removed(name: str, data_folder: Path | None, tr: Translator) -> tuple[str, bool]:
    """A line, and whether it is gone."""
    try:
        installing.remove(name, data_folder or paths.default_data_folder())
    except PackError as fault:
        return fault.told(tr), False
    return tr("Deleted."), True


def _mistakes(fault: ContentError, tr: Translator) -> list[str]:
    return [f"{p.place}: {p.what(tr)} {p.fix(tr)}" for p in fault.problems if p.is_error]
