"""The page about a board: what it says, what is marked as played, and the picture."""

import re

import msgspec
import pytest
from classes import Page, words

from sugoroku.model.forecast import (
    Band,
    Figure,
    Finding,
    Forecast,
    Length,
    OneTeam,
    Picture,
    SquareUse,
)
from sugoroku.reports import forecast_words
from sugoroku.reports.forecast import forecast_html
from sugoroku.reports.forecast_findings import findings
from sugoroku.reports.heat import heat

NASTY = "<script>alert(1)</script>"


def exact(value: float, fraction: str = "") -> Figure:
    return Figure(value=value, basis="exact", fraction=fraction)


def played(value: float, low: float, high: float) -> Figure:
    return Figure(value=value, basis="simulated", games=2500, low=low, high=high)


def use(number: int, landings: float, kind: str = "plain") -> SquareUse:
    return msgspec.convert(
        {"id": f"s{number}", "number": number, "kind": kind, "landings": exact(landings)},
        SquareUse,
        from_attributes=True,
    )


def sample(**changes: object) -> Forecast:
    length = Length(mean=exact(20.34), median=exact(20), p10=exact(15), p90=exact(26))
    found = Forecast(
        board="sample",
        title=NASTY,
        teams=2,
        right=0.6,
        dice="2 × 6",
        finish="exact",
        end="round",
        chain=False,
        squares=4,
        arithmetic="fractions",
        turn_seconds=25,
        question_seconds=40,
        lesson_minutes=25,
        rounds=length,
        turns=length,
        minutes=Length(mean=exact(20), median=played(20, 19, 21), p10=None, p90=None),
        minute_bands=(
            Band(low=0, high=20, share=exact(0.5)),
            Band(low=20, high=30, share=exact(0.375)),
            Band(low=30, high=None, share=exact(0.125)),
        ),
        within_lesson=exact(0.75),
        one_team=OneTeam(
            turns=msgspec.structs.replace(length, mean=exact(889 / 171, "889/171")),
            fewest=exact(3, "3"),
        ),
        questions_per_team=played(4.2, 4, 4.4),
        class_leaves=played(120, 118.5, 121.5),
        class_aim=100,
        aim_reached=played(0.8, 0.75, 0.85),
        wins=(played(0.5, 0.45, 0.55), played(0.52, 0.47, 0.57)),
        landings=(use(0, 0, "start"), use(1, 0), use(2, 3), use(3, 2, "goal")),
        findings=(Finding(kind="dead", squares=("s1",)), Finding(kind="longest", number=9)),
    )
    return msgspec.structs.replace(found, **changes)


@pytest.mark.parametrize(("kind", "word"), [("aim_high", "lower"), ("aim_low", "higher")])
def test_an_aim_that_is_none_is_told(kind: str, word: str) -> None:
    found = (msgspec.convert({"kind": kind, "number": 100}, Finding),)
    [said] = findings(sample(findings=found), words())
    assert said.warning and "100 leaves" in said.text and "≈ 120" in said.text
    assert f"Set a {word} class_leaves." in said.text


def test_the_page_says_what_is_exact_and_what_was_played() -> None:
    page = Page(forecast_html(sample(), words()))
    assert page.row("Rounds of a game") == "Rounds of a game 20.3 20 15–26 exact"
    assert (
        page.row("Minutes of a game")
        == "Minutes of a game 20 ≈ 20 (19–21) – exact · simulated (2,500 games)"
    )
    assert "5.2 = 889/171" in page.row("Turns of one team to the goal")
    assert page.row("Questions for each team").endswith("≈ 4.2 (4–4.4) simulated (2,500 games)")
    assert "≈ 80% (75%–85%)" in page.row("The class reaches 100 leaves")
    assert "≈ 52% (47%–57%)" in page.row("Team 2")
    assert "12%" in page.row("30 minutes and more") and "exact" in page.row("less than 20 minutes")
    assert "No team can ever come to stand on “s1”" in page.text
    assert "No team ever needs more than 9 turns." in page.text
    assert "without any rounding" in page.text and "25 seconds" in page.text


def test_nothing_in_the_page_can_run_and_nothing_is_fetched() -> None:
    html = forecast_html(sample(), words())
    assert "<script" not in html and "&lt;script&gt;" in html
    assert not re.search(r"(src|href|url)\s*[=(]", html)
    assert "default-src 'none'" in html


def test_only_mistakes_are_marked_as_warnings() -> None:
    told = findings(sample(), words())
    assert [said.warning for said in told] == [True, False]


@pytest.mark.parametrize("language", ["en", "ja", "es", "de"])
def test_every_finding_can_be_told_in_every_language(language: str) -> None:
    kinds = msgspec.inspect.type_info(Finding).fields[0].type.values  # type: ignore[attr-defined]
    assert len(kinds) >= 17
    tr = words(language)
    for kind in kinds:
        for figure in (None, exact(0.43)):
            finding = Finding(kind=kind, squares=("park",), figure=figure, number=2)
            (said,) = findings(sample(findings=(finding,)), tr)
            assert said.text and "{" not in said.text


def test_many_squares_are_not_all_named() -> None:
    squares = tuple(f"s{number}" for number in range(40))
    (said,) = findings(sample(findings=(Finding(kind="dead", squares=squares),)), words())
    assert "“s11”" in said.text and "“s12”" not in said.text and "28 more" in said.text


def test_the_warmest_square_and_the_one_nobody_comes_to() -> None:
    picture = heat(sample(), words())
    assert picture is not None
    assert [(tile.kind, tile.level) for tile in picture.tiles] == [
        ("start", 0),
        ("never", 0),
        ("", 6),
        ("goal", 0),
    ]
    assert [tile.count for tile in picture.tiles] == ["0", "0", "3", "2"]
    assert picture.steps[-1] == (6, "2.5–3")
    assert picture.roads == ()


def test_the_road_is_drawn_where_it_lies() -> None:
    points = tuple((f"s{number}", 100.0 * number, 50.0) for number in range(4))
    lying = Picture(tile=80, points=points, lines=(((0, 50), (300, 50)),))
    html = forecast_html(sample(picture=lying), words())
    assert 'points="0.0,50.0 300.0,50.0"' in html
    assert html.count("<rect") >= 4 and "<title>s2</title>" in html


def test_a_forecast_with_nothing_known_is_still_a_page() -> None:
    nothing = Length()
    bare = sample(
        minutes=nothing,
        rounds=nothing,
        turns=nothing,
        one_team=OneTeam(turns=nothing),
        minute_bands=(),
        within_lesson=None,
        questions_per_team=None,
        class_leaves=None,
        aim_reached=None,
        wins=(),
        landings=(msgspec.structs.replace(use(1, 0), landings=None),),
        findings=(),
    )
    page = Page(forecast_html(bare, words()))
    assert page.row("Minutes of a game") == "Minutes of a game – – –"
    assert forecast_words.numbers(bare, words()) == []
