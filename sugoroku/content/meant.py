"""What the author of a file surely meant with a name that cannot be, seen from the whole file."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from sugoroku.content.document import Document, Path, Tree, groups_in
from sugoroku.content.slips import id_meant, surely

MOST_NAMES = 60
"""Groups with more names are not made by slips of the pen."""
_LISTS = ("squares", "questions", "items")


class Meant:
    """Finds for one file what may be mended without asking; "" where the author must decide."""

    def __init__(self, document: Document) -> None:
        self._tree = document.tree

    def key(self, path: Path, known: Sequence[str]) -> str:
        """The name that belongs in the place of the last step of `path`, and is not there yet."""
        group = _group_at(self._tree, path[:-1])
        if group is None or len(group) > MOST_NAMES:
            return ""
        free = [name for name in known if name not in group]
        found = surely(path[-1], free)
        rivals = [name for name in group if name not in known and surely(name, free) == found]
        return found if len(rivals) == 1 else ""

    def name(self, kind: str, path: Path, given: Any, pattern: str) -> str:
        """For a value that pydantic calls wrong by `kind`: an id, a question or a language."""
        if kind == "no_question" and isinstance(given, str) and given.count("/") == 1:
            parts = [id_meant(part) or part for part in given.split("/")]
            found = "/".join(parts)
            return found if re.fullmatch(r"[a-z0-9_-]{1,64}/[a-z0-9_-]{1,64}", found) else ""
        if kind != "string_pattern_mismatch":
            return ""
        return self._id(path, given) if "a-z0-9_-" in pattern else _language(given, pattern)

    def _id(self, path: Path, given: Any) -> str:
        found = id_meant(given)
        if not found:
            return ""
        if path[0] in _LISTS and path[-1] == "id":
            return found if self._ids[found] == 1 else ""
        inside = path[0] in ("squares", "rules") and (path[-1] == "go_to" or "next" in path)
        return found if not inside or found in self._ids else ""

    @cached_property
    def _ids(self) -> Counter[str]:
        """How often each id would be there if all were mended."""
        names = (
            group.get("id")
            for field in _LISTS
            for _, group in groups_in(self._tree, field)
            if isinstance(group.get("id"), str)
        )
        return Counter(id_meant(name) or str(name) for name in names)


def _language(given: Any, pattern: str) -> str:
    """`pt-BR` and `JA` as gettext writes them."""
    language, _, country = str(given).strip().replace("-", "_").partition("_")
    found = language.lower() + (f"_{country.upper()}" if country else "")
    return found if re.fullmatch(pattern, found) and found != given else ""


def _group_at(tree: Tree, path: Path) -> dict[str, Tree] | None:
    """The group that `path` leads to; steps that do not fit are left out, as in `Document.mark`."""
    here = tree
    for step in path:
        if isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        elif isinstance(here, dict) and step in here:
            here = here[str(step)]
    return here if isinstance(here, dict) else None
