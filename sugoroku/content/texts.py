"""All texts of a content object, in the order in which they were written: for translators."""

from collections.abc import Iterator

import msgspec

from sugoroku.content.formats import Content
from sugoroku.model.text import Text


def texts_of(content: Content) -> Iterator[Text]:
    """Every text that is not empty."""
    return _texts_in(content)


def _texts_in(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        if value.source:
            yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts_in(inner)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _texts_in(getattr(value, name))
