"""The schemas for editors: what the models say, as JSON Schema (draft 7, which all editors read).

Imports pydantic. The files in `schemas/` are made by `sugoroku schema`.
"""

import json
from typing import Any

from sugoroku.content.formats import FORMATS
from sugoroku.content.reading import KINDS

DRAFT = "http://json-schema.org/draft-07/schema#"

Node = dict[str, Any]

_RENAMED = {"ge": "minimum", "le": "maximum"}
"""Limits behind a validator of our own come with pydantic's names."""


def file_name(kind: str) -> str:
    return f"{kind}.schema.json"


def schema_texts() -> dict[str, str]:
    """File name to content, for every format."""
    return {
        file_name(kind): json.dumps(json_schema(kind), ensure_ascii=False, indent=1) + "\n"
        for kind in FORMATS
    }


def json_schema(kind: str) -> Node:
    """The schema of the files of one format, with a description of every field."""
    raw = KINDS[kind].schema.model_json_schema()
    return {"$schema": DRAFT, "title": f"Climate Sugoroku: {kind}", **_plain(raw)}


def _plain(node: Node) -> Node:
    """One schema without what only pydantic needs."""
    node = {_RENAMED.get(name, name): value for name, value in node.items()}
    found: Node = {}
    for name, value in node.items():
        if name in ("properties", "$defs"):
            found[name] = {key: _plain(inner) for key, inner in value.items()}
        elif name in ("anyOf", "oneOf"):
            found[name] = [_plain(inner) for inner in value if inner != {"type": "null"}]
        elif name == "prefixItems":  # the two numbers of a place
            found["items"] = _plain(value[0])
        elif name == "items":
            found[name] = _plain(value)
        elif name == "default":
            if _worth_telling(value, node):
                found[name] = _as_written(value)
        elif name not in ("title", "discriminator"):
            found[name] = value
    return _merged(found)


def _merged(node: Node) -> Node:
    """A choice of one is no choice; beside `$ref` draft 7 takes nothing else."""
    if len(node.get("anyOf", ())) == 1:
        (only,) = node.pop("anyOf")
        node = {**only, **node}
    if "$ref" in node and len(node) > 1:
        node = {"allOf": [{"$ref": node.pop("$ref")}], **node}
    return node


def _worth_telling(value: object, node: Node) -> bool:
    """Empty values only say that something may be left out."""
    if value in (None, "", []) or isinstance(value, dict) or "const" in node:
        return False
    return not (isinstance(value, int) and value < node.get("minimum", value))


def _as_written(value: object) -> object:
    """Truth values and levels are texts in the models."""
    return (
        {"true": True, "false": False, "1": 1}.get(value, value)
        if isinstance(value, str)
        else value
    )
