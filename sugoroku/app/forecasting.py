"""Forecasts of boards: reckons them, adds names and the picture of the road, writes the page."""

import math
from itertools import combinations
from pathlib import Path

from msgspec.structs import replace

from sugoroku.analysis.forecast import forecast
from sugoroku.app.reporting import GrownUpWords
from sugoroku.i18n.translator import Translator
from sugoroku.model.edition import Edition
from sugoroku.model.forecast import Forecast, Picture
from sugoroku.records import disk
from sugoroku.records.errors import why
from sugoroku.stage.path import PAGE_STAGE, lay_out

SMALLEST_TILE = 56.0
"""Of the game's own picture; a board with smaller squares is drawn in plain rows."""
NEAREST = 0.75
"""Of a square's side: with less between two middles, squares would hide each other."""
AIRY = 0.86
"""Of a square's side: the road is seen between them."""


def forecast_of(
    edition: Edition, tr: Translator, *, teams: int, right: float, games: int | None = None
) -> Forecast:
    """As `analysis.forecast.forecast`, with the board's title in the language of `tr`."""
    found = forecast(edition, teams, right, games)
    words = GrownUpWords(tr.switched(tr.language, edition.languages()))
    return replace(found, title=words.plain(edition.board.title), picture=_picture(edition))


def write_forecast(found: Forecast, out: Path, tr: Translator) -> None:
    """The page about a forecast. RecordsError when `out` cannot be written."""
    from sugoroku.reports.forecast import forecast_html  # templates and charts are seldom needed

    page = forecast_html(found, GrownUpWords(tr))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        disk.replace_file(out, page.encode("utf-8", "replace"))
    except OSError as fault:
        raise why(fault) from fault


def _picture(edition: Edition) -> Picture | None:
    """The road as the class sees it, None when its squares would be too small to read."""
    layout = lay_out(edition.board, edition.theme, PAGE_STAGE)
    near = min(math.dist(p, q) for p, q in combinations(layout.points.values(), 2))
    if layout.tile < SMALLEST_TILE or near < NEAREST * layout.tile:
        return None
    return Picture(
        tile=AIRY * layout.tile,
        points=tuple((square, x, y) for square, (x, y) in layout.points.items()),
        lines=layout.lines,
    )
