"""A checked board file to a board of the model."""

from sugoroku.content import board_schema as schema
from sugoroku.content.build_effects import build_effects, level_of
from sugoroku.content.schema_types import RoadEntry
from sugoroku.model.board import Board, Dice, Road, Rules, Square
from sugoroku.model.text import EMPTY, Text

PAGE_STAGE = 1408.0
"""Width of the stage (what the rail leaves) on the 1920 × 1080 page that authors draw on."""
PAGE_HEIGHT = 1080.0
LARGEST_FRACTION = 1.5
"""A larger number on a road means that the road is given on the page, not in fractions."""


def build_board(file: schema.BoardFile) -> Board:
    return Board(
        id=file.id,
        language=file.language,
        title=Text(file.title, "board/title", file.id),
        place=_text(file.place, "board/place", file.id),
        squares=_build_squares(file),
        rules=_build_rules(file.rules),
        decks=tuple(file.decks),
        survey=file.survey,
        survey_before=file.survey_before,
        theme=file.theme,
        minutes=file.minutes,
        road=build_road(file.road),
        teams=_texts(file.teams, "board/teams", file.id),
        tips=_texts(file.tips, "board/tips", file.id),
    )


def _build_rules(entry: schema.RulesEntry) -> Rules:
    return Rules(
        dice=Dice(entry.die.count, entry.die.sides),
        finish=entry.finish,
        end=entry.end,
        answering=entry.answering,
        chain=entry.chain == "true",
        class_leaves=entry.class_leaves,
        right=build_effects(entry.right),
        wrong=build_effects(entry.wrong),
    )


def _build_squares(file: schema.BoardFile) -> tuple[Square, ...]:
    """`repeat` written out; a square without an id has its number, from 0 for the start."""
    entries = [entry for entry in file.squares for _ in range(entry.repeat)]
    ids = [entry.id or str(number) for number, entry in enumerate(entries)]
    squares = []
    for number, (name, entry) in enumerate(zip(ids, entries, strict=True)):
        following = tuple(ids[number + 1 : number + 2])
        exits = () if entry.kind == "goal" else tuple(entry.next or following)
        squares.append(
            Square(
                id=name,
                kind=entry.kind,
                effects=build_effects(entry.effects),
                exits=exits,
                stop=entry.stop == "true",
                topic=entry.topic,
                level=level_of(entry.level),
                mood=entry.mood,
                title=_text(entry.title, f"square/{name}/title", file.id),
                text=_text(entry.text, f"square/{name}/text", file.id),
                picture=_picture(entry.picture),
                at=_points((entry.at,))[0] if entry.at else None,
            )
        )
    return tuple(squares)


def _picture(name: str) -> str:
    """A name without a folder is a picture of an event."""
    name = name.removesuffix(".svg")
    return f"event/{name}" if name and "/" not in name else name


def build_road(entry: RoadEntry) -> Road:
    """Fractions of the stage: x of its width (left of the rail), y of the height of the screen.

    Authors may write fractions, or places on a page of 1920 × 1080, of which the stage is
    `PAGE_STAGE` wide: a road with a number above `LARGEST_FRACTION` is of the second kind.
    """
    return Road(_points(entry.wide), _points(entry.narrow))


def _points(points: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    on_page = any(abs(value) > LARGEST_FRACTION for point in points for value in point)
    wide, high = (PAGE_STAGE, PAGE_HEIGHT) if on_page else (1.0, 1.0)
    return tuple((x / wide, y / high) for x, y in points)


def _text(source: str, context: str, domain: str) -> Text:
    return Text(source, context, domain) if source else EMPTY


def _texts(sources: tuple[str, ...], context: str, domain: str) -> tuple[Text, ...]:
    return tuple(Text(text, f"{context}/{i}", domain) for i, text in enumerate(sources))
