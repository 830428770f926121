"""Plays motions one after another by the scene's clock."""

from collections.abc import Callable, Sequence

from sugoroku.stage.motion.motions import Motion


class Player:
    """`sound` starts a cue. Nothing here draws."""

    def __init__(self, sound: Callable[[str], None]) -> None:
        self._sound = sound
        self._motions: list[Motion] = []
        self._then: Callable[[], None] | None = None
        self._began = 0.0
        self._cued = 0

    @property
    def running(self) -> bool:
        return self._then is not None

    @property
    def motion(self) -> Motion | None:
        """The one that runs now."""
        return self._motions[0] if self._motions else None

    @property
    def waiting(self) -> Sequence[Motion]:
        """The one that runs now and those to come."""
        return tuple(self._motions)

    def start(self, motions: Sequence[Motion], now: float, then: Callable[[], None]) -> None:
        self._motions, self._then = list(motions), then
        self._began, self._cued = now, 0

    def stop(self) -> None:
        """Without an outcome: something else is shown."""
        self._motions, self._then = [], None

    def elapsed(self, now: float) -> float:
        motion = self.motion
        return 0.0 if motion is None else min(motion.duration, max(0.0, now - self._began))

    def advance(self, now: float) -> list[Motion]:
        """Go on to where `now` is; the motions that ended meanwhile. Does not call `then`."""
        ended: list[Motion] = []
        while self._motions:
            motion = self._motions[0]
            passed = now - self._began
            while self._cued < len(motion.cues) and motion.cues[self._cued][0] <= passed:
                self._sound(motion.cues[self._cued][1])
                self._cued += 1
            if passed < motion.duration:
                break
            ended.append(self._motions.pop(0))
            # A slow computer shows every motion from its beginning, a little late.
            self._began = max(self._began + motion.duration, now - 34)
            self._cued = 0
        return ended

    def release(self) -> Callable[[], None] | None:
        """What is to be done after the last motion; forgets everything."""
        then = self._then
        self.stop()
        return then
