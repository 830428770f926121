"""What is wrong in a file, where, and how to mend it: in words that can be translated."""

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal, Protocol


def N_(message: str) -> str:
    """Marks a message for the catalogues without translating it."""
    return message


class Translate(Protocol):
    """Says a message in a language; `{name}` places are filled in."""

    def __call__(self, message: str, /, **values: object) -> str: ...


def in_english(message: str, /, **values: object) -> str:
    return message.format(**values) if values else message


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """`line` and `column` count from 1; 0: the file as a whole."""

    file: str
    line: int
    column: int
    message: str
    mend: str = ""
    values: tuple[tuple[str, object], ...] = field(default=(), compare=False)
    severity: Literal["error", "warning"] = "error"
    source_line: str = field(default="", compare=False)

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def what(self, tr: Translate = in_english) -> str:
        return tr(self.message, **dict(self.values))

    def fix(self, tr: Translate = in_english) -> str:
        return tr(self.mend, **dict(self.values)) if self.mend else ""


class ContentError(Exception):
    """Files that cannot be used; `problems` are all of them, warnings included."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(f"{p.place}: {p.what()} {p.fix()}" for p in self.problems))


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or ""."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else ""


Report = Callable[..., None]
