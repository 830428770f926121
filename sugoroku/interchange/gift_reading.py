"""GIFT, Moodle's text format for questions.

Read here, because the parsers kept on PyPI stop at the first fault and tell no line.
"""

import re
from decimal import Decimal

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
from sugoroku.interchange.gift_blocks import Block, cut, split_at, unescaped
from sugoroku.interchange.markup import Plain, plain_from_html
from sugoroku.interchange.media import without_media
from sugoroku.interchange.tags import entry_from_tags

GAP = "_____"
_WEIGHT = re.compile(r"\s*%(-?[0-9]{1,3}(?:\.[0-9]{1,7})?)%")
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.I)
_ORDERING = re.compile(r">[^\n]*")


def read_gift(source: Decoded) -> Reading:
    reading = Reading()
    pieces = cut(source.lines())
    if pieces.category:
        reading.deck["title"] = pieces.category
    for block in pieces.blocks:
        place = Place(line=block.line)
        try:
            reading.add(_question(block, place))
        except Unfit as fault:
            reading.leave_out(fault, place, block.text)
    return reading


def _question(block: Block, place: Place) -> Found:
    name, text = _name(block.text)
    before, opened, rest = _cut_once(text, "{")
    if not opened:
        raise Unfit(
            N_("There are no answers in braces."),
            N_("Write them behind the question, as in: {example}"),
            example="{=right ~wrong ~wrong}",
        )
    inside, closed, after = _cut_once(rest, "}")
    if not closed:
        raise Unfit(
            N_("A brace is opened in this question and never closed."),
            N_("Write {close} behind the last answer, and {escaped} for a brace in a text."),
            close="}",
            escaped="\\{",
        )
    if _cut_once(after, "{")[1]:
        raise Unfit(
            N_("The question has more than one pair of braces."),
            N_("Make one question of each gap; begin the next question behind an empty line."),
        )
    after, _, explained = after.partition("####")  # outside the braces, where many put it
    gap = f" {GAP} " if after.strip() else " "
    ask = _seen(before + gap + after)
    entry: Entry = {"ask": ask, **_answers(inside.strip())}
    if _plain(explained).text:
        entry.setdefault("explain", _plain(explained).text)
    entry.update(entry_from_tags(block.notes))
    return Found(place, entry, name)


def _name(text: str) -> tuple[str, str]:
    text = text.lstrip()
    if text.startswith("::"):
        end = re.compile(r"(?<!\\)::").search(text, 2)
        if end is not None:
            return unescaped(text[2 : end.start()]).strip(), text[end.end() :]
    return "", text


def _cut_once(text: str, sign: str) -> tuple[str, bool, str]:
    """Before the sign, whether it is there, behind it."""
    first = split_at(text, sign)[0]
    return first, len(first) < len(text), text[len(first) + 1 :]


def _plain(text: str) -> Plain:
    """The text as pupils see it."""
    form = _FORMAT.match(text)
    if form is not None:
        text = text[form.end() :]
    if form is not None and form[1].lower() == "plain":
        return Plain((" ".join(unescaped(text).split()),), False)
    return plain_from_html(unescaped(text))


def _seen(text: str) -> str:
    return without_media(_plain(text))


def _answers(text: str) -> Entry:
    """What the braces say: kind, options, answer, explanation."""
    body, _, general = text.partition("####")
    body = body.strip()
    entry: Entry = {}
    if body.startswith("#"):
        entry, remark = _number(body[1:])
    elif body.startswith(">"):
        items = [_seen(line) for line in _ORDERING.sub("", body, count=1).split("\n")]
        entry, remark = {"kind": "order", "options": [item for item in items if item]}, ""
    else:
        first, *remarks = split_at(body, "#")
        truth = truth_of(first) if first.strip().upper() in ("T", "TRUE", "F", "FALSE") else ""
        if truth:
            entry, remark = {"kind": "true_false", "answer": truth}, "".join(remarks[1:2])[1:]
        else:
            entry, remark = _options(body)
    explain = _plain(general).text or _plain(remark).text
    if explain:
        entry["explain"] = explain
    return entry


def _options(body: str) -> tuple[Entry, str]:
    """A choice with the remark on its right answer. Unfit for kinds with free or paired answers."""
    start, *marked = split_at(body, "~=")
    if not body:
        refuse_kind("essay")
    if start.strip():
        raise Unfit(
            N_("The answers do not begin with = or ~."),
            N_("Write = before the right answer and ~ before each wrong one."),
        )
    if not any(part.startswith("~") for part in marked):
        refuse_kind("matching" if any("->" in part for part in marked) else "short answer")
    options, remarks = [], []
    for part in marked:
        option, remark = _option(part)
        options.append(option)
        if option.share > 0:
            remarks.append(remark)
    several = all(part.startswith("~") for part in marked)
    return from_shares(options, several=several), remarks[0] if len(remarks) == 1 else ""


def _option(part: str) -> tuple[Option, str]:
    answer, *remarks = split_at(part[1:], "#")
    share = Decimal(100 if part.startswith("=") else 0)
    weight = _WEIGHT.match(answer)
    if weight is not None:
        share, answer = Decimal(weight[1]), answer[weight.end() :]
    elif answer.lstrip().startswith("%"):
        raise Unfit(
            N_("“{weight}” is no share of the points."),
            N_("Write a number from -100 to 100 between two percent signs: %50%."),
            weight=answer.strip()[:20],
        )
    seen = _seen(answer)
    if not seen:
        raise Unfit(
            N_("An option is empty."),
            N_("Write its text; {sign} begins a remark, so write {escaped} for one in a text."),
            sign="#",
            escaped="\\#",
        )
    return Option(seen, share), "".join(remarks[:1])[1:]


def _number(body: str) -> tuple[Entry, str]:
    """`3.14:0.01`, `1..5`, or several of them with `=`; the one that gives all points."""
    parts = split_at(body, "=~")
    marked = [part for part in parts if part.startswith("=")]
    chosen = [part[1:] for part in marked] or [parts[0]]
    full = []
    for part in chosen:
        weight = _WEIGHT.match(part)
        if weight is None or Decimal(weight[1]) >= 100:
            full.append(part[weight.end() :] if weight else part)
    if len(full) != 1:
        raise Unfit(
            N_("{n} numbers give all points; an estimate has one answer."),
            N_("Keep one of them."),
            n=len(full),
        )
    value, *remarks = split_at(full[0], "#")
    return _range(unescaped(value)), "".join(remarks[:1])[1:]


def _range(text: str) -> Entry:
    low, dots, high = text.partition("..")
    answer, _, tolerance = text.partition(":")
    numbers = (
        [decimal_of(low), decimal_of(high)]
        if dots
        else [decimal_of(answer), decimal_of(tolerance or "0")]
    )
    first, second = numbers
    if first is None or second is None:
        raise Unfit(
            N_("“{given}” is not a number."),
            N_("Write it in digits, as in 12 or 2.5."),
            given=text.strip()[:40],
        )
    if dots:
        return estimate_of((first + second) / 2, (second - first) / 2)
    return estimate_of(first, second)
