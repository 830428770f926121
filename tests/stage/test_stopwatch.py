"""The time for a question: counts what is seen, forces nothing."""

from sugoroku.stage.stopwatch import Stopwatch


def test_it_counts_down_and_stops_at_nought() -> None:
    watch = Stopwatch(2)
    shown = [watch.left]
    for now in range(0, 3000, 100):
        if watch.tick(float(now)):
            shown.append(watch.left)
    assert shown == [2, 1, 0]
    assert watch.share == 0


def test_a_break_holds_it() -> None:
    watch = Stopwatch(30)
    watch.tick(0)
    watch.tick(200)
    watch.tick(60_000)
    watch.tick(60_100)
    assert watch.passed == 300
