"""What the school's IT has set: `sugoroku.toml` beside the program, or in the data folder.

A mistake in it is told and the rest holds; a file that cannot be read holds nothing. It never
stops a lesson.
"""

import os
import re
from pathlib import Path

import msgspec

from sugoroku.settings import NO_FURIGANA, Settings

FILE = "sugoroku.toml"
_MOST_BYTES = 100_000

WORDS: dict[str, dict[object, object]] = {
    "furigana": {"all": 0, "none": NO_FURIGANA, 3: 3, 4: 4, 5: 5, 6: 6},
    "volume": {"off": 0, "soft": 1, "normal": 2},
    "motion": {"lively": "full", "calm": "reduced"},
    "text": {"normal": "normal", "large": "large"},
    "contrast": {"normal": "normal", "high": "high"},
    "stopwatch": {0: 0, 30: 30, 60: 60, 90: 90},
    "voice": {False: False, True: True},
}
"""Settings by name: what may be written, and what it means in `Settings`."""
OTHERS = ("language", "data_folder", "editions", "free_texts", "locked")
LOCKABLE = (*WORDS, *OTHERS[:-1])


def N_(message: str) -> str:
    """Marks a message for the catalogues without translating it."""
    return message


class Mistake(msgspec.Struct, frozen=True):
    """An English message and the values for its places; `line` 0: the whole file."""

    line: int
    message: str
    values: dict[str, str] = {}


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """`presets` are values of `Settings` by name. Empty `editions`: all are shown."""

    path: Path | None = None
    """None: there is no such file."""
    presets: dict[str, object] = {}
    data_folder: Path | None = None
    editions: tuple[str, ...] = ()
    free_texts: bool = True
    """Surveys ask what pupils write themselves."""
    locked: frozenset[str] = frozenset()
    mistakes: tuple[Mistake, ...] = ()
    lines: dict[str, int] = {}
    """Where each name is set."""

    def mistake(self, name: str, message: str, **values: str) -> Mistake:
        """One that only others can find; at the line of `name`."""
        return Mistake(self.lines.get(name, 1), message, {"name": name, **values})

    def before(self, settings: Settings) -> Settings:
        """The settings of a start, with the presets where it leaves the choice."""
        wanted = dict(self.presets)
        if settings.language:
            wanted.pop("language", None)
        return msgspec.structs.replace(settings, **wanted)

    def after(self, settings: Settings) -> Settings:
        """The settings with what is locked as it is preset, or else as shipped."""
        shipped = Settings()
        held = {
            name: self.presets.get(name, getattr(shipped, name))
            for name in self.locked
            if name in WORDS or (name == "language" and name in self.presets)
        }
        return msgspec.structs.replace(settings, **held)


def read_policy(path: Path) -> Policy:
    """The policy in that file; an empty one when there is none."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        return Policy()
    except OSError as fault:
        why = {"why": fault.strerror or str(fault)}
        return Policy(path=path, mistakes=(Mistake(0, N_("It cannot be read ({why})."), why),))
    if len(data) > _MOST_BYTES:
        return Policy(path=path, mistakes=(Mistake(0, N_("It is too large for a policy.")),))
    return parsed(data, path)


def parsed(data: bytes, path: Path) -> Policy:
    """The policy in these bytes; relative folders lie beside `path`."""
    import tomllib  # only where there is such a file

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        return Policy(path=path, mistakes=(Mistake(line, N_("Save the file as UTF-8.")),))
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        return Policy(path=path, mistakes=(_not_toml(str(fault), text),))
    return _Reading(text, path).read(table)


def _not_toml(why: str, text: str) -> Mistake:
    found = re.search(r"at line (\d+)", why)
    line = int(found[1]) if found else max(1, text.count("\n") + (not text.endswith("\n")))
    if "escape" in why or "hex" in why.lower():
        return Mistake(line, N_("Write a folder of Windows in single quotes: 'C:\\Lessons'."))
    return Mistake(
        line, N_("This line is no TOML, so nothing in this file holds: {why}"), {"why": why}
    )


class _Reading:
    """One file, name by name."""

    def __init__(self, text: str, path: Path) -> None:
        self._lines = text.splitlines()
        self._path = path
        self._mistakes: list[Mistake] = []

    def read(self, table: dict[str, object]) -> Policy:
        presets = {
            name: found
            for name in WORDS
            if name in table and (found := self._word(name, table[name])) is not None
        }
        if "language" in table and (code := self._language(table["language"])):
            presets["language"] = code
        for name in table:
            if name not in WORDS and name not in OTHERS:
                self._note(name, N_("There is no “{name}” here."))
        free = table.get("free_texts", True)
        if not isinstance(free, bool):
            self._note("free_texts", N_("“{name}” is true or false."))
            free = True
        locked = self._names(table, "locked")
        for name in locked:
            if name not in LOCKABLE:
                self._note("locked", N_("“{value}” cannot be locked. These can: {known}."),
                           value=name, known=", ".join(LOCKABLE))  # fmt: skip
        return Policy(
            path=self._path,
            presets=presets,
            data_folder=self._folder(table.get("data_folder")),
            editions=self._names(table, "editions"),
            free_texts=free,
            locked=frozenset(locked) & frozenset(LOCKABLE),
            mistakes=tuple(sorted(self._mistakes, key=lambda mistake: mistake.line)),
            lines={name: self.line_of(name) for name in table},
        )

    def _note(self, name: str, message: str, **values: str) -> None:
        self._mistakes.append(Mistake(self.line_of(name), message, {"name": name, **values}))

    def line_of(self, name: str) -> int:
        """Where a name is set; tables are named in brackets."""
        pattern = re.compile(rf"\s*\[*\s*[\"']?{re.escape(name)}[\"']?\s*[=.\]]")
        return next((n for n, line in enumerate(self._lines, 1) if pattern.match(line)), 1)

    def _word(self, name: str, value: object) -> object:
        known = WORDS[name]
        for word, meaning in known.items():
            if type(word) is type(value) and word == value:
                return meaning
        self._note(
            name, N_("“{name}” is one of these: {known}."), known=", ".join(map(_shown, known))
        )
        return None

    def _language(self, value: object) -> str:
        if isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}(_[A-Za-z]{2,4})?", value):
            return value
        self._note("language", N_('“{name}” is the code of a language, such as "ja".'))
        return ""

    def _folder(self, value: object) -> Path | None:
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip() or "\0" in value:
            self._note("data_folder", N_("“{name}” is a folder, in quotes."))
            return None
        return self._path.parent / os.path.expandvars(os.path.expanduser(value))

    def _names(self, table: dict[str, object], name: str) -> tuple[str, ...]:
        value = table.get(name, [])
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self._note(name, N_('“{name}” is a list of names: ["one", "two"].'))
        return ()


def _shown(word: object) -> str:
    return f'"{word}"' if isinstance(word, str) else str(word).lower()
