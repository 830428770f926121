"""A deck as Moodle XML: texts as HTML, furigana as ruby, topic and level as tags."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from sugoroku.content.document import Tree
from sugoroku.interchange.building import written
from sugoroku.interchange.findings import Entry, LeftOut
from sugoroku.interchange.markup import to_html
from sugoroku.interchange.shares import right_share, tolerance_of
from sugoroku.interchange.tags import tags_of

NO_PLACE = ("source", "review_by", "image", "right", "wrong", "min", "max", "step")
_TYPES = {
    "choice": "multichoice", "several": "multichoice", "true_false": "truefalse",
    "estimate": "numerical", "order": "ordering",
}  # fmt: skip
Lines = list[str]


def moodle_bytes(
    head: Mapping[str, str], questions: Sequence[Entry]
) -> tuple[bytes, tuple[LeftOut, ...], tuple[str, ...]]:
    """The file, the questions that do not fit (none), the fields that it has no place for."""
    title = " ".join(head["title"].replace("/", "//").split())
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>", '  <question type="category">']
    lines += [
        f"    <category><text>$course$/top/{escape(title)}</text></category>",
        "  </question>",
    ]
    lost: set[str] = set()
    for entry in questions:
        lines += ["  " + line for line in _question(entry)]
        lost |= set(NO_PLACE) & set(entry)
    lines.append("</quiz>\n")
    # written as a code, or an XML reader would make a plain line end of it
    text = "\n".join(lines).replace("\r", "&#13;")
    return text.encode("utf-8"), (), tuple(name for name in NO_PLACE if name in lost)


def _question(entry: Entry) -> Lines:
    kind = str(entry["kind"])
    name = escape(str(entry["id"]))
    lines = [f"<question type={quoteattr(_TYPES[kind])}>", f"  <name><text>{name}</text></name>"]
    lines += _html("questiontext", str(entry["ask"]))
    lines += _html("generalfeedback", str(entry["explain"])) if "explain" in entry else []
    lines += ["  <defaultgrade>1</defaultgrade>", f"  <idnumber>{name}</idnumber>"]
    match kind:
        case "true_false":
            lines += _answer("true", "100" if entry["answer"] == "true" else "0")
            lines += _answer("false", "0" if entry["answer"] == "true" else "100")
        case "estimate":
            lines += _number(entry)
        case "order":
            lines += ["  <layouttype>VERTICAL</layouttype>", "  <selecttype>ALL</selecttype>"]
            options = enumerate(_texts(entry["options"]), 1)
            lines += [
                line for n, text in options for line in _answer(to_html(text), str(n), "html")
            ]
        case _:
            lines += _choice(entry, kind == "several")
    if "hint" in entry:
        lines += _html("hint", str(entry["hint"]))
    tags = "".join(f"<tag><text>{escape(tag)}</text></tag>" for tag in tags_of(entry))
    return [*lines, f"  <tags>{tags}</tags>", "</question>"]


def _choice(entry: Entry, several: bool) -> Lines:
    right = _texts(entry["answer"]) if several else [str(entry["answer"])]
    share, other = (right_share(len(right)), "-100") if several else ("100", "0")
    lines = [
        f"  <single>{'false' if several else 'true'}</single>",
        f"  <shuffleanswers>{'0' if entry.get('keep_order') == 'true' else '1'}</shuffleanswers>",
    ]
    for text in _texts(entry["options"]):
        lines += _answer(to_html(text), share if text in right else other, "html")
    return lines


def _number(entry: Entry) -> Lines:
    tolerance = f"    <tolerance>{written(tolerance_of(entry))}</tolerance>"
    lines = _answer(str(entry["answer"]).lstrip("+"), "100")
    lines.insert(-1, tolerance)
    if "unit" in entry:
        unit = escape(str(entry["unit"]))
        one = f"<unit><multiplier>1</multiplier><unit_name>{unit}</unit_name></unit>"
        lines.append(f"  <units>{one}</units>")
    return lines


def _html(name: str, text: str) -> Lines:
    return [
        f'  <{name} format="html">',
        f"    <text>{escape(to_html(text))}</text>",
        f"  </{name}>",
    ]


def _answer(text: str, fraction: str, form: str = "moodle_auto_format") -> Lines:
    return [
        f'  <answer fraction="{fraction}" format="{form}">',
        f"    <text>{escape(text)}</text>",
        "  </answer>",
    ]


def _texts(value: Tree) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
