"""The page: what it says, that it needs nothing else, and that nothing in it can run."""

import re

import pytest
from classes import Page, ages, asked, fun, knowing, lesson, said, several, words

from sugoroku.model.results import LessonResults
from sugoroku.reports.bars import row_of_bars
from sugoroku.reports.page import report_html

NASTY = [
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "{{ 7*7 }}{% include 'report.css' %}",
    "' onmouseover='alert(1)",
    "&lt;b&gt; &amp; <!-- ",
    "\u202eright to left\u202c \x00 \ud83d",
    "=cmd|' /C calc'!A0",
]


def page(*lessons: LessonResults, language: str = "en", **options: bool) -> Page:
    return Page(report_html(lessons, words(language), **options))


def test_one_lesson_in_words_and_numbers() -> None:
    found = page(lesson())
    for part in ("Toyama", "Stop!", "November 1, 2026, 09:30", "Japanese", "3 (5 + 5 + 5)"):
        assert part in found.text
    assert "35 minutes" in found.text and "7 of 11" in found.text
    assert found.row("Energy") == "Energy 2 of 6 33%"
    assert found.row("Great") == "Great 10 (67%)"
    assert found.row("Carbon dioxide") == "Carbon dioxide ✓ right answer 3 (20%) 12 (80%)"
    assert "20% → 80%" in found.text and "Wonderful" in found.text
    assert "the shares add up to more than 100%" in found.text


def test_small_numbers_are_told_plainly() -> None:
    assert "15 pupils are few: each one counts for 7 percentage points" in page(lesson()).text
    assert "may have other reasons too" in page(lesson()).text
    many = page(*(lesson(day) for day in range(1, 4)))
    assert "are few" not in many.text and "may have other reasons too" in many.text


def test_fewer_than_five_are_not_broken_down() -> None:
    few = lesson(before=(knowing(1, 2, 1),), after=(fun(1, 1, 2), said("Just me"), ages(9, 10)))
    found = page(few)
    assert "Just me" not in found.text and "(50%)" not in found.text
    assert "How much fun was it?" in found.text
    assert "Answers of fewer than 5 pupils are not shown" in found.text


def test_a_before_of_too_few_is_said_and_the_after_is_shown() -> None:
    found = page(lesson(before=(knowing(1, 1, 1),), after=(knowing(0, 6, 0), fun(0, 0, 6))))
    assert found.row("Carbon dioxide") == "Carbon dioxide ✓ right answer 6 (100%)"
    assert "Before: fewer than 5 pupils: not broken down · After: 6 pupils" in found.text
    assert not re.search(r"\b[03] (pupils|lessons)", found.text)
    assert "Before and after the game" not in found.text and "→" not in found.text


def test_too_few_on_both_sides_are_no_zero() -> None:
    found = page(lesson(before=(knowing(1, 1, 1),), after=(knowing(0, 4, 0),)))
    few = "fewer than 5 pupils: not broken down"
    assert f"Before: {few} · After: {few}" in found.text
    assert "under 5 pupils said what they think" in found.text
    assert not re.search(r"\b[034] (pupils|lessons)", found.text)


def test_the_headline_compares_the_same_classes() -> None:
    few = lesson(2, before=(knowing(0, 3, 0),), after=(knowing(0, 6, 0), fun(0, 0, 6)))
    found = page(lesson(1), few)
    assert "20% → 80% right answers to the same questions" in found.text
    assert found.row("All lessons").endswith(" 15 21 20% → 80%")
    assert found.row("Carbon dioxide") == "Carbon dioxide ✓ right answer 3 (20%) 12 (80%) 3 → 12 –"
    assert "Before: 15 pupils in 1 lesson · After: 15 pupils in 1 lesson" in found.text
    assert (
        "Before: fewer than 5 pupils: not broken down · After: 6 pupils in 1 lesson" in found.text
    )


def test_one_school_year_or_several() -> None:
    assert "School year 5 " in page(lesson()).text
    assert "Curso 5 " in page(lesson(), language="es").text
    assert "School years 5, 6 " in page(lesson(), lesson(2, grade=6)).text


def test_numbers_have_their_middle_and_stand_in_rows() -> None:
    found = page(lesson(after=(ages(9, 9, 10, 10, 10, 11),)))
    assert "Middle value: 10" in found.text and found.row("9") == "9 2 (33%)"
    wide = page(lesson(after=(ages(1, 2, 30, 55, 99),)))
    assert wide.row("1–10") == "1–10 2 (40%)" and wide.row("91–100") == "91–100 1 (20%)"


def test_hard_and_easy_only_of_what_was_answered_often() -> None:
    seldom = page(lesson(quiz=tuple(asked(str(n), n % 2, 1) for n in range(20))))
    assert "too seldom to call it hard or easy" in seldom.text
    often = tuple(asked(f"{n:02}", n, 20) for n in range(20))
    found = page(lesson(quiz=often)).text
    hard, easy = found.index("The hardest questions"), found.index("The easiest questions")
    assert hard < found.index("Question 00?") < found.index("Question 04?") < easy
    assert easy < found.index("Question 19?") < found.index("Question 15?")
    assert "Only questions with at least 10 answers" in found


