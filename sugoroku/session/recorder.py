"""Who writes a session down, and how a recorder says that it cannot at the moment."""

from typing import Protocol

from sugoroku.session.step import Entry


def N_(message: str) -> str:
    """Marks a message for the catalogues without translating it."""
    return message


class Translate(Protocol):
    """Says a message of the program in the class's language; `{name}` places are filled in."""

    def __call__(self, message: str, /, **values: object) -> str: ...


class Told(Exception):
    """Something to tell people: an English message and the values for its places."""

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message.format(**values) if values else message)
        self.message = message
        self.values = values

    def told(self, tr: Translate) -> str:
        return tr(self.message, **self.values)


class RecordingFailed(Told):
    """Nothing is lost, but something is not on the disk yet; the next entry tries again."""


class RecorderBroke(RecordingFailed):
    """A recorder failed in a way that it did not foresee; the fault is its `__cause__`."""


class Recorder(Protocol):
    """Told of every entry before anyone sees it."""

    def record(self, entry: Entry) -> None:
        """Keep the entry, or raise RecordingFailed after remembering it for the next time."""
        ...
