"""A deck as GIFT. Moodle's text format has no place for pictures, sources and effects."""

import re
from collections.abc import Mapping, Sequence

from sugoroku.content.document import Tree
from sugoroku.content.problems import N_
from sugoroku.interchange.building import written
from sugoroku.interchange.findings import Entry, LeftOut, Place, Unfit
from sugoroku.interchange.shares import right_share, tolerance_of
from sugoroku.interchange.tags import tags_of

NO_PLACE = (
    "hint", "source", "review_by", "image", "right", "wrong", "keep_order", "unit", "min", "max",
    "step",
)  # fmt: skip


def gift_bytes(
    head: Mapping[str, str], questions: Sequence[Entry]
) -> tuple[bytes, tuple[LeftOut, ...], tuple[str, ...]]:
    """The file, the questions that do not fit, the fields that it has no place for."""
    blocks, left_out, lost = [f"$CATEGORY: {_one_line(head['title'])}"], [], set()
    for number, entry in enumerate(questions, 1):
        if entry["kind"] == "order":
            fault = Unfit(
                N_("GIFT has no questions of the kind “order”."),
                N_("Export to .xml: Moodle 4.4 and later have it there."),
            )
            left_out.append(fault.left_out(Place(number=number), str(entry["ask"])))
            continue
        blocks.append(_block(entry))
        lost |= set(NO_PLACE) & set(entry)
    text = "\n\n".join(blocks) + "\n"
    return text.encode("utf-8"), tuple(left_out), tuple(name for name in NO_PLACE if name in lost)


def _block(entry: Entry) -> str:
    notes = f"[id:{entry['id']}] " + " ".join(f"[tag:{tag}]" for tag in tags_of(entry))
    explain = f"\n\t####{_escaped(entry['explain'])}" if "explain" in entry else ""
    lines = "".join(f"\n\t{answer}" for answer in _answers(entry))
    ask = _escaped(entry["ask"])
    return f"// {notes}\n::{_escaped(entry['id'])}::{ask} {{{lines}{explain}\n}}"


def _answers(entry: Entry) -> list[str]:
    match entry["kind"]:
        case "true_false":
            return ["TRUE" if entry["answer"] == "true" else "FALSE"]
        case "estimate":
            return [f"#{_number(entry['answer'])}:{written(tolerance_of(entry))}"]
        case "several":
            right = _texts(entry["answer"])
            share = right_share(len(right))
            return [
                f"~%{share}%{_escaped(text)}" if text in right else f"~%-100%{_escaped(text)}"
                for text in _texts(entry["options"])
            ]
        case _:
            return [
                ("=" if text == entry["answer"] else "~") + _escaped(text)
                for text in _texts(entry["options"])
            ]


def _number(text: Tree) -> str:
    return str(text).strip().lstrip("+")


def _escaped(text: Tree) -> str:
    """A text that means itself, tags and entities of HTML included."""
    plain = re.sub(r"([\\~=#{}:])", r"\\\1", str(text).replace("&", "&amp;").replace("<", "&lt;"))
    plain = re.sub(r"\r\n|\r|\n", r"<br>", plain)
    return f"&\\#37;{plain[1:]}" if plain.startswith("%") else plain  # it would be a weight


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _texts(value: Tree) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
