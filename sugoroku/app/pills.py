"""What an answer or a square does, as the short words on a pill."""

from collections.abc import Iterable, Mapping

from sugoroku.engine import events
from sugoroku.i18n.translator import Translator
from sugoroku.model.ids import SquareId, TeamId


def pills(
    happened: Iterable[events.AnyEvent],
    team: TeamId,
    left: Mapping[SquareId, int],
    tr: Translator,
) -> list[str]:
    """In the order it happens; empty when nothing moves or counts.

    `left`: how many squares lie before the goal, which tells forward from back.
    """
    found: list[str] = []
    for event in happened:
        match event:
            case events.LeavesChanged(team=who, by=by) if who == team and by > 0:
                found.append(tr.plural("+{n} leaf", "+{n} leaves", by))
            case events.LeavesChanged(team=who, by=by) if who == team and by < 0:
                found.append(tr.plural("−{n} leaf", "−{n} leaves", -by))
            case events.Walked(team=who, path=path, cause="effect") if who == team:
                found.append(_walk(path, left, tr))
            case events.Jumped(team=who) if who == team:
                found.append(tr("A jump!"))
            case events.RestGiven(team=who, turns=turns) if who == team:
                found.append(tr.plural("Rest {n} turn", "Rest {n} turns", turns))
            case events.QuestionAsked(team=who) if who == team:
                found.append(tr("And a question!"))
            case events.RollAgainGiven(team=who) if who == team:
                found.append(tr("Roll again!"))
            case events.Landed() | events.TurnBegan():
                break
            case _:
                pass
    return found


def _walk(path: tuple[SquareId, ...], left: Mapping[SquareId, int], tr: Translator) -> str:
    steps = len(path) - 1
    if left[path[-1]] > left[path[0]]:
        return tr.plural("{n} square back", "{n} squares back", steps)
    return tr.plural("{n} square forward", "{n} squares forward", steps)
