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


def draw_topbar(canvas: "Canvas", tr: Translator, topic: str, team: Team, right: float) -> None:
    """Topic badge and name, and whose question it is; nothing right of `right`."""
    m = canvas.margin
    canvas.svg(f"topic/{topic}", m + 58, 102, w=124)
    name = tr(TOPIC_NAMES[topic])
    w = canvas.text(name, m + 140, 102, 60, "ink", "display", valign="m").w
    x = m + 140 + w + 44
    if right - x > 200:
        draw_team_chip(canvas, team, x, 60, right - x)


def source_line(tr: Translator, source: Source) -> str:
    """«Source: title (year)», or "" without one."""
    if not source.title:
        return ""
    title = tr.text(source.title)
    if source.year is not None and str(source.year) not in title:
        title = f"{title} ({source.year})"
    return tr("Source: {title}", title=title)


def draw_pills(
    canvas: "Canvas", pills: Sequence[str], team: Team, x: float, y: float, room: float
) -> float:
    """Effect pills behind each other, the team's piece on the first; returns the width used."""
    used = 0.0
    for i, label in enumerate(pills):
        pad = 112 if i == 0 else 34
        text_w = canvas.measure(label, 50, face="display").w
        w = min(text_w + pad + 40, room - used)
        if w < pad + 90:
            break
        left = x + used
        canvas.rect(left, y + 10, w, 98, 49, "sun_deep")
        canvas.rect(left, y, w, 98, 49, "sun")
        if i == 0:
            canvas.token(team.shape, left + 60, y + 47, 84)
        canvas.text(
            label, left + pad, y + 48, 50, "ink", "display", valign="m", width=w - pad - 24,
            fit=True,
        )  # fmt: skip
        used += w + 20
    return used
