"""What is wrong in an author's file, where, and how to mend it, in any language."""

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Literal

import msgspec

Severity = Literal["error", "warning"]
Say = Callable[..., str]
"""Translates a message and fills its places, as `i18n.translator.Translator` does."""

MOST_SHOWN = 160
HALF_A_LINE = 80
_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff"
    r"\ufff9-\uffff\ud800-\udfff]"
)


def N_(message: str) -> str:
    """Marks a message for the translators' extraction; it is translated when it is shown."""
    return message


def in_english(message: str, /, **values: object) -> str:
    return message.format(**values) if values else message


class Edit(msgspec.Struct, frozen=True):
    """A change of one spot in a file that mends a mistake for sure; `line`, `column` from 1."""

    line: int
    column: int
    old: str
    new: str


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One mistake. `line` and `column` count from 1; both 0: the whole file."""

    file: str
    line: int = 0
    column: int = 0
    severity: Severity = "error"
    message_id: str
    fix_id: str
    values: dict[str, str] = {}
    excerpt: str = ""
    """The line of the file, or the part of it about the spot."""
    caret: int = 0
    """How many characters of the excerpt stand before the spot."""
    edit: Edit | None = None
    """What `check --fix` does about it; None: the author decides."""

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    @property
    def is_error(self) -> bool:
        return self.severity == "error"

    def what(self, say: Say = in_english) -> str:
        return say(self.message_id, **self.values)

    def fix(self, say: Say = in_english) -> str:
        return say(self.fix_id, **self.values)

    def __str__(self) -> str:
        return f"{self.place}: {self.what()} {self.fix()}"


class ContentError(Exception):
    """Content that cannot be played; `problems` tells all that was found, warnings too."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, then by place."""
    return tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column, p.message_id)))


def errors_of(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.is_error]


def visible(text: str) -> str:
    """The text with everything that a screen would not show, or would obey, written as a code."""
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def excerpt_of(line: str, column: int) -> tuple[str, int]:
    """What is shown of a line (`column` counts from 0), and where the spot is in it."""
    start = max(0, column - HALF_A_LINE) if len(line) > 2 * HALF_A_LINE else 0
    before = ("…" if start else "") + visible(line[start:column])
    return before + visible(line[column : start + 2 * HALF_A_LINE]), len(before)


def shown(value: object) -> str:
    """A value of a file as it may stand in a message: on one line, short, harmless."""
    text = str(value)
    cut = text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"
    return visible(cut)


def listed(names: Iterable[object]) -> str:
    return ", ".join(str(name) for name in names)


def nearest(name: object, known: Iterable[str]) -> str:
    """The known name that was probably meant, or ""."""
    choices = list(known)
    word = str(name)[:80]
    folded = {choice.casefold(): choice for choice in choices}
    if word.casefold() in folded:
        return folded[word.casefold()]
    near = get_close_matches(word, choices, 1, 0.65)
    return near[0] if near else ""
