"""Adds the answers of several lessons up, identical items and questions only."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import chain
from typing import Literal

from sugoroku.model.ids import Level, Topic
from sugoroku.model.results import ItemKind, ItemTally, LessonResults
from sugoroku.model.survey import FEWEST_SHOWN, MOMENTS, Moment

When = Literal["both", "before", "after"]
WHEN: tuple[When, ...] = ("both", "before", "after")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, word for word: what differs in anything is not added up."""

    item: str
    kind: ItemKind
    ask: str
    options: tuple[str, ...]
    right: int | None
    smiling: bool


@dataclass(frozen=True, slots=True)
class Pool:
    """What the pupils of several lessons answered to one item, at one moment."""

    answered: int = 0
    counts: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()
    each: tuple[tuple[int, ItemTally], ...] = ()
    """What was added up: places of lessons, and what was said there."""
    withheld: int = 0
    """Pupils in groups so small that their answers are not even added to those of others."""
    crowd: int = 0
    """Pupils who answered anything at this moment, in these lessons."""

    @property
    def shown(self) -> bool:
        return max(self.answered, self.crowd if self.texts else 0) >= FEWEST_SHOWN


@dataclass(frozen=True, slots=True)
class Item:
    """One item over the lessons that asked it at the same moments."""

    asked: Asked
    when: When
    before: Pool
    after: Pool


@dataclass(frozen=True, slots=True)
class QuestionSum:
    """One question of the quiz over all lessons."""

    ask: str
    topic: Topic
    level: Level
    answers: int
    right: int


@dataclass(frozen=True, slots=True)
class Misfit:
    """An item of the same name that was not asked alike everywhere."""

    item: str
    differing: tuple[str, ...]
    """Of `kind`, `ask`, `options`, `right`: what is not the same."""
    lessons: tuple[tuple[int, ...], ...]
    """A group of places for each way of asking it."""


def tallies(lesson: LessonResults, moment: Moment) -> tuple[ItemTally, ...]:
    return lesson.before if moment == "before" else lesson.after


def crowd(lesson: LessonResults, moment: Moment) -> int:
    """Pupils who answered the survey of this moment, as far as it can be told."""
    return max((tally.answered for tally in tallies(lesson, moment)), default=0)


def asked(tally: ItemTally) -> Asked:
    return Asked(tally.item, tally.kind, tally.ask, tally.options, tally.right, tally.smiling)


def counted(lessons: Sequence[LessonResults], moment: Moment) -> tuple[int, int]:
    """Pupils who answered the survey of this moment: those who may be counted, and those withheld,
    because with them one could tell a small group from the sum.
    """
    crowds = [crowd(lesson, moment) for lesson in lessons]
    small = sum(pupils for pupils in crowds if pupils < FEWEST_SHOWN)
    withheld = small if small < FEWEST_SHOWN else 0
    return sum(crowds) - withheld, withheld


def items(lessons: Sequence[LessonResults]) -> tuple[Item, ...]:
    """All items in the order in which they were asked.

    An item that a class answered before and after the game is compared over such classes only,
    the same on both sides; what other classes said to it is an item of its own. So is what is
    left of a class that is too small to be shown on one side.
    """
    asked_at: dict[Asked, list[_Sides]] = {}
    for place, lesson in enumerate(lessons):
        at = {moment: {asked(t): t for t in tallies(lesson, moment)} for moment in MOMENTS}
        crowds = {moment: crowd(lesson, moment) for moment in MOMENTS}
        for key in dict.fromkeys(chain(at["before"], at["after"])):
            asked_at.setdefault(key, []).append(
                {m: _Part(place, at[m][key], crowds[m]) for m in MOMENTS if key in at[m]}
            )
    return tuple(chain.from_iterable(_split(key, sides) for key, sides in asked_at.items()))


def _split(key: Asked, sides: "Sequence[_Sides]") -> Iterator[Item]:
    """One way of asking: compared where it can be, and apart what cannot be compared.

    A side of which nothing can be shown is mentioned with the other.
    """
    given = [{m: part for m, part in each.items() if part.tally.answered} for each in sides]
    pairs = _compared([each for each in given if len(each) == len(MOMENTS)])
    taken = {each["before"].place for each in pairs}
    before, after = (
        _pool([each[m] for each in given if m in each and each[m].place not in taken])
        for m in MOMENTS
    )
    if pairs:
        both = Item(key, "both", *(_pool([each[m] for each in pairs]) for m in MOMENTS))
        if before.each or after.each:
            yield both
        else:
            yield _mentioning(both, before, after)
            return
    if before.each and after.each:
        yield Item(key, "before", before, Pool())
        yield Item(key, "after", Pool(), after)
    elif before.each:
        yield Item(key, "before", before, after)
    elif after.each:
        yield Item(key, "after", before, after)
    else:
        yield Item(key, _empty(sides, before, after), before, after)


