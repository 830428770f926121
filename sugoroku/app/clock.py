"""The clock of a lesson: counts only while the class plays, so a pause holds everything."""

import math
from dataclasses import dataclass

LONGEST_STEP_MS = 500.0
SOON = 5
"""Minutes before the end at which the class is told gently."""


@dataclass(slots=True)
class LessonClock:
    """`minutes` 0: nobody looks at the clock. Times in milliseconds."""

    minutes: int
    elapsed: float = 0.0
    _last: float | None = None
    _told_soon: bool = False
    _told_over: bool = False

    def tick(self, now: float, *, playing: bool) -> None:
        if self._last is not None and playing:
            self.elapsed += min(LONGEST_STEP_MS, max(0.0, now - self._last))
        self._last = now

    @property
    def left(self) -> int | None:
        """Minutes, begun ones count whole; None without a clock."""
        if not self.minutes:
            return None
        return max(0, math.ceil(self.minutes - self.elapsed / 60_000))

    @property
    def urgent(self) -> bool:
        return self.left is not None and self.left <= SOON

    def add(self, minutes: int) -> None:
        """Some more time, from now on when it is over already."""
        self.minutes = max(self.minutes, math.ceil(self.elapsed / 60_000)) + minutes
        self._told_over = False
        self._told_soon = self.urgent

    def news(self) -> str:
        """`soon` and `over`, once each; else empty."""
        left = self.left
        if left is None:
            return ""
        if left == 0 and not self._told_over:
            self._told_soon = self._told_over = True
            return "over"
        if self.urgent and not self._told_soon:
            self._told_soon = True
            # A short game has no need of the first sign.
            return "soon" if self.minutes > SOON else ""
        return ""
