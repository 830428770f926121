"""Plays a board many times by itself, through the same `apply` as a class."""

import math
import random
import statistics
from collections.abc import Sequence

import msgspec
from msgspec import structs

from sugoroku.engine.apply import apply
from sugoroku.engine.commands import Answer, AnswerAll, AnyCommand, ChooseExit, Roll
from sugoroku.engine.dice import seeded
from sugoroku.engine.game import Game
from sugoroku.engine.state import AwaitAnswer, AwaitExit, Finished, State
from sugoroku.model.edition import Edition
from sugoroku.model.ids import TeamId
from sugoroku.model.quiz import (
    Choice,
    Estimate,
    Guessed,
    Order,
    Picked,
    Question,
    Response,
    Several,
    Sorted,
    TrueFalse,
    right_response,
)
from sugoroku.model.setup import GameSetup, TeamSetup

TURN_SECONDS, QUESTION_SECONDS = 25, 40
"""The pace assumed of a class; a stopwatch in the room beats it."""
MOST_ROUNDS = 500
"""A game longer than this is cut off and counted: some boards need never end."""


class SimulationResult(msgspec.Struct, frozen=True):
    """Rounds, turns and leaves of the games that ended; a missed turn counts as one.

    `wins` are shares (0 … 1) by seat; a shared first place counts for each.
    """

    games: int
    teams: int
    cut_off: int
    rounds_mean: float
    rounds_median: float
    rounds_p10: float
    rounds_p90: float
    turns_mean: float
    turns_median: float
    turns_p10: float
    turns_p90: float
    questions_per_team: float
    class_leaves_mean: float
    minutes_mean: float
    """At `TURN_SECONDS` a turn and `QUESTION_SECONDS` more for a question with its reason."""
    last_at_half_wins: float
    """How often the team that was last after half of the rounds is first at the end."""
    wins: tuple[float, ...]


class _Played(msgspec.Struct, frozen=True):
    """One game; `last` is the state in which it ended or was cut off, `rounds` those at the
    beginning of each round."""

    last: State
    questions: int
    rounds: tuple[State, ...]


def simulate(
    edition: Edition, games: int, teams: int, seed: int, right_share: float = 0.6
) -> SimulationResult:
    """Plays `games` games; each answer is right with the chance `right_share`, else wrong.

    ValueError as `Game.of` for a board or a number of teams that cannot be played.
    """
    chance = random.Random(seed)
    setup = GameSetup(teams=tuple(TeamSetup(f"{seat + 1}") for seat in range(teams)), seed=0)
    game = Game.of(edition, setup)
    played = [_play(game, chance, right_share) for _ in range(games)]
    ended = [one for one in played if isinstance(one.last.phase, Finished)]
    rounds = sorted(one.last.round for one in ended)
    turns = sorted(sum(team.played for team in one.last.teams) for one in ended)
    leaves = [sum(team.leaves for team in one.last.teams) for one in ended]
    return SimulationResult(
        games,
        teams,
        games - len(ended),
        _mean(rounds),
        _percentile(rounds, 0.5),
        _percentile(rounds, 0.1),
        _percentile(rounds, 0.9),
        _mean(turns),
        _percentile(turns, 0.5),
        _percentile(turns, 0.1),
        _percentile(turns, 0.9),
        _mean([one.questions for one in ended]) / teams,
        _mean(leaves),
        (_mean(turns) * TURN_SECONDS + _mean([o.questions for o in ended]) * QUESTION_SECONDS) / 60,
        _mean([_has_won(one.last, _last_at_half(one, game)) for one in ended]),
        tuple(_mean([_has_won(one.last, seat) for one in ended]) for seat in range(teams)),
    )


def _play(game: Game, chance: random.Random, right_share: float) -> _Played:
    """One game with dice of its own, to its end or to the round too many."""
    first, _ = game.start()
    state = structs.replace(first, dice=seeded(chance.getrandbits(64)))
    questions, rounds = 0, [state]
    while not isinstance(state.phase, Finished) and state.round <= MOST_ROUNDS:
        command = _command(game, state, chance, right_share)
        questions += type(command) in (Answer, AnswerAll)
        state, _ = apply(game, state, command)
        if state.round > len(rounds):
            rounds.append(state)
    return _Played(state, questions, tuple(rounds))


def _last_at_half(played: _Played, game: Game) -> TeamId:
    """The team with most squares before it, then fewest leaves, when half is played."""
    half = played.rounds[len(played.rounds) // 2]
    left = game.roads.left
    return max(half.teams, key=lambda team: (left[team.square], -team.leaves)).id


def _has_won(last: State, seat: int) -> bool:
    return isinstance(last.phase, Finished) and (1, seat) in last.phase.ranking


def _mean(values: Sequence[float]) -> float:
    return statistics.fmean(values) if values else 0.0


def _percentile(ordered: Sequence[int], share: float) -> float:
    """The nearest-rank percentile of values in order; 0 when there are none."""
    if not ordered:
        return 0.0
    return float(ordered[max(0, math.ceil(share * len(ordered)) - 1)])


def _command(game: Game, state: State, chance: random.Random, right_share: float) -> AnyCommand:
    phase = state.phase
    if isinstance(phase, AwaitExit):
        return ChooseExit(chance.choice(phase.exits))
    if not isinstance(phase, AwaitAnswer):
        return Roll()
    question = game.questions[phase.question]

    def answer() -> Response:
        right = chance.random() < right_share
        return right_response(question) if right else wrong_response(question)

    if state.answering == "everyone":
        return AnswerAll(tuple(answer() for _ in state.teams))
    return Answer(answer())