def _mentioning(both: Item, before: Pool, after: Pool) -> Item:
    return replace(
        both,
        before=replace(both.before, withheld=before.withheld),
        after=replace(both.after, withheld=after.withheld),
    )


def _empty(sides: "Sequence[_Sides]", before: Pool, after: Pool) -> When:
    """Where an item stands of which nothing can be shown."""
    if before.withheld and after.withheld:
        return "both"
    if before.withheld or after.withheld:
        return "before" if before.withheld else "after"
    return "after" if any("after" in each for each in sides) else "before"


def _compared(pairs: "Sequence[_Sides]") -> "Sequence[_Sides]":
    """Classes that can be counted on both sides. Of those with a small side as many as possible,
    if their small sides together are no small group, neither before nor after.
    """
    chosen = [each for each in pairs if not any(part.small for part in each.values())]
    weak = [each for each in pairs if any(part.small for part in each.values())]
    strong_after = [each for each in weak if not each["after"].small]
    strong_before = [each for each in weak if not each["before"].small]
    for added in (weak, strong_after, strong_before):
        small = [
            sum(each[moment].tally.answered for each in added if each[moment].small)
            for moment in MOMENTS
        ]
        if all(pupils == 0 or pupils >= FEWEST_SHOWN for pupils in small):
            chosen += added
            break
    return sorted(chosen, key=lambda each: each["before"].place)


@dataclass(frozen=True, slots=True)
class _Part:
    """One class's share in a pool."""

    place: int
    tally: ItemTally
    crowd: int

    @property
    def small(self) -> bool:
        """Of a text it counts how many could have written it."""
        group = self.crowd if self.tally.kind == "text" else self.tally.answered
        return group < FEWEST_SHOWN


_Sides = dict[Moment, _Part]
"""What one class said to an item, at each moment at which it was asked."""


def _pool(parts: Sequence[_Part]) -> Pool:
    """Small groups are added only if together they are no small group: else one could be
    told by taking the others from the sum.
    """
    small = sum(part.tally.answered for part in parts if part.small)
    together = small >= FEWEST_SHOWN
    kept = [part for part in parts if together or not part.small]
    tallied = [part.tally for part in kept]
    return Pool(
        answered=sum(tally.answered for tally in tallied),
        counts=tuple(map(sum, zip(*(tally.counts for tally in tallied), strict=True))),
        numbers=tuple(sorted(chain.from_iterable(tally.numbers for tally in tallied))),
        texts=_mixed(tuple(tally.texts for tally in tallied)),
        each=tuple((part.place, part.tally) for part in kept),
        withheld=0 if together else small,
        crowd=sum(part.crowd for part in kept),
    )


def _mixed(texts: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """One class's texts keep their order, which tells nothing; those of several are mixed."""
    if len(texts) == 1:
        return texts[0]
    return tuple(sorted(chain.from_iterable(texts), key=_shuffled))


def _shuffled(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def misfits(lessons: Sequence[LessonResults]) -> Iterator[Misfit]:
    """Items that have the same id and are not the same."""
    ways: dict[str, dict[Asked, list[int]]] = defaultdict(dict)
    for place, lesson in enumerate(lessons):
        for key in dict.fromkeys(map(asked, (*lesson.before, *lesson.after))):
            ways[key.item].setdefault(key, []).append(place)
    for item, found in ways.items():
        if len(found) > 1:
            names = ("kind", "ask", "options", "right")
            differing = tuple(n for n in names if len({getattr(key, n) for key in found}) > 1)
            yield Misfit(item, differing, tuple(map(tuple, found.values())))


def questions(lessons: Sequence[LessonResults]) -> tuple[QuestionSum, ...]:
    """The quiz over all lessons, in the order in which the questions first appear."""
    sums: dict[tuple[str, str], list[int]] = {}
    known: dict[tuple[str, str], tuple[Topic, Level]] = {}
    for tally in chain.from_iterable(lesson.quiz for lesson in lessons):
        key = (tally.question, tally.ask)
        known.setdefault(key, (tally.topic, tally.level))
        total = sums.setdefault(key, [0, 0])
        total[0] += tally.answers
        total[1] += tally.right
    return tuple(
        QuestionSum(key[1], *known[key], answers=answers, right=right)
        for key, (answers, right) in sums.items()
    )


@dataclass(frozen=True, slots=True)
class Known:
    """Right answers and all answers to knowledge items, of classes asked twice."""

    right_before: int
    before: int
    right_after: int
    after: int


def known(found: Sequence[Item]) -> Known | None:
    """What classes knew before and after the game; None when nothing can be shown."""
    sums = [0, 0, 0, 0]
    for item in found:
        right = item.asked.right
        if right is None or item.when != "both" or not (item.before.shown and item.after.shown):
            continue
        for at, pool in ((0, item.before), (2, item.after)):
            sums[at] += pool.counts[right]
            sums[at + 1] += pool.answered
    return Known(*sums) if sums[1] and sums[3] else None
