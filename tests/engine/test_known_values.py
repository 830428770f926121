"""Boards whose numbers others have worked out."""

import statistics

from msgspec import structs

from boards import Table, chutes_and_ladders, edition, road
from sugoroku.engine import events as e
from sugoroku.engine.apply import apply
from sugoroku.engine.commands import EnterRoll, Roll
from sugoroku.engine.dice import seeded
from sugoroku.engine.game import Game
from sugoroku.engine.state import Finished
from sugoroku.model.setup import GameSetup, TeamSetup

EXPECTED_ROLLS = 39.2251223082
"""Althoen, King and Schilling, Mathematical Gazette 77, 1993."""
FEWEST_ROLLS = 7


def test_chutes_and_ladders_takes_as_many_rolls_as_computed() -> None:
    game = Game.of(edition(chutes_and_ladders()), GameSetup(teams=(TeamSetup("One"),), seed=1))
    first, _ = game.start()
    roll = Roll()
    rolls = []
    for seed in range(4000):
        state = structs.replace(first, dice=seeded(seed))
        while type(state.phase) is not Finished:
            state, _ = apply(game, state, roll)
        rolls.append(state.teams[0].played)
    error = statistics.stdev(rolls) / len(rolls) ** 0.5
    assert abs(statistics.fmean(rolls) - EXPECTED_ROLLS) < 3.5 * error
    assert min(rolls) >= FEWEST_ROLLS


def test_chutes_and_ladders_can_be_done_in_seven_rolls_but_not_six() -> None:
    game = Game.of(edition(chutes_and_ladders()), GameSetup(teams=(TeamSetup("One"),), seed=1))
    first, _ = game.start()
    reached = {"0": first}
    for roll_count in range(1, FEWEST_ROLLS + 1):
        states = [
            apply(game, state, EnterRoll(value))[0]
            for state in reached.values()
            for value in range(1, 7)
        ]
        reached = {state.teams[0].square: state for state in states}
        assert ("100" in reached) == (roll_count == FEWEST_ROLLS)


def test_end_round_gives_all_teams_equal_turns() -> None:
    for seed in range(200):
        table = Table(road(20), teams=5, seed=seed)
        begun = [0] * 5
        begun[0] = 1
        while not isinstance(table.state.phase, Finished):
            for event in table.do(Roll()):
                if isinstance(event, e.TurnBegan):
                    begun[event.team] += 1
        assert len(set(begun)) == 1


def test_seat_does_not_matter_when_all_have_equal_turns() -> None:
    wins = [0.0] * 4
    for seed in range(1500):
        table = Table(road(15), teams=4, seed=seed)
        while not isinstance(table.state.phase, Finished):
            table.do(Roll())
        best = [number for place, number in table.state.phase.ranking if place == 1]
        for number in best:
            wins[number] += 1 / len(best)
    assert max(wins) - min(wins) < 1500 * 0.09
