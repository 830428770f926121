"""The four kinds of files: where they lie and what they become. Light: imports the model only."""

from typing import NamedTuple, Union

from sugoroku.model.board import Board
from sugoroku.model.layout import Theme
from sugoroku.model.quiz import Deck
from sugoroku.model.survey import Survey

Content = Union[Board, Deck, Survey, Theme]


class Format(NamedTuple):
    """`sign` is a name that only this kind of file has."""

    folder: str
    type: type[Content]
    sign: str


FORMATS: dict[str, Format] = {
    "board": Format("boards", Board, "squares"),
    "deck": Format("quizzes", Deck, "questions"),
    "survey": Format("surveys", Survey, "items"),
    "theme": Format("assets/themes", Theme, "colours"),
}
