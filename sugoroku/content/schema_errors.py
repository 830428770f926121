"""Validates a tree against a schema, and says pydantic's findings in words for authors."""

from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from sugoroku.content.document import MOST_PROBLEMS, Document, Path
from sugoroku.content.meant import Meant
from sugoroku.content.problems import N_, listed, nearest
from sugoroku.content.slips import surely
from sugoroku.content.yaml_slips import NO_BREAK, TYPE_A_SPACE, has_no_break_space

Schema = TypeVar("Schema", bound=BaseModel)


def validated(schema: type[Schema], document: Document) -> Schema | None:
    """The file's content, or None and every mistake noted in the document."""
    try:
        return schema.model_validate(document.tree)
    except ValidationError as fault:
        found = fault.errors(include_url=False)[:MOST_PROBLEMS]
    meant = Meant(document)
    written = {
        (tuple(error["loc"][:-1]), near)
        for error in found
        if error["type"] == "extra_forbidden" and (near := _near_name(error["loc"], schema, meant))
    }
    for error in found:
        if error["type"] == "missing" and (tuple(error["loc"][:-1]), error["loc"][-1]) in written:
            continue  # told as a slip of the pen in its name
        _note(error, schema, document, meant)
    return None


def _near_name(path: Path, schema: type[BaseModel], meant: Meant) -> str:
    names = known_names(schema, path[:-1])
    return meant.key(path, names) or nearest(path[-1], names)


def _note(error: Any, schema: type[BaseModel], document: Document, meant: Meant) -> None:
    path: Path = error["loc"]
    kind, given, limits = error["type"], error["input"], error.get("ctx", {})
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    if given is None:
        return  # the reader has told that the value is missing
    if kind == "too_short" and _length(given) >= limits["min_length"]:
        return  # pydantic counts only the values that are right, and the others are told
    if kind == "missing" and isinstance(path[-1], int):
        document.error(
            path[:-1],
            N_("A place needs two numbers."),
            N_("Write it as [x, y]."),
        )
    elif kind == "missing":
        document.error(
            path[:-1],
            N_("“{name}” is missing."),
            N_("Add a line “{name}: …” to this group."),
            name=name,
        )
    elif kind == "extra_forbidden":
        _unknown_name(path, schema, document, meant)
    elif kind in ("literal_error", "union_tag_invalid"):
        words = _words(limits.get("expected") or limits.get("expected_tags", ""))
        if kind == "union_tag_invalid":
            path, given = (*path, "kind"), limits.get("tag", "")
            name = "kind"
        _unknown_word(path, name, given, words, document)
    elif kind == "union_tag_not_found":
        words = known_tags(schema, path)
        document.error(
            path,
            N_("“kind” is missing."),
            N_("Add a line “kind: …” with one of: {words}."),
            words=listed(words),
        )
    else:
        message, fix, values = _worded(kind, given, limits)
        fix = _by_example(kind, path) or fix
        told: dict[str, Any] = {"name": name, "given": _told(given), **values}
        instead = meant.name(kind, path, given, limits.get("pattern", ""))
        document.slip(path, message, fix, meant=instead, **told)


def _by_example(kind: str, path: Path) -> str:
    """A better way out than the usual one, where it is known what the author wanted."""
    if kind == "string_type" and path[-2:] == ("choice", "answer"):
        return N_("If more than one option is right, write “kind: several”.")
    lists = ("list_type", "tuple_type")
    near = path[-1:] if kind in lists else path[-2:-1] if kind.startswith("model") else ()
    if near and near[0] in ("effects", "right", "wrong"):
        return N_(
            "Write it as in this example: [{{advance: 2}}], or [{{advance: 2}}, {{leaves: 5}}]."
        )
    return ""


def _unknown_name(path: Path, schema: type[BaseModel], document: Document, meant: Meant) -> None:
    names = known_names(schema, path[:-1])
    sure = meant.key(path, names)
    twin = _OTHER_NAMES.get(str(path[-1]), "")
    near = sure or (twin if twin in names else "") or nearest(path[-1], names)
    fix = (
        N_("Did you mean “{near}”?")
        if near
        else N_("Take it out. Known here are: {names}.")
        if names
        else N_("Take it out.")
    )
    message = N_("“{name}” is not known here.")
    if has_no_break_space(str(path[-1])):
        message, fix = NO_BREAK, TYPE_A_SPACE
    document.slip(
        path,
        message,
        fix,
        meant=sure,
        key=True,
        name=path[-1],
        near=near,
        names=listed(names),
    )


def _unknown_word(
    path: Path, name: str, given: object, words: list[str], document: Document
) -> None:
    sure = surely(given, words)
    near = sure or nearest(given, words)
    document.slip(
        path,
        N_("“{given}” is not a value of “{name}”."),
        N_("Did you mean “{near}”? It may be: {words}.") if near else N_("It may be: {words}."),
        meant=sure,
        name=name,
        given=_told(given),
        near=near,
        words=listed(words),
    )


