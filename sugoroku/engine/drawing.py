"""Drawing questions: without repetition among those that fit, with their options in drawn order."""

from sugoroku.engine.dice import draw, shuffled
from sugoroku.engine.events import QuestionAsked
from sugoroku.engine.game import Game
from sugoroku.engine.refusals import Refusal, Refused
from sugoroku.engine.scripts import Effects
from sugoroku.engine.state import AwaitAnswer
from sugoroku.model.effects import Quiz
from sugoroku.model.ids import QuestionId, TeamId

Asked = tuple[QuestionId, ...]
Opened = tuple[AwaitAnswer, QuestionAsked, Asked, int]
"""The open question, how it is told, the questions asked so far, and the dice after it."""


def ask(
    game: Game, turn: TeamId, quiz: Quiz, pending: Effects, asked: Asked, dice: int
) -> Opened | None:
    """Opens a question for the team `turn`; None: the edition has no question at all.

    `pending`: effects still to apply after those of the answer.
    """
    pools = game.pools[quiz.topic, quiz.level]
    if not pools:
        return None
    name, asked, dice = _pick(pools[0], asked, dice)
    order, dice = option_order(game, name, dice)
    phase = AwaitAnswer(name, order, quiz.topic, quiz.level, pending)
    return phase, QuestionAsked(turn, name, order), asked, dice


def swap(game: Game, turn: TeamId, phase: AwaitAnswer, asked: Asked, dice: int) -> Opened:
    """Another question in place of the open one. Refused NO_OTHER_QUESTION when there is none."""
    for pool in game.pools[phase.topic, phase.level]:
        if pool != (phase.question,):
            name, asked, dice = _pick(pool, asked, dice)
            order, dice = option_order(game, name, dice)
            after = AwaitAnswer(name, order, phase.topic, phase.level, phase.pending)
            return after, QuestionAsked(turn, name, order, True), asked, dice
    raise Refused(Refusal.NO_OTHER_QUESTION)


def option_order(game: Game, name: QuestionId, dice: int) -> tuple[tuple[int, ...], int]:
    """How the options are shown, as indexes in the file, and the next state of the dice."""
    orders = game.orders[name]
    if len(orders) == 1:
        return orders[0], dice
    if orders:
        return draw(orders, dice)
    written = order = tuple(range(game.options[name]))
    while order == written:
        order, dice = shuffled(len(written), dice)
    return order, dice


def _pick(pool: Asked, asked: Asked, dice: int) -> tuple[QuestionId, Asked, int]:
    """One of the pool not asked before; when all were, they come back except the last."""
    name, dice = draw(pool, dice)
    if name in asked:
        fresh = [other for other in pool if other not in asked]
        if not fresh:
            last = next(other for other in reversed(asked) if other in pool)
            asked = tuple(other for other in asked if other not in pool)
            if len(pool) > 1:
                asked = (*asked, last)
                fresh = [other for other in pool if other != last]
            else:
                fresh = [last]
        name, dice = draw(fresh, dice)
    return name, (*asked, name), dice
