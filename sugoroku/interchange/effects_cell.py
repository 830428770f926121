"""Effects in one cell: `advance 2; leaves 10; quiz topic=water level=2`."""

import re

from sugoroku.content.document import Tree
from sugoroku.content.problems import N_
from sugoroku.interchange.findings import Unfit

NOTHING = "none"
_EFFECT = re.compile(r"([a-z_]+)[\s:]*(.*)")
_PART = re.compile(r"([a-z_]+)\s*[=:]\s*(\S+)")


def effects_cell(effects: Tree) -> str:
    """ "" for effects that are not given, `none` for an empty list."""
    if not isinstance(effects, list):
        return ""
    return "; ".join(_told(effect) for effect in effects) or NOTHING


def _told(effect: Tree) -> str:
    assert isinstance(effect, dict)
    name, value = next(iter(effect.items()))
    if isinstance(value, dict):
        return " ".join([name, *(f"{part}={inner}" for part, inner in value.items())])
    return name if name == "roll_again" else f"{name} {value}"


def effects_from_cell(text: str) -> list[Tree]:
    """The effects as in a deck file; whether they make sense is looked at later."""
    if text.strip().casefold() in (NOTHING, "[]", "-"):
        return []
    return [_effect(part) for part in re.split(r"[;；\n]", text) if part.strip()]


def _effect(part: str) -> Tree:
    found = _EFFECT.fullmatch(part.strip())
    if found is None:
        raise Unfit(
            N_("“{given}” is no effect."),
            N_("Write for example: advance 2; leaves 10"),
            given=part.strip(),
        )
    name, value = found[1], found[2].strip()
    if name == "quiz":
        return {"quiz": dict(_PART.findall(value))}
    if name == "roll_again":
        return {name: value or "true"}
    return {name: value}
