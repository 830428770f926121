"""The podium with its first three places, and the confetti over it."""

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sugoroku.engine.state import Team
from sugoroku.stage.tokens import TEAM

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

BASE = 800.0
PIECES = 60
# Of each place: height of the step, of the piece, of the medal, and how low the medal hangs.
_STEPS = {1: (390.0, 220.0, 140.0, 112.0), 2: (320.0, 186.0, 110.0, 92.0)}
_LOWEST = (256.0, 160.0, 90.0, 74.0)


def draw_podium(
    canvas: "Canvas",
    ranked: Sequence[tuple[int, Team]],
    shares: Sequence[float],
    where: Callable[[Team], str],
) -> None:
    """The first in the middle, equals equally high. `shares`: how far the steps of the places
    1, 2 and 3 have risen; `where`: how far a team has come, in words."""
    m = canvas.margin
    stand = [(place, team) for place, team in ranked if place <= 3]
    n = max(3, len(stand))
    w = min(canvas.W - 2 * m, 1500.0)
    x0 = (canvas.W - w) / 2
    step = (w - 14 * (n - 1)) / n
    slots = sorted(range(n), key=lambda slot: (abs(slot - (n - 1) // 2), slot))
    left = x0 + (step + 14) / 2 if len(stand) == 2 else x0
    for slot, (place, team) in zip(slots, stand, strict=False):
        _draw_step(canvas, place, team, left + slot * (step + 14), step, shares[place - 1], where)
    canvas.rect(x0 - 16, BASE, w + 32, 26, 13, "line")
    _draw_others(canvas, [team for place, team in ranked if place > 3], x0, w, where)


def _draw_step(
    canvas: "Canvas", place: int, team: Team, x: float, w: float, share: float,
    where: Callable[[Team], str],
) -> None:  # fmt: skip
    if share <= 0:
        return
    h, token, medal, down = _STEPS.get(place, _LOWEST)
    h *= share
    y = BASE - h
    canvas.rect(x, y, w, h, 34, TEAM[team.shape][0])
    canvas.rect(x, y + 30, w, max(0.0, h - 30), 0, "paper")
    canvas.token(team.shape, x + w / 2, y + 6, min(token, w * 1.05), "b")
    if share < 1:
        return
    canvas.svg(f"ui/medal-{min(3, place)}", x + w / 2, y + down, w=min(medal, w * 0.7))
    canvas.text(
        team.name, x + w / 2, BASE - 92, 54, "ink", "display", align="c", valign="m",
        width=w - 16, fit=True, ruby=False, min_size=22,
    )  # fmt: skip
    canvas.text(
        where(team), x + w / 2, BASE - 36, 45, "ink_soft", align="c", valign="m", width=w - 16,
        fit=True, min_size=28, ruby=False,
    )  # fmt: skip


def _draw_others(
    canvas: "Canvas", teams: Sequence[Team], x0: float, w: float, where: Callable[[Team], str]
) -> None:
    each = w / max(2, len(teams))
    for i, team in enumerate(teams):
        x = x0 + i * each
        canvas.token(team.shape, x + 30, 876, 62, mark=True)
        canvas.text(
            f"{team.name} · {where(team)}", x + 70, 876, 46, "ink", valign="m", width=each - 80,
            fit=True, min_size=28, ruby=False,
        )  # fmt: skip


def draw_confetti(canvas: "Canvas", t: float) -> None:
    """Sixty pieces fall past the podium; `t` from 0 to 1. At the end a few lie on the floor."""
    colours = [TEAM[shape][0] for shape in TEAM]
    for i in range(PIECES):
        share = (i * 0.618034) % 1.0
        start = (i * 0.381966) % 0.45
        passed = (t - start) / 0.55
        if passed <= 0:
            continue
        lies = i % 4 == 0
        if passed >= 1 and not lies:
            continue
        x = canvas.margin + share * (canvas.W - 2 * canvas.margin)
        x += 46 * math.sin(6 * min(1.0, passed) + i)
        y = 140 + min(1.0, passed) * (BASE + 4 - 140 + (i % 3) * 6)
        colour, flat = colours[i % len(colours)], abs(math.sin(9 * min(1.0, passed) + i))
        if i % 2:
            canvas.rect(x - 13, y - 4 - 6 * flat, 26, 8 + 12 * flat, 4, colour)
        else:
            canvas.rect(x - 10, y - 10, 20, 20, 10, colour)
