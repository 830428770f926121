"""A picture made of what every edition has, for squares without one of their own."""

from typing import TYPE_CHECKING

from sugoroku.model.board import Square
from sugoroku.model.effects import GoTo, Rest, RollAgain

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

_SKIES = {"good": ("#CBEBFF", "#9BD48E", "#6FBF73"), "bad": ("#D9D3EE", "#B9AED9", "#9A8CC4"),
          "fact": ("#CFF0F4", "#9ADBE3", "#5FBFCB")}  # fmt: skip
_DECO = {"good": ("deco/sun", "deco/sparkle"), "bad": ("deco/cloud", "deco/drop"),
         "fact": ("deco/cloud", "deco/leaf")}  # fmt: skip


def tile_of(square: Square) -> str:
    """The tile art that tells what the square does."""
    for effect in square.effects:
        if isinstance(effect, RollAgain):
            return "tile/roll-again"
        if isinstance(effect, Rest):
            return "tile/skip"
        if isinstance(effect, GoTo):
            return "tile/jump-up" if square.mood != "bad" else "tile/jump-down"
    if square.kind == "fact":
        return "tile/fact"
    return "tile/event-bad" if square.mood == "bad" else "tile/event-good"


def draw_substitute(
    canvas: "Canvas", square: Square, x: float, y: float, w: float, h: float
) -> None:
    """Sky, two hills, the square's topic large and its tile."""
    mood = "fact" if square.kind == "fact" else "bad" if square.mood == "bad" else "good"
    sky, far, near = _SKIES[mood]
    canvas.rect(x, y, w, h, 40, sky)
    r = 40.0
    foot = (
        f"L{w:.0f} {h - r:.0f} Q{w:.0f} {h:.0f} {w - r:.0f} {h:.0f} "
        f'L{r:.0f} {h:.0f} Q0 {h:.0f} 0 {h - r:.0f} Z" fill='
    )
    hills = (
        f'<path d="M0 {h * 0.66:.0f} C{w * 0.2:.0f} {h * 0.4:.0f} {w * 0.42:.0f} {h * 0.5:.0f} '
        f"{w * 0.56:.0f} {h * 0.64:.0f} C{w * 0.7:.0f} {h * 0.46:.0f} {w * 0.88:.0f} "
        f'{h * 0.48:.0f} {w:.0f} {h * 0.62:.0f} {foot}"{far}"/>'
        f'<path d="M0 {h * 0.84:.0f} C{w * 0.3:.0f} {h * 0.66:.0f} {w * 0.6:.0f} {h * 0.92:.0f} '
        f'{w:.0f} {h * 0.74:.0f} {foot}"{near}"/>'
    )
    canvas.shape(hills, x, y, w, h)
    one, other = _DECO[mood]
    canvas.svg(one, x + w * 0.12, y + h * 0.26, h=h * 0.3)
    canvas.svg("deco/cloud", x + w * 0.86, y + h * 0.22, h=h * 0.2)
    canvas.svg(other, x + w * 0.76, y + h * 0.46, h=h * 0.16)
    size = h * 0.66
    if square.topic:
        canvas.svg(f"topic/{square.topic}", x + w * 0.40, y + h * 0.46, h=size)
        canvas.svg(tile_of(square), x + w * 0.60, y + h * 0.54, h=size * 0.72)
    else:
        canvas.svg(tile_of(square), x + w * 0.5, y + h * 0.48, h=size)
