"""A survey makes sense."""

from sugoroku.content.document import (
    Document,
    Limits,
    Tree,
    groups_in,
    small_number,
    texts_in,
)
from sugoroku.content.problems import N_
from sugoroku.content.wording import same_to_a_reader

_COLUMNS = ("pupil", "when", "survey", "moment", "way")
"""Of every `survey.csv`, beside those of the items."""


def check_survey(document: Document, limits: Limits) -> None:
    ids: dict[str, int] = {}
    columns = set(_COLUMNS)
    for i, item in groups_in(document.tree, "items"):
        name = item.get("id")
        if isinstance(name, str) and ids.setdefault(name, i) != i:
            document.error(
                ("items", i, "id"),
                N_("The id “{name}” is used twice."),
                N_("Give one of them another id."),
                name=name,
            )
        elif isinstance(name, str):
            own = _columns_of(name, item)
            if columns & own:
                document.error(
                    ("items", i, "id"),
                    N_("The id “{name}” would make two columns of the same name in survey.csv."),
                    N_("Give the item another id."),
                    name=name,
                )
            columns |= own
        for field in ("options", "scale"):
            texts = texts_in(item.get(field))
            if len({same_to_a_reader(text) for text in texts}) < len(texts):
                document.error(
                    ("items", i, field),
                    N_("Two of the values of “{field}” are alike."),
                    N_("Change one of them or take it out."),
                    field=field,
                )
        low, high, most = (small_number(item.get(name)) for name in ("min", "max", "most"))
        if low is not None and high is not None and low >= high:
            document.error(
                ("items", i, "max"),
                N_("“max” must be greater than “min”."),
                N_("Look whether the two are exchanged."),
            )
        options = texts_in(item.get("options"))
        if most is not None and options and most > len(options):
            document.error(
                ("items", i, "most"),
                N_("“most” is larger than the number of options."),
                N_("The largest value is {most}."),
                most=len(options),
            )


def _columns_of(name: str, item: dict[str, Tree]) -> set[str]:
    """What `records` calls the columns of an item, and its id."""
    kind = item.get("kind")
    found = {name}
    if kind not in ("text", "number"):
        found.add(f"{name}_label")
    if kind == "knowledge":
        found.add(f"{name}_right")
    if kind == "several":
        found.update(f"{name}_{n + 1}" for n in range(len(texts_in(item.get("options")))))
    return found
