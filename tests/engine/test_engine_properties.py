"""What holds on every board, whatever is asked of the table."""

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_games import any_command, games, next_in_turn

from sugoroku.engine import commands as c
from sugoroku.engine import events as e
from sugoroku.engine.apply import apply
from sugoroku.engine.game import Game
from sugoroku.engine.refusals import Refused
from sugoroku.engine.state import AwaitAnswer, AwaitExit, AwaitRoll, Finished, State

ENCODER = msgspec.json.Encoder()
STATES = msgspec.json.Decoder(State)
EVENTS = msgspec.json.Decoder(tuple[e.AnyEvent, ...])
COMMANDS = msgspec.json.Decoder(c.AnyCommand)

many = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def check_table(game: Game, state: State) -> None:
    """What must hold of every state."""
    ids = [team.id for team in state.teams]
    assert len(set(ids)) == len(ids)
    assert state.turn in ids
    assert all(number < state.next_team for number in ids)
    assert len({team.shape for team in state.teams}) == len(ids)
    for team in state.teams:
        assert team.leaves >= 0
        assert 0 <= team.rests <= 9
        assert team.square in game.squares
        assert (team.arrived > 0) == (team.square == game.goal)
        assert team.played <= state.round
    assert 0 <= state.again <= 3
    assert len(set(state.asked)) == len(state.asked)
    assert STATES.decode(ENCODER.encode(state)) == state
    check_phase(game, state)


def check_phase(game: Game, state: State) -> None:
    phase = state.phase
    if isinstance(phase, Finished):
        assert sorted(number for _, number in phase.ranking) == sorted(t.id for t in state.teams)
        assert (state.again, state.extra_rolls, state.asked_again, state.applied) == (0, 0, 0, ())
        return
    assert not state.on_turn.arrived
    assert state.on_turn.played < state.round
    if isinstance(phase, AwaitExit):
        assert phase.steps > 0
        assert len(phase.exits) > 1
        assert phase.exits == game.roads.exits[state.on_turn.square]
    elif isinstance(phase, AwaitAnswer):
        assert phase.question == state.asked[-1]
        options = getattr(game.questions[phase.question], "options", ())
        assert sorted(phase.order) == list(range(len(options)))
    else:
        assert isinstance(phase, AwaitRoll)


def check_told(before: State, after: State, told: tuple[e.AnyEvent, ...]) -> None:
    """The last word of the events is what the state says."""
    assert EVENTS.decode(ENCODER.encode(told)) == told
    at = {team.id: team.square for team in before.teams}
    leaves: dict[int, int] = {}
    for event in told:
        match event:
            case e.Walked(team=team, path=path):
                assert at[team] == path[0]
                at[team] = path[-1]
            case (
                e.Jumped(team=team, start=start, end=end)
                | e.TeamMoved(team=team, start=start, end=end)
            ):
                assert at[team] == start
                at[team] = end
            case e.Landed(team=team, square=square) | e.ForkReached(team=team, square=square):
                assert at[team] == square
            case e.LeavesChanged(team=team, by=by, total=total):
                assert by
                leaves[team] = total
            case e.LeavesSet(team=team, total=total):
                leaves[team] = total
            case e.TurnBegan(team=team, round=number):
                assert (team, number) == (after.turn, after.round)
                assert event is told[-1]
            case e.GameEnded(ranking=ranking):
                assert isinstance(after.phase, Finished)
                assert ranking == after.phase.ranking
                assert event is told[-1]
            case e.QuestionAsked(question=question, order=order):
                assert isinstance(after.phase, AwaitAnswer)
                assert (question, order) == (after.phase.question, after.phase.order)
            case _:
                pass
    for team in after.teams:
        assert at.get(team.id, team.square) == team.square
        assert leaves.get(team.id, team.leaves) == team.leaves


@many
@given(games(), st.data())
def test_any_commands_at_any_time_keep_the_table_whole(game: Game, data: st.DataObject) -> None:
    state, told = game.start()
    check_table(game, state)
    for _ in range(data.draw(st.integers(1, 25))):
        before = state
        written = ENCODER.encode(before)
        fits = not isinstance(state.phase, Finished) and data.draw(st.booleans())
        command = next_in_turn(state, data.draw) if fits else data.draw(any_command(game))
        try:
            state, told = apply(game, state, command)
        except Refused:
            assert not fits
            continue
        finally:
            assert ENCODER.encode(before) == written
        check_table(game, state)
        check_told(before, state, told)
        assert COMMANDS.decode(ENCODER.encode(command)) == command
        assert apply(game, before, command) == (state, told)


@many
@given(games(), st.data())
def test_every_turn_ends_and_rounds_are_fair(game: Game, data: st.DataObject) -> None:
    state, _ = game.start()
    steps = 0
    for _ in range(60):
        if isinstance(state.phase, Finished):
            break
        turn = (state.turn, state.round)
        state, told = apply(game, state, next_in_turn(state, data.draw))
        check_told_rounds(told)
        steps = steps + 1 if (state.turn, state.round) == turn else 0
        assert steps <= 4 * (len(game.squares) + 1) * 7  # rolls, squares, things to do on each
        for team in state.teams:
            if not team.arrived:
                assert team.played in (state.round - 1, state.round)
    if isinstance(state.phase, Finished) and game.end != "first":
        assert {team.played for team in state.teams if not team.arrived} <= {state.round}


def check_told_rounds(told: tuple[e.AnyEvent, ...]) -> None:
    """Nobody begins or misses two turns in one round."""
    seen: set[int] = set()
    for event in told:
        if isinstance(event, e.RoundCompleted):
            seen.clear()
        elif isinstance(event, e.TurnBegan | e.Rested):
            assert event.team not in seen
            seen.add(event.team)


@many
@given(games(), st.data())
def test_scripts_only_make_it_faster(game: Game, data: st.DataObject) -> None:
    none = dict.fromkeys(game.questions, ())
    slow = msgspec.structs.replace(
        game, scripts=(), scripted=0, right_scripts=none, wrong_scripts=none
    )
    state, _ = game.start()
    for _ in range(25):
        if isinstance(state.phase, Finished):
            return
        command = next_in_turn(state, data.draw)
        after = apply(game, state, command)
        assert after == apply(slow, state, command)
        state = after[0]
