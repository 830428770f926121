"""Classes that have played, made by hand; the words of the program in three languages."""

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec

from sugoroku.app.reporting import GrownUpWords
from sugoroku.i18n.translator import Translator
from sugoroku.model.results import ItemTally, LessonResults, QuizTally

LOCALES = Path(__file__).resolve().parents[2] / "locales"


def words(language: str = "en") -> GrownUpWords:
    return GrownUpWords(Translator(language, [LOCALES]))


def fun(*counts: int, **changes: Any) -> ItemTally:
    tally = ItemTally(
        item="fun",
        kind="faces",
        ask="How much fun was it?",
        answered=sum(counts),
        options=("Little", "Some", "Great"),
        counts=counts,
    )
    return msgspec.structs.replace(tally, **changes)


def knowing(*counts: int, **changes: Any) -> ItemTally:
    """The second option is right."""
    tally = ItemTally(
        item="gas",
        kind="knowledge",
        ask="Which gas warms the air?",
        answered=sum(counts),
        options=("Helium", "Carbon dioxide", "I don't know yet"),
        counts=counts,
        right=1,
    )
    return msgspec.structs.replace(tally, **changes)


def several(answered: int, *counts: int) -> ItemTally:
    return ItemTally(
        item="will_do",
        kind="several",
        ask="What would you try?",
        answered=answered,
        options=("Walk", "Sort", "Switch off"),
        counts=counts,
    )


def ages(*numbers: int) -> ItemTally:
    return ItemTally(
        item="age", kind="number", ask="How old?", answered=len(numbers), numbers=numbers
    )


def said(*texts: str) -> ItemTally:
    return ItemTally(
        item="noticed", kind="text", ask="What did you notice?", answered=len(texts), texts=texts
    )


def asked(name: str, right: int, answers: int, **changes: Any) -> QuizTally:
    tally = QuizTally(
        question=f"deck/{name}",
        topic="energy",
        level=1,
        ask=f"Question {name}?",
        answers=answers,
        right=right,
    )
    return msgspec.structs.replace(tally, **changes)


def lesson(number: int = 1, **changes: Any) -> LessonResults:
    """Fifteen pupils in three teams; `number` is its day in November."""
    results = LessonResults(
        session=f"2026-11-{number:02}_0930_toyama",
        edition="toyama",
        title="Stop!",
        place="Toyama",
        language="ja",
        program="1.0",
        content="abc",
        started=f"2026-11-{number:02}T09:30:00+09:00",
        minutes=35,
        grade=5,
        teams=(5, 5, 5),
        quiz=(asked("a", 2, 6), asked("b", 5, 5, topic="water")),
        before=(knowing(6, 3, 6),),
        after=(knowing(2, 12, 1), fun(1, 4, 10), several(15, 9, 3, 12), said("Wonderful")),
    )
    return msgspec.structs.replace(results, **changes)


class Page(HTMLParser):
    """What a browser finds: tags with their attributes, and the text beside styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.rows: list[str] = []
        self._hidden = self._in_row = False
        self.feed(html)
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._hidden = tag == "style"
        if tag == "tr":
            self.rows.append("")
            self._in_row = True

    def handle_endtag(self, tag: str) -> None:
        self._hidden = self._hidden and tag != "style"
        self._in_row = self._in_row and tag != "tr"

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.text += f" {data}"
            if self._in_row:
                self.rows[-1] = " ".join(f"{self.rows[-1]} {data}".split())

    def names(self) -> set[str]:
        return {tag for tag, _ in self.tags}

    def row(self, label: str) -> str:
        """The first row that starts so."""
        return next(row for row in self.rows if row.startswith(label))
