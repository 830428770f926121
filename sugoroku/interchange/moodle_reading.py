"""Moodle's XML, read as a stream: the questions before a cut or a fault come in."""

import io
import re
from collections.abc import Iterator
from decimal import Decimal
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import Locator

from sugoroku.content.problems import N_
from sugoroku.interchange.building import (
    Option,
    decimal_of,
    estimate_of,
    from_shares,
    truth_of,
)
from sugoroku.interchange.decoding import Decoded
from sugoroku.interchange.findings import Entry, Found, Place, Reading, Unfit, refuse_kind
from sugoroku.interchange.markup import plain_from_html
from sugoroku.interchange.media import without_media
from sugoroku.interchange.tags import entry_from_tags

DEEPEST = 40
MOST_TEXT = 200_000
"""Of one question, pictures in it (base64) not counted."""
MOST_NODES = 2_000
_DECLARATION = re.compile(r"(\s*)<\?xml[^>]{0,200}\?>")
_NO_QUESTION = frozenset({"category", "description"})
_UNREAD = frozenset({"file"})


class Node:
    """An element with its text and what is in it."""

    def __init__(self, name: str, attributes: dict[str, str], line: int) -> None:
        self.name = name
        self.attributes = attributes
        self.line = line
        self.text = ""
        self.inside: list[Node] = []

    def all(self, name: str) -> Iterator["Node"]:
        return (node for node in self.inside if node.name == name)

    def first(self, name: str) -> "Node | None":
        return next(self.all(name), None)

    def said(self, name: str) -> str:
        """The text of the first element of that name, in its `<text>` where it has one."""
        node = self.first(name)
        if node is None:
            return ""
        text = node.first("text")
        return (node.text if text is None else text.text).strip()


