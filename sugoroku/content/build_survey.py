"""A checked survey file to a survey of the model."""

from typing import Any

from sugoroku.content import survey_schema as schema
from sugoroku.model import survey
from sugoroku.model.text import EMPTY, Text


def build_survey(file: schema.SurveyFile) -> survey.Survey:
    return survey.Survey(
        id=file.id,
        language=file.language,
        title=Text(file.title, "survey/title", file.id),
        items=tuple(_build_item(entry, file.id) for entry in file.items),
        anonymous=file.anonymous == "true",
    )


def _build_item(entry: schema.ItemEntry, domain: str) -> survey.SurveyItem:
    place = f"item/{entry.id}/"
    common: dict[str, Any] = {
        "id": entry.id,
        "ask": EMPTY,
        "optional": entry.optional == "true",
        "only": survey.Only(
            editions=entry.only.editions, grades=entry.only.grades, moment=entry.only.moment
        ),
    }
    if not isinstance(entry, schema.KnowledgeEntry):
        common["ask"] = Text(entry.ask, place + "ask", domain)
    match entry:
        case schema.FacesEntry():
            scale = _texts(entry.scale, place + "scale", domain)
            return survey.Faces(scale=scale, faces=entry.faces, **common)
        case schema.ChoiceItemEntry():
            return survey.ChoiceItem(
                options=_texts(entry.options, place + "options", domain), **common
            )
        case schema.SeveralItemEntry():
            return survey.SeveralItem(
                options=_texts(entry.options, place + "options", domain), most=entry.most, **common
            )
        case schema.YesMaybeNoEntry():
            return survey.YesMaybeNo(**common)
        case schema.KnowledgeEntry():
            return survey.Knowledge(question=entry.question, **common)
        case schema.TextEntry():
            return survey.TextItem(longest=entry.longest, **common)
        case schema.NumberEntry():
            unit = Text(entry.unit, place + "unit", domain) if entry.unit else EMPTY
            return survey.NumberItem(low=entry.min, high=entry.max, unit=unit, **common)


def _texts(sources: tuple[str, ...], context: str, domain: str) -> tuple[Text, ...]:
    return tuple(Text(text, f"{context}/{i}", domain) for i, text in enumerate(sources))
