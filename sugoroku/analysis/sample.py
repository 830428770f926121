"""The figures of games that were played, for all that does not follow from the rules alone."""

import math
from collections import Counter
from collections.abc import Iterable

from sugoroku.analysis.figures import (
    Z,
    sampled_bands,
    sampled_length,
    sampled_mean,
    sampled_share,
)
from sugoroku.analysis.part import Part
from sugoroku.analysis.simulate import MOST_ROUNDS, Played, game_for, play_games
from sugoroku.model.board import Board
from sugoroku.model.edition import Edition
from sugoroku.model.forecast import Figure, OneTeam
from sugoroku.model.ids import SquareId

PILOT, FEWEST, MOST = 10, 100, 4000
WORK = 200_000
"""Turns and questions in all games: two seconds or so."""
ROUNDS_A_SQUARE = 8
"""A game on a large board is not cut off before so many rounds."""


class Sample:
    """Games played to be looked at; only sums are kept of where teams stood."""

    def __init__(self, played: Iterable[Played], most_rounds: int = MOST_ROUNDS) -> None:
        self.most_rounds = most_rounds
        self.ended: list[Played] = []
        self.games = 0
        self._stood: Counter[SquareId] = Counter()
        self._squared: Counter[SquareId] = Counter()
        for one in played:
            self.games += 1
            if one.ended:
                self.ended.append(one)
            self._stood.update(one.stood)
            self._squared.update({square: count**2 for square, count in one.stood.items()})

    @property
    def cut_off(self) -> int:
        return self.games - len(self.ended)

    @property
    def work(self) -> float:
        """Of one game."""
        return sum(one.turns + one.questions for one in self.ended) / max(1, len(self.ended))

    def landings(self, squares: Iterable[SquareId]) -> dict[SquareId, Figure]:
        return {square: self._landings(square) for square in squares}

    def _landings(self, square: SquareId) -> Figure:
        mean = self._stood[square] / self.games
        spread = max(0.0, self._squared[square] / self.games - mean**2)
        error = Z * math.sqrt(spread / max(1, self.games - 1))
        return Figure(
            value=mean, basis="simulated", games=self.games, low=mean - error, high=mean + error
        )


def sample_of(
    edition: Edition, teams: int, right: float, games: int | None, seed: int, watched: bool
) -> Sample:
    """`games` None: as many as a few seconds allow. `watched`: where teams stand is counted."""
    game = game_for(edition, teams)
    most = max(MOST_ROUNDS, ROUNDS_A_SQUARE * len(edition.board.squares))

    def played(count: int) -> Sample:
        games_played = play_games(game, count, seed, right, most_rounds=most, watched=watched)
        return Sample(games_played, most)

    if games is not None:
        return played(games)
    pilot = played(PILOT)
    if 2 * pilot.cut_off > PILOT:
        return pilot
    return played(min(MOST, max(FEWEST, int(WORK / pilot.work) // 100 * 100)))


def part_of(sample: Sample, teams: int, board: Board) -> Part:
    """Of a game of all teams; with games that had to be cut off there are no means."""
    ended, cut_off = sample.ended, sample.cut_off
    seconds = [one.seconds for one in ended]
    quick = sum(each <= 60 * board.minutes for each in seconds)
    aim = board.rules.class_leaves
    reached = sum(one.leaves >= aim for one in ended)
    wins = [sampled_share(sum(seat in one.winners for one in ended), len(ended))
            for seat in range(teams)]  # fmt: skip
    whole = not cut_off
    return Part(
        rounds=sampled_length([one.rounds for one in ended], cut_off),
        turns=sampled_length([one.turns for one in ended], cut_off),
        minutes=sampled_length(seconds, cut_off, 60),
        bands=sampled_bands(seconds) if whole else (),
        within=sampled_share(quick, sample.games),
        questions=sampled_mean([one.questions / teams for one in ended]) if whole else None,
        leaves=sampled_mean([one.leaves for one in ended]) if whole else None,
        aim=sampled_share(reached, len(ended)) if aim and whole else None,
        wins=tuple(win for win in wins if win is not None) if whole else (),
        landings=sample.landings(square.id for square in board.squares) if whole else {},
    )


def one_team_of(sample: Sample) -> OneTeam:
    """Of games that one team played alone."""
    ended = sample.ended
    return OneTeam(
        turns=sampled_length([one.turns for one in ended], sample.cut_off),
        rolls=None if sample.cut_off else sampled_mean([one.rolls for one in ended]),
    )
