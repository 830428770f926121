"""Short ways to an import, for tests."""

from typing import Any

from sugoroku.content.yaml_lines import parse
from sugoroku.interchange.adopting import Wishes
from sugoroku.interchange.exporting import deck_tree
from sugoroku.interchange.importing import Imported, import_deck


def imported(text: str | bytes, name: str, form: str = "", **wishes: Any) -> Imported:
    data = text.encode() if isinstance(text, str) else text
    return import_deck(data, name, form, "", Wishes(**wishes))


def entries(made: Imported) -> list[Any]:
    """The questions as the written file says them."""
    return deck_tree(parse(made.yaml, "deck.yaml").tree).questions if made.yaml else []


def told(made: Imported) -> list[str]:
    return [str(found) for found in made.left_out]
