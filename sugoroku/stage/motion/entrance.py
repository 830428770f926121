"""How a card comes onto the screen: its parts rise one after another over what was there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pygame

from sugoroku.stage.motion import easing
from sugoroku.stage.tokens import MOTION

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

RISE = 150.0
STAGGER_MS = 70.0

Part = tuple[float, float, float, float]
"""Left, top, width, height in lpx."""


@dataclass(slots=True)
class Entrance:
    """Begins when it is drawn for the first time. `reduced`: the parts only fade in."""

    duration: float
    reduced: bool = False
    ground: pygame.Surface | None = None
    """What lies under the parts, in pixels of the canvas."""
    over: bool = False
    _began: float | None = None
    _cut: list[tuple[pygame.Surface, int, int]] = field(default_factory=list)

    def keep_ground(self, canvas: "Canvas") -> None:
        """Called while the still picture is painted, before its parts."""
        if not self.over:
            self.ground = canvas.surface.copy()
            self._cut = []

    def draw(self, canvas: "Canvas", parts: Sequence[Part], now: float) -> bool:
        """One frame over the finished still picture; False when all have come."""
        ground = self.ground
        if self.over or ground is None or ground.get_size() != canvas.surface.get_size():
            self.end()
            return False
        if self._began is None:
            self._began = now
        passed = now - self._began
        each = float(MOTION["reduced_fade"]) if self.reduced else self.duration
        stagger = 0.0 if self.reduced else STAGGER_MS
        if passed >= each + stagger * (len(parts) - 1):
            self.end()
            return False
        if not self._cut:
            self._cut = [_cut_out(canvas, part) for part in parts]
        canvas.surface.blit(ground, (0, 0))
        for i, (picture, left, top) in enumerate(self._cut):
            t = easing.clamped((passed - stagger * i) / each)
            if t <= 0:
                continue
            if self.reduced:
                picture.set_alpha(round(255 * t))
                canvas.surface.blit(picture, (left, top))
            else:
                low = RISE * (1 - easing.out_back(t))
                canvas.surface.blit(picture, (left, top + canvas.px(low)))
        return True

    @property
    def running(self) -> bool:
        """It is being seen."""
        return self._began is not None and not self.over

    def end(self) -> None:
        self.over, self.ground, self._cut = True, None, []


def _cut_out(canvas: "Canvas", part: Part) -> tuple[pygame.Surface, int, int]:
    """A part of the finished picture; what is around its corners comes with it."""
    x, y, w, h = part
    area = pygame.Rect(canvas.px(x), canvas.px(y), canvas.px(w), canvas.px(h))
    area = area.clip(canvas.surface.get_rect())
    return canvas.surface.subsurface(area).copy(), area.x, area.y
