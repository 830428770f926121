"""PyYAML's messages in words for authors."""

from typing import Any

import yaml

from sugoroku.content import yaml_slips
from sugoroku.content.problems import N_
from sugoroku.content.text_file import lines_of
from sugoroku.content.yaml_slips import Slip

_KNOWN = (
    (
        ("mapping values are not allowed",),
        N_("There is a colon (:) here that YAML cannot place."),
        N_("Put the whole text in quotes, or look at the indentation of this line and the last."),
    ),
    (
        ("tab character",),
        N_("A tab stands here."),
        N_("Indent with spaces, not with the tab key."),
    ),
    (
        ("unexpected end of stream",),
        N_("A quotation mark is opened here and never closed."),
        N_("Write the same mark at the end of the text."),
    ),
    (
        ("expected ',' or",),
        N_("A bracket is opened here and not closed, or a comma is missing in it."),
        N_("Close it with ] or }, and put a comma between the values."),
    ),
    (
        ("could not find expected ':'",),
        N_("A name without a colon stands here, or a text that is not indented far enough."),
        N_("Write a colon and a space behind the name, or indent the text further."),
    ),
    (
        ("'-' indicator", "<block end>, but found '?'"),
        N_("This line does not belong to the list above it."),
        N_("Begin it with “- ”, or indent it like the lines it belongs to."),
    ),
    (
        ("entries are not allowed",),
        N_("A list cannot begin here."),
        N_("Begin it on a new line, or put the text in quotes."),
    ),
    (
        ("expected key", "<block end>"),
        N_("This does not fit to what stands before it."),
        N_("Look at the indentation; put a text that contains quotation marks in other quotes."),
    ),
    (
        ("escape",),
        N_("After a backslash (\\) in double quotes only certain letters may follow."),
        N_("Write \\\\ for a backslash, or use single quotes."),
    ),
    (
        ("maximum nesting depth",),
        N_("Too many lists or groups are nested in each other."),
        N_("Look for a bracket that is not closed."),
    ),
    (
        ("tag handle", "tag"),
        N_("A text cannot begin with an exclamation mark."),
        N_("Put the text in quotes."),
    ),
    (
        ("anchor", "alias"),
        N_("A text cannot begin with & or *."),
        N_("Put the text in quotes."),
    ),
    (
        ("<document start>",),
        N_("Something stands behind the end of the content."),
        N_("Look for a bracket too many."),
    ),
)


def explained(fault: Exception, text: str) -> Slip:
    """Where a fault of the parser is, what is wrong, and how to mend it."""
    if not isinstance(fault, yaml.MarkedYAMLError):
        return Slip(
            None, N_("This is not a YAML file."), N_("Compare it with one of the shipped files.")
        )
    return yaml_slips.in_lines(fault, text) or Slip(*_by_the_parser(fault, text))


def _by_the_parser(fault: yaml.MarkedYAMLError, text: str) -> tuple[Any, str, str]:
    said = fault.problem or ""
    mark = fault.problem_mark or fault.context_mark
    if "end of stream" in said or "expected ',' or" in said:
        mark = fault.context_mark or mark
    if "cannot start any token" in said and mark is not None:
        character = lines_of(text)[mark.line][mark.column : mark.column + 1]
        if character == "\t":
            said = "tab character"
        else:
            return (
                mark,
                N_("A text cannot begin with this character."),
                N_("Put the text in quotes."),
            )
    for signs, message, fix in _KNOWN:
        if any(sign in said for sign in signs):
            return mark, message, fix
    return mark, N_("This is not YAML as these files use it."), N_("Put texts in quotes.")
