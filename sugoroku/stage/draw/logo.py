"""The name of the game, whose letters are themselves a row of squares."""

from typing import TYPE_CHECKING

from sugoroku.i18n.translator import Translator

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

TILES = (
    ("#FFC928", "#A56A00"), ("#7BD0FF", "#1F6FA0"), ("#8EDB9A", "#2C7A45"), ("#FFB1A6", "#A8472F"),
    ("#D9B8FF", "#6A4BA8"), ("#FFE07A", "#A56A00"), ("#8EDFE0", "#1F7A80"), ("#FFC08A", "#A65A1A"),
)  # fmt: skip
RISE = (-8, 10, -5, 8, -8, 6, -6, 8)
INK, BLUE, RUST = "#10243E", "#094A84", "#8E2F10"


def draw_logo(canvas: "Canvas", tr: Translator) -> None:
    """Logotype, two dice, and the line under it, centred at the top of the title."""
    japanese = tr.language == "ja"
    letters = "すごろく" if japanese else "SUGOROKU"
    wide = canvas.wide
    tile = (150 if wide else 126) if japanese else (92 if wide else 100)
    gap = 12 if japanese else 9
    row = len(letters) * (tile + gap) - gap
    # Translators: the word beside the logotype SUGOROKU («climate sugoroku»). At most 10 letters.
    word = "気候《きこう》" if japanese else tr("of the climate")
    size = (148 if wide else 120) if japanese else (74 if wide else 80)
    word_w = canvas.measure(word, size, face="display", ruby=True).w
    w = row + 120 + (word_w + 36 if japanese else 0)
    h = size * 1.53 + 56 if japanese else tile + size + (92 if wide else 104)
    x, y = (canvas.W - w) / 2, 40.0
    canvas.rect(x, y + 16, w, h, 70, INK, alpha=0.25)
    canvas.rect(x, y, w, h, 70, "paper")
    left = x + 60
    if japanese:
        canvas.text(word, left, y + h / 2 - 2, size, BLUE, "display", valign="m", ruby=True)
        left += word_w + 36
    middle = y + (h - 64 - tile / 2 + 22 if japanese else 40 + tile / 2)
    for i, letter in enumerate(letters):
        top = middle + RISE[i] - tile / 2
        face, edge = TILES[i]
        canvas.rect(left, top + 10, tile, tile, tile * 0.28, edge)
        canvas.rect(left, top, tile, tile, tile * 0.28, face)
        canvas.text(
            letter, left + tile / 2, top + tile / 2 - 2, tile * 0.74, INK, "display",
            align="c", valign="m", ruby=False,
        )  # fmt: skip
        left += tile + gap
    if not japanese:
        canvas.text(
            word, canvas.W / 2, y + h - size * 0.5 - 34, size, RUST, "display",
            align="c", valign="m",
        )  # fmt: skip
    canvas.svg("die/die-5", x + 2, y + 26, w=136 if wide else 112, angle=14)
    canvas.svg("die/die-1", x + w - 4, y + h - 10, w=118 if wide else 98, angle=-12)
    _tagline(
        canvas, tr("Roll, learn and walk on together"), y + h + (34 if japanese or not wide else 22)
    )


def _tagline(canvas: "Canvas", line: str, y: float) -> None:
    block = canvas.measure(line, 46)
    h = block.h + 34
    canvas.rect((canvas.W - block.w) / 2 - 44, y, block.w + 88, h, h / 2, INK)
    canvas.text(line, canvas.W / 2, y + h / 2, 46, "paper", align="c", valign="m")
