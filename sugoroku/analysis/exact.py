"""The figures that follow from the rules alone, without playing."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sugoroku.analysis.chain import visits
from sugoroku.analysis.clock import time_chances
from sugoroku.analysis.course import (
    Course,
    TooLong,
    course_of,
    rounds_chances,
    rounds_mean,
    seat_chances,
    turns_chances,
    turns_mean,
)
from sugoroku.analysis.figures import bands_of, exact, length_of, percentile, share_up_to
from sugoroku.analysis.part import Part
from sugoroku.analysis.simulate import QUESTION_SECONDS, TURN_SECONDS
from sugoroku.analysis.turns import Turn, Turns
from sugoroku.model.board import Board
from sugoroku.model.forecast import Figure, Length, OneTeam
from sugoroku.model.ids import SquareId

RARE_TURNS = 0.999
"""One walk in a thousand is longer than what is told as long."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one team, and of all where `course` is there."""

    part: Part
    fractions: bool
    stays: float
    """Rolls of one team that are too high for the goal and not walked, on average."""
    long_walk: int | None
    """Turns that one walk in a thousand exceeds; None when walks are too long to tell."""


def known_of(turns: Turns, teams: int, board: Board) -> Known:
    """All that is exact, for turns that are, on a board where no team is ever lost."""
    begun = visits(turns)
    one = _one_team(turns, begun)
    course = clock = None
    end = board.rules.end
    try:
        course = course_of(turns, teams, end)
        clock = time_chances(turns, course, teams, end, (TURN_SECONDS, QUESTION_SECONDS))
    except TooLong:
        pass  # what is missing is simulated
    part = Part(one_team=one)
    long_walk = None
    if course is not None:
        part = _of_game(turns, course, teams, board, one)
        long_walk = percentile(dict(enumerate(course.arrives)), RARE_TURNS)
    if clock is not None:
        clocked = Part(
            minutes=length_of(clock, 60, mean=part.minutes.mean),
            bands=bands_of(clock),
            within=share_up_to(clock, 60 * board.minutes),
        )
        part = clocked.or_else(part)
    return Known(
        part=part,
        fractions=any(isinstance(count, Fraction) for count in begun.values()),
        stays=sum(float(count) * float(turns.of[name].stays) for name, count in begun.items()),
        long_walk=long_walk,
    )


def _one_team(
    turns: Turns, begun: Mapping[SquareId, float] | Mapping[SquareId, Fraction]
) -> OneTeam:
    def mean(of_turn: Mapping[SquareId, Fraction]) -> Figure:
        fractions = {name: n for name, n in begun.items() if isinstance(n, Fraction)}
        if len(fractions) == len(begun):
            return exact(sum((n * of_turn[name] for name, n in fractions.items()), Fraction(0)))
        return exact(sum(float(n) * float(of_turn[name]) for name, n in begun.items()))

    return OneTeam(
        turns=Length(mean=mean({name: _rounds(turn) for name, turn in turns.of.items()})),
        rolls=mean({name: turn.rolls for name, turn in turns.of.items()}),
    )


def _rounds(turn: Turn) -> Fraction:
    return sum((end.rounds * chance for end, chance in turn.ends.items()), Fraction(0))


def _questions(turn: Turn) -> float:
    return sum(end.questions * float(chance) for end, chance in turn.ends.items())


def _of_game(turns: Turns, course: Course, teams: int, board: Board, one: OneTeam) -> Part:
    end = board.rules.end
    arrives = dict(enumerate(course.arrives))
    questions = sum(n * _questions(turns.of[name]) for name, n in course.visits.items())
    minutes = (turns_mean(course) * TURN_SECONDS + questions * QUESTION_SECONDS) / 60
    return Part(
        rounds=length_of(
            rounds_chances(course, teams, end), mean=exact(rounds_mean(course, teams, end))
        ),
        turns=length_of(turns_chances(course, teams, end), mean=exact(turns_mean(course))),
        minutes=Length(mean=exact(minutes)),
        one_team=OneTeam(
            turns=length_of(arrives, mean=one.turns.mean),
            mode=exact(max(arrives, key=lambda t: (arrives[t], -t))),
            rolls=one.rolls,
        ),
        questions=exact(questions / teams),
        wins=tuple(map(exact, seat_chances(course, teams))) if end == "first" else (),
        landings=_landings(turns, course),
    )


def _landings(turns: Turns, course: Course) -> dict[SquareId, Figure]:
    """Of all teams in a game."""
    found = dict.fromkeys(turns.game.squares, 0.0)
    for name, count in course.visits.items():
        for square, chance in turns.of[name].landed.items():
            found[square] += count * float(chance)
    return {square: exact(count) for square, count in found.items()}
