"""The zip for who helps: log, versions, settings, content, and journals without answers or names.

Nothing is sent. Whatever the class said or is called stays out: of journals only known fields are
copied, of the log only its own lines, and of a traceback neither code nor values.
"""

import getpass
import os
import re
import zipfile
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from sugoroku import __version__, paths
from sugoroku.app import wholeness
from sugoroku.app.house import House
from sugoroku.records.nameless import Nameless, journals
from sugoroku.stage import machine

MOST_JOURNALS = 5
MOST_LOG = 500_000
_CONTENT = ("boards", "quizzes", "surveys", "themes", "locales", paths.PACKS)
_OWN_LINE = re.compile(r"\d{4}-\d\d-\d\d [\d:,]+ [A-Z]+ sugoroku[\w.]*: ")
_FRAME = re.compile(r'\s+File "([^"]*)", line (\d+)(, in [\w.<>]+)?')
_TYPE = re.compile(r"([A-Za-z_][\w.]*(?:Error|Exception|Fault|Failed|Broke|Interrupt|Exit))(:|$)")
README = """For who helps with Climate Sugoroku. Nothing was sent by the program.

facts.json     versions, screens, whether the program's folder is whole
settings.json  how the program is set, and the policy of the school
content.json   the school's own content: names, check sums, what the proofreader says
log/           what the program noted for itself, without values
journals/      the steps of the last lessons. Left out: all answers of the survey, all names of
               teams (Team 1, Team 2, ...), the words of answers
"""


class Hider:
    """Takes words that must not be seen out of a text."""

    def __init__(self, words: set[str]) -> None:
        known = sorted((word for word in words if len(word) > 1), key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, known))) if known else None
        self._home = str(Path.home())
        try:
            self._user = getpass.getuser()
        except (OSError, KeyError, ImportError):
            self._user = ""

    def hide(self, text: str) -> str:
        if len(self._home) > 1:
            text = text.replace(self._home, "~").replace(self._home.replace("\\", "\\\\"), "~")
        if len(self._user) > 2:
            text = re.sub(rf"(?<=[\\/]){re.escape(self._user)}(?=[\\/])", "USER", text)
        return text if self._known is None else self._known.sub("…", text)


def default_name(now: datetime) -> str:
    return f"fault-report-{now:%Y-%m-%d_%H%M%S}.zip"


def write(house: House, target: Path) -> None:
    """Make the zip. OSError when it cannot be written; then nothing is left of it."""
    parts, words = _journals(house.data_folder)
    hider = Hider(words)
    parts["README.txt"] = README.encode()
    parts["facts.json"] = _json(_facts(), hider)
    parts["settings.json"] = _json(_settings(house), hider)
    parts["content.json"] = _json(_content(house.content_folder), hider)
    parts |= _log(paths.log_folder(), hider)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, data in sorted(parts.items()):
                packed.writestr(name, data)
        os.replace(draft, target)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _json(value: object, hider: Hider) -> bytes:
    def seen(inner: object) -> object:
        if isinstance(inner, str):
            return hider.hide(inner)
        if isinstance(inner, dict):
            return {key: seen(value) for key, value in inner.items()}
        return [seen(one) for one in inner] if isinstance(inner, list) else inner

    return msgspec.json.format(msgspec.json.encode(seen(value)))


def _journals(data_folder: Path) -> tuple[dict[str, bytes], set[str]]:
    """The newest by the names in the zip; and all words of all lessons that must stay out."""
    parts: dict[str, bytes] = {}
    words: set[str] = set()
    for path in journals(data_folder):
        try:
            found = Nameless(path)
        except OSError:
            continue
        words |= found.words
        if len(parts) < MOST_JOURNALS:
            parts[f"journals/{path.parent.name}.jsonl"] = found.lines
    return parts, words


def _facts() -> dict[str, object]:
    broken = wholeness.damages(thorough=True)
    return {
        "program": __version__,
        **machine.facts(),
        "program folder": [f"{damage.file}: {damage.what}" for damage in broken] or "whole",
    }


def _settings(house: House) -> dict[str, object]:
    policy = house.policy
    return {
        "settings": {
            name: str(value) if isinstance(value, Path) else value
            for name, value in msgspec.structs.asdict(house.settings).items()
        },
        "results": str(house.data_folder),
        "policy": {
            "file": str(policy.path or ""),
            "presets": dict(policy.presets),
            "editions": list(policy.editions),
            "free texts": policy.free_texts,
            "locked": sorted(policy.locked),
            "mistakes": [
                f"line {one.line}: {one.message.format(**one.values)}" for one in policy.mistakes
            ],
        },
    }


def _content(folder: Path) -> dict[str, object]:
    from datetime import date

    from sugoroku.content.checking import check_paths
    from sugoroku.content.library import ContentFolders

    files: list[object] = []
    for kind in _CONTENT:
        for path in sorted(p for p in (folder / kind).rglob("*") if p.is_file()):
            name = path.relative_to(folder).as_posix()
            try:
                digest = sha256(path.read_bytes()).hexdigest()
            except OSError as fault:
                digest = f"cannot be read: {fault.strerror}"
            files.append({"file": name, "sha256": digest})
    own = [folder / kind for kind in _CONTENT[:4] if (folder / kind).is_dir()]
    own += list(paths.pack_folders(folder))
    found = check_paths(own, ContentFolders((paths.bundled_root(),)), date.today()) if own else []
    says: list[object] = [f"{p.severity}: {p.place}: {p.what()}" for p in found]
    return {"files": files, "proofreader": says}


def _log(folder: Path, hider: Hider) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    for path in sorted(folder.glob("sugoroku.log*")) if folder.is_dir() else ():
        try:
            text = path.read_bytes()[-MOST_LOG:].decode("utf-8", errors="replace")
        except OSError:
            continue
        lines = (seen for line in text.splitlines() if (seen := _log_line(line)) is not None)
        parts[f"log/{path.name}"] = hider.hide("\n".join(lines)).encode()
    return parts


def _log_line(line: str) -> str | None:
    """A line of the log as it may be seen; None: code or a value."""
    if _OWN_LINE.match(line) or line.startswith("Traceback"):
        return line
    frame = _FRAME.match(line)
    if frame is not None:
        return frame[0]
    kind = _TYPE.match(line)
    return None if kind is None else kind[1]
