"""GIFT: what fits comes in, the rest is told by its line."""

import pytest
from reading import entries, imported, told

GOOD = """\
$CATEGORY: $course$/top/Water and air

// [id:rivers] [tag:topic-water] [tag:level-2] [tag:other]
::Rivers:: Where does a river end? {
    =In the sea#Yes, or in a lake.
    ~On a hill#No.
    ~%-50%In a cup
}

::T1:: Ice is \\{solid\\} water\\: always. {TRUE#wrong#Right so.####Ice floats.}

What is pi, to two digits? {#3.14:0.01}

How many? {#10..20#Between.####Fifteen or so.}

Which are gases? {~%50%Oxygen ~%50%Nitrogen ~%-100%Stone}

Grant is {~buried =entombed ~living} in Grant's tomb.

[html]<p>Is <b>1 &lt; 2</b>?</p>{T}
::second::No empty line before this one {F}
"""


def test_all_that_fits_comes_in() -> None:
    made = imported(GOOD, "quiz.gift")
    found = entries(made)
    assert told(made) == []
    assert [entry["kind"] for entry in found] == [
        "choice", "true_false", "estimate", "estimate", "several", "choice", "true_false",
        "true_false",
    ]  # fmt: skip
    assert found[0] == {
        "id": "rivers", "kind": "choice", "topic": "water", "level": "2",
        "ask": "Where does a river end?", "options": ["In the sea", "On a hill", "In a cup"],
        "answer": "In the sea", "explain": "Yes, or in a lake.",
    }  # fmt: skip
    assert found[1]["ask"] == "Ice is {solid} water: always."
    assert found[1]["explain"] == "Ice floats."
    assert (found[2]["answer"], found[2]["within"], found[2]["step"]) == ("3.14", "0.01", "0.01")
    assert (found[3]["answer"], found[3]["within"]) == ("15", "5")
    assert found[4]["answer"] == ["Oxygen", "Nitrogen"]
    assert found[5]["ask"] == "Grant is _____ in Grant's tomb."
    assert found[6]["ask"] == "Is 1 < 2?"
    assert found[7]["id"] == "second"
    assert made.title == "Water and air"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Explain. {}", "essay"),
        ("Capital? {=Santiago =santiago}", "short answer"),
        ("Pairs {=a -> b =c -> d}", "matching"),
        ("Only a text without braces", "no answers in braces"),
        ("q {~a ~b}", "None of the options"),
        ("q {=a =b ~c}", "2 options are each the right answer"),
        ("q {=a ~%50%b ~c}", "partly right"),
        ("q {~%40%a ~%40%b ~c}", "80 %"),
        ("q {~%nan%a ~%1e999%b =c}", "no share"),
        ("q {=a ~b} and {=c ~d}", "more than one pair"),
        ("q {#two:1}", "not a number"),
        ("q {#=1:0 =2:0}", "2 numbers"),
        ("q {Paris}", "do not begin with"),
        ('q <img src\\="x.png"> {T}', "picture"),
        ("q {=a ~b ~c ~d ~e ~f ~g}", "at most 6"),
        ("q {=a ~a}", "alike"),
        ("q \u202ehidden {T}", "U+202E"),
        ("q {=" + "a" * 700 + " ~b}", "longer than 600"),
        ("q {=a ~b", "never closed"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(text: str, said: str) -> None:
    made = imported(f"// a comment\n\nGood one {{T}}\n\n{text}\n\nGood two {{F}}\n", "quiz.gift")
    assert [entry["ask"] for entry in entries(made)] == ["Good one", "Good two"]
    assert len(made.left_out) == 1
    assert made.left_out[0].place.line == 5
    assert said in told(made)[0]


def test_a_hundred_thousand_open_braces_are_one_fault() -> None:
    made = imported("{" * 100_000, "quiz.gift")
    assert made.yaml is None
    assert "never closed" in told(made)[0]


def test_a_long_explanation_is_dropped_and_the_question_kept() -> None:
    made = imported("q {T####" + "long " * 200 + "}", "quiz.gift")
    assert "explain" not in entries(made)[0]
    assert any("600" in note.told() for note in made.notes)


def test_an_explanation_behind_the_braces_is_none_of_the_question() -> None:
    found = entries(imported("q {=a ~b} #### Because.<br>\nSo.\n", "quiz.gift"))
    assert (found[0]["ask"], found[0]["explain"]) == ("q", "Because. So.")


def test_a_picture_in_a_remark_loses_only_itself() -> None:
    text = 'q {=a#<img src\\="x.png"> Yes. ~b####<img src\\="y.png">}'
    assert entries(imported(text, "quiz.gift"))[0]["explain"] == "Yes."


def test_a_sign_that_begins_a_remark_may_leave_an_option_empty() -> None:
    assert "An option is empty" in told(imported("q {=#abc ~b}", "quiz.gift"))[0]


def test_answers_may_have_empty_lines_when_their_brace_closes() -> None:
    made = imported("q {\n=a\n\n~b\n}\n\nz {T}", "quiz.gift")
    assert [entry["ask"] for entry in entries(made)] == ["q", "z"]
