"""HTML of other programs to plain text of ours, and back."""

import html
import re
from html.parser import HTMLParser
from typing import NamedTuple

_BLOCKS = frozenset({
    "p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre",
    "blockquote", "hr",
})  # fmt: skip
_SILENT = frozenset({"script", "style", "head", "title", "rp"})
_MEDIA = frozenset({"img", "audio", "video", "iframe", "object", "embed", "svg", "canvas"})
_FILE = "@@PLUGINFILE@@"
"""Moodle's word for a file that belongs to the question."""
_RUBY = re.compile(r"｜([^《｜]*)《([^》]*)》|([一-鿿㐀-䶿々〆ヶ]+)《([^》]*)》")
_NEEDLESS = re.compile(r"(?<![一-鿿㐀-䶿々〆ヶ])｜([一-鿿㐀-䶿々〆ヶ]+《)")
"""The mark of a base that can be seen without it."""
_HAS_TAG = re.compile(r"<[a-zA-Z/!?]|&#?\w+;")


class Plain(NamedTuple):
    """Lines of text, and whether a picture, sound or film stood among them."""

    lines: tuple[str, ...]
    media: bool

    @property
    def text(self) -> str:
        return " ".join(self.lines)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.media = False
        self._silent = 0
        self._in_reading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._look_for_media(tag, attrs)
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")
        elif tag == "ruby":
            self.parts.append("｜")
        elif tag == "rt" and not self._in_reading:
            self._in_reading = True
            self.parts.append("《")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._look_for_media(tag, attrs)
        if tag in _BLOCKS:
            self.parts.append("\n")

    def _look_for_media(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.media |= tag in _MEDIA or any(_FILE in (value or "") for _, value in attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in ("rt", "ruby") and self._in_reading:
            self._in_reading = False
            self.parts.append("》")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def plain_from_html(text: str) -> Plain:
    """What a reader sees of a piece of HTML; a text without tags stays as it is."""
    if not _HAS_TAG.search(text):
        return Plain(_lines(text), _FILE in text)
    reader = _Reader()
    reader.feed(text)
    reader.close()
    text = _NEEDLESS.sub(r"\1", "".join(reader.parts))
    return Plain(_lines(text), reader.media)


def plain_text(text: str) -> str:
    """On one line."""
    return plain_from_html(text).text


def to_html(text: str) -> str:
    """A text of ours as HTML: its signs escaped, its furigana as ruby, its lines kept."""
    escaped = html.escape(text, quote=False).replace("\r\n", "\n")
    ruby = _RUBY.sub(
        lambda found: (
            f"<ruby>{found[1] or found[3] or ''}"
            f"<rp>（</rp><rt>{found[2] or found[4] or ''}</rt><rp>）</rp></ruby>"
        ),
        escaped,
    )
    return f"<p>{ruby}</p>".replace("\n", "<br>")


def _lines(text: str) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return tuple(line for line in lines if line)
