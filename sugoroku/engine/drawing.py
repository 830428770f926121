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
        fresh, asked = _fresh(pool, asked)
        which, dice = below(len(fresh), dice)
        name = fresh[which]
    orders = game.orders[name]
    if orders:
        order = orders[number % COMMON_ORDERS]
    else:
        order, dice = _shown(game.questions[name], dice)
    phase = AwaitAnswer(name, order, topic, level, pending)
    return phase, QuestionAsked(turn, name, order), (*asked, name), dice


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


def _fresh(pool: Asked, asked: Asked) -> tuple[Asked, Asked]:
    """Those of the pool not asked before; when all were, they come back except the last."""
    known = set(asked)
    fresh = tuple([name for name in pool if name not in known])
    if fresh:
        return fresh, asked
    last = next(name for name in reversed(asked) if name in pool)
    asked = tuple(name for name in asked if name not in pool)
    if len(pool) == 1:
        return pool, asked
    return tuple(name for name in pool if name != last), (*asked, last)


def _shown(question: Question, dice: int) -> tuple[tuple[int, ...], int]:
    """Any order of many options; an `order` question is never shown solved."""
    count = len(getattr(question, "options", ()))
    order, dice = shuffled(count, dice)
    while isinstance(question, Order) and count > 1 and order == tuple(range(count)):
        order, dice = shuffled(count, dice)
    return order, dice
