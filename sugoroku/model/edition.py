"""An edition: everything one game needs, kept whole with the session that plays it."""

import msgspec

from sugoroku.model.board import Board
from sugoroku.model.layout import Theme
from sugoroku.model.quiz import Deck, Question
from sugoroku.model.survey import Survey


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    board: Board
    decks: tuple[Deck, ...] = ()
    survey: Survey | None = None
    theme: Theme = Theme(id="plain")

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions of all decks, in the order of the files."""
        return tuple(question for deck in self.decks for question in deck.questions)

    def languages(self) -> dict[str, str]:
        """Domain of each file to the language it is written in."""
        found = {self.theme.id: self.theme.language, self.board.id: self.board.language}
        found.update((deck.id, deck.language) for deck in self.decks)
        if self.survey is not None:
            found[self.survey.id] = self.survey.language
        return found
