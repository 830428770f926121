"""One file: bytes to model object, or all that is wrong in it. Imports PyYAML and pydantic."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from pydantic import BaseModel

from sugoroku.content.board_schema import BoardFile
from sugoroku.content.build_board import build_board
from sugoroku.content.build_deck import build_deck
from sugoroku.content.build_survey import build_survey
from sugoroku.content.build_theme import build_theme
from sugoroku.content.check_board import check_board
from sugoroku.content.check_deck import check_deck
from sugoroku.content.check_kanji import check_kanji
from sugoroku.content.check_lengths import check_lengths
from sugoroku.content.check_ruby import check_ruby
from sugoroku.content.check_survey import check_survey
from sugoroku.content.check_theme import check_theme
from sugoroku.content.deck_schema import DeckFile
from sugoroku.content.document import Document, Limits
from sugoroku.content.formats import FORMATS, Content
from sugoroku.content.problems import (
    N_,
    ContentError,
    Problem,
    errors_of,
    in_order,
    listed,
    nearest,
)
from sugoroku.content.schema_errors import validated
from sugoroku.content.slips import surely
from sugoroku.content.survey_schema import SurveyFile
from sugoroku.content.theme_schema import ThemeFile
from sugoroku.content.yaml_lines import parse


class Kind(NamedTuple):
    """How the files of one format are read."""

    schema: type[BaseModel]
    check: Callable[[Document, Limits], None]
    build: Callable[[Any], Content]


KINDS = {
    "board": Kind(BoardFile, check_board, build_board),
    "deck": Kind(DeckFile, check_deck, build_deck),
    "survey": Kind(SurveyFile, check_survey, build_survey),
    "theme": Kind(ThemeFile, check_theme, build_theme),
}


def read_content(
    data: bytes, name: str, expected: str = "", limits: Limits | None = None
) -> tuple[Content | None, tuple[Problem, ...]]:
    """The content (None when there is an error in it) and all problems, in order.

    `expected` is the format that the file's folder asks for; "" takes what the file says.
    """
    with _no_garbage_collection():
        return _read(data, name, expected, limits or Limits())


def _read(
    data: bytes, name: str, expected: str, limits: Limits
) -> tuple[Content | None, tuple[Problem, ...]]:
    """Apart, so that tree and schema are gone before the garbage collector wakes."""
    try:
        document = parse(data, name, limits)
        content = _checked(document, expected, limits)
    except ContentError as error:
        return None, error.problems
    return content, in_order(document.problems)


def _checked(document: Document, expected: str, limits: Limits) -> Content | None:
    kind = _kind_of(document, expected)
    if kind is None:
        return None
    if _too_long(document, limits):
        return None
    file = validated(kind.schema, document)
    kind.check(document, limits)
    check_kanji(document)
    check_ruby(document)
    check_lengths(document)
    if file is None or errors_of(document.problems):
        return None
    return kind.build(file)


def _too_long(document: Document, limits: Limits) -> bool:
    """More entries than a file may have: then looking at each would take too long."""
    tree = document.tree
    assert isinstance(tree, dict)
    for name, most in (
        ("questions", limits.questions),
        ("squares", limits.squares),
        ("items", limits.questions),
    ):
        entries = tree.get(name)
        if isinstance(entries, list) and len(entries) > most:
            document.error(
                (name,),
                N_("“{name}” may have at most {most} values; it has {length}."),
                N_("Make two files of it."),
                key=True,
                name=name,
                most=most,
                length=len(entries),
            )
            return True
    return False


def _kind_of(document: Document, expected: str) -> Kind | None:
    """By the first line; by the content when that is wrong, so that the rest is checked too."""
    tree = document.tree
    if not isinstance(tree, dict):
        document.error(
            (),
            N_("The file has no content.")
            if tree is None
            else N_("The file is no list of names and values."),
            N_("Begin it with the line “format: deck/1” (or board/1, survey/1, theme/1)."),
        )
        return None
    said = tree.get("format")
    names = [f"{name}/1" for name in FORMATS]
    if isinstance(said, str) and said in names:
        found = said.removesuffix("/1")
        if expected and found != expected:
            document.error(
                ("format",),
                N_("A file of the format “{said}” lies in the folder of “{expected}”."),
                N_("Move it to the folder {folder}."),
                said=said,
                expected=f"{expected}/1",
                folder=FORMATS[found].folder,
            )
            return None
        return KINDS[found]
    guess = next((name for name, form in FORMATS.items() if form.sign in tree), expected)
    if "format" not in tree:
        document.error(
            (),
            N_("The line “format: …” is missing."),
            N_("Begin the file with “format: {guess}”."),
            guess=f"{guess or 'deck'}/1",
        )
    elif said is not None:
        near = nearest(said, names) or (f"{guess}/1" if guess else "")
        sure = surely(said, names) if str(said).endswith("/1") else ""
        document.slip(
            ("format",),
            N_("The format “{said}” is not known."),
            N_("Did you mean “{near}”? There are: {names}.") if near else N_("There are: {names}."),
            meant=sure if sure.startswith(guess) else "",
            given=said,
            said=said if isinstance(said, str) else "…",
            near=near,
            names=listed(names),
        )
    if not guess:
        return None
    tree["format"] = f"{guess}/1"  # told above; not to be told again
    return KINDS[guess]


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """A tree has no circles: looking for them costs more than half of the reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
