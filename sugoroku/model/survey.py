"""Surveys: what pupils are asked after the game, without names."""

from typing import Literal, Union

import msgspec

from sugoroku.model.text import EMPTY, Text


class _Item(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    id: str
    ask: Text
    optional: bool = False


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


class TextItem(_Item, frozen=True, kw_only=True, tag="text"):
    longest: int = 200


class NumberItem(_Item, frozen=True, kw_only=True, tag="number"):
    low: int
    high: int
    unit: Text = EMPTY


SurveyItem = Union[Faces, ChoiceItem, SeveralItem, TextItem, NumberItem]

SurveyValue = Union[int, tuple[int, ...], str, None]
"""faces: 1 to n; choice: index; several: indexes; number: number; text: text; None: left out."""


class Survey(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    language: str
    title: Text
    items: tuple[SurveyItem, ...]
    anonymous: bool = True
