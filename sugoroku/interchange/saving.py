"""Files that appear whole or not at all, and never in place of another unasked."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from sugoroku.content.problems import N_
from sugoroku.interchange.findings import Unfit


def look_at_target(path: Path, *, force: bool) -> None:
    """Unfit when the file cannot be written there; before any work is done."""
    if path.is_dir():
        raise Unfit(N_("{path} is a folder."), N_("Write the name of a file."), path=path)
    if os.path.lexists(path) and not force:
        raise Unfit(
            N_("{path} is there already; nothing was changed."),
            N_("Choose another name, or say --force to replace it."),
            path=path,
        )
    if not path.parent.is_dir():
        raise Unfit(
            N_("There is no folder {path}."), N_("Make it, or mend the name."), path=path.parent
        )


def save(path: Path, data: bytes, *, force: bool) -> None:
    """Write it. Unfit when it is there (and not `force`) or cannot be written."""
    look_at_target(path, force=force)
    try:
        handle, draft = tempfile.mkstemp(
            prefix=f".{path.name[:40]}.", suffix=".new", dir=path.parent
        )
        try:
            with open(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(draft, 0o666 & ~_mask())
            _put(draft, path, force)
        except BaseException:
            with suppress(OSError):
                os.unlink(draft)
            raise
    except OSError as fault:
        raise Unfit(
            N_("{path} cannot be written ({why})."),
            N_("Look whether it is open in another program, or choose another folder."),
            path=path,
            why=fault.strerror or fault,
        ) from None


def _put(draft: str, path: Path, force: bool) -> None:
    """Give the draft its name; where links can be made, never over a file that came meanwhile."""
    if force:
        os.replace(draft, path)
        return
    try:
        os.link(draft, path)
    except FileExistsError:
        look_at_target(path, force=False)
    except OSError:
        os.rename(draft, path)  # Windows refuses by itself when the file is there
        return
    os.unlink(draft)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
