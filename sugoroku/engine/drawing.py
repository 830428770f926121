"""Drawing questions: without repetition among those that fit, with their options in drawn order."""

from sugoroku.engine.dice import below, draw, shuffled
from sugoroku.engine.draft import Draft
from sugoroku.engine.events import NoQuestion, QuestionAsked
from sugoroku.engine.refusals import Refusal, Refused
from sugoroku.engine.state import AwaitAnswer
from sugoroku.model.effects import AnyEffect
from sugoroku.model.ids import QuestionId
from sugoroku.model.quiz import Estimate, Order, Question, TrueFalse


def ask(draft: Draft, topic: str | None, level: int | None, pending: tuple[AnyEffect, ...]) -> bool:
    """Opens a question for the team on turn; False: the edition has none."""
    pools = draft.game.pools[topic, level]
    if not pools:
        draft.events.append(NoQuestion(draft.turn))
        return False
    _open(draft, _pick(draft, pools[0]), AwaitAnswer("", (), topic, level, pending), False)
    return True


def swap(draft: Draft, phase: AwaitAnswer) -> None:
    """Another question in place of the open one. Refused NO_OTHER_QUESTION when there is none."""
    for pool in draft.game.pools[phase.topic, phase.level]:
        if pool != (phase.question,):
            _open(draft, _pick(draft, pool), phase, True)
            return
    raise Refused(Refusal.NO_OTHER_QUESTION)


def _open(draft: Draft, question: QuestionId, phase: AwaitAnswer, swapped: bool) -> None:
    draft.asked = (*draft.asked, question)
    order, draft.dice = option_order(draft.game.questions[question], draft.dice)
    draft.phase = AwaitAnswer(question, order, phase.topic, phase.level, phase.pending)
    draft.events.append(QuestionAsked(draft.turn, question, order, swapped))


def _pick(draft: Draft, pool: tuple[QuestionId, ...]) -> QuestionId:
    """One of the pool not asked before; when all were, they come back except the last."""
    asked = draft.asked
    which, draft.dice = below(len(pool), draft.dice)
    if pool[which] not in asked:
        return pool[which]
    fresh = [question for question in pool if question not in asked]
    if not fresh:
        last = next(question for question in reversed(asked) if question in pool)
        draft.asked = (*(question for question in asked if question not in pool), last)
        fresh = [question for question in pool if question != last]
        if not fresh:
            draft.asked = draft.asked[:-1]
            return last
    question, draft.dice = draw(fresh, draft.dice)
    return question


def option_order(question: Question, state: int) -> tuple[tuple[int, ...], int]:
    """How the options are shown, as indexes in the file, and the next state of the dice.

    An `order` question is never shown solved.
    """
    if isinstance(question, TrueFalse):
        return (0, 1), state
    if isinstance(question, Estimate):
        return (), state
    written = tuple(range(len(question.options)))
    if isinstance(question, Order):
        order = written
        while order == written and len(written) > 1:
            order, state = shuffled(len(written), state)
        return order, state
    return (written, state) if question.keep_order else shuffled(len(written), state)
