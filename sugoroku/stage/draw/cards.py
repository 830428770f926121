"""Pieces that the card screens share: top bar, team chips, source lines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sugoroku.engine.state import Team
from sugoroku.i18n.translator import N_, Translator
from sugoroku.model.quiz import Source
from sugoroku.stage.tokens import TEAM

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

TOPIC_NAMES = {
    "climate": N_("Climate"),
    "energy": N_("Energy"),
    "transport": N_("Transport"),
    "waste": N_("Waste"),
    "water": N_("Water"),
    "nature": N_("Nature"),
    "city": N_("City"),
    "cooperation": N_("Together"),
}
LETTERS = "ABCDEFGHIJ"


def draw_team_chip(canvas: "Canvas", team: Team, x: float, y: float, room: float) -> float:
    """A team's shape and name on its tint; returns the width."""
    name = canvas.measure(team.name, 46, ruby=False)
    w = min(name.w + 126, room)
    canvas.rect(x, y, w, 84, 42, TEAM[team.shape][1])
    canvas.token(team.shape, x + 54, y + 42, 76)
    canvas.text(
        team.name, x + 98, y + 42, 46, "ink", valign="m", width=w - 118, fit=True, ruby=False
    )
    return w


def draw_topbar(
    canvas: "Canvas", tr: Translator, topic: str, team: Team | None, right: float
) -> None:
    """Topic badge and name, and whose question it is; nothing right of `right`."""
    m = canvas.margin
    canvas.svg(f"topic/{topic}", m + 58, 102, w=124)
    name = canvas.text(
        tr(TOPIC_NAMES[topic]), m + 140, 102, 60, "ink", "display", valign="m",
        width=right - m - 150, fit=True,
    )  # fmt: skip
    x = m + 140 + name.w + 44
    if team is not None and right - x > 200:
        draw_team_chip(canvas, team, x, 60, right - x)


def fitting_size(
    canvas: "Canvas", texts: Sequence[str], box: tuple[float, float], size: float, least: float,
    ruby: bool | None = None, face: str = "text",
) -> float:  # fmt: skip
    """The largest size at which all of `texts` keep within `box`: siblings look alike."""
    width, height = box
    while size > least and any(
        block.h > height or block.w > width + 1
        for block in (canvas.measure(text, size, width, face, ruby) for text in texts)
    ):
        size -= 1
    return size


def label_width(
    canvas: "Canvas", label: str, size: float, least: float, icon: bool = False
) -> float:
    """How wide a button must be for its label."""
    return max(least, canvas.measure(label, size, face="display").w + (150 if icon else 72))


def source_line(tr: Translator, source: Source) -> str:
    """«Source: title (year)», or "" without one."""
    if not source.title:
        return ""
    title = tr.text(source.title)
    if source.year is not None and str(source.year) not in title:
        title = f"{title} ({source.year})"
    return tr("Source: {title}", title=title)


def draw_pill(
    canvas: "Canvas", label: str, x: float, y: float, room: float, team: Team | None = None
) -> float:
    """What a team gains or loses, in the colour of the sun; returns the width."""
    pad = 34 if team is None else 112
    w = min(room, pill_width(canvas, label, team))
    canvas.rect(x, y + 10, w, 98, 49, "sun_deep")
    canvas.rect(x, y, w, 98, 49, "sun")
    if team is not None:
        canvas.token(team.shape, x + 60, y + 47, 84)
    canvas.text(
        label, x + pad, y + 48, 50, "ink", "display", valign="m", width=w - pad - 24, fit=True,
        min_size=40,
    )  # fmt: skip
    return w


def pill_width(canvas: "Canvas", label: str, team: Team | None = None) -> float:
    return canvas.measure(label, 50, face="display").w + (74 if team is None else 152)
