"""A deck's tree to YAML as `docs/authors.md` shows it: the counterpart of `yaml_lines`.

Written here and not by PyYAML's dumper, whose style (all texts in one way, lists not indented,
lines broken at 80) is none that an author would go on writing in. What is written reads back as
the same tree.
"""

import re
from collections.abc import Mapping, Sequence

from sugoroku.content.document import Tree
from sugoroku.content.yaml_lines import NOTHING

WIDTH = 88
"""A list longer than this is written one value a line."""
QUESTION_KEYS = (
    "id", "kind", "topic", "level", "ask", "options", "answer", "unit", "within", "min", "max",
    "step", "keep_order", "explain", "hint", "source", "review_by", "image", "right", "wrong",
)  # fmt: skip
_FIRST = re.compile(r"[^\W_]|[¿¡「『（〈《【｜“‘…]|[-+.][0-9]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_IN_A_LIST = frozenset(",[]{}:")


def deck_yaml(head: Mapping[str, str], questions: Sequence[Mapping[str, Tree]]) -> str:
    """The text of a deck file. `head`: id, language, title and, where given, grade."""
    lines = ["format: deck/1"]
    lines += [f"{name}: {_scalar(value)}" for name, value in head.items()]
    lines.append("questions:")
    blocks = ["\n".join(_question(question)) for question in questions]
    return "\n".join(lines) + "\n" + "\n\n".join(blocks) + "\n"


def _question(question: Mapping[str, Tree]) -> list[str]:
    names = [name for name in QUESTION_KEYS if name in question]
    names += [name for name in question if name not in QUESTION_KEYS]
    lines = [line for name in names for line in _field(name, question[name])]
    return ["  - " + lines[0], *("    " + line for line in lines[1:])]


def _field(name: str, value: Tree) -> list[str]:
    if isinstance(value, list):
        flow = _flow(value)
        if len(flow) + len(name) > WIDTH and all(isinstance(item, str) for item in value):
            return [f"{name}:", *(f"  - {_scalar(str(item))}" for item in value)]
        return [f"{name}: {flow}"]
    return [f"{name}: {_flow(value) if isinstance(value, dict) else _scalar(value or '')}"]


def _flow(value: Tree) -> str:
    """In brackets or braces, on one line."""
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {_flow(inner)}' for name, inner in value.items())}}}"
    return _scalar(value or "", inside=True)


def _scalar(text: str, *, inside: bool = False) -> str:
    """As it is where YAML can read that, in double quotes otherwise."""
    plain = (
        text not in NOTHING
        and _FIRST.match(text)
        and text.isprintable()
        and not text.endswith((" ", ":"))
        and ": " not in text
        and " #" not in text
        and not (inside and not _IN_A_LIST.isdisjoint(text))
    )
    if plain:
        return text
    return '"' + "".join(_ESCAPES.get(sign, sign) for sign in text) + '"'
