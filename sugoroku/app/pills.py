"""What an answer or a square does, as the short words on a pill."""

from collections.abc import Iterable

from sugoroku.engine import events
from sugoroku.i18n.translator import Translator
from sugoroku.model.ids import TeamId


def pills(happened: Iterable[events.AnyEvent], team: TeamId, tr: Translator) -> list[str]:
    """In the order it happens; empty when nothing moves or counts."""
    found: list[str] = []
    for event in happened:
        match event:
            case events.LeavesChanged(team=who, by=by) if who == team and by > 0:
                found.append(tr.plural("+{n} leaf", "+{n} leaves", by))
            case events.LeavesChanged(team=who, by=by) if who == team and by < 0:
                found.append(tr.plural("−{n} leaf", "−{n} leaves", -by))
            case events.Walked(team=who, path=path, cause="effect") if who == team:
                found.append(_walk(len(path) - 1, tr))
            case events.Jumped(team=who) if who == team:
                found.append(tr("A jump!"))
            case events.RestGiven(team=who, turns=turns) if who == team:
                found.append(tr.plural("Rest {n} turn", "Rest {n} turns", turns))
            case events.RollAgainGiven(team=who) if who == team:
                found.append(tr("Roll again!"))
            case events.Landed() | events.TurnBegan():
                break
            case _:
                pass
    return found


def _walk(steps: int, tr: Translator) -> str:
    return tr.plural("Move {n} square", "Move {n} squares", steps)
