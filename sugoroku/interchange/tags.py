"""Topic and level as tags, and the id, in formats that have no other place for them."""

from collections.abc import Iterable

from sugoroku.content.document import Tree
from sugoroku.interchange.findings import Entry
from sugoroku.model.ids import TOPICS

TOPIC, LEVEL = "topic-", "level-"


def tags_of(entry: Entry) -> list[str]:
    return [f"{TOPIC}{entry['topic']}", f"{LEVEL}{entry.get('level', '1')}"]


def entry_from_tags(notes: Iterable[tuple[str, str]]) -> Entry:
    """What `("id", …)` and `("tag", …)` say; tags of others are passed over."""
    entry: dict[str, Tree] = {}
    for kind, text in notes:
        word = text.strip()
        if kind == "id" and word:
            entry["id"] = word
        elif word.removeprefix(TOPIC) in TOPICS:
            entry["topic"] = word.removeprefix(TOPIC)
        elif word.startswith(LEVEL) and word.removeprefix(LEVEL) in ("1", "2", "3"):
            entry["level"] = word.removeprefix(LEVEL)
    return entry
