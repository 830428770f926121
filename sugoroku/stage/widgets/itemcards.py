"""What can be chosen at an item of a survey: faces, options, and the end of it all."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from sugoroku.i18n.translator import Translator
from sugoroku.stage.draw.cards import LETTERS, fitting_size
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button
from sugoroku.stage.widgets.face import FaceCard
from sugoroku.stage.widgets.option import OptionCard

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

Box = tuple[float, float, float, float]
Press = Callable[[int], None]
"""Takes the place of an option, from 0."""
GAP, DOWN = 24.0, 24.0
MARKS = LETTERS + "KL"
"""Of the options; a survey has at most twelve."""
DONT_KNOW_KEYS = ("?", "¿", "/", "'")
"""The question mark, and what its key says on some keyboards when Shift is not told."""


def face_places(canvas: "Canvas", n: int) -> tuple[float, float, float]:
    """Left edge of the first of n faces, width of each, gap. Five fill the screen."""
    m, g = canvas.margin, 24.0
    w = (canvas.W - 2 * m - 4 * g) / 5
    return (canvas.W - n * w - (n - 1) * g) / 2, w, g


def face_cards(
    canvas: "Canvas", pictures: Sequence[str], labels: Sequence[str], chosen: Collection[int],
    press: Press,
) -> list[Widget]:  # fmt: skip
    left, w, g = face_places(canvas, len(labels))
    return [
        FaceCard(
            left + i * (w + g), 430, w, 436, picture=picture, label=label, chosen=i in chosen,
            keys=(str(i + 1),), on_press=partial(press, i),
        )
        for i, (picture, label) in enumerate(zip(pictures, labels, strict=True))
    ]  # fmt: skip


def option_boxes(box: Box, n: int, calm_last: bool = False, tallest: float = 160) -> list[Box]:
    """Places of n cards: up to three below each other, more in two columns.

    `calm_last`: the last one has a line of its own.
    """
    x, y, w, h = box
    inner = n - 1 if calm_last else n
    columns = 1 if inner <= (2 if calm_last else 3) else 2
    rows = -(-inner // columns) + calm_last
    each = min(tallest if columns > 1 else tallest - 28, (h - (rows - 1) * DOWN) / rows)
    wide = (w - (columns - 1) * GAP) / columns
    boxes = [
        (x + i % columns * (wide + GAP), y + i // columns * (each + DOWN), wide, each)
        for i in range(inner)
    ]
    if calm_last:
        boxes.append((x, y + (rows - 1) * (each + DOWN), w, each))
    return boxes


def option_cards(
    canvas: "Canvas", box: Box, texts: Sequence[str], chosen: Collection[int], press: Press,
    calm_last: bool = False, size: float = 50,
) -> list[Widget]:  # fmt: skip
    """Cards with letters. `calm_last`: the last one says that nothing is known yet."""
    boxes = option_boxes(box, len(texts), calm_last)
    badge = min(80.0, boxes[0][3] - 24)
    narrow = min(w for _, _, w, _ in boxes), boxes[0][3]
    # A pupil reads this at the desk, so it may be smaller than what the class reads.
    size = fitting_size(
        canvas, texts, (narrow[0] - badge - 84, narrow[1] - 16), canvas.large(size), 36
    )
    return [
        OptionCard(
            *place, letter="?" if calm_last and i == len(texts) - 1 else MARKS[i], text=text,
            size=size, state="chosen" if i in chosen else "rest", badge=badge,
            calm=calm_last and i == len(texts) - 1,
            keys=option_keys(i) + (DONT_KNOW_KEYS if calm_last and i == len(texts) - 1 else ()),
            on_press=partial(press, i),
        )
        for i, (text, place) in enumerate(zip(texts, boxes, strict=True))
    ]  # fmt: skip


def option_keys(place: int) -> tuple[str, ...]:
    """Its letter, and its number as far as there is a key for it."""
    letter = MARKS[place].lower()
    return (letter, str(place + 1)) if place < 9 else (letter,)


def ending_buttons(
    canvas: "Canvas", tr: Translator, stay: Callable[[], None], pause: Callable[[], None],
    finish: Callable[[], None],
) -> list[Widget]:  # fmt: skip
    """Asked once more before it ends: a slip must not send the class home."""
    m, g = canvas.margin, 28.0
    w = min(560.0, (canvas.W - 2 * m - 2 * g) / 3)
    left = (canvas.W - 3 * w - 2 * g) / 2
    return [
        Button(left, 720, w, 104, label=tr("No, go on"), on_press=stay, primary=True, size=48),
        Button(
            left + w + g, 720, w, 104, label=tr("Stop for now"), kind="secondary", icon="pause",
            on_press=pause, keys=("p",), size=48,
        ),
        Button(
            left + 2 * (w + g), 720, w, 104, label=tr("That is all"), kind="secondary",
            icon="check", on_press=finish, keys=("y",), size=48,
        ),
    ]  # fmt: skip
