"""A game as a text to read: a line `> command` and under it what happened, in a short notation."""

from collections.abc import Iterator

import msgspec

from sugoroku.engine import commands as c
from sugoroku.engine.apply import apply
from sugoroku.engine.events import AnyEvent
from sugoroku.engine.game import Game
from sugoroku.engine.refusals import Refused
from sugoroku.engine.state import AwaitAnswer, AwaitExit, Finished, State
from sugoroku.model.quiz import Guessed, Picked, Response, Sorted


def short(thing: msgspec.Struct) -> str:
    """`walked team=0 path=0-1-2 cause=roll`: the tag, and the fields not at their default."""
    config = thing.__struct_config__
    fields = [
        f"{field.name}={written(getattr(thing, field.name))}"
        for field in msgspec.structs.fields(thing)
        if getattr(thing, field.name) != field.default
    ]
    return " ".join([str(config.tag), *fields])


def written(value: object) -> str:
    match value:
        case None:
            return "none"
        case Picked(options=options) | Sorted(options=options):
            return "".join(map(str, options)) or "nothing"
        case Guessed(value=number):
            return f"{number:g}"
        case ((_, _), *_):
            return "-".join(":".join(map(written, pair)) for pair in value)
        case tuple():
            return "-".join(map(written, value)) or "none"
        case _:
            return str(value)


def table_line(game: Game, state: State) -> str:
    """The whole table on one line: round, then each team's square, leaves and rests."""
    teams = " ".join(
        f"{team.id}@{team.square}"
        + (f"+{team.leaves}" if team.leaves else "")
        + (f"z{team.rests}" if team.rests else "")
        + ("!" if team.arrived else "")
        for team in state.teams
    )
    return f"# round {state.round}: {teams}"


def play(game: Game, script: Iterator[c.AnyCommand | None]) -> str:
    """Plays a script to the end of the game; None in it stands for the usual next command."""
    state, told = game.start()
    lines = [table_line(game, state), *map(told_line, told)]
    for number, given in enumerate(script):
        if isinstance(state.phase, Finished):
            break
        command = given or usual(game, state, number)
        lines.append(f"> {short(command)}")
        try:
            before, (state, told) = state, apply(game, state, command)
        except Refused as refused:
            lines.append(f"  refused {refused.refusal.value}")
            continue
        lines.extend(map(told_line, told))
        if state.round != before.round or isinstance(state.phase, Finished):
            lines.append(table_line(game, state))
    return "\n".join(lines) + "\n"


def told_line(event: AnyEvent) -> str:
    return f"  {short(event)}"


def usual(game: Game, state: State, number: int) -> c.AnyCommand:
    """Rolls; takes the exits in turn; answers right, wrong and not at all in turn."""
    phase = state.phase
    if isinstance(phase, AwaitExit):
        return c.ChooseExit(phase.exits[number % len(phase.exits)])
    if not isinstance(phase, AwaitAnswer):
        return c.Roll()

    def response(which: int) -> Response | None:
        return (Picked((0,)), Picked((1,)), Picked((0,)), None)[which % 4]

    if state.answering == "everyone":
        return c.AnswerAll(tuple(response(number + at) for at in range(len(state.teams))))
    return c.Answer(response(number))
