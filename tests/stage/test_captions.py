"""Sentences for what happened and for what was refused."""

import inspect

from small_board import steps

from sugoroku.engine import events
from sugoroku.engine.refusals import Refusal
from sugoroku.i18n.translator import Translator
from sugoroku.stage.captions import caption, refusal_text

ENGLISH = Translator("en", ())
SILENT = {events.Landed}


def test_every_event_is_said_or_silent_on_purpose() -> None:
    said: set[type] = set()
    for seed in range(30):
        for before, told, after in steps(seed, finish="exact"):
            names = {t.id: t.name for t in (*before.teams, *after.teams)}
            for event in told:
                words = caption(event, ENGLISH, names)
                if words is None:
                    assert type(event) in SILENT
                else:
                    assert "{" not in words
                    assert len(words) <= 60
                    said.add(type(event))
    every = set(events.AnyEvent.__args__)  # type: ignore[attr-defined]
    assert every - said <= SILENT | {events.NoQuestion}


def test_counted_words_agree() -> None:
    names = {0: "Fox"}
    one = caption(events.Walked(0, ("a", "b"), "roll"), ENGLISH, names)
    many = caption(events.Walked(0, ("a", "b", "c"), "effect"), ENGLISH, names)
    assert one == "Fox walks 1 square."
    assert many == "Fox walks 2 squares."
    assert caption(events.LeavesChanged(0, -1, 4), ENGLISH, names) == "Fox loses 1 leaf."
    assert caption(events.LeavesChanged(0, 0, 4), ENGLISH, names) is None
    assert caption(events.RestSet(0, 0), ENGLISH, names) == "Fox need not rest."


def test_a_braced_name_is_said_as_it_is() -> None:
    assert caption(events.TurnPassed(0), ENGLISH, {0: "{x}"}) == "{x} passes."


def test_every_refusal_has_a_short_reason() -> None:
    reasons = [refusal_text(refusal, ENGLISH) for refusal in Refusal]
    assert all(3 < len(reason) <= 32 for reason in reasons)
    assert len(set(reasons)) == len(reasons)


def test_the_match_is_closed() -> None:
    """`assert_never` makes the type check fail for a new event."""
    from sugoroku.stage import captions, view
    from sugoroku.stage.motion import choreography

    for reader in (captions, view, choreography):
        assert "assert_never(event)" in inspect.getsource(reader)
