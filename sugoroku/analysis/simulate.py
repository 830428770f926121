"""Plays a board many times by itself, through the same `apply` as a class."""

import random
import statistics
from collections.abc import Sequence

import msgspec

from sugoroku.engine.apply import apply
from sugoroku.engine.commands import Answer, AnswerAll, AnyCommand, ChooseExit, Roll
from sugoroku.engine.game import Game
from sugoroku.engine.state import AwaitAnswer, AwaitExit, Finished, State
from sugoroku.model.edition import Edition
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
)
from sugoroku.model.setup import GameSetup, TeamSetup

MOST_ROUNDS = 500
"""A game longer than this is cut off and counted: some boards need never end."""


class SimulationResult(msgspec.Struct, frozen=True):
    """Of the games that ended. Shares are 0 … 1; `wins` goes by seat, ties count for each."""

    games: int
    teams: int
    cut_off: int
    rounds_mean: float
    rounds_median: float
    rounds_p10: float
    rounds_p90: float
    turns_mean: float
    questions_per_team: float
    class_leaves_mean: float
    wins: tuple[float, ...]


def simulate(
    edition: Edition, games: int, teams: int, seed: int, right_share: float = 0.6
) -> SimulationResult:
    """Play `games` games; answers are right with the chance `right_share`. ValueError as
    `Game.of` for a board or setup that cannot be played."""
    chance = random.Random(seed)
    rounds: list[int] = []
    turns = questions = leaves = cut_off = 0
    wins = [0] * teams
    known = {question.id: question for question in edition.questions}
    for _ in range(games):
        setup = GameSetup(
            teams=tuple(TeamSetup(f"{i + 1}") for i in range(teams)), seed=chance.getrandbits(63)
        )
        game = Game.of(edition, setup)
        state, _ = game.start()
        while not isinstance(state.phase, Finished) and state.round <= MOST_ROUNDS:
            command = _command(state, known, chance, right_share)
            turns += isinstance(command, Roll)
            questions += isinstance(command, Answer | AnswerAll)
            state, _ = apply(game, state, command)
        if not isinstance(state.phase, Finished):
            cut_off += 1
            continue
        rounds.append(state.round)
        leaves += sum(team.leaves for team in state.teams)
        for place, team in state.phase.ranking:
            wins[team] += place == 1
    ended = max(1, len(rounds))
    return SimulationResult(
        games,
        teams,
        cut_off,
        statistics.fmean(rounds) if rounds else 0.0,
        statistics.median(rounds) if rounds else 0.0,
        _percentile(rounds, 0.1),
        _percentile(rounds, 0.9),
        turns / max(1, games),
        questions / max(1, games) / teams,
        leaves / ended,
        tuple(n / ended for n in wins),
    )


def _percentile(values: Sequence[int], share: float) -> float:
    """The nearest-rank percentile."""
    if not values:
        return 0.0
    return float(sorted(values)[min(len(values) - 1, int(share * len(values)))])


def _command(
    state: State, known: dict[str, Question], chance: random.Random, right_share: float
) -> AnyCommand:
    phase = state.phase
    if isinstance(phase, AwaitExit):
        return ChooseExit(chance.choice(phase.exits))
    if not isinstance(phase, AwaitAnswer):
        return Roll()
    question = known[phase.question]

    def answer() -> Response | None:
        return right_response(question) if chance.random() < right_share else None

    if state.answering == "everyone":
        return AnswerAll(tuple(answer() for _ in state.teams))
    return Answer(answer())


def right_response(question: Question) -> Response:
    match question:
        case Choice(answer=place):
            return Picked((place,))
        case Several(answers=places):
            return Picked(places)
        case Estimate(answer=number):
            return Guessed(number)
        case Order(options=options):
            return Sorted(tuple(range(len(options))))
        case _:
            return Picked((0 if question.answer else 1,))
