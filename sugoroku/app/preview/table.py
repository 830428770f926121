"""A table set for pictures: teams that stand where a page needs them. Nobody plays on it."""

from functools import cached_property

from msgspec.structs import replace

from sugoroku.app.pills import pills
from sugoroku.engine.draft import open_draft
from sugoroku.engine.game import Game
from sugoroku.engine.landing import resolve
from sugoroku.engine.scripts import Effects
from sugoroku.engine.state import State
from sugoroku.i18n.translator import Translator
from sugoroku.model.edition import Edition
from sugoroku.model.ids import TEAM_SHAPES, QuestionId, SquareId
from sugoroku.model.setup import GameSetup, TeamSetup

FEWEST, USUAL = 2, 4
LEAVES = 20
"""What the team on turn has, so that leaves taken away are told too."""


class Table:
    """Of one edition; made when the first page of it is shown."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        offered = len(edition.board.teams)
        self.seats = min(len(TEAM_SHAPES), max(FEWEST, offered)) if offered else USUAL

    @cached_property
    def setup(self) -> GameSetup:
        teams = tuple(TeamSetup(str(n)) for n in range(self.seats))
        return GameSetup(teams=teams, seed=1, minutes=self.edition.board.minutes)

    @cached_property
    def game(self) -> Game:
        return Game.of(self.edition, self.setup)

    def state(self, tr: Translator) -> State:
        """Before the first roll, with the names that the board offers."""
        state, _ = self.game.start()
        names = [tr.plain(name) for name in self.edition.board.teams]
        names += [tr("Team {n}", n=n + 1) for n in range(len(names), self.seats)]
        teams = zip(state.teams, names, strict=False)
        return replace(state, teams=tuple(replace(team, name=name) for team, name in teams))

    def landing(self, square: SquareId, tr: Translator) -> list[str]:
        """What the square does, in the words of its card."""
        return self._told(square, self.game.effects[square], tr)

    def answered(self, question: QuestionId, tr: Translator) -> list[str]:
        """What the right answer brings, in the words of its card."""
        middle = self.edition.board.squares[len(self.edition.board.squares) // 2].id
        return self._told(middle, self.game.right[question], tr)

    def _told(self, square: SquareId, effects: Effects, tr: Translator) -> list[str]:
        state = self.state(tr)
        first, *others = state.teams
        placed = replace(first, square=square, leaves=LEAVES)
        draft = open_draft(self.game, replace(state, teams=(placed, *others)), state.dice, [])
        _, happened = resolve(draft, effects)
        return pills(happened, first.id, self.game.roads.left, tr)
