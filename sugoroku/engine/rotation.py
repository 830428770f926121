"""Whose turn it is, when a round is complete, and when the game ends."""

from sugoroku.engine.draft import Draft, finish, store
from sugoroku.engine.events import Rested, RoundCompleted, TurnBegan
from sugoroku.engine.state import AwaitRoll, Team

AWAIT_ROLL = AwaitRoll()


def end_turn(draft: Draft) -> None:
    """The team on turn has done all its effects: it rolls again, or the turn passes."""
    if draft.extra_rolls and not draft.arrived:
        draft.extra_rolls -= 1
        draft.phase = AWAIT_ROLL
        store(draft, draft.teams[draft.at].played)
        return
    store(draft, draft.round)
    if draft.arrived and draft.game.end == "first":
        finish(draft, "arrived")
    else:
        pass_on(draft)


def pass_on(draft: Draft) -> None:
    """The turn goes to the next team that is to play; every team must be stored.

    Ends: every round that nobody can play in takes one from somebody's rests.
    """
    draft.again = draft.extra_rolls = draft.asked_again = 0
    draft.applied = ()
    while not _found_next(draft):
        draft.events.append(RoundCompleted(draft.round))
        if _is_over(draft):
            finish(draft, "arrived")
            return
        if draft.state.bell:
            finish(draft, "bell")
            return
        draft.round += 1


def _found_next(draft: Draft) -> bool:
    """The first team, in the order of turns, that has not played in this round begins its turn."""
    teams = draft.teams
    current = draft.round
    for at, team in enumerate(teams):
        if team.played < current and not team.arrived:
            if not team.rests:
                draft.turn = team.id
                draft.phase = AWAIT_ROLL
                draft.events.append(TurnBegan(team.id, current))
                return True
            teams[at] = _rested(team, current)
            draft.events.append(Rested(team.id, team.rests - 1))
    return False


def _rested(team: Team, current: int) -> Team:
    return Team(
        team.id,
        team.name,
        team.shape,
        team.pupils,
        team.square,
        team.leaves,
        team.rests - 1,
        current,
        team.arrived,
    )


def _is_over(draft: Draft) -> bool:
    """By arrival, at the end of a round."""
    arrived = [team.arrived > 0 for team in draft.teams]
    return all(arrived) if draft.game.end == "all" else any(arrived)
