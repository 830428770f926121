"""The time for a question. It forces nothing: at its end the teacher asks for the answer."""

from dataclasses import dataclass

LONGEST_STEP_MS = 300.0
"""Longer gaps are breaks: another screen was on show."""
LAST = 5


@dataclass(slots=True)
class Stopwatch:
    """Counts only while its screen is ticked, so that a break holds it."""

    seconds: int
    passed: float = 0.0
    """Milliseconds."""
    _before: float | None = None

    def tick(self, now: float) -> bool:
        """True when another second is to be shown."""
        shown = self.left
        if self._before is not None and now - self._before <= LONGEST_STEP_MS:
            self.passed += max(0.0, now - self._before)
        self._before = now
        return self.left != shown

    @property
    def left(self) -> int:
        """Seconds, begun ones count whole."""
        return max(0, -int(-(self.seconds * 1000 - self.passed) // 1000))

    @property
    def share(self) -> float:
        return self.left / self.seconds
