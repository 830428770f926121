"""What can go wrong with records, in words for a teacher."""

import errno

from sugoroku.session.recorder import N_, RecordingFailed, Told


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
