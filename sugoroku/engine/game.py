"""What never changes during a game: board, questions and rules, compiled into tables."""

from collections.abc import Mapping
from itertools import permutations

import msgspec

from sugoroku.engine import dice, events
from sugoroku.engine.roads import MOST_TABLED_STEPS, Roads
from sugoroku.engine.scripts import Effects, Script, follow, roll_script
from sugoroku.engine.state import AwaitRoll, State, Team
from sugoroku.model.board import Board, Dice, End, Square
from sugoroku.model.edition import Edition
from sugoroku.model.effects import Leaves, Quiz
from sugoroku.model.ids import TEAM_SHAPES, TOPICS, QuestionId, SquareId
from sugoroku.model.quiz import Estimate, Order, Question, TrueFalse
from sugoroku.model.setup import GameSetup

COMMON_ORDERS = 120
"""A number below it chooses fairly among the orders of one, two, three, four or five options."""
MOST_TEAMS = len(TEAM_SHAPES)
_MIDDLE_GRADE, _UPPER_GRADE = 4, 6
"""The first school years that level 2 and level 3 fit."""

Scripts = tuple[Mapping[SquareId, tuple[Script | None, ...]], ...]
AnswerScripts = tuple[Mapping[SquareId, Script], ...]
Pools = tuple[tuple[QuestionId, ...], ...]


