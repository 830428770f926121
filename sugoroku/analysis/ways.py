"""What can happen at all on a board, whatever the chances: it holds with forks too."""

import heapq

from sugoroku.analysis.turns import Turns
from sugoroku.engine.game import Game
from sugoroku.model.ids import SquareId


def fewest_turns(turns: Turns) -> int | None:
    """Of one team to the goal, missed ones too; None when it is out of reach."""
    game = turns.game
    queue, done = [(0, game.roads.start)], set()
    while queue:
        spent, square = heapq.heappop(queue)
        if square == game.goal:
            return spent
        if square in done:
            continue
        done.add(square)
        for end in turns.of[square].ends:
            heapq.heappush(queue, (spent + end.rounds, end.square))
    return None


def most_turns(turns: Turns) -> int | None:
    """Of one team to the goal, missed ones too; None when there is no longest walk."""
    following = {
        square: {end.square for end in turn.ends if end.square != turns.game.goal}
        for square, turn in turns.of.items()
    }
    order: list[SquareId] = []
    waiting = {square: 0 for square in following}
    for ways in following.values():
        for there in ways:
            waiting[there] += 1
    ready = [square for square, count in waiting.items() if not count]
    while ready:
        order.append(here := ready.pop())
        for there in following[here]:
            waiting[there] -= 1
            if not waiting[there]:
                ready.append(there)
    if len(order) < len(following):
        return None  # a team can come back to where it was
    most = {turns.game.goal: 0}
    for square in reversed(order):
        most[square] = max(end.rounds + most[end.square] for end in turns.of[square].ends)
    return most[turns.game.roads.start]


def lost_squares(turns: Turns) -> tuple[SquareId, ...]:
    """Squares a turn may begin on from which the goal cannot be reached any more."""
    before: dict[SquareId, set[SquareId]] = {name: set() for name in turns.game.squares}
    for square, turn in turns.of.items():
        for end in turn.ends:
            before[end.square].add(square)
    arriving, todo = {turns.game.goal}, [turns.game.goal]
    while todo:
        for here in before[todo.pop()] - arriving:
            arriving.add(here)
            todo.append(here)
    return tuple(square for square in turns.game.squares if square in turns.of.keys() - arriving)


def never_landed(turns: Turns) -> tuple[SquareId, ...]:
    """Squares on which no team ever comes to stand; the start is none of them."""
    landed = {square for turn in turns.of.values() for square in turn.landed}
    return _but(turns.game, landed | {turns.game.roads.start})


def never_applied(turns: Turns) -> tuple[SquareId, ...]:
    """Squares that do nothing though teams come to stand there, because only jumps lead there."""
    game = turns.game
    applied = {square for turn in turns.of.values() for square in turn.applied}
    idle = {square for square in game.squares if not game.effects[square]}
    return _but(game, applied | idle | set(never_landed(turns)) | {game.roads.start})


def _but(game: Game, others: set[SquareId]) -> tuple[SquareId, ...]:
    return tuple(square for square in game.squares if square not in others)
