"""Questions to the rows of a sheet, in such a way that `sheet_reading` finds all of it again."""

from sugoroku.content.document import Tree
from sugoroku.interchange.columns import GROUPS, OPTIONS
from sugoroku.interchange.effects_cell import effects_cell
from sugoroku.interchange.findings import Entry
from sugoroku.interchange.sheet_reading import answers_among

_AS_THEY_ARE = (
    "id", "kind", "topic", "level", "ask", "unit", "within", "min", "max", "step", "keep_order",
    "explain", "hint", "review_by",
)  # fmt: skip


def cells_of(entry: Entry) -> dict[str, str]:
    """The text of each column that has one."""
    cells = {name: str(entry[name]) for name in _AS_THEY_ARE if name in entry}
    options = _texts(entry.get("options"))
    cells |= dict(zip(OPTIONS, options, strict=False))
    if "answer" in entry:
        cells["answer"] = _answer(entry["answer"], options)
    for column, (group, name) in GROUPS.items():
        inside = entry.get(group)
        if isinstance(inside, dict) and name in inside:
            cells[column] = str(inside[name])
    for name in ("right", "wrong"):
        if name in entry:
            cells[name] = effects_cell(entry[name])
    return cells


def _answer(answer: Tree, options: list[str]) -> str:
    """The text of one right option, the numbers of several; columns' names where those mislead."""
    places = list(enumerate(options, 1))
    if isinstance(answer, str):
        if not options or answers_among(answer, places) == [answer]:
            return answer
        return f"option_{options.index(answer) + 1}"
    right = _texts(answer)
    numbers = [options.index(text) + 1 for text in right]
    short = "; ".join(map(str, numbers))
    if answers_among(short, places) == right:
        return short
    return "; ".join(f"option_{n}" for n in numbers)


def _texts(value: Tree) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
