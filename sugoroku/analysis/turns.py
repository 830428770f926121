"""Every turn that one team can have, with its chance. No rule is written twice: `apply` is asked.

From each square the team can begin a turn on, all rolls and answers are tried, until the turn is
over. What does not decide where a team goes (dice, leaves, which question) is taken out of
the states, so that they meet again.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from msgspec.structs import replace

from sugoroku.analysis.answers import wrong_response
from sugoroku.analysis.landings import Landings, landings
from sugoroku.engine.apply import apply
from sugoroku.engine.commands import Answer, AnyCommand, ChooseExit, EnterRoll
from sugoroku.engine.events import QuestionAsked, Stayed
from sugoroku.engine.game import Game
from sugoroku.engine.grading import is_right
from sugoroku.engine.scripts import Effects
from sugoroku.engine.state import AwaitAnswer, AwaitExit, Finished, State
from sugoroku.model.board import Dice
from sugoroku.model.edition import Edition
from sugoroku.model.effects import Leaves
from sugoroku.model.ids import QuestionId, SquareId
from sugoroku.model.quiz import right_response
from sugoroku.model.setup import GameSetup, TeamSetup

MOST_WORK = 3_000_000
"""Before a board counts as too tangled: a second or so."""
_WAY, _COMMAND = 5, 60
"""The work of a way through a turn that is known, and of one that the engine is asked for; with
`chain` there is one more for each square that has applied."""

Chance = Fraction
ONE = Fraction(1)


class TooTangled(Exception):
    """A turn on this board can go in too many ways to try them all."""


@dataclass(frozen=True, slots=True)
class End:
    """How a turn may end: the next one begins `rounds` later, on `square`."""

    square: SquareId
    rounds: int
    questions: int


@dataclass(slots=True)
class Turn:
    """All ways of one turn. The other numbers are means over them."""

    ends: dict[End, Chance] = field(default_factory=lambda: defaultdict(Fraction))
    landed: dict[SquareId, Chance] = field(default_factory=lambda: defaultdict(Fraction))
    """How often the team comes to stand on a square, after a roll or moved by an effect."""
    applied: dict[SquareId, Chance] = field(default_factory=lambda: defaultdict(Fraction))
    """How often a square's own effects begin to apply."""
    rolls: Chance = Fraction(0)
    stays: Chance = Fraction(0)
    """Rolls that were too high for the goal and not walked."""


@dataclass(slots=True)
class Turns:
    """The turns of a board, by the square on which they begin; the start is the first."""

    game: Game
    of: dict[SquareId, Turn]
    forks: bool = False
    """Somewhere the team chooses its way: the chances are those of choosing blindly."""
    differing: bool = False
    """Questions differ in where they lead: the chances hold for the first one only."""

    @property
    def exact(self) -> bool:
        """The chances are those of the rules, and no team has to do with another's walk."""
        return not (self.forks or self.differing)


@dataclass(frozen=True, slots=True)
class _Step:
    """One command: its chance, the state after it (None: the turn is over), what it brought."""

    chance: Chance
    state: State | None
    end: tuple[SquareId, int]
    questions: int
    landings: Landings
    rolls: int
    stays: int


def roll_chances(dice: Dice) -> dict[int, Chance]:
    """The chance of each sum."""
    ways = {0: 1}
    for _ in range(dice.count):
        more: dict[int, int] = defaultdict(int)
        for total, count in ways.items():
            for face in range(1, dice.sides + 1):
                more[total + face] += count
        ways = more
    return {total: Fraction(count, dice.sides**dice.count) for total, count in ways.items()}


def turns_of(edition: Edition, right: Fraction) -> Turns:
    """All turns from all squares a team can begin one on; `right`: share of right answers.

    TooTangled when there are too many; ValueError for a board that cannot be played.
    """
    setup = GameSetup(teams=(TeamSetup("1"),), seed=0, answering="team")
    game = Game.of(edition, setup)
    walker = _Walker(game, right)
    turns = Turns(game, {})
    todo = [game.roads.start]
    while todo:
        square = todo.pop()
        if square in turns.of:
            continue
        turns.of[square] = turn = walker.turn(square)
        todo.extend(end.square for end in turn.ends if end.square != game.goal)
    turns.forks, turns.differing = walker.forks, walker.differing
    return turns


