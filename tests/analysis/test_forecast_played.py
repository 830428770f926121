"""What is reckoned agrees with what is played: on random boards of all rules, and on the towns'."""

import random
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec import structs

from boards import choice, edition, road
from sugoroku.analysis.clock import time_chances
from sugoroku.analysis.course import course_of, turns_chances
from sugoroku.analysis.exact import known_of
from sugoroku.analysis.sample import Sample, one_team_of, part_of
from sugoroku.analysis.simulate import (
    QUESTION_SECONDS,
    TURN_SECONDS,
    game_for,
    play_games,
)
from sugoroku.analysis.turns import Turns, turns_of
from sugoroku.analysis.ways import lost_squares
from sugoroku.content.library import ContentFolders, Library
from sugoroku.model.board import Board, Dice, End
from sugoroku.model.edition import Edition
from sugoroku.model.effects import Advance, AnyEffect, Back, GoTo, Leaves, Quiz, Rest, RollAgain
from sugoroku.model.forecast import Figure, Length

ROOT = Path(__file__).parents[2]
GAMES, LONG, RIGHT = 400, 150, Fraction(3, 5)
RARE_LANDING = 0.05
"""What a square may be off that nobody came to in all games."""
TOLERANCE = 2.2
"""Times half of a 95% interval, more than four standard errors: of some thousand comparisons none
may fail."""


def random_board(chance: random.Random) -> Edition:
    """A road of up to 24 squares with any effects, and any rules."""
    goal = chance.randint(4, 24)

    def effects(most: int) -> tuple[AnyEffect, ...]:
        kinds: list[AnyEffect] = [
            Advance(chance.randint(1, 6)),
            Back(chance.randint(1, 6)),
            GoTo(str(chance.randint(0, goal - 1))),
            Rest(chance.randint(1, 2)),
            RollAgain(),
            Leaves(chance.randint(-3, 5)),
            Quiz(),
        ]
        return tuple(chance.choices(kinds, k=chance.randint(1, most)))

    marked = {n: effects(2) for n in range(1, goal) if chance.random() < 0.4}
    stops = {n: {"stop": True} for n in range(1, goal) if chance.random() < 0.1}
    board = road(
        goal,
        marked,
        stops,
        dice=chance.choice((Dice(), Dice(1, 3), Dice(2, 4))),
        finish=chance.choice(("clamp", "exact", "bounce")),
        end=chance.choice(("round", "first", "all")),
        answering=chance.choice(("team", "everyone")),
        chain=chance.random() < 0.4,
        right=effects(2),
        wrong=effects(1),
    )
    return edition(board, [choice(number) for number in range(5)])


def agree(known: Figure | None, played: Figure | None, rounding: float = 1e-9) -> None:
    """The exact figure lies well within what was played."""
    assert known is not None and known.basis == "exact"
    assert played is not None and played.basis == "simulated" and played.games == GAMES
    low = played.value if played.low is None else played.low
    high = known.value if played.high is None else played.high
    assert known.value >= played.value - TOLERANCE * (played.value - low) - rounding
    assert known.value <= played.value + TOLERANCE * (high - played.value) + rounding


def agree_in_length(known: Length, played: Length, step: float) -> None:
    agree(known.mean, played.mean)
    agree(known.p10, played.p10, step)
    agree(known.median, played.median, step)
    agree(known.p90, played.p90, step)


def agree_both_ways(
    turns: Turns, teams: int, board: Board, minutes: Figure | None, moves: Figure | None
) -> None:
    """Means reckoned directly are those of all chances, reckoned apart."""
    assert minutes is not None and moves is not None
    end = board.rules.end
    course = course_of(turns, teams, end)
    pace = (TURN_SECONDS, QUESTION_SECONDS)
    for chances, mean in (
        (time_chances(turns, course, teams, end, pace), 60 * minutes.value),
        (turns_chances(course, teams, end), moves.value),
    ):
        assert sum(chances.values()) == pytest.approx(1, abs=1e-6)
        assert sum(n * p for n, p in chances.items()) == pytest.approx(mean, rel=1e-5)


def compare(whole: Edition, teams: int, seed: int) -> bool:
    """False when not all is exact on the board, or games are too long to be played in a test."""
    board = whole.board
    turns = turns_of(whole, RIGHT)
    if not turns.exact or lost_squares(turns):
        return False
    known = known_of(turns, teams, board).part
    if known.minutes.p90 is None or known.rounds.mean is None or known.rounds.mean.value > LONG:
        return False
    agree_both_ways(turns, teams, board, known.minutes.mean, known.turns.mean)
    game, right = game_for(whole, teams), float(RIGHT)
    sample = Sample(play_games(game, GAMES, seed, right, most_rounds=20_000, watched=True))
    played = part_of(sample, teams, board)
    assert not sample.cut_off
    agree_in_length(known.rounds, played.rounds, 1)
    agree_in_length(known.turns, played.turns, teams)
    agree_in_length(known.minutes, played.minutes, 1)
    agree(known.questions, played.questions)
    agree(known.within, played.within)
    for one, other in zip(known.wins, played.wins, strict=False):
        agree(one, other)
    for square, figure in known.landings.items():
        agree(figure, played.landings[square], RARE_LANDING)
    return True


@pytest.mark.parametrize("seed", range(24))
def test_random_boards_are_reckoned_as_they_are_played(seed: int) -> None:
    chance = random.Random(seed)
    while not compare(random_board(chance), chance.choice((1, 2, 3, 4, 6)), seed):
        continue


@pytest.mark.parametrize("end", ["round", "first", "all"])
@pytest.mark.parametrize("town", ["toyama", "renca"])
def test_the_towns_boards_are_reckoned_as_they_are_played(town: str, end: End) -> None:
    whole = Library(ContentFolders((ROOT,))).load(town)
    rules = structs.replace(whole.board.rules, end=end)
    assert compare(structs.replace(whole, board=structs.replace(whole.board, rules=rules)), 4, 7)


@pytest.mark.parametrize("name", ["go-goals", "long", "short", "snakes", "together"])
def test_the_cookbooks_boards_are_reckoned_as_they_are_played(name: str) -> None:
    path = ROOT / "docs" / "cookbook" / "boards" / f"{name}.yaml"
    assert compare(Library(ContentFolders((ROOT,))).load_board(path), 4, 7)


def test_one_team_alone_is_reckoned_as_it_is_played() -> None:
    """The one mean that does not come from the rounds, and the rolls."""
    effects = {3: (Rest(2),), 5: (RollAgain(),), 7: (Quiz(),), 9: (Back(6),), 11: (RollAgain(),)}
    whole = edition(
        road(16, effects, finish="bounce", wrong=(Rest(1),), right=(RollAgain(),)), [choice(1)]
    )
    known = known_of(turns_of(whole, RIGHT), 4, whole.board).part.one_team
    played = one_team_of(Sample(play_games(game_for(whole, 1), GAMES, 1, float(RIGHT))))
    agree_in_length(known.turns, played.turns, 1)
    agree(known.rolls, played.rolls)
