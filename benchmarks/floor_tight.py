"""The floor: the game of 40 squares in the tightest plain Python, without objects or events.

A turn is one team's go, a missed one included. The first at square 40 wins and ends the game.
"""

import random

GOAL = 40
TEAMS = 4
RIGHT_SHARE = 0.6
QUIZZES = range(4, GOAL, 4)
FORWARD = (6, 17, 29)
BACKWARD = (14, 33)
RESTS = (22,)

_BY_QUIZ, _BY_THREE, _BY_REST = 99, 3, 98


def _table() -> list[int]:
    """What landing on each square does: 0 nothing, else steps or one of the two marks."""
    table = [0] * (GOAL + 1)
    for squares, mark in (
        (QUIZZES, _BY_QUIZ),
        (FORWARD, _BY_THREE),
        (BACKWARD, -2),
        (RESTS, _BY_REST),
    ):
        for square in squares:
            table[square] = mark
    return table


def play(games: int, seed: int) -> tuple[int, list[int]]:
    """Plays whole games with one generator; (turns in all, games won by each seat)."""
    draw = random.Random(seed).random
    table = _table()
    turns = 0
    won = [0] * TEAMS
    for _ in range(games):
        at = [0] * TEAMS
        resting = [False] * TEAMS
        seat = 0
        while True:
            turns += 1
            if resting[seat]:
                resting[seat] = False
            else:
                square = at[seat] + int(6 * draw()) + 1
                if square >= GOAL:
                    won[seat] += 1
                    break
                mark = table[square]
                if mark:
                    if mark == _BY_QUIZ:
                        if draw() < RIGHT_SHARE:
                            square += 2
                    elif mark == _BY_REST:
                        resting[seat] = True
                    else:
                        square += mark
                at[seat] = square
            seat += 1
            if seat == TEAMS:
                seat = 0
    return turns, won
