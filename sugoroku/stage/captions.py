"""What happened, as one short sentence in the class's language: for the bubble and the log.

Only names of teams ever appear here. `pupils' names` are unknown to the program.
"""

from collections.abc import Mapping
from typing import assert_never

from sugoroku.engine import events
from sugoroku.engine.refusals import Refusal
from sugoroku.i18n.translator import Translator
from sugoroku.model.ids import TeamId

LASTING = (
    events.Stayed, events.Rested, events.RestGiven, events.RestSet, events.RollAgainGiven,
    events.NoQuestion, events.Arrived, events.TeamMoved, events.LeavesSet, events.TurnPassed,
    events.TeamAdded, events.TeamRemoved, events.TeamRenamed, events.OrderChanged,
    events.AnsweringChanged, events.BellRung,
)  # fmt: skip
"""Their captions stay in the bubble until the next step: they are over too soon to be read."""


def caption(  # noqa: C901 - one arm an event
    event: events.AnyEvent, tr: Translator, names: Mapping[TeamId, str]
) -> str | None:
    """None for what needs no words. `names` maps team ids to labels."""
    team = names.get(getattr(event, "team", -1), "")
    match event:
        case events.TurnBegan():
            return tr("{team}, it is your turn!", team=team)
        case events.Rolled(total=n):
            return tr("{team} rolled {n}!", team=team, n=tr.number(n))
        case events.Walked(path=path):
            n = len(path) - 1
            return tr.plural("{team} walks {n} square.", "{team} walks {n} squares.", n, team=team)
        case events.Jumped():
            return tr("{team} jumps to another square!", team=team)
        case events.Stayed(total=n):
            return tr("{n} is too much for the goal: {team} stays.", team=team, n=tr.number(n))
        case events.ForkReached():
            return tr("{team}, which way will you go?", team=team)
        case events.LeavesChanged(by=by):
            return _leaves_changed(by, tr, team)
        case events.LeavesSet(total=n):
            return tr.plural("{team} now has {n} leaf.", "{team} now has {n} leaves.", n, team=team)
        case events.RestGiven(turns=n) | events.RestSet(turns=n):
            return _rest(n, tr, team)
        case events.RollAgainGiven():
            return tr("{team} may roll once more!", team=team)
        case events.QuestionAsked(swapped=swapped):
            return tr("Another question!") if swapped else tr("A question for {team}!", team=team)
        case events.NoQuestion():
            return tr("There is no question here.")
        case events.Answered(right=right):
            return _answered(right, tr, team)
        case events.Arrived():
            return tr("{team} has reached the goal!", team=team)
        case events.Rested():
            return tr("{team} rests this turn.", team=team)
        case events.RoundCompleted(round=n):
            return tr("Round {n} is complete.", n=tr.number(n))
        case events.Landed():
            return None
        case _:
            return _of_the_teacher(event, tr, team, names)


_TeachersEvent = (
    events.GameEnded
    | events.TeamMoved
    | events.TurnPassed
    | events.TeamAdded
    | events.TeamRemoved
    | events.TeamRenamed
    | events.OrderChanged
    | events.AnsweringChanged
    | events.BellRung
)


def _of_the_teacher(
    event: _TeachersEvent, tr: Translator, team: str, names: Mapping[TeamId, str]
) -> str:
    """What the teacher's commands did."""
    match event:
        case events.GameEnded():
            return tr("The game is over.")
        case events.TeamMoved():
            return tr("{team} stands on another square now.", team=team)
        case events.TurnPassed():
            return tr("{team} passes.", team=team)
        case events.TeamAdded(name=name):
            return tr("{team} joins the game!", team=name)
        case events.TeamRemoved():
            return tr("{team} leaves the game.", team=team)
        case events.TeamRenamed(name=name):
            return tr("The team is called {team} now.", team=name)
        case events.OrderChanged():
            return tr("The order of turns has changed.")
        case events.AnsweringChanged(mode="everyone"):
            return tr("From now on, all teams answer.")
        case events.AnsweringChanged():
            return tr("From now on, the team on turn answers.")
        case events.BellRung():
            return tr("This is the last round!")
        case _:
            assert_never(event)


def _leaves_changed(by: int, tr: Translator, team: str) -> str | None:
    if by > 0:
        return tr.plural("{team} gets {n} leaf!", "{team} gets {n} leaves!", by, team=team)
    if by < 0:
        return tr.plural("{team} loses {n} leaf.", "{team} loses {n} leaves.", -by, team=team)
    return None


def _rest(turns: int, tr: Translator, team: str) -> str:
    if turns == 0:
        return tr("{team} need not rest.", team=team)
    return tr.plural("{team} rests for {n} turn.", "{team} rests for {n} turns.", turns, team=team)


def _answered(right: bool, tr: Translator, team: str) -> str:
    if right:
        return tr("{team}: right!", team=team)
    return tr("{team}: so close!", team=team)


def refusal_text(refusal: Refusal, tr: Translator) -> str:
    """Why the table did not do what was asked, short enough for a toast."""
    match refusal:
        case Refusal.WRONG_PHASE:
            return tr("Not now.")
        case Refusal.GAME_OVER:
            return tr("The game is over.")
        case Refusal.ROLL_OUTSIDE_DICE:
            return tr("The dice cannot show that.")
        case Refusal.UNKNOWN_EXIT:
            return tr("There is no way there.")
        case Refusal.UNKNOWN_SQUARE:
            return tr("There is no such square.")
        case Refusal.UNKNOWN_TEAM:
            return tr("There is no such team.")
        case Refusal.ANSWER_DOES_NOT_FIT:
            return tr("That answer does not fit.")
        case Refusal.WRONG_ANSWERING:
            return tr("Someone else answers now.")
        case Refusal.NO_OTHER_QUESTION:
            return tr("There is no other question.")
        case Refusal.TOO_MANY_TEAMS:
            return tr("No more teams fit.")
        case Refusal.TOO_FEW_TEAMS:
            return tr("Two teams must stay.")
        case Refusal.BAD_NAME:
            return tr("That name cannot be used.")
        case Refusal.BAD_NUMBER:
            return tr("That number cannot be used.")
        case Refusal.BAD_ORDER:
            return tr("Every team needs one turn.")
        case Refusal.BELL_ALREADY_RUNG:
            return tr("It is the last round already.")
        case _:
            assert_never(refusal)
