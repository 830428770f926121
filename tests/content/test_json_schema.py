"""The schemas for editors say what authors write, explain every field, and are fresh."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from small_pack import BOARD, DECK, SURVEY, THEME

from sugoroku.content.beginning import LANGUAGES, beginning
from sugoroku.content.formats import FORMATS
from sugoroku.content.json_schema import json_schema, schema_texts

ROOT = Path(__file__).resolve().parents[2]
BAD = ROOT / "tests" / "content" / "bad"
SHIPPED = [
    path for form in FORMATS.values() for path in sorted((ROOT / form.folder).glob("*.yaml"))
]

A_SCHEMA_SEES = [
    "at-one-number", "bad-address", "dice", "dice-huge", "finish-typo",
    "id-capitals", "level-four", "minutes-text", "missing-answer", "missing-kind", "no-format",
    "no-questions", "one-option", "one-square", "questions-is-text", "road-one-point",
    "seven-options", "seven-teams", "text-is-list", "text-too-long", "theme-contrast",
    "true-false-yes", "two-effects", "unknown-field", "unknown-field-far", "unknown-format",
    "unknown-kind", "unknown-topic", "value-missing", "year-with-underscore", "several-mistakes",
    "effect-too-large", "deck-path", "top-is-list",
]  # fmt: skip


class EditorLoader(yaml.CSafeLoader):
    """Reads YAML 1.2 as editors do: `NO`, `12:30` and dates are texts."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own name


for sign, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{sign}", re.compile(f"^(?:{pattern})$"), list(first)
    )


def faults(kind: str, text: str) -> list[str]:
    tree = yaml.load(text, Loader=EditorLoader)
    return [error.message for error in Draft7Validator(json_schema(kind)).iter_errors(tree)]


def kind_of(text: str) -> str:
    return next((kind for kind, form in FORMATS.items() if f"\n{form.sign}:" in text), "deck")


def test_the_files_in_schemas_are_fresh() -> None:
    """`sugoroku schema` writes them."""
    found = {
        path.name: path.read_text(encoding="utf-8") for path in (ROOT / "schemas").glob("*.json")
    }
    assert found == schema_texts()


@pytest.mark.parametrize("kind", FORMATS)
def test_the_schema_is_sound_and_explains_every_field(kind: str) -> None:
    schema = json_schema(kind)
    Draft7Validator.check_schema(schema)
    fields = dict(_fields(schema))
    assert len(fields) > 10
    assert [name for name, field in fields.items() if len(field.get("description", "")) < 8] == []
    assert [name for name, group in schema["$defs"].items() if not group.get("description")] == []


def _fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for group, inner in (("", schema), *schema["$defs"].items()):
        for name, field in inner.get("properties", {}).items():
            yield f"{group}.{name}", field


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_shipped_files_are_good(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    kind = next(kind for kind, form in FORMATS.items() if path.parent.match(form.folder))
    assert faults(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [("board", BOARD), ("deck", DECK), ("survey", SURVEY), ("theme", THEME)],
    ids=["board", "deck", "survey", "theme"],
)
def test_good_examples(kind: str, text: str) -> None:
    assert faults(kind, text) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FORMATS)
def test_new_files_are_good(kind: str, language: str) -> None:
    assert faults(kind, beginning(kind, "my-town", "My town", language, whole=True)) == []


@pytest.mark.parametrize("written", ["NO", "2.50", "12:30", "true", "7", "2026-11-22"])
def test_texts_need_no_quotes(written: str) -> None:
    assert faults("deck", DECK.replace("A small deck", written)) == []
    assert faults("deck", DECK.replace("Book shut", written)) == []


@pytest.mark.parametrize("name", A_SCHEMA_SEES)
def test_bad_examples_are_refused(name: str) -> None:
    text = (BAD / f"{name}.yaml").read_text(encoding="utf-8")
    assert faults(kind_of(text), text) != []


def test_defaults_are_told_as_they_are_written() -> None:
    fields = dict(_fields(json_schema("deck")))
    assert fields["ChoiceEntry.level"]["default"] == 1
    assert fields["ChoiceEntry.keep_order"]["default"] is False
    assert fields["EstimateEntry.within"]["default"] == "10%"
    assert "default" not in fields["ChoiceEntry.hint"]
