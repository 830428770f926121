"""Words for adults, in the language of the report."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from sugoroku.model.ids import Topic


class Words(Protocol):
    """The language of the report, without furigana."""

    @property
    def language(self) -> str: ...

    def __call__(self, message: str, /, **values: object) -> str:
        """A message of the program."""
        ...

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str: ...

    def number(self, value: float) -> str: ...

    def listed(self, items: Sequence[str]) -> str: ...

    def day(self, when: datetime) -> str:
        """With its year."""
        ...

    def language_name(self, code: str) -> str: ...


def topic_name(topic: Topic, tr: Words) -> str:
    names: dict[Topic, str] = {
        "climate": tr("Climate"),
        "energy": tr("Energy"),
        "transport": tr("Transport"),
        "waste": tr("Waste"),
        "water": tr("Water"),
        "nature": tr("Nature"),
        "city": tr("City"),
        "cooperation": tr("Together"),
    }
    return names[topic]


def percent(part: float, whole: float, tr: Words) -> str:
    return tr("{n}%", n=tr.number(round(100 * part / whole)))


def of_pupils(count: int, answered: int, tr: Words) -> str:
    """`9 (60%)`."""
    return tr("{count} ({percent})", count=tr.number(count), percent=percent(count, answered, tr))


def right_of(right: int, answers: int, tr: Words) -> str:
    """`21 of 34`."""
    return tr("{right} of {n}", right=tr.number(right), n=tr.number(answers))
