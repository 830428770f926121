"""A checked deck file to a deck of the model."""

import math
from typing import Any

from sugoroku.content import deck_schema as schema
from sugoroku.content.build_effects import build_effects
from sugoroku.model import quiz
from sugoroku.model.ids import Level
from sugoroku.model.text import EMPTY, Text

_LEVELS: dict[str, Level] = {"1": 1, "2": 2, "3": 3}


def build_deck(file: schema.DeckFile) -> quiz.Deck:
    return quiz.Deck(
        id=file.id,
        language=file.language,
        title=Text(file.title, "deck/title", file.id),
        questions=tuple(_build_question(entry, file.id) for entry in file.questions),
    )


def _build_question(entry: schema.QuestionEntry, deck: str) -> quiz.Question:
    place = f"question/{entry.id}/"
    common = _common(entry, place, deck)
    match entry:
        case schema.ChoiceEntry():
            return quiz.Choice(
                options=_options(entry.options, place, deck),
                answer=entry.options.index(entry.answer),
                keep_order=entry.keep_order == "true",
                **common,
            )
        case schema.TrueFalseEntry():
            return quiz.TrueFalse(answer=entry.answer == "true", **common)
        case schema.SeveralEntry():
            return quiz.Several(
                options=_options(entry.options, place, deck),
                answers=tuple(sorted(entry.options.index(answer) for answer in entry.answer)),
                keep_order=entry.keep_order == "true",
                **common,
            )
        case schema.EstimateEntry():
            return quiz.Estimate(
                answer=entry.answer,
                tolerance=_tolerance(entry.answer, entry.within),
                unit=Text(entry.unit, place + "unit", deck) if entry.unit else EMPTY,
                **_scale(entry),
                **common,
            )
        case schema.OrderEntry():
            return quiz.Order(options=_options(entry.options, place, deck), **common)


def _common(entry: schema.QuestionEntry, place: str, deck: str) -> dict[str, Any]:
    """The fields that all kinds of questions have."""
    fields: dict[str, Any] = {
        "id": f"{deck}/{entry.id}",
        "topic": entry.topic,
        "level": _LEVELS[entry.level],
        "ask": Text(entry.ask, place + "ask", deck),
    }
    if entry.explain:
        fields["explain"] = Text(entry.explain, place + "explain", deck)
    if entry.hint:
        fields["hint"] = Text(entry.hint, place + "hint", deck)
    if entry.review_by:
        fields["review_by"] = entry.review_by
    if (source := entry.source) is not None:
        title = Text(source.title, place + "source", deck) if source.title else EMPTY
        fields["source"] = quiz.Source(title, source.url, source.year or None, source.checked)
    if (image := entry.image) is not None:
        alt = Text(image.alt, place + "image", deck) if image.alt else EMPTY
        fields["image"] = quiz.Image(image.file, alt, image.credit)
    if entry.right is not None:
        fields["right"] = build_effects(entry.right)
    if entry.wrong is not None:
        fields["wrong"] = build_effects(entry.wrong)
    return fields


def _options(options: tuple[str, ...], place: str, deck: str) -> tuple[Text, ...]:
    return tuple([Text(text, f"{place}options/{i}", deck) for i, text in enumerate(options)])


def _tolerance(answer: float, within: str) -> float:
    if within.endswith("%"):
        return abs(answer) * float(within[:-1]) / 100
    return float(within)


def _scale(entry: schema.EstimateEntry) -> dict[str, Any]:
    """Limits and step; where they are left out, round numbers about the answer."""
    reach = 10.0 ** math.ceil(math.log10(abs(entry.answer))) if entry.answer else 10.0
    low = entry.min if entry.min is not None else min(0.0, -reach if entry.answer < 0 else 0.0)
    high = entry.max if entry.max is not None else (reach * 2 if entry.answer >= 0 else 0.0)
    low, high = min(low, entry.answer), max(high, entry.answer)
    step = (
        entry.step if entry.step is not None else (1.0 if high - low >= 20 else (high - low) / 20)
    )
    return {"low": low, "high": high, "step": step}
