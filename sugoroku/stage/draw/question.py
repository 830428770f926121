"""The parts of the page with a question: what is asked, the hint, the time."""

from typing import TYPE_CHECKING

from sugoroku.model.layout import Theme
from sugoroku.model.quiz import Question
from sugoroku.stage.draw.photo import draw_photo, has_photo
from sugoroku.stage.stopwatch import LAST, Stopwatch

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


def draw_ask(
    canvas: "Canvas", theme: Theme, question: Question, text: str, y: float, h: float
) -> None:
    """The question, said by the mascot or beside its picture."""
    m, image = canvas.margin, question.image
    if image is not None and has_photo(canvas, image.file):
        side = 400.0 if canvas.wide else 330.0
        draw_photo(canvas, image.file, canvas.W - m - side, y, side, h)
        w = canvas.W - 2 * m - side - 28
        canvas.card(m, y, w, h, 44, "paper", "line", 10)
    else:
        side = 300.0 if canvas.wide else 236.0
        w = canvas.W - 2 * m - side
        tall = min(322.0 if canvas.wide else 272.0, h + 50)
        canvas.mascot(theme, "thinking", m + w + side / 2 + 12, y + h + 26, tall)
        canvas.bubble(m, y, w, h, "r", tail_y=h * 0.56)
    canvas.text(
        text, m + 52, y + h / 2, canvas.large(64 if canvas.wide else 58), "ink",
        width=w - 100, valign="m", max_h=h - 24, min_size=40,
    )  # fmt: skip


def draw_hint(canvas: "Canvas", text: str) -> None:
    """It lies over the top bar, so that the question stays in sight."""
    m = canvas.margin
    w = canvas.W - 2 * m
    canvas.rect(m - 18, 24, w + 36, 158, 44, "sun_deep")
    canvas.rect(m - 18, 16, w + 36, 158, 44, "sun_tint")
    canvas.text(
        text, m + 36, 94, canvas.large(48), "ink", width=w - 72, valign="m", max_h=150, min_size=36
    )


def draw_stopwatch(canvas: "Canvas", watch: Stopwatch, x: float, y: float) -> None:
    """A ring that empties, with its seconds."""
    ink = "warn" if watch.left <= LAST else "primary"
    canvas.ring(x, y, 44, 12, watch.share, ink, "ground_deep")
    canvas.text(str(watch.left), x, y, 46, "ink", "display", align="c", valign="m", ruby=False)
