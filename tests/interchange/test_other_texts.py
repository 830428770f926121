"""Aiken, Moodle XML, Open Trivia DB and Anki: good questions come in, others are told."""

import base64
import json

import pytest
from reading import entries, imported, told

AIKEN = """\
What is the
tallest?
A. Hill
b) Mountain
C) Field
ANSWER: B
FEEDBACK: By far.

Is it true?
A) True
B) False
ANSWER: A

No answer here
A. one
B. two

Wrong letter
A. one
B. two
ANSWER: D

Two of them
A. one
B. two
C. three
ANSWER: A, C
"""


def test_aiken() -> None:
    made = imported(AIKEN, "quiz.txt")
    found = entries(made)
    assert made.format == "aiken"
    assert [entry["kind"] for entry in found] == ["choice", "true_false", "several"]
    assert found[0]["ask"] == "What is the tallest?"
    assert (found[0]["answer"], found[0]["explain"]) == ("Mountain", "By far.")
    assert found[2]["answer"] == ["one", "three"]
    assert [left.place.line for left in made.left_out] == [14, 18]
    assert "ANSWER is missing" in told(made)[0]
    assert "“D” is not one of the letters A, B" in told(made)[1]


def test_aiken_as_people_write_it() -> None:
    made = imported(
        "e.g. one?\nA)hill\nB)pond\nANSWER: B. pond\n\na) question like an option\nA) x\nB) y\n"
        "ANSWER: A\n\nToo few\nA) only\nANSWER: A\n",
        "quiz.txt",
    )
    assert [entry["ask"] for entry in entries(made)] == ["e.g. one?", "a) question like an option"]
    assert [entry["answer"] for entry in entries(made)] == ["pond", "x"]
    assert "needs at least 2" in told(made)[0]


XML = """\
<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/Our water</text></category></question>
<question type="multichoice">
  <name><text>Sea &amp; land</text></name>
  <questiontext format="html"><text><![CDATA[<p>Which is <b>wet</b>?</p>]]></text></questiontext>
  <generalfeedback format="html"><text>&lt;p&gt;It rains.&lt;/p&gt;</text></generalfeedback>
  <single>true</single><shuffleanswers>false</shuffleanswers>
  <answer fraction="100"><text>sea</text><feedback><text>Yes</text></feedback></answer>
  <answer fraction="0"><text>land</text></answer>
  <hint format="html"><text>Waves</text></hint>
  <tags><tag><text>topic-water</text></tag><tag><text>level-3</text></tag></tags>
</question>
<question type="multichoice"><questiontext><text>All?</text></questiontext><single>false</single>
  <answer fraction="50"><text>a</text></answer><answer fraction="50"><text>b</text></answer>
  <answer fraction="-100"><text>c</text></answer></question>
<question type="truefalse"><questiontext><text>Right?</text></questiontext>
  <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer>
</question>
<question type="numerical"><questiontext><text>How far?</text></questiontext>
  <answer fraction="100"><text>120</text><tolerance>5</tolerance></answer>
  <units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units></question>
<question type="ordering"><questiontext><text>Order</text></questiontext>
  <answer fraction="2.0"><text>two</text></answer><answer fraction="1.0"><text>one</text></answer>
</question>
<question type="essay"><name><text>Essay</text></name>
  <questiontext><text>Tell.</text></questiontext></question>
<question type="multichoice"><questiontext><text>&lt;img src="a.png"&gt; What is it?</text>
  </questiontext><answer fraction="100"><text>a</text></answer></question>
</quiz>
"""


def test_moodle() -> None:
    made = imported(XML, "quiz.xml")
    found = entries(made)
    assert found[0] == {
        "id": "sea-land", "kind": "choice", "topic": "water", "level": "3",
        "ask": "Which is wet?", "options": ["sea", "land"], "answer": "sea", "keep_order": "true",
        "explain": "It rains.", "hint": "Waves",
    }  # fmt: skip
    assert found[1]["answer"] == ["a", "b"]
    assert found[2]["answer"] == "true"
    assert (found[3]["answer"], found[3]["within"], found[3]["unit"]) == ("120", "5", "km")
    assert found[4]["options"] == ["one", "two"]
    assert made.title == "Our water"
    lines = XML.split("\n")
    essay = next(i for i, line in enumerate(lines, 1) if "essay" in line)
    places = [(left.place.number, left.place.line) for left in made.left_out]
    assert places == [(6, essay), (7, essay + 2)]
    assert "essay" in told(made)[0]
    assert "picture" in told(made)[1]


def test_a_moodle_file_that_is_cut_off_gives_what_is_whole() -> None:
    made = imported(XML[: XML.index('<question type="numerical')], "quiz.xml")
    assert len(entries(made)) == 3
    assert "cut off" in told(made)[0]


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16", "shift_jis", "windows-1252"])
def test_an_xml_file_may_be_in_the_encoding_that_it_names(encoding: str) -> None:
    words = "日本《にほん》は？" if encoding == "shift_jis" else "¿Dónde está el año?"
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><quiz><question type="truefalse">'
        f"<questiontext><text>{words}</text></questiontext>"
        '<answer fraction="100"><text>true</text></answer></question></quiz>'
    )
    assert entries(imported(text.encode(encoding), "quiz.xml"))[0]["ask"] == words


