"""Names for the kinds of identifiers, so that signatures explain themselves."""

from typing import Literal

SquareId = str
QuestionId = str
"""`deck-id/question-id`, unique over all decks of an edition."""
TeamId = int
"""Given out in order of creation, 0 first; never used again for another team."""
Language = str
"""A code as gettext writes it: `ja`, `es`, `en`, `pt_BR`."""

Topic = Literal["climate", "energy", "transport", "waste", "water", "nature", "city", "cooperation"]
TOPICS: tuple[Topic, ...] = (
    "climate",
    "energy",
    "transport",
    "waste",
    "water",
    "nature",
    "city",
    "cooperation",
)
Level = Literal[1, 2, 3]

TeamShape = Literal["circle", "square", "star", "heart", "triangle", "diamond"]
TEAM_SHAPES: tuple[TeamShape, ...] = (
    "circle",
    "square",
    "star",
    "heart",
    "triangle",
    "diamond",
)
TEAM_GLYPHS = dict(zip(TEAM_SHAPES, "●■★♥▲◆", strict=True))
