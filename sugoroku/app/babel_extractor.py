"""For Babel's own tools (`pybabel extract`): the texts of boards, decks, surveys and themes.

Named as `sugoroku` among the extraction methods, as `docs/translators.md` shows.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import BinaryIO

from sugoroku.app.catalogues import note_on
from sugoroku.content.reading import read_content
from sugoroku.content.texts import texts_of
from sugoroku.content.yaml_lines import parse


def extract_yaml(
    file: BinaryIO,
    _keywords: Collection[str],
    _comment_tags: Collection[str],
    options: Mapping[str, object],
) -> Iterator[tuple[int, str, tuple[str, str], list[str]]]:
    """(line from 1, "pgettext", (context, text), notes for the translator) a text.

    A file that is no content of ours, or has mistakes, has no texts: `sugoroku check` tells why.
    """
    data, name = file.read(), str(getattr(file, "name", "file"))
    content, _ = read_content(data, name)
    if content is None:
        return
    lines = parse(data, name).lines_of_texts()
    for text in texts_of(content):
        line = lines.get(text.source, 1)
        yield line, "pgettext", (text.context, text.source), [note_on(text.context)]
