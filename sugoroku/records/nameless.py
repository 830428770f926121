"""A journal for who helps: every step, without what the class said and without its names."""

from pathlib import Path

import msgspec

from sugoroku.records import codec
from sugoroku.records.codec import CommandLine, Header, SurveyLine
from sugoroku.records.journal import JOURNAL
from sugoroku.records.session_folder import SESSIONS

_KEPT = ("line", "format", "program", "session", "language", "content", "started", "setup", "n",
         "command", "events", "count", "when", "seconds", "what", "value")  # fmt: skip
"""Fields of lines; the others (words of answers, digests that a name could be guessed from) are
left out, as are those that a later version adds."""
_LEFT_OUT = ("survey", "survey_undo", "counts")


class Nameless:
    """`lines` as bytes; `words` are what was left out: names and texts of pupils."""

    def __init__(self, journal: Path) -> None:
        """OSError when it cannot be read. Damaged lines are only counted."""
        self.words: set[str] = set()
        self._names: dict[str, str] = {}
        lines = journal.read_bytes().splitlines()
        self.lines = b"".join(self._told(n, line) + b"\n" for n, line in enumerate(lines, 1))

    def _told(self, n: int, data: bytes) -> bytes:
        try:
            line = codec.decode(data)
        except ValueError:
            return msgspec.json.encode({"line": "damaged", "at": n, "bytes": len(data)})
        if isinstance(line, Header):
            for team in line.setup.teams:
                self._team(team.name)
        elif isinstance(line, CommandLine):
            self.words.update(said.team for said in line.said)
        elif isinstance(line, SurveyLine):
            self.words.update(text for text in line.answers.values() if isinstance(text, str))
        fields = msgspec.to_builtins(line)
        if fields["line"] in _LEFT_OUT:
            return msgspec.json.encode({"line": fields["line"], "left out": True})
        kept = {name: self._without_names(fields[name]) for name in _KEPT if name in fields}
        return msgspec.json.encode(kept)

    def _without_names(self, value: object) -> object:
        if isinstance(value, dict):
            return {
                key: self._team(inner)
                if key == "name" and isinstance(inner, str)
                else self._without_names(inner)
                for key, inner in value.items()
            }
        if isinstance(value, list | tuple):
            return [self._without_names(inner) for inner in value]
        return value

    def _team(self, name: str) -> str:
        self.words.add(name)
        return self._names.setdefault(name, f"Team {len(self._names) + 1}")


def journals(data_folder: Path) -> list[Path]:
    """Of all lessons, the newest first."""
    found = sorted((data_folder / SESSIONS).glob(f"*/{JOURNAL}"), reverse=True)
    return [path for path in found if not path.parent.name.startswith(".")]
