"""Pictures and sounds of a pack are its own: their names say from which pack they are.

So two packs, or a pack and a shipped edition, may each have a `mascot/frog`. What a pack does not
have is looked for among what is shipped.
"""

from msgspec.structs import replace

from sugoroku.model.edition import Edition
from sugoroku.model.layout import Theme
from sugoroku.model.quiz import Deck, Question


def scoped(edition: Edition, pack: str) -> Edition:
    """The edition of the pack installed as `pack`, with names such as `@mytown-1.0/mascot/owl`."""
    board = edition.board
    squares = tuple(
        replace(square, picture=_named(square.picture, pack)) if square.picture else square
        for square in board.squares
    )
    return replace(
        edition,
        board=replace(board, squares=squares),
        decks=tuple(_scoped_deck(deck, pack) for deck in edition.decks),
        theme=scoped_theme(edition.theme, pack),
        pack=pack,
    )


def scoped_theme(theme: Theme, pack: str) -> Theme:
    return replace(
        theme,
        mascot=_named(theme.mascot, pack),
        backdrop=_named(theme.backdrop, pack),
        goal=_named(theme.goal, pack),
        sounds=_named(theme.sounds, pack),
    )


def _scoped_deck(deck: Deck, pack: str) -> Deck:
    return replace(deck, questions=tuple(_scoped_question(q, pack) for q in deck.questions))


def _scoped_question(question: Question, pack: str) -> Question:
    if question.image is None:
        return question
    image = replace(question.image, file=_named(question.image.file, pack))
    return replace(question, image=image)


def _named(name: str, pack: str) -> str:
    return f"@{pack}/{name}" if name else ""
