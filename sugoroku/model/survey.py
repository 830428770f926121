"""Surveys: what pupils are asked before and after the game, without names."""

from typing import Literal, Union

import msgspec

from sugoroku.model.ids import QuestionId
from sugoroku.model.text import EMPTY, Text

Moment = Literal["before", "after"]
"""The game."""
MOMENTS: tuple[Moment, ...] = ("before", "after")
Way = Literal["alone", "paper"]
"""One by one on this computer, or typed in from a sheet of paper."""

YES, MAYBE, NO = 0, 1, 2
"""Answers to a `YesMaybeNo` item."""
DONT_KNOW_YET = -1
"""Answer to a `Knowledge` item, beside the options of its question."""
FEWEST_SHOWN = 5
"""Answers of fewer pupils are not broken down: each could be guessed."""


class Only(msgspec.Struct, frozen=True, kw_only=True):
    """Where an item is asked; what is empty holds everywhere."""

    editions: tuple[str, ...] = ()
    grades: tuple[int, ...] = ()
    """School years. A class whose year is not known is asked everything."""
    moment: Moment | None = None


class _Item(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    id: str
    ask: Text
    optional: bool = False
    only: Only = Only()


class Faces(_Item, frozen=True, kw_only=True, tag="faces"):
    """`scale` labels the faces, lowest first; an answer is 1 to len(scale).

    `faces`: from sad to glad, or all glad (the scale is then of positive words only).
    """

    scale: tuple[Text, ...]
    faces: Literal["range", "glad"] = "range"


class ChoiceItem(_Item, frozen=True, kw_only=True, tag="choice"):
    options: tuple[Text, ...]


class SeveralItem(_Item, frozen=True, kw_only=True, tag="several"):
    options: tuple[Text, ...]
    most: int = 0
    """How many may be chosen; 0: any number."""


class YesMaybeNo(_Item, frozen=True, kw_only=True, tag="yes_maybe_no"):
    """The program has the words for the three answers."""


class TextItem(_Item, frozen=True, kw_only=True, tag="text"):
    longest: int = 200


class NumberItem(_Item, frozen=True, kw_only=True, tag="number"):
    low: int
    high: int
    unit: Text = EMPTY


class Knowledge(_Item, frozen=True, kw_only=True, tag="knowledge"):
    """Asks a question of a deck (choice or true/false) with “I don't know yet” beside its options.

    `ask` is empty: the question has the words. See `Edition.known`.
    """

    question: QuestionId


SurveyItem = Union[Faces, ChoiceItem, SeveralItem, YesMaybeNo, TextItem, NumberItem, Knowledge]

SurveyValue = Union[int, tuple[int, ...], str, None]
"""faces: 1 to n; choice, yes/maybe/no, knowledge: index; several: indexes; number: number;
text: text; None: left out."""


class Survey(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    language: str
    title: Text
    items: tuple[SurveyItem, ...]
    anonymous: bool = True