class _Walker:
    """Tries commands and remembers where each state leads."""

    def __init__(self, game: Game, right: Fraction) -> None:
        self.game = game
        self.right = right
        self.rolls = roll_chances(game.dice)
        self.forks = self.differing = False
        self._known: dict[State, tuple[_Step, ...]] = {}
        self._work = 0
        self._pools: dict[tuple[QuestionId, ...], tuple[tuple[QuestionId, Chance], ...]] = {}

    def turn(self, square: SquareId) -> Turn:
        """Commands in layers: after each, equal states are one."""
        first, _ = self.game.start()
        begun = self._plain(replace(first, teams=(replace(first.teams[0], square=square),)))
        turn = Turn()
        layer: Mapping[tuple[State, int], Chance] = {(begun, 0): ONE}
        while layer:
            following: dict[tuple[State, int], Chance] = defaultdict(Fraction)
            for (state, asked), chance in layer.items():
                self._worked(state, _WAY)
                for step in self._steps(state):
                    mass = chance * step.chance
                    _count(turn, step, mass)
                    questions = asked + step.questions
                    if step.state is None:
                        turn.ends[End(*step.end, questions)] += mass
                    else:
                        following[step.state, questions] += mass
            layer = following
        return turn

    def _worked(self, state: State, work: int) -> None:
        self._work += work + len(state.applied)
        if self._work > MOST_WORK:
            raise TooTangled

    def _steps(self, state: State) -> tuple[_Step, ...]:
        found = self._known.get(state)
        if found is None:
            found = tuple(step for way in self._commands(state) for step in self._try(state, *way))
            self._known[state] = found
        return found

    def _commands(self, state: State) -> Iterator[tuple[AnyCommand, Chance]]:
        phase = state.phase
        if isinstance(phase, AwaitExit):
            self.forks = True
            for way in phase.exits:
                yield ChooseExit(way), Fraction(1, len(phase.exits))
        elif isinstance(phase, AwaitAnswer):
            question = self.game.questions[phase.question]
            if self.right:
                yield Answer(right_response(question)), self.right
            if self.right != 1:
                yield Answer(wrong_response(question)), 1 - self.right
        else:
            for value, chance in self.rolls.items():
                yield EnterRoll(value), chance

    def _try(self, state: State, command: AnyCommand, chance: Chance) -> Iterator[_Step]:
        """What a command leads to; to several states when a question is drawn that matters."""
        self._worked(state, _COMMAND)
        after, events = apply(self.game, state, command)
        over = isinstance(after.phase, Finished) or after.round > state.round
        step = _Step(
            chance=chance,
            state=None if over else self._plain(after),
            end=(after.teams[0].square, max(1, after.round - state.round)),
            questions=sum(isinstance(event, QuestionAsked) for event in events),
            landings=landings(events),
            rolls=isinstance(command, EnterRoll),
            stays=sum(isinstance(event, Stayed) for event in events),
        )
        if step.state is None or not isinstance(step.state.phase, AwaitAnswer):
            yield step
            return
        for name, share in self._kinds(step.state.phase):
            phase = replace(step.state.phase, question=name, order=())
            yield dataclasses.replace(
                step, chance=chance * share, state=replace(step.state, phase=phase)
            )

    def _plain(self, state: State) -> State:
        """The state without what does not decide where the team goes."""
        team = replace(state.teams[0], leaves=0)
        return replace(state, teams=(team,), dice=1, asked=())

    def _kinds(self, phase: AwaitAnswer) -> tuple[tuple[QuestionId, Chance], ...]:
        """Of the questions that may be drawn one for each kind of consequences, and its share."""
        pool = self.game.pools[phase.topic, phase.level][0]
        found = self._pools.get(pool)
        if found is None:
            kinds: dict[tuple[Effects, Effects], list[QuestionId]] = defaultdict(list)
            for name in pool:
                kinds[self._consequences(name)].append(name)
            found = tuple((names[0], Fraction(len(names), len(pool))) for names in kinds.values())
            self._pools[pool] = found
        self.differing = self.differing or len(found) > 1
        return found

    def _consequences(self, name: QuestionId) -> tuple[Effects, Effects]:
        """Where a right and a wrong answer lead; leaves lead nowhere."""
        game, question = self.game, self.game.questions[name]
        wrong = game.right if is_right(question, wrong_response(question)) else game.wrong
        return _moves(game.right[name]), _moves(wrong[name])


def _moves(effects: Effects) -> Effects:
    return tuple(effect for effect in effects if not isinstance(effect, Leaves))


def _count(turn: Turn, step: _Step, mass: Chance) -> None:
    for square in step.landings.stood:
        turn.landed[square] += mass
    for square in step.landings.applied:
        turn.applied[square] += mass
    turn.rolls += mass * step.rolls
    turn.stays += mass * step.stays