class Game(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """One edition and one setup, ready to be played with `apply`."""

    edition: Edition
    setup: GameSetup
    squares: Mapping[SquareId, Square]
    roads: Roads
    goal: SquareId
    effects: Mapping[SquareId, Effects]
    """What a square does to a team that lands on it; the goal does nothing."""
    told: frozenset[SquareId]
    """Squares whose landing is told: they have effects or a text."""
    questions: Mapping[QuestionId, Question]
    orders: Mapping[QuestionId, tuple[tuple[int, ...], ...]]
    """How the options may be shown, `COMMON_ORDERS` times; empty: to be shuffled."""
    pools: Mapping[tuple[str | None, int | None], Pools]
    """By topic and level: the questions that fit, then wider and wider pools; none is empty."""
    right: Mapping[QuestionId, Effects]
    wrong: Mapping[QuestionId, Effects]
    leaves: Mapping[QuestionId, tuple[Leaves, ...]]
    """The leaves among the effects of a right answer, for the teams not on turn."""
    answers_ask: bool
    """Some answer leads to another question."""
    scripts: Scripts
    """By team, square and roll less one; none with `chain`, several dice, or very large ones."""
    scripted: int
    """How many teams have scripts; not those added later."""
    right_scripts: Mapping[QuestionId, AnswerScripts]
    wrong_scripts: Mapping[QuestionId, AnswerScripts]
    """By question, team and square; none with `chain` or where an answer leads to a question."""
    dice: Dice
    die: int
    """The sides of the only die; 0 when there are several."""
    chain: bool
    end: End

    @classmethod
    def of(cls, edition: Edition, setup: GameSetup) -> "Game":
        """ValueError for a board that cannot be played or not 1 to 6 teams."""
        if not 1 <= len(setup.teams) <= MOST_TEAMS:
            raise ValueError(f"1 to {MOST_TEAMS} teams can play, not {len(setup.teams)}")
        board = edition.board
        rules = board.rules
        roads = Roads.of(board)
        effects = {square.id: _effects(square) for square in board.squares}
        told = frozenset(s.id for s in board.squares if effects[s.id] or _has_words(s))
        questions = {question.id: question for question in edition.questions}
        right = {q.id: rules.right if q.right is None else q.right for q in questions.values()}
        wrong = {q.id: rules.wrong if q.wrong is None else q.wrong for q in questions.values()}
        answers = (*right.values(), *wrong.values())
        count = 0 if rules.chain else len(setup.teams)
        answered = {given: _answered(roads, given, count) for given in set(answers)}
        scripts = _scripts(board, roads, told, effects, count)
        _check_jumps(board, (*effects.values(), *answers))
        return cls(
            edition=edition,
            setup=setup,
            squares={square.id: square for square in board.squares},
            roads=roads,
            goal=roads.goal,
            effects=effects,
            told=told,
            scripts=scripts,
            scripted=len(scripts),
            right_scripts={name: answered[given] for name, given in right.items()},
            wrong_scripts={name: answered[given] for name, given in wrong.items()},
            questions=questions,
            orders={question.id: _orders(question) for question in questions.values()},
            pools=_pools(tuple(questions.values()), setup.grade),
            right=right,
            wrong=wrong,
            leaves={
                key: tuple(e for e in given if isinstance(e, Leaves))
                for key, given in right.items()
            },
            answers_ask=any(isinstance(e, Quiz) for given in answers for e in given),
            dice=rules.dice,
            die=rules.dice.sides if rules.dice.count == 1 else 0,
            chain=rules.chain,
            end=rules.end,
        )

    def start(self) -> tuple[State, tuple[events.AnyEvent, ...]]:
        """The table before the first roll, and what is told of it."""
        setup = self.setup
        teams = tuple(
            Team(number, team.name, TEAM_SHAPES[number], team.pupils, self.roads.start)
            for number, team in enumerate(setup.teams)
        )
        state = State(
            teams=teams,
            turn=0,
            phase=AwaitRoll(),
            dice=dice.seeded(setup.seed),
            answering=setup.answering or self.edition.board.rules.answering,
            next_team=len(teams),
        )
        return state, (events.TurnBegan(0, 1),)


def _effects(square: Square) -> Effects:
    """A square's effects, with the quiz that a quiz square implies first."""
    if square.kind == "goal":
        return ()
    if square.kind == "quiz" and not any(isinstance(e, Quiz) for e in square.effects):
        return (Quiz(square.topic, square.level), *square.effects)
    return square.effects


def _orders(question: Question) -> tuple[tuple[int, ...], ...]:
    """The orders of up to five options, each equally often among `COMMON_ORDERS`."""
    if isinstance(question, TrueFalse):
        return ((0, 1),) * COMMON_ORDERS
    if isinstance(question, Estimate):
        return ((),) * COMMON_ORDERS
    written = tuple(range(len(question.options)))
    if isinstance(question, Order):
        return ()
    if question.keep_order:
        return (written,) * COMMON_ORDERS
    orders = tuple(permutations(written)) if len(written) <= 5 else ()
    return orders * (COMMON_ORDERS // len(orders)) if orders else ()


def _has_words(square: Square) -> bool:
    return square.kind == "fact" or (bool(square.text) and square.kind != "goal")


def _check_jumps(board: Board, effects: tuple[Effects, ...]) -> None:
    ids = {square.id for square in board.squares}
    for effect in (effect for given in effects for effect in given):
        target = getattr(effect, "square", None)
        if target is not None and target not in ids:
            raise ValueError(f"board {board.id}: go_to an unknown square {target!r}")


def _scripts(
    board: Board,
    roads: Roads,
    told: frozenset[SquareId],
    effects: dict[SquareId, Effects],
    teams: int,
) -> Scripts:
    most = board.rules.dice.sides
    if most > MOST_TABLED_STEPS or board.rules.dice.count > 1:
        return ()
    return tuple(
        {
            square: tuple(
                roll_script(roads, told, effects, team, square, total)
                for total in range(1, most + 1)
            )
            for square in roads.exits
        }
        for team in range(teams)
    )


def _answered(roads: Roads, effects: Effects, teams: int) -> AnswerScripts:
    if any(isinstance(effect, Quiz) for effect in effects):
        return ()
    return tuple(
        {square: follow(roads, team, square, effects, ()) for square in roads.exits}
        for team in range(teams)
    )


def _fits_grade(level: int, grade: int | None) -> bool:
    if grade is None or level == 1:
        return True
    return grade >= (_MIDDLE_GRADE if level == 2 else _UPPER_GRADE)


def _pools(
    questions: tuple[Question, ...], grade: int | None
) -> dict[tuple[str | None, int | None], Pools]:
    """For each topic and level: fitting, then without level, without topic, without grade."""
    graded = tuple(q for q in questions if _fits_grade(q.level, grade))
    pools: dict[tuple[str | None, int | None], Pools] = {}
    for topic in (None, *TOPICS):
        of_topic = tuple(q for q in graded if topic in (None, q.topic))
        for level in (None, 1, 2, 3):
            of_level = tuple(q for q in of_topic if level in (None, q.level))
            wider = (of_level, of_topic, graded, questions)
            ids = (tuple(q.id for q in pool) for pool in wider)
            pools[topic, level] = tuple(dict.fromkeys(pool for pool in ids if pool))
    return pools