def _worded(kind: str, given: object, limits: dict[str, Any]) -> tuple[str, str, dict[str, object]]:
    """(what is wrong, how to mend it, values) for the kinds that need no more than a table."""
    match kind:
        case "string_type":
            return (
                N_("“{name}” must be a text, not a list or a group."),
                N_("Write the text behind the colon; put it in quotes if it has brackets."),
                {},
            )
        case "string_too_long":
            return (
                N_("This text is longer than {most} characters (it has {length})."),
                N_("Make it shorter."),
                {"most": limits["max_length"], "length": len(str(given))},
            )
        case "string_pattern_mismatch" if "a-z0-9_-" in limits["pattern"]:
            return (
                N_("“{given}” cannot be a name here."),
                N_("Use only small letters a to z, digits, - and _, at most 64 of them."),
                {},
            )
        case "string_pattern_mismatch":
            return (
                N_("“{given}” is not the code of a language."),
                N_("Write for example: ja, es, en, pt_BR."),
                {},
            )
        case "list_type" | "tuple_type":
            return (
                N_("“{name}” must be a list."),
                N_("Write it in brackets: [one, two], or each value on its own line after “- ”."),
                {},
            )
        case "model_type" | "model_attributes_type" | "dict_type":
            return (
                N_("A group of names and values is needed here."),
                N_("Write “name: value” lines that are indented alike."),
                {},
            )
        case "too_short" if not given:
            return (
                N_("“{name}” is empty."),
                N_("Write at least {least}."),
                {"least": limits["min_length"]},
            )
        case "too_short":
            return (
                N_("“{name}” needs at least {least} values; it has {length}."),
                N_("Add some."),
                {"least": limits["min_length"], "length": _length(given)},
            )
        case "too_long":
            return (
                N_("“{name}” may have at most {most} values; it has {length}."),
                N_("Take some out."),
                {
                    "most": limits["max_length"],
                    "length": _length(given),
                },
            )
        case "greater_than_equal":
            return (
                N_("{given} is too small for “{name}”."),
                N_("The smallest value is {least}."),
                {"least": _plain(limits["ge"])},
            )
        case "less_than_equal":
            return (
                N_("{given} is too large for “{name}”."),
                N_("The largest value is {most}."),
                {"most": _plain(limits["le"])},
            )
        case "thousands":
            return (
                N_("“{given}” is not a number."),
                N_("Did you mean {whole}? A point is the decimal sign here."),
                {"whole": "".join(sign for sign in str(given) if sign in "+-0123456789")},
            )
        case _:
            message, fix = _OWN.get(kind, _UNKNOWN)
            return message, fix, {}


_OTHER_NAMES = {"picture": "image", "image": "picture"}
"""A question has an image, a square a picture."""
_UNKNOWN = (
    N_("“{given}” does not fit to “{name}”."),
    N_("Look at the shipped files for an example."),
)
_OWN = {
    "too_large": (N_("The number {given} is too large."), N_("Write a smaller number.")),
    "no_number": (N_("“{given}” is not a number."), N_("Write it in digits, as in 12 or 2.5.")),
    "not_whole": (
        N_("“{given}” is not a whole number."),
        N_("Write it in digits, for example 12."),
    ),
    "negative": (N_("“{given}” cannot be less than 0."), N_("Write a number, or a share as 10%.")),
    "no_date": (N_("“{given}” is not a date."), N_("Write it as year-month-day: 2028-04-01.")),
    "no_address": (
        N_("“{given}” is not a web address."),
        N_("Begin it with https://, without spaces."),
    ),
    "no_question": (
        N_("“{given}” is not the name of a question."),
        N_("Write the deck, a slash and the question's id: climate/renewable."),
    ),
    "no_colour": (N_("“{given}” is not a colour."), N_('Write it in quotes as "#094A84".')),
}


def _told(given: object) -> str:
    """A value in a sentence; lists and groups are not written out."""
    return str(given) if isinstance(given, str | int | float) else "…"


def _length(given: object) -> int:
    return len(given) if isinstance(given, list) else 0


def _plain(value: float) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _words(expected: str) -> list[str]:
    """pydantic's `'a', 'b' or 'c'` as a list."""
    return [word for i, word in enumerate(expected.split("'")) if i % 2]


def known_names(schema: Any, path: Path) -> list[str]:
    """The names that may stand in the group `path` leads to."""
    found = [model for model in _models(schema) if issubclass(model, BaseModel)]
    for step in path:
        if isinstance(step, int):
            continue
        tagged = [model for model in found if _tag(model) == step]
        if tagged:
            found = tagged
            continue
        fields = [model.model_fields[step] for model in found if step in model.model_fields]
        found = [model for field in fields for model in _models(field.annotation)]
    return list(dict.fromkeys(name for model in found for name in model.model_fields))


def known_tags(schema: Any, path: Path) -> list[str]:
    """The kinds that a list of groups of several kinds may have."""
    fields = (schema.model_fields[step] for step in path if step in schema.model_fields)
    models = (model for field in fields for model in _models(field.annotation))
    return [tag for model in models if (tag := _tag(model))]


def _tag(model: type[BaseModel]) -> str:
    kind = model.model_fields.get("kind")
    words = get_args(kind.annotation) if kind is not None else ()
    return words[0] if len(words) == 1 else ""


def _models(annotation: Any) -> list[type[BaseModel]]:
    """The groups that an annotation may hold, through lists, unions and annotations."""
    origin = get_origin(annotation)
    if origin in (Annotated, tuple, Union, UnionType):
        inner = get_args(annotation)[:1] if origin is Annotated else get_args(annotation)
        return [model for part in inner for model in _models(part)]
    if origin is Literal:
        return []
    return (
        [annotation] if isinstance(annotation, type) and issubclass(annotation, BaseModel) else []
    )
