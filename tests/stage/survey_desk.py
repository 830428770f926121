"""A survey of every kind of item, about as long as the budgets allow."""

import card_desk
import small_board
from msgspec.structs import replace

from sugoroku.model.edition import Edition
from sugoroku.model.quiz import Deck
from sugoroku.model.survey import (
    ChoiceItem,
    Faces,
    Knowledge,
    Moment,
    NumberItem,
    SeveralItem,
    Survey,
    SurveyItem,
    TextItem,
    YesMaybeNo,
)
from sugoroku.model.text import EMPTY, Text
from sugoroku.stage.questionnaire import Questionnaire


def items(language: str = "en") -> dict[str, SurveyItem]:
    """`known` asks a question with four options, `truth` one that is true or not."""
    ask, word = card_desk.words(language, 2), card_desk.words(language, 1)
    return {
        "fun": Faces(id="fun", ask=ask, scale=(word,) * 5),
        "again": ChoiceItem(id="again", ask=ask, options=(word,) * 3),
        "try": SeveralItem(id="try", ask=ask, options=(word,) * 8, most=3),
        "talk": YesMaybeNo(id="talk", ask=ask),
        "age": NumberItem(id="age", ask=ask, low=6, high=15, unit=Text("years")),
        "known": Knowledge(id="known", ask=EMPTY, question="deck/choice"),
        "truth": Knowledge(id="truth", ask=EMPTY, question="deck/truth"),
        "free": TextItem(id="free", ask=ask, optional=True, longest=40),
    }


def edition(language: str, asked: tuple[SurveyItem, ...]) -> Edition:
    """The small board with these items before and after the game."""
    questions = card_desk.questions(language)
    deck = Deck(
        id="deck", language=language, title=Text("d"),
        questions=(
            replace(questions["choice"], id="deck/choice"),
            replace(questions["true_false"], id="deck/truth"),
        ),
    )  # fmt: skip
    base = small_board.edition()
    survey = Survey(id="s", language=language, title=card_desk.words(language, 1), items=asked)
    return replace(base, decks=(*base.decks, deck), survey=survey, survey_before=survey)


def asked(*names: str, language: str = "en", moment: Moment = "after") -> Questionnaire:
    """The items with these names, in this order; none: all of them."""
    every = items(language)
    chosen = tuple(every[name] for name in names or every)
    return Questionnaire(edition(language, chosen), moment)
