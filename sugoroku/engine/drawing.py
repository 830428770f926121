"""Drawing questions: without repetition among those that fit, with their options in drawn order."""

from sugoroku.engine.dice import draw, shuffled
from sugoroku.engine.draft import Draft
from sugoroku.engine.events import NoQuestion, QuestionAsked
from sugoroku.engine.refusals import Refusal, Refused
from sugoroku.engine.scripts import Effects
from sugoroku.engine.state import AwaitAnswer
from sugoroku.model.effects import Quiz
from sugoroku.model.ids import QuestionId
from sugoroku.model.quiz import Choice, Order, Question, Several, TrueFalse


def ask(draft: Draft, quiz: Quiz, pending: Effects) -> AwaitAnswer | None:
    """Opens a question for the team on turn; None: the edition has no question at all.

    `pending`: effects still to apply after those of the answer.
    """
    pools = draft.game.pools[quiz.topic, quiz.level]
    if not pools:
        draft.events.append(NoQuestion(draft.turn))
        return None
    question = _pick(draft, pools[0])
    order = _tell(draft, question, False)
    return AwaitAnswer(question, order, quiz.topic, quiz.level, pending)


def swap(draft: Draft, phase: AwaitAnswer) -> AwaitAnswer:
    """Another question in place of the open one. Refused NO_OTHER_QUESTION when there is none."""
    for pool in draft.game.pools[phase.topic, phase.level]:
        if pool != (phase.question,):
            question = _pick(draft, pool)
            order = _tell(draft, question, True)
            return AwaitAnswer(question, order, phase.topic, phase.level, phase.pending)
    raise Refused(Refusal.NO_OTHER_QUESTION)


def _tell(draft: Draft, name: QuestionId, swapped: bool) -> tuple[int, ...]:
    """Draws the order of the options and tells of the question."""
    draft.asked = (*draft.asked, name)
    order, draft.dice = option_order(draft.game.questions[name], draft.dice)
    draft.events.append(QuestionAsked(draft.turn, name, order, swapped))
    return order


def _pick(draft: Draft, pool: tuple[QuestionId, ...]) -> QuestionId:
    """One of the pool not asked before; when all were, they come back except the last."""
    asked = draft.asked
    question, draft.dice = draw(pool, draft.dice)
    if question not in asked:
        return question
    fresh = [question for question in pool if question not in asked]
    if not fresh:
        last = next(question for question in reversed(asked) if question in pool)
        kept = tuple(question for question in asked if question not in pool)
        if len(pool) == 1:
            draft.asked = kept
            return last
        draft.asked = (*kept, last)
        fresh = [question for question in pool if question != last]
    question, draft.dice = draw(fresh, draft.dice)
    return question


def option_order(question: Question, state: int) -> tuple[tuple[int, ...], int]:
    """How the options are shown, as indexes in the file, and the next state of the dice.

    An `order` question is never shown solved.
    """
    kind = type(question)
    if kind is Choice or kind is Several:
        options = len(question.options)
        return (tuple(range(options)), state) if question.keep_order else shuffled(options, state)
    if kind is Order:
        written = order = tuple(range(len(question.options)))
        while order == written and len(written) > 1:
            order, state = shuffled(len(written), state)
        return order, state
    return ((0, 1) if kind is TrueFalse else ()), state