@pytest.mark.parametrize(
    ("language", "title", "share"),
    [
        ("ja", "気候すごろく", "67%"),
        ("es", "lo que respondió el curso", "67 %"),
        ("en", "what the class answered", "67%"),
    ],
)
def test_three_languages(language: str, title: str, share: str) -> None:
    found = page(lesson(), language=language)
    assert title in found.text and share in found.text
    assert dict(found.tags)["html"] == {"lang": language}
    assert "《" not in found.text
    if language != "en":
        english = ("Pupils", "Before", "right answer", "The quiz", "minutes", "Town", "Topic")
        assert not [word for word in english if word in found.text]


def test_it_needs_no_network_and_runs_nothing() -> None:
    html = report_html([lesson(), lesson(2)], words())
    assert not re.search(r"https?:|//\w|url\(|@import|javascript:", html)
    found = Page(html)
    assert not found.names() & {"script", "link", "img", "iframe", "object", "embed", "form", "a"}
    loading = {"src", "href", "srcset", "data", "action", "xlink:href", "background"}
    for _, attributes in found.tags:
        assert not loading & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts_are_only_shown(text: str) -> None:
    nasty = lesson(
        title=text,
        place=text,
        program=text,
        content=text,
        quiz=(asked("a", 1, 6, ask=text),),
        after=(fun(0, 0, 9, ask=text, options=(text, "b", "c")), said(text, text)),
    )
    html = report_html([nasty, lesson(2)], words(), unread=[(text, text)])
    found = Page(html.encode("utf-8", "replace").decode())
    assert found.names() == page(lesson(), lesson(2)).names() | {"ul", "li"}
    assert not [name for _, attrs in found.tags for name in attrs if name.startswith("on")]
    plain = Page(report_html([lesson(after=(fun(0, 0, 9), said(text)))], words()))
    assert " ".join(text.split()).replace("\x00", "\ufffd") in plain.text.replace("\x00", "\ufffd")


def test_texts_can_be_left_out_and_alike_ones_stand_once() -> None:
    told = lesson(after=(fun(0, 0, 9), said("Fun!", "A secret", "Fun!")))
    found = page(told)
    assert "Fun! × 2" in found.text and found.text.count("Fun!") == 1
    without = page(told, with_texts=False)
    assert "A secret" not in without.text and "left out of this report" in without.text


def test_a_few_lessons_stand_side_by_side() -> None:
    found = page(lesson(1), lesson(2, after=(fun(2, 2, 2),)), lesson(3, after=(fun(1, 1, 1),)))
    assert found.row("Great") == "Great 12 (57%) 10 2 –"
    assert found.row("Energy") == "Energy 6 of 18 33% 2/6 2/6 2/6"
    assert (
        found.row("Carbon dioxide") == "Carbon dioxide ✓ right answer 3 (20%) 12 (80%) 3 → 12 – –"
    )
    assert "under 5" in found.text


def test_a_hundred_lessons_of_a_town() -> None:
    lessons = [
        lesson(1 + number % 28, session=f"{number}", teams=(3, 2), after=(fun(1, 1, 3),))
        for number in range(100)
    ]
    found = page(*lessons)
    assert found.row("All lessons") == "All lessons 500 200 3,500 700 of 1,100 1,500 500 –"
    assert found.row("Great") == "Great 300 (60%)" and "500 pupils in 100 lessons" in found.text
    assert (
        len([row for row in found.rows if re.match(r"\d+ 2026-11-\d\d 09:30 Toyama", row)]) == 100
    )


def test_what_does_not_fit_and_what_could_not_be_read_is_named() -> None:
    lessons = [lesson(1), lesson(2, after=(fun(0, 5, 5, ask="Was it fun?"),)), lesson(3)]
    html = report_html(lessons, words(), unread=[("2026-11-09_0930", "It is damaged.")])
    found = Page(html)
    assert "“fun”: not the same in the lessons 1, 3 | 2: the wording." in found.text
    assert "2026-11-09_0930: It is damaged." in found.text


def test_lessons_stand_in_the_order_of_their_days() -> None:
    assert report_html([lesson(2), lesson(1)], words()) == report_html(
        [lesson(1), lesson(2)], words()
    )


def test_a_lesson_without_anything_is_a_page_too() -> None:
    empty = lesson(
        quiz=(), before=(), after=(fun(0, 0, 0),), teams=(), grade=None, started="?", place=""
    )
    found = page(empty, empty)
    assert "Nobody answered this question." in found.text and "Stop!" in found.text


def test_bars_have_the_length_of_their_shares() -> None:
    svg = str(row_of_bars((1.0, 0.25)))
    widths = re.findall(r'<rect x="[\d.]+" y="[\d.]+"[^>]* width="([\d.]+)"[^>]*reactive', svg)
    quarter, whole = sorted(map(float, widths))
    seen = float(svg.split('viewBox="')[1].split('"', maxsplit=1)[0].split()[2])
    assert quarter / whole == pytest.approx(0.25) and whole == pytest.approx(seen, abs=0.1)
    assert "<script" not in svg and "<style" not in svg and "http" not in svg


def test_several_shares_are_of_pupils() -> None:
    assert page(lesson(after=(several(10, 5, 0, 10),))).row("Switch off") == "Switch off 10 (100%)"
