"""Drawing questions: without repetition among those that fit, with their options in drawn order."""

from msgspec.structs import replace

from sugoroku.engine.dice import below, shuffled
from sugoroku.engine.events import QuestionAsked
from sugoroku.engine.game import COMMON_ORDERS, Game
from sugoroku.engine.refusals import Refusal, Refused
from sugoroku.engine.scripts import Effects
from sugoroku.engine.state import AwaitAnswer
from sugoroku.model.effects import Quiz
from sugoroku.model.ids import QuestionId, TeamId
from sugoroku.model.quiz import Order, Question

Asked = tuple[QuestionId, ...]
Opened = tuple[AwaitAnswer, QuestionAsked, Asked, int]
"""The open question, how it is told, the questions asked so far, and the dice after it."""


def ask(
    game: Game,
    turn: TeamId,
    quiz: Quiz,
    pending: Effects,
    asked: Asked,
    dice: int,
    pool: Asked = (),
) -> Opened | None:
    """Opens a question for the team `turn`; None: the edition has no question at all.

    `pending`: effects still to apply after those of the answer; `pool`: whence to draw, if not
    from those that fit the quiz best.
    """
    topic = quiz.topic
    level = quiz.level
    if not pool:
        pools = game.pools[topic, level]
        if not pools:
            return None
        pool = pools[0]
    number, dice = below(len(pool) * COMMON_ORDERS, dice)
    name = pool[number // COMMON_ORDERS]
    if name in asked:
        name, asked, dice = _another(pool, asked, dice)
    orders = game.orders[name]
    if orders:
        order = orders[number % COMMON_ORDERS]
    else:
        order, dice = _shown(game.questions[name], dice)
    phase = AwaitAnswer(name, order, topic, level, pending)
    asked = asked + (name,)  # noqa: RUF005 (faster)
    return phase, QuestionAsked(turn, name, order), asked, dice


def swap(game: Game, turn: TeamId, phase: AwaitAnswer, asked: Asked, dice: int) -> Opened:
    """Another question in place of the open one. Refused NO_OTHER_QUESTION when there is none."""
    for pool in game.pools[phase.topic, phase.level]:
        if pool != (phase.question,):
            quiz = Quiz(phase.topic, phase.level)
            opened = ask(game, turn, quiz, phase.pending, asked, dice, pool)
            if opened is not None:
                after, told, asked, dice = opened
                return after, replace(told, swapped=True), asked, dice
    raise Refused(Refusal.NO_OTHER_QUESTION)


def _another(pool: Asked, asked: Asked, dice: int) -> tuple[QuestionId, Asked, int]:
    """One not asked before; when all were, they come back except the last."""
    if 2 * len(asked) < len(pool):  # most are new: drawing on is quicker than sorting out
        which, dice = below(len(pool), dice)
        if pool[which] not in asked:
            return pool[which], asked, dice
    known = set(asked)
    fresh = [name for name in pool if name not in known]
    if not fresh:
        last = next(name for name in reversed(asked) if name in pool)
        among = set(pool)
        asked = tuple([name for name in asked if name not in among])
        fresh = [last]
        if len(pool) > 1:
            fresh = [name for name in pool if name != last]
            asked = (*asked, last)
    which, dice = below(len(fresh), dice)
    return fresh[which], asked, dice


def _shown(question: Question, dice: int) -> tuple[tuple[int, ...], int]:
    """Any order of many options; an `order` question is never shown solved."""
    count = len(getattr(question, "options", ()))
    order, dice = shuffled(count, dice)
    while isinstance(question, Order) and count > 1 and order == tuple(range(count)):
        order, dice = shuffled(count, dice)
    return order, dice
