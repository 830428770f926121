"""The head of a survey's page: how far it has come, and what the mascot asks."""

from typing import TYPE_CHECKING

from sugoroku.model.layout import Theme

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


def draw_progress(canvas: "Canvas", pages: int, page: int) -> None:
    """A bar for each page; those that were reached are full."""
    each = min(110.0, (canvas.W - 2 * canvas.margin - 220) / max(1, pages))
    for k in range(pages):
        x = canvas.W / 2 + (k - (pages - 1) / 2) * each
        colour = "primary" if k <= page else "ground_deep"
        canvas.rect(x - each * 0.42, 40, each * 0.84, 22, 11, colour)


def draw_item_ask(
    canvas: "Canvas", theme: Theme, pose: str, text: str, tall: float, size: float
) -> None:
    """The question in a bubble between the progress and what lies `tall` below it.

    Where there is little room the mascot is small and stands beside the bubble.
    """
    m = canvas.margin
    dense = tall < 200
    x = m + (190 if dense else 290)
    y, h = (84.0, tall - 14) if dense else (100.0, tall - 34)
    if dense:
        canvas.mascot(theme, pose, m + 80, 76 + tall, min(160, tall))
    else:
        canvas.mascot(theme, pose, m + 130, 112 + tall, min(280, tall))
    canvas.bubble(x, y, canvas.W - m - x, h, "l", tail_y=h * 0.56)
    canvas.text(
        text, x + 48, y + h / 2, canvas.large(size), valign="m", width=canvas.W - m - x - 90,
        max_h=h - 24, min_size=40,
    )  # fmt: skip
