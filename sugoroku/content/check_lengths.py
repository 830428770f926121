"""Texts fit their cards, so that they can be read from the back row."""

from collections.abc import Iterator

from sugoroku.content.document import MOST_WARNINGS, Document, Path, Tree, groups_in, texts_in
from sugoroku.content.problems import N_
from sugoroku.content.wording import length_to_a_reader

USUAL = {"text": 110, "ask": 90, "option": 40, "explain": 220, "hint": 110}
"""What translators and authors are told; in Japanese half as many fit."""
_SLACK = 1.6
_WIDE_LETTERS = ("ja", "zh", "ko")


def check_lengths(document: Document) -> None:
    tree = document.tree
    if not isinstance(tree, dict):
        return
    language = tree.get("language")
    wide = isinstance(language, str) and language.split("_")[0] in _WIDE_LETTERS
    told = 0
    for path, kind, text in _texts(tree):
        usual = USUAL[kind] // 2 if wide else USUAL[kind]
        if len(text) <= usual * _SLACK or length_to_a_reader(text) <= usual * _SLACK:
            continue
        document.warning(
            path,
            N_("This text is too long for its card: {length} letters."),
            N_("Shorten it to about {most} letters, so that it can be read from the back row."),
            length=length_to_a_reader(text),
            most=usual,
        )
        told += 1
        if told == MOST_WARNINGS:
            break


def _texts(tree: dict[str, Tree]) -> Iterator[tuple[Path, str, str]]:
    """Path, kind and words of every text that stands on a card."""
    for field, kinds in (("squares", ("text",)), ("questions", ("ask", "explain", "hint"))):
        for i, group in groups_in(tree, field):
            for kind in kinds:
                text = group.get(kind)
                if isinstance(text, str):
                    yield (field, i, kind), kind, text
            for j, option in enumerate(texts_in(group.get("options"))):
                yield (field, i, "options", j), "option", option
