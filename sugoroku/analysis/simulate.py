"""Plays a board many times by itself, through the same `apply` as a class."""

import math
import random
import statistics
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec import structs

from sugoroku.analysis.answers import wrong_response
from sugoroku.analysis.landings import landings
from sugoroku.engine.apply import apply
from sugoroku.engine.commands import Answer, AnswerAll, AnyCommand, ChooseExit, Roll
from sugoroku.engine.dice import seeded
from sugoroku.engine.game import Game
from sugoroku.engine.state import AwaitAnswer, AwaitExit, Finished, State
from sugoroku.model.edition import Edition
from sugoroku.model.ids import SquareId, TeamId
from sugoroku.model.quiz import Response, right_response
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


class Played(msgspec.Struct, frozen=True):
    """What is kept of one game. A missed turn counts as one."""

    ended: bool
    """Not cut off after too many rounds."""
    rounds: int
    turns: int
    """Of all teams."""
    questions: int
    rolls: int
    leaves: int
    """Of the whole class."""
    winners: frozenset[int]
    """The seats that are first."""
    last_at_half: TeamId
    stood: Mapping[SquareId, int] = {}
    """How often teams came to stand on each square, if that was watched."""

    @property
    def seconds(self) -> int:
        return self.turns * TURN_SECONDS + self.questions * QUESTION_SECONDS


def simulate(
    edition: Edition, games: int, teams: int, seed: int, right_share: float = 0.6
) -> SimulationResult:
    """Plays `games` games; each answer is right with the chance `right_share`, else wrong.

    ValueError as `Game.of` for a board or a number of teams that cannot be played.
    """
    played = list(play_games(game_for(edition, teams), games, seed, right_share))
    ended = [one for one in played if one.ended]
    rounds = sorted(one.rounds for one in ended)
    turns = sorted(one.turns for one in ended)
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
        _mean([one.leaves for one in ended]),
        _mean([one.seconds for one in ended]) / 60,
        _mean([one.last_at_half in one.winners for one in ended]),
        tuple(_mean([seat in one.winners for one in ended]) for seat in range(teams)),
    )


def game_for(edition: Edition, teams: int) -> Game:
    """ValueError for a board or a number of teams that cannot be played."""
    setup = GameSetup(teams=tuple(TeamSetup(f"{seat + 1}") for seat in range(teams)), seed=0)
    return Game.of(edition, setup)


def play_games(
    game: Game,
    games: int,
    seed: int,
    right_share: float,
    *,
    most_rounds: int = MOST_ROUNDS,
    watched: bool = False,
) -> Iterator[Played]:
    """Game after game, each with dice of its own; the ways at forks are chosen blindly.

    `watched`: where teams come to stand is counted too, which takes time.
    """
    chance = random.Random(seed)
    for _ in range(games):
        yield _play(game, chance, right_share, most_rounds, watched)


def _play(
    game: Game, chance: random.Random, right_share: float, most_rounds: int, watched: bool
) -> Played:
    """One game with dice of its own, to its end or to the round too many."""
    first, _ = game.start()
    state = structs.replace(first, dice=seeded(chance.getrandbits(64)))
    questions, rolls, lasts = 0, 0, [_last(state, game)]
    stood: Counter[SquareId] = Counter()
    while not isinstance(state.phase, Finished) and state.round <= most_rounds:
        command = _command(game, state, chance, right_share)
        questions += type(command) in (Answer, AnswerAll)
        rolls += type(command) is Roll
        state, events = apply(game, state, command)
        if watched:
            stood.update(landings(events).stood)
        if state.round > len(lasts):
            lasts.append(_last(state, game))
    return Played(
        ended=isinstance(state.phase, Finished),
        rounds=state.round,
        turns=sum(team.played for team in state.teams),
        questions=questions,
        rolls=rolls,
        leaves=sum(team.leaves for team in state.teams),
        winners=_winners(state),
        last_at_half=lasts[len(lasts) // 2],
        stood=stood,
    )


def _last(state: State, game: Game) -> TeamId:
    """The team with most squares before it, then fewest leaves."""
    left = game.roads.left
    return max(state.teams, key=lambda team: (left[team.square], -team.leaves)).id


def _winners(last: State) -> frozenset[int]:
    if not isinstance(last.phase, Finished):
        return frozenset()
    return frozenset(team for place, team in last.phase.ranking if place == 1)


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
