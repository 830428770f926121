"""All texts of a file's model, in their order: what translators get."""

from collections.abc import Iterator

import msgspec

from sugoroku.model.text import Text


def texts_of(thing: object) -> Iterator[Text]:
    """Every `Text` that is not empty, in the order of the fields."""
    if isinstance(thing, Text):
        if thing.source:
            yield thing
    elif isinstance(thing, msgspec.Struct):
        for name in thing.__struct_fields__:
            yield from texts_of(getattr(thing, name))
    elif isinstance(thing, tuple):
        for item in thing:
            yield from texts_of(item)
