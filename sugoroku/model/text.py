"""A text that an author wrote. It is not a `str`, so it cannot be drawn untranslated."""

import msgspec


class Text(msgspec.Struct, frozen=True):
    """A message of an author's file.

    `source` is the text as written (with furigana marks, if any), `context` says where it
    stands (`question/dekokatsu/ask`), `domain` is the id of the file: the gettext catalogue.
    """

    source: str
    context: str = ""
    domain: str = ""

    def __bool__(self) -> bool:
        return bool(self.source)


EMPTY = Text("")
