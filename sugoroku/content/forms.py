"""From a file's plain tree to a checked form: pydantic's findings become our problems."""

from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from sugoroku.content import board_schema, deck_schema, survey_schema, theme_schema
from sugoroku.content.problems import N_, Problem, closest
from sugoroku.content.yaml_lines import Mapping, Sequence, Source

FORMATS: dict[str, type[BaseModel]] = {
    "board/1": board_schema.BoardForm,
    "deck/1": deck_schema.DeckForm,
    "survey/1": survey_schema.SurveyForm,
    "theme/1": theme_schema.ThemeForm,
}
_ADAPTERS = {name: TypeAdapter(form) for name, form in FORMATS.items()}


def format_of(source: Source) -> tuple[str, list[Problem]]:
    """The format a file says it has, or "" and why not."""
    said = source.tree.get("format")
    if said is None:
        return "", [
            source.problem(
                source.tree.mark, N_("The file does not say what it is."),
                N_("Write `format: board/1`, `deck/1`, `survey/1` or `theme/1` as its first line."),
            )
        ]  # fmt: skip
    if said in FORMATS:
        return str(said), []
    meant = closest(str(said), FORMATS)
    return "", [
        source.problem(
            source.mark_at(("format",)), N_("`{said}` is no format."),
            N_("Did you mean `{meant}`?") if meant
            else N_("Write `format: board/1`, `deck/1`, `survey/1` or `theme/1`."),
            said=said, meant=meant,
        )
    ]  # fmt: skip


def checked(source: Source, format_name: str) -> tuple[Any, list[Problem]]:
    """The form, or None and every problem of the file."""
    try:
        return _ADAPTERS[format_name].validate_python(source.tree), []
    except ValidationError as fault:
        return None, [_problem(source, error) for error in fault.errors(include_url=False)]


def _problem(source: Source, error: Any) -> Problem:  # noqa: C901 - one arm for each type of error
    path, kind, context = tuple(error["loc"]), error["type"], error.get("ctx", {})
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    mark = source.mark_at(path)
    given = _shown(error.get("input"))

    def say(message: str, mend: str = "", at: Any = mark, **values: object) -> Problem:
        return source.problem(at, message, mend, field=name, given=given, **values)

    match kind:
        case "missing":
            return say(N_("`{field}` is missing."), N_("Add a line `{field}: …`."))
        case "extra_forbidden":
            known = _fields_beside(path)
            meant = closest(name, known)
            mend = N_("Did you mean `{meant}`?") if meant else N_("Known here: {known}.")
            return say(N_("There is no field `{field}` here."), mend, source.mark_at(path, True),
                       meant=meant, known=", ".join(known))  # fmt: skip
        case "literal_error" | "union_tag_invalid":
            wanted = context.get("expected") or context.get("expected_tags") or ""
            words = [w.strip(" '") for w in wanted.replace(" or ", ", ").split(",")]
            if kind == "union_tag_invalid":
                mark, given = source.mark_at((*path, "kind")), str(context.get("tag"))
                name = "kind"
            meant = closest(given, words)
            mend = N_("Did you mean `{meant}`?") if meant else N_("Possible: {words}.")
            return source.problem(
                mark, N_("`{given}` is not possible for `{field}`."), mend, field=name,
                given=given, meant=meant, words=", ".join(words),
            )  # fmt: skip
        case "union_tag_not_found":
            return say(N_("`kind` is missing."), N_("Add `kind: …` to say what this is."))
        case "whole" | "decimal" | "flag" | "text" | "blank" | "long" | "one_effect":
            if error.get("input") is None:
                return say(N_("`{field}` has no value."), N_("Write one behind the colon."))
            return say(N_("`{given}`: {why}."), N_("Correct `{field}`."), why=error["msg"])
        case "greater_than_equal" | "greater_than" | "less_than_equal" | "less_than":
            limit = next(iter(context.values()), "")
            low = kind.startswith("greater")
            return say(
                N_("`{field}` is {given}; at least {limit} is possible.") if low
                else N_("`{field}` is {given}; at most {limit} is possible."), limit=limit,
            )  # fmt: skip
        case "too_short" | "too_long":
            limit = context.get("min_length", context.get("max_length", ""))
            return say(
                N_("`{field}` has too few entries; at least {limit} are wanted.")
                if kind == "too_short"
                else N_("`{field}` has too many entries; at most {limit} are possible."),
                limit=limit,
            )  # fmt: skip
        case "string_pattern_mismatch":
            return say(N_("`{given}` is not possible for `{field}`."), _pattern_help(name))
        case "list_type":
            return say(N_("`{field}` must be a list."), N_("Write `[one, two]`, or lines with `- `."))
        case "model_type" | "model_attributes_type" | "dict_type":
            return say(N_("Fields such as `name: value` are wanted here."))
        case _:
            if error.get("input") is None:
                return say(N_("`{field}` has no value."), N_("Write one behind the colon."))
            return say(N_("`{given}` is not possible for `{field}`."))


def _pattern_help(name: str) -> str:
    if name in ("review_by", "checked"):
        return N_("Write a date as 2028-04-01.")
    if name in ("mascot", "backdrop", "goal", "picture"):
        return N_("Name a picture inside `assets`, without its ending: `mascot/frog`.")
    if name == "language":
        return N_("Write a code such as ja, es or en.")
    if name == "within":
        return N_("Write a share such as 10%, or a number.")
    if name in ("ink", "primary", "ground", "line", "accent", "ribbon"):
        return N_("Write a colour such as `'#10243E'`, in quotes.")
    return N_("Use small letters a–z, digits, - and _ (at most 64).")


def _shown(value: Any) -> str:
    if isinstance(value, Mapping | Sequence | dict | list):
        return "…"
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _fields_beside(path: tuple[Any, ...]) -> list[str]:
    """The fields that are known where `path` ends, found by walking the schemas' names."""
    names = {
        **{"rules": board_schema.RulesForm, "die": board_schema.DieForm},
        **{"road": board_schema.RoadForm, "squares": board_schema.SquareForm},
        **{"source": deck_schema.SourceForm, "image": deck_schema.ImageForm},
        **{"choice": deck_schema.ChoiceForm, "true_false": deck_schema.TrueFalseForm},
        **{"several": deck_schema.SeveralForm, "estimate": deck_schema.EstimateForm},
        **{"order": deck_schema.OrderForm, "colours": theme_schema.ColoursForm},
        **{"effects": board_schema.EffectForm, "faces": survey_schema.FacesForm},
        **{"text": survey_schema.TextItemForm, "number": survey_schema.NumberItemForm},
        **{"right": board_schema.EffectForm, "wrong": board_schema.EffectForm},
    }
    if path and path[0] == "items":
        names["choice"] = survey_schema.ChoiceItemForm
        names["several"] = survey_schema.SeveralItemForm
    for step in reversed(path[:-1]):
        if step in names:
            return list(names[step].model_fields)
    top = {"squares": "board/1", "questions": "deck/1", "items": "survey/1"}.get(
        str(path[0]) if path else "", ""
    )
    forms = [FORMATS[top]] if top else list(FORMATS.values())
    return sorted({field for form in forms for field in form.model_fields})
