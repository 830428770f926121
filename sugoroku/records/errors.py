"""What can go wrong with records, in words for a teacher."""

import errno
from collections.abc import Iterable
from pathlib import Path

from sugoroku.session.recorder import N_, RecordingFailed, Told, Translate


class RecordsError(Told):
    """A session cannot be opened or made. `told(tr)` says it in the class's language."""


_REASONS = {
    errno.ENOSPC: N_("The disk is full."),
    errno.EDQUOT: N_("The disk is full."),
    errno.EFBIG: N_("The disk is full."),
    errno.EACCES: N_("The folder is write-protected."),
    errno.EPERM: N_("The folder is write-protected."),
    errno.EROFS: N_("The folder is write-protected."),
    errno.ENOENT: N_("The folder is not there any more."),
    errno.ENODEV: N_("The folder is not there any more."),
    errno.EIO: N_("The disk does not answer."),
}


def why(fault: OSError) -> RecordsError:
    """The reason behind a fault of the operating system."""
    message = _REASONS.get(fault.errno or 0)
    if message is not None:
        return RecordsError(message)
    return RecordsError(N_("It cannot be written ({why})."), why=fault.strerror or str(fault))


def not_saved(fault: OSError) -> RecordingFailed:
    """The journal cannot be written; the lines wait in memory."""
    message = _REASONS.get(fault.errno or 0)
    if message == N_("The disk is full."):
        return RecordingFailed(N_("The disk is full. Play on: the game will be saved later."))
    return RecordingFailed(N_("The game cannot be saved now. Play on: it will be saved later."))


_OPEN_ELSEWHERE = N_("{file} is open in another program. Close it there; nothing is lost.")
_MANY_OPEN = N_("These files are open in another program: {files}. Close them; nothing is lost.")
_LATER = N_("{file} cannot be written now. It will be completed later.")
_MANY_LATER = N_("These files cannot be written now: {files}. They will be completed later.")


def not_written(path: Path, fault: OSError) -> RecordingFailed:
    """A file that is made from the journal cannot be written."""
    locked = isinstance(fault, PermissionError)
    return RecordingFailed(_OPEN_ELSEWHERE if locked else _LATER, file=path.name)


def told_calmly(failures: Iterable[RecordingFailed], tr: Translate) -> str:
    """One line for all: where the journal itself waits, the files made from it go without saying.

    Several files are told together.
    """
    told: dict[str, None] = {}
    files: dict[str, list[str]] = {_OPEN_ELSEWHERE: [], _LATER: []}
    for failure in failures:
        if failure.message in files:
            files[failure.message].append(str(failure.values["file"]))
        else:
            told[failure.told(tr)] = None
    if told:
        return " ".join(told)
    many = {_OPEN_ELSEWHERE: _MANY_OPEN, _LATER: _MANY_LATER}
    lines = (
        tr(message, file=names[0]) if len(names) == 1 else tr(many[message], files=", ".join(names))
        for message, names in files.items()
        if names
    )
    return " ".join(lines)
