"""What does not fit, in words for those who join the sessions."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sugoroku.session.recorder import Told, Translate


class CollectError(Told):
    """The sessions cannot be joined at all. `told(tr)` says why in somebody's language."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not fit. `left`: something is not in the tables because of it."""

    message: str
    values: dict[str, object] = field(default_factory=dict)
    left: bool = True
    session: str = ""
    folder: str = ""
    file: str = ""
    column: str = ""

    def what(self, tr: Translate) -> str:
        return tr(self.message, **self.values)

    def place(self) -> str:
        """`folder/file: column`, as far as there are any."""
        path = "/".join(part for part in (self.folder, self.file) if part)
        return ": ".join(part for part in (path, self.column) if part)


class Problems:
    """A list of them that knows where we are. `at` gives the same list for another place."""

    def __init__(self, found: list[Problem] | None = None, where: Problem | None = None) -> None:
        self.found: list[Problem] = [] if found is None else found
        self._where = where or Problem("")

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.found)

    def at(self, *, session: str = "", folder: str = "", file: str = "") -> "Problems":
        """The list, for a place inside the one so far."""
        before = self._where
        where = replace(
            before,
            session=session or before.session,
            folder=folder or before.folder,
            file=file or before.file,
        )
        return Problems(self.found, where)

    def left_out(self, message: str, /, *, column: str = "", **values: object) -> None:
        """Something is not in the tables."""
        self._add(message, column, values, left=True)

    def note(self, message: str, /, *, column: str = "", **values: object) -> None:
        """Good to know; all is in the tables."""
        self._add(message, column, values, left=False)

    def _add(self, message: str, column: str, values: dict[str, object], *, left: bool) -> None:
        self.found.append(
            replace(self._where, message=message, values=values, column=column, left=left)
        )

    @property
    def any_left(self) -> bool:
        return any(problem.left for problem in self.found)
