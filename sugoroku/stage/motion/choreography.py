"""From what happened to what is seen: every event is answered here, by a motion or by none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from sugoroku.engine import events
from sugoroku.model.ids import TEAM_SHAPES, SquareId, TeamId, TeamShape
from sugoroku.stage.motion.motions import (
    NOTE_MS,
    POP_MS,
    WIGGLE_MS,
    Cut,
    DieRoll,
    Glow,
    Jump,
    Motion,
    PopUp,
    Walk,
    Wiggle,
)
from sugoroku.stage.tokens import MOTION
from sugoroku.stage.view import TableView

DIE_REST = 350.0
"""The die lies still for a moment before the piece sets out."""


@dataclass(frozen=True, slots=True)
class Score:
    """What the choreography must know beside the events."""

    goal: SquareId
    numbers: Mapping[SquareId, int]
    start: SquareId
    reduced: bool = False
    sides: int = 6
    real_die: bool = False


def choreograph(happened: Iterable[events.AnyEvent], view: TableView, score: Score) -> list[Motion]:
    """One motion after another; the last one ends in the view after all events.

    Events without a motion are told by the next one, or by a cut at the end.
    """
    motions: list[Motion] = []
    told: tuple[events.AnyEvent, ...] = ()
    for event in happened:
        after = view.after(event)
        motion = _motion(event, view, after, score)
        told = (*told, event)
        if motion is not None:
            motions.append(replace(motion, tells=told))
            told = ()
        view = after
    if told:
        motions.append(Cut(shown=view, view=view, duration=0, tells=told))
    return motions


def _motion(
    event: events.AnyEvent, before: TableView, after: TableView, score: Score
) -> Motion | None:
    match event:
        case events.Rolled(faces=faces):
            return _die(faces, before, after, score)
        case events.Walked(team=team, path=path):
            return _walk(team, path, before, after, score)
        case events.Jumped(team=team, start=start, end=end):
            up = score.numbers.get(end, 0) >= score.numbers.get(start, 0)
            return _jump(team, (start, end), before, after, score, "jump-up" if up else "jump-down")
        case events.TeamMoved(team=team, start=start, end=end):
            return _jump(team, (start, end), before, after, score, "tap")
        case events.Stayed(team=team):
            return _stayed(team, before, after, score)
        case events.LeavesChanged(team=team, by=by):
            cue = "event-good" if by > 0 else "event-bad"
            label = f"+{by}" if by > 0 else f"−{-by}"
            return _pop(team, "deco/leaf", label, after, score, POP_MS, cue)
        case events.RestGiven(team=team) | events.Rested(team=team):
            return _pop(team, "tile/skip", "", after, score, NOTE_MS, "skip")
        case events.RollAgainGiven(team=team):
            return _pop(team, "tile/roll-again", "", after, score, NOTE_MS, "event-good")
        case events.TurnBegan(team=team):
            shape = _shape(after, team)
            cue = f"turn-change-{TEAM_SHAPES.index(shape) + 1}" if shape else ""
            return _glow(_square(after, team, score), after, score, cue)
        case events.Landed(square=square):
            return _glow(square, after, score, "")
        case events.Arrived():
            return _glow(score.goal, after, score, "goal", wide=True)
        case (
            events.ForkReached() | events.QuestionAsked() | events.NoQuestion()
            | events.Answered() | events.RoundCompleted() | events.GameEnded()
            | events.LeavesSet() | events.RestSet() | events.TurnPassed()
            | events.TeamAdded() | events.TeamRemoved() | events.TeamRenamed()
            | events.OrderChanged() | events.AnsweringChanged() | events.BellRung()
        ):  # fmt: skip
            return None
        case _:
            assert_never(event)


def _shape(view: TableView, team: TeamId) -> TeamShape | None:
    seat = view.seat(team)
    return None if seat is None else seat.shape


def _square(view: TableView, team: TeamId, score: Score) -> SquareId:
    seat = view.seat(team)
    return (seat.square if seat is not None else "") or score.start


def _die(faces: tuple[int, ...], before: TableView, after: TableView, score: Score) -> Motion:
    """A real die has been seen rolling already: its face appears at once."""
    quick = score.reduced or score.real_die
    duration = float(MOTION["reduced_ring"] if quick else MOTION["die_roll"])
    cues = ((duration, "die-land"),) if quick else ((0.0, "die-roll"), (duration, "die-land"))
    return DieRoll(
        shown=before, view=after, duration=duration + DIE_REST, cues=cues, faces=faces,
        sides=score.sides, rolling=duration,
    )  # fmt: skip


def _walk(
    team: TeamId, path: tuple[SquareId, ...], before: TableView, after: TableView, score: Score
) -> Motion | None:
    shape = _shape(before, team)
    if shape is None or len(path) < 2:
        return None
    step = float(MOTION["reduced_slide"] if score.reduced else MOTION["token_step"])
    steps = len(path) - 1
    return Walk(
        shown=before, view=after, duration=step * steps, hidden=frozenset({team}),
        cues=tuple((step * i, f"step-{min(i, 5) + 1}") for i in range(steps)),
        team=team, shape=shape, path=path, slide=score.reduced,
    )  # fmt: skip


def _jump(
    team: TeamId, path: tuple[SquareId, SquareId], before: TableView, after: TableView,
    score: Score, cue: str,
) -> Motion | None:  # fmt: skip
    shape = _shape(before, team)
    if shape is None or path[0] == path[1]:
        return None
    duration = float(MOTION["reduced_ring"] if score.reduced else MOTION["token_jump"])
    return Jump(
        shown=before, view=after, duration=duration, hidden=frozenset({team}),
        cues=((0.0, cue),), team=team, shape=shape, path=path, cut=score.reduced,
    )  # fmt: skip


def _stayed(team: TeamId, before: TableView, after: TableView, score: Score) -> Motion | None:
    shape = _shape(before, team)
    if shape is None:
        return None
    if score.reduced:
        return _glow(_square(after, team, score), after, score, "almost")
    return Wiggle(
        shown=before, view=after, duration=WIGGLE_MS, hidden=frozenset({team}),
        cues=((0.0, "almost"),), team=team, shape=shape,
    )  # fmt: skip


def _pop(
    team: TeamId, icon: str, label: str, after: TableView, score: Score, ms: float, cue: str
) -> Motion | None:
    if _shape(after, team) is None:
        return None
    return PopUp(
        shown=after, view=after, duration=ms, cues=((0.0, cue),), team=team, icon=icon,
        label=label, still=score.reduced,
    )  # fmt: skip


def _glow(square: SquareId, after: TableView, score: Score, cue: str, wide: bool = False) -> Motion:
    ring = MOTION["reduced_ring"] if score.reduced else MOTION["landed_ring"]
    return Glow(
        shown=after, view=after, duration=ring * (2.0 if wide else 1.0),
        cues=((0.0, cue),) if cue else (), square=square, wide=wide,
    )  # fmt: skip
