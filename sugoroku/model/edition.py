"""An edition: everything one game needs, kept whole with the session that plays it."""

import msgspec

from sugoroku.model.board import Board
from sugoroku.model.layout import Theme
from sugoroku.model.quiz import Choice, Deck, Question, TrueFalse
from sugoroku.model.survey import Knowledge, Moment, Survey, SurveyItem, TextItem


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    board: Board
    decks: tuple[Deck, ...] = ()
    survey: Survey | None = None
    """After the game."""
    survey_before: Survey | None = None
    theme: Theme = Theme(id="plain")
    pack: str = ""
    """The installed pack that it is from, by the name of its folder; "": none."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions of all decks, in the order of the files."""
        return tuple(question for deck in self.decks for question in deck.questions)

    def languages(self) -> dict[str, str]:
        """Domain of each file to the language it is written in."""
        found = {self.theme.id: self.theme.language, self.board.id: self.board.language}
        found.update((deck.id, deck.language) for deck in self.decks)
        for survey in (self.survey, self.survey_before):
            if survey is not None:
                found[survey.id] = survey.language
        return found

    def survey_at(self, moment: Moment) -> Survey | None:
        return self.survey_before if moment == "before" else self.survey

    def without_texts(self) -> "Edition":
        """The same; its surveys do not ask what pupils write themselves."""
        return msgspec.structs.replace(
            self,
            survey=_without_texts(self.survey),
            survey_before=_without_texts(self.survey_before),
        )

    def known(self, item: Knowledge) -> Choice | TrueFalse | None:
        """The question that a survey's item asks; None when this edition does not have it."""
        found = (question for question in self.questions if question.id == item.question)
        question = next(found, None)
        return question if isinstance(question, Choice | TrueFalse) else None

    def asked(self, moment: Moment, grade: int | None) -> tuple[SurveyItem, ...]:
        """The items that a class of this school year is asked, in order."""
        survey = self.survey_at(moment)
        return (
            ()
            if survey is None
            else tuple(item for item in survey.items if self._holds(item, moment, grade))
        )

    def _holds(self, item: SurveyItem, moment: Moment, grade: int | None) -> bool:
        only = item.only
        return (
            (not only.editions or self.board.id in only.editions)
            and (not only.grades or grade is None or grade in only.grades)
            and (only.moment is None or only.moment == moment)
            and (not isinstance(item, Knowledge) or self.known(item) is not None)
        )


def _without_texts(survey: Survey | None) -> Survey | None:
    if survey is None:
        return None
    items = tuple(item for item in survey.items if not isinstance(item, TextItem))
    return msgspec.structs.replace(survey, items=items)