class _Questions(ContentHandler):
    """Hands each `<question>` over when it ends, and forgets it."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading
        self.numbered = 0
        self.begun = 0
        """The line of the question that is open."""
        self._open: list[Node] = []
        self._depth = self._size = self._nodes = 0
        self._texts: list[list[str]] = []
        self._locator: Locator

    def setDocumentLocator(self, locator: Locator) -> None:
        self._locator = locator

    def startElement(self, name: str, attrs: object) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise SAXException("too deep")
        if not self._open and name != "question":
            return
        line = self._locator.getLineNumber() or 0
        node = Node(name, dict(attrs.items()), line)  # type: ignore[attr-defined]
        if not self._open:
            self.begun, self._size, self._nodes = line, 0, 0
        elif self._nodes <= MOST_NODES:
            self._nodes += 1
            self._open[-1].inside.append(node)
        self._open.append(node)
        self._texts.append([])

    def characters(self, content: str) -> None:
        if self._open and self._open[-1].name not in _UNREAD and self._size <= MOST_TEXT:
            self._size += len(content)
            self._texts[-1].append(content)

    def endElement(self, name: str) -> None:
        self._depth -= 1
        if not self._open:
            return
        node = self._open.pop()
        node.text = "".join(self._texts.pop())
        if not self._open:
            self.begun = 0
            self._take(node)

    def _take(self, node: Node) -> None:
        kind = node.attributes.get("type", "").strip()
        if kind in _NO_QUESTION:
            if kind == "category" and "title" not in self.reading.deck:
                self.reading.deck["title"] = node.said("category").rsplit("/", 1)[-1].strip()
            return
        self.numbered += 1
        place = Place(number=self.numbered, line=node.line)
        try:
            self.reading.add(_question(node, kind, place))
        except Unfit as fault:
            sample = plain_from_html(node.said("questiontext")).text
            self.reading.leave_out(fault, place, sample or node.said("name"))


def read_moodle(source: Decoded) -> Reading:
    from defusedxml import DefusedXmlException
    from defusedxml.expatreader import create_parser

    text = _DECLARATION.sub(r"\1", source.text, count=1)  # what it says of the encoding is done
    reading = Reading()
    handler = _Questions(reading)
    parser = create_parser(forbid_dtd=False, forbid_entities=True, forbid_external=True)
    parser.setContentHandler(handler)
    try:
        parser.parse(io.BytesIO(text.encode("utf-8", "replace")))
    except DefusedXmlException:
        raise Unfit(
            N_("The file defines entities of its own (<!ENTITY …>), which are not read."),
            N_("Export it anew from Moodle as “Moodle XML format”."),
        ) from None
    except SAXException as fault:
        line = fault.getLineNumber() if isinstance(fault, SAXParseException) else handler.begun
        reading.leave_out(
            Unfit(
                N_("The XML is damaged or cut off here; nothing behind it was read."),
                N_("Export it anew from Moodle as “Moodle XML format”."),
            ),
            Place(line=line or 0),
        )
    return reading


def _question(node: Node, kind: str, place: Place) -> Found:
    ask = _seen(node.said("questiontext"))
    entry: Entry = {"ask": ask}
    match kind:
        case "multichoice" | "multichoiceset":
            entry |= _choice(node)
        case "truefalse":
            entry |= _true_false(node)
        case "numerical":
            entry |= _numerical(node)
        case "ordering":
            entry |= _ordering(node)
        case _:
            refuse_kind(kind or "?")
    explain = plain_from_html(node.said("generalfeedback")).text
    if explain:
        entry["explain"] = explain
    hint = next((text for n in node.all("hint") if (text := _text_in(n))), "")
    if hint:
        entry["hint"] = hint
    tags = node.first("tags")
    notes = [("tag", tag.said("text")) for tag in tags.all("tag")] if tags else []
    entry |= entry_from_tags([("id", node.said("idnumber")), *notes])
    return Found(place, entry, node.said("name"))


def _seen(text: str) -> str:
    return without_media(plain_from_html(text))


def _text_in(node: Node) -> str:
    text = node.first("text")
    return plain_from_html(node.text if text is None else text.text).text


def _choice(node: Node) -> Entry:
    options, remarks = [], []
    for answer in node.all("answer"):
        share = _share(answer)
        options.append(Option(_seen(_raw(answer)), share))
        if share > 0:
            remarks.append(plain_from_html(answer.said("feedback")).text)
    several = node.said("single").lower() in ("false", "0")
    entry = from_shares(options, several=several)
    if entry["kind"] != "true_false" and node.said("shuffleanswers").lower() in ("false", "0"):
        entry["keep_order"] = "true"
    if len(remarks) == 1 and remarks[0]:
        entry["explain"] = remarks[0]
    return entry


def _true_false(node: Node) -> Entry:
    right = [answer for answer in node.all("answer") if _share(answer) > 0]
    truth = truth_of(plain_from_html(_raw(right[0])).text) if len(right) == 1 else ""
    if not truth:
        raise Unfit(
            N_("Neither “true” nor “false” is marked as right."),
            N_("Mark the right one in the program the file comes from."),
        )
    entry: Entry = {"kind": "true_false", "answer": truth}
    remark = plain_from_html(right[0].said("feedback")).text
    return entry | ({"explain": remark} if remark else {})


def _numerical(node: Node) -> Entry:
    full = [answer for answer in node.all("answer") if _share(answer) >= 100]
    if len(full) != 1:
        raise Unfit(
            N_("{n} numbers give all points; an estimate has one answer."),
            N_("Keep one of them."),
            n=len(full),
        )
    numbers = [decimal_of(_raw(full[0])), decimal_of(full[0].said("tolerance") or "0")]
    answer, tolerance = numbers
    if answer is None or tolerance is None:
        raise Unfit(
            N_("“{given}” is not a number."),
            N_("Write it in digits, as in 12 or 2.5."),
            given=_raw(full[0])[:40],
        )
    units = node.first("units")
    unit = next((u.said("unit_name") for u in units.all("unit")), "") if units else ""
    return estimate_of(answer, tolerance, unit)


def _ordering(node: Node) -> Entry:
    answers = list(node.all("answer"))
    places = [_share(answer) for answer in answers]
    if len(set(places)) == len(places):  # its place stands where others have the share
        answers = [answer for _, answer in sorted(zip(places, answers, strict=True), key=_first)]
    return {"kind": "order", "options": [_seen(_raw(answer)) for answer in answers]}


def _first(pair: tuple[Decimal, Node]) -> Decimal:
    return pair[0]


def _raw(answer: Node) -> str:
    text = answer.first("text")
    return (answer.text if text is None else text.text).strip()


def _share(answer: Node) -> Decimal:
    share = decimal_of(answer.attributes.get("fraction", "0"))
    if share is None or abs(share) > 100:
        raise Unfit(
            N_("“{weight}” is no share of the points."),
            N_("Write a number from -100 to 100."),
            weight=answer.attributes.get("fraction", "")[:20],
        )
    return share
