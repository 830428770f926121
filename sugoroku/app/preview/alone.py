"""A deck, a survey or a theme by itself, put into a plain edition so that it can be shown."""

from collections.abc import Iterable

from msgspec.structs import replace

from sugoroku.model.board import Board, Rules, Square
from sugoroku.model.edition import Edition
from sugoroku.model.effects import GoTo, Leaves
from sugoroku.model.layout import Theme
from sugoroku.model.quiz import Deck
from sugoroku.model.survey import Knowledge, Only, Survey
from sugoroku.model.text import Text

PLAIN = "plain"


def deck_edition(deck: Deck) -> Edition:
    """On a road of two squares, and of those that the answers jump to."""
    effects = (e for q in deck.questions for e in (*(q.right or ()), *(q.wrong or ())))
    targets = dict.fromkeys(e.square for e in effects if isinstance(e, GoTo))
    ids = [name for name in targets if name not in ("start", "goal")]
    return Edition(board=_board(deck.language, deck.title, ids, (deck.id,)), decks=(deck,))


def survey_edition(survey: Survey, decks: Iterable[Deck]) -> Edition:
    """With those of the decks that have questions which the survey asks."""
    asked = {item.question for item in survey.items if isinstance(item, Knowledge)}
    used = tuple(d for d in decks if any(question.id in asked for question in d.questions))
    board = _board(survey.language, survey.title, [], tuple(deck.id for deck in used))
    # Every item is asked, whatever edition, school year and moment it is for.
    items = tuple(replace(item, only=Only()) for item in survey.items)
    return Edition(board=board, decks=used, survey=replace(survey, items=items))


def theme_edition(theme: Theme, edition: Edition | None) -> Edition:
    """Another edition in the clothes of the theme; without one, a plain board."""
    if edition is None:
        edition = Edition(board=_board(theme.language, theme.title or Text(theme.id), [], ()))
    return replace(edition, theme=theme)


def _board(language: str, title: Text, between: list[str], decks: tuple[str, ...]) -> Board:
    ids = ["start", *between, "goal"]
    squares = tuple(
        Square(
            id=name,
            kind="start" if name == "start" else "goal" if name == "goal" else "plain",
            exits=(ids[i + 1],) if i + 1 < len(ids) else (),
        )
        for i, name in enumerate(ids)
    )
    return Board(
        id=PLAIN,
        language=language,
        title=title,
        place=title,
        squares=squares,
        rules=Rules(right=(Leaves(10),)),  # as most boards have it
        decks=decks,
    )