def test_a_sound_behind_a_link_is_needed_too() -> None:
    link = '&lt;a href="@@PLUGINFILE@@/a.mp3"&gt;Listen&lt;/a&gt;'
    made = imported(XML.replace("Right?", f"Right? {link}"), "quiz.xml")
    assert any("a sound" in text and "question 3" in text for text in told(made))


def trivia(*records: object) -> str:
    return json.dumps({"response_code": 0, "results": records})


MULTIPLE = {
    "category": "Science", "type": "multiple", "difficulty": "hard",
    "question": "What&#039;s &quot;H2O&quot;?", "correct_answer": "Water",
    "incorrect_answers": ["Air", "Gold", "Salt"],
}  # fmt: skip
BOOLEAN = {
    "type": "boolean", "difficulty": "easy", "question": "Is it?", "correct_answer": "False",
    "incorrect_answers": ["True"],
}  # fmt: skip


def test_open_trivia() -> None:
    made = imported(trivia(MULTIPLE, BOOLEAN, {"question": "x"}, 5), "trivia.json")
    found = entries(made)
    assert found[0]["ask"] == 'What\'s "H2O"?'
    assert found[0]["level"] == "3"
    assert found[0]["answer"] == "Water"
    assert sorted(found[0]["options"]) == ["Air", "Gold", "Salt", "Water"]
    assert (found[1]["kind"], found[1]["answer"]) == ("true_false", "false")
    assert [left.place.number for left in made.left_out] == [3, 4]


def test_remarks_above_the_json_are_passed_over() -> None:
    text = "// 20220706201529\n// https://opentdb.com/api.php?amount=10\n\n" + trivia(MULTIPLE)
    assert len(entries(imported(text, "data.txt"))) == 1


def test_open_trivia_in_base64_and_as_in_an_address() -> None:
    def coded(text: str) -> str:
        return base64.b64encode(text.encode()).decode()

    record = {
        "type": coded("multiple"), "difficulty": coded("medium"), "question": coded("¿Qué?"),
        "correct_answer": coded("Sí"), "incorrect_answers": [coded("Nunca"), coded("A veces")],
    }  # fmt: skip
    address = {**MULTIPLE, "question": "What%20is%20it%3F", "correct_answer": "The%20sea"}
    found = entries(imported(trivia(record, address), "trivia.json"))
    assert (found[0]["ask"], found[0]["answer"], found[0]["level"]) == ("¿Qué?", "Sí", "2")
    assert (found[1]["ask"], found[1]["answer"]) == ("What is it?", "The sea")


def test_other_trivia_names_options_by_letter_or_number() -> None:
    made = imported(
        json.dumps(
            [
                {"question": "q1", "options": ["a", "b"], "answer": "b"},
                {"question": "q2", "options": {"A": "x", "B": "y"}, "answer": "A"},
                {"question": {"text": "q3"}, "choices": ["m", "n"], "correctIndex": 1},
                {"question": "q4", "options": ["a", "b"], "answer": "c"},
            ]
        ),
        "trivia.json",
    )
    assert [entry["answer"] for entry in entries(made)] == ["b", "x", "n"]
    assert "“c” is not one of the options" in told(made)[0]


ANKI = (
    "#separator:tab\n#html:true\n#tags column:3\n"
    "Is the sea salty?\tTrue\tsea\n"
    "Which is wet?<br>A. stone<br>B. <b>rain</b><br>C. sand\tB. rain\tx\n"
    "Capital of Chile\tSantiago\t\n"
    "The {{c1::sea}} is blue\t\t\n"
    "Capital of Japan\tTokyo\t\n"
    'Look<br><img src="a.png">\ttrue\t\n'
)


def test_anki_cards_with_options_come_in() -> None:
    made = imported(ANKI, "cards.txt")
    found = entries(made)
    assert made.format == "anki"
    assert [entry["kind"] for entry in found] == ["true_false", "choice"]
    assert (found[1]["ask"], found[1]["answer"]) == ("Which is wet?", "rain")
    assert [left.place.line for left in made.left_out] == [6, 7, 8, 9]
    assert "free answer" in told(made)[0]
    assert "cloze" in told(made)[1]
    assert "picture" in told(made)[3]


def test_backs_that_repeat_the_front() -> None:
    text = '#separator:tab\n#html:true\nQ\t"Q\n\n<hr id=""answer"">\n\ntrue"\n'
    assert entries(imported(text, "cards.txt"))[0]["answer"] == "true"


def test_anki_may_take_wrong_options_from_other_cards() -> None:
    made = imported(ANKI, "cards.txt", wrong_from_others=True)
    capital = next(entry for entry in entries(made) if entry["ask"] == "Capital of Chile")
    assert capital["answer"] == "Santiago"
    assert "Tokyo" in capital["options"]


def test_ankis_type_all_in_one() -> None:
    row = "Which are gases?\tTitle\t1\toxygen\tstone\tnitrogen\t\t\t1 0 1\tsource\n"
    found = entries(imported("#separator:tab\n#html:false\n" + row, "cards.txt"))
    assert found[0]["options"] == ["oxygen", "stone", "nitrogen"]
    assert found[0]["answer"] == ["oxygen", "nitrogen"]
