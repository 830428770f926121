"""A short message that comes up, stays long enough to be read, and goes. Still while it stays."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.stage.draw.speech import draw_toast
from sugoroku.stage.tokens import MOTION

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


@dataclass(slots=True)
class Toast:
    text: str
    icon: str
    began: float
    reduced: bool = False
    """Without coming and going."""
    standing: bool = False

    @property
    def _until(self) -> float:
        return self.began + MOTION["toast_in"] + MOTION["toast_stays"]

    def over(self, now: float) -> bool:
        return now >= self._until + (0 if self.reduced else MOTION["toast_out"])

    def settle(self, now: float) -> bool:
        """Note whether it comes, stands or goes at `now`; True when that has changed."""
        stands = self.reduced or self.began + MOTION["toast_in"] <= now < self._until
        changed, self.standing = stands != self.standing, stands
        return changed

    def draw(self, canvas: "Canvas", width: float, now: float, top: bool = False) -> None:
        """In the middle of a stage of this width, at its foot or its top."""
        coming = min(1.0, (now - self.began) / MOTION["toast_in"])
        going = min(1.0, max(0.0, (now - self._until) / MOTION["toast_out"]))
        share = 1.0 if self.standing else coming * (1 - going)
        draw_toast(canvas, self.text, self.icon, width, share, top)
