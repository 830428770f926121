"""The game of 40 squares as an edition, and a player that plays it through `apply`."""

import random

from floor_tight import BACKWARD, FORWARD, GOAL, QUIZZES, RESTS, RIGHT_SHARE, TEAMS
from msgspec.structs import replace

from sugoroku.engine.apply import apply
from sugoroku.engine.commands import Answer, Roll
from sugoroku.engine.game import Game
from sugoroku.engine.state import AwaitAnswer, AwaitRoll
from sugoroku.model.board import Board, Rules, Square, SquareKind
from sugoroku.model.edition import Edition
from sugoroku.model.effects import Advance, AnyEffect, Back, Rest
from sugoroku.model.ids import TOPICS
from sugoroku.model.quiz import Choice, Deck, Picked
from sugoroku.model.setup import GameSetup, TeamSetup
from sugoroku.model.text import Text

QUESTIONS = 40


def edition() -> Edition:
    """The board of RULES.md with a deck of 40 questions of four options each."""
    effects: dict[int, tuple[AnyEffect, ...]] = {}
    effects |= {number: (Advance(3),) for number in FORWARD}
    effects |= {number: (Back(2),) for number in BACKWARD}
    effects |= {number: (Rest(1),) for number in RESTS}

    def square(number: int) -> Square:
        ends: dict[int, SquareKind] = {0: "start", GOAL: "goal"}
        kind = ends.get(number, "quiz" if number in QUIZZES else "plain")
        exits = () if number == GOAL else (str(number + 1),)
        return Square(id=str(number), kind=kind, effects=effects.get(number, ()), exits=exits)

    board = Board(
        id="bench40",
        language="en",
        title=Text("Forty squares"),
        squares=tuple(square(number) for number in range(GOAL + 1)),
        rules=Rules(end="first", right=(Advance(2),)),
    )
    questions = tuple(
        Choice(
            id=f"bench40/{number}",
            topic=TOPICS[number % len(TOPICS)],
            ask=Text(f"Question {number}"),
            options=tuple(Text(f"Option {option}") for option in range(4)),
            answer=number % 4,
        )
        for number in range(QUESTIONS)
    )
    deck = Deck(id="bench40", language="en", title=Text("Deck"), questions=questions)
    return Edition(board=board, decks=(deck,))


def play(games: int, seed: int) -> tuple[int, list[int]]:
    """As `floor_tight.play`, but every command goes through `apply`."""
    won = [0] * TEAMS
    return sum(turns_of_games(games, seed, won)), won


def turns_of_games(games: int, seed: int, won: list[int] | None = None) -> list[int]:
    """The turns of each game; `won` counts the games won by each seat."""
    draw = random.Random(seed).random
    teams = tuple(TeamSetup(f"Team {number}") for number in range(TEAMS))
    game = Game.of(edition(), GameSetup(teams=teams, seed=seed))
    first, _ = game.start()
    answers = {
        question.id: (
            Answer(Picked((question.answer,))),
            Answer(Picked(((question.answer + 1) % 4,))),
        )
        for question in game.questions.values()
        if isinstance(question, Choice)
    }
    roll = Roll()
    turns = []
    state = first
    for _ in range(games):
        state = replace(first, dice=state.dice)
        while True:
            phase = state.phase
            if type(phase) is AwaitRoll:
                state, _events = apply(game, state, roll)
            elif type(phase) is AwaitAnswer:
                right, wrong = answers[phase.question]
                state, _events = apply(game, state, right if draw() < RIGHT_SHARE else wrong)
            else:
                break
        turns.append(sum([team.played for team in state.teams]))
        if won is not None:
            won[state.turn] += 1
    return turns
