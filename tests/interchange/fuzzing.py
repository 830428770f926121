"""Files that no program writes, for each importer: good ones torn, and heaps of their signs."""

import io
import json
import zipfile

from decks import HEAD, everything
from hypothesis import strategies as st

from sugoroku.content.reading import read_content
from sugoroku.content.yaml_writing import deck_yaml
from sugoroku.interchange.adopting import Wishes
from sugoroku.interchange.exporting import export_deck
from sugoroku.interchange.findings import Unfit
from sugoroku.interchange.importing import import_deck
from sugoroku.model.quiz import Deck

_DECK = everything()
_TRIVIA = json.dumps({
    "response_code": 0,
    "results": [
        {"type": "multiple", "difficulty": "hard", "question": "a&amp;b", "correct_answer": "c",
         "incorrect_answers": ["d", "e"]},
        {"question": "q", "options": {"A": "x", "B": "y"}, "answer": "A", "explanation": "z"},
    ],
}).encode()  # fmt: skip
SEEDS: dict[str, bytes] = {
    "gift": export_deck(_DECK, "gift").data
    + b"\n::n::q [html]<p>x</p> {#1..5}\n\nx {>ALL\na\nb}\n",
    "aiken": b"Which?\nA. a\nB) b\nANSWER: B\n\nBoth?\nA. a\nB. b\nC. c\nANSWER: A, C\n"
    b"FEEDBACK: d\n",
    "moodle-xml": export_deck(_DECK, "moodle-xml").data,
    "csv": export_deck(_DECK, "csv").data,
    "anki": b"#separator:tab\n#html:true\n#tags column:3\nq<br>A. a<br>B. b\tA\tx\nIs it?\ttrue\t\n"
    b"{{c1::x}}\t\t\nq\tt\t1\ta\tb\t\t1 0\n",
    "opentrivia": _TRIVIA,
    "xlsx": export_deck(_DECK, "xlsx").data,
}
_TOKENS: dict[str, list[str]] = {
    "gift": ["::", "{", "}", "=", "~", "%50%", "%-1e9%", "#", "####", "->", "\\", "\\n", "//", "T",
             "$CATEGORY: ", "[html]", "[id:a]", "..", ":", "\n\n", "<img src=x>", "&#0;", ">ALL\n"],
    "aiken": ["A.", "B)", "ANSWER: ", "ANSWER: A,B", "FEEDBACK: ", "\n\n", "é", "Ａ．", "Z. z\n"],
    "moodle-xml": ["<question type='multichoice'>", "</question>", "<text>", "</text>", "<answer ",
                   "fraction='nan'", "fraction='1e9'", ">", "<![CDATA[", "]]>", "<!ENTITY a 'b'>",
                   "&a;", "<tags>", "<single>0</single>", "<!DOCTYPE quiz [",
                   "<?xml encoding='x'?>"],
    "csv": ['"', ",", ";", "\t", "ask,answer\n", "option_1", "=1+1", "'", "\r", "1;2", "sep=;\n",
            "estimate", "NaN", "1e400", "advance 3; quiz topic=", "2028-13-45", "%", "deck_id"],
    "anki": ["#separator:", "#columns:question\toption 1\tanswer\n", "\t", "<br>", "A. ", "{{c1::",
             '"', "#tags column:999999\n", "1 0 1", '<hr id=answer>', "\n"],
    "opentrivia": ["{", "}", "[", "]", '"question":', '"correct_answer":', "NaN", "1e999", "null",
                   '"incorrect_answers":', "9" * 400, '"\\ud800"', ",", "true", "// x\n"],
    "xlsx": ["<c r='XFD1048576'>", "<v>", "</v>", "t='s'", "t='e'", "<f>", "1e999", "&#0;", "-1",
             "99999999999999999999", "<row r='0'>", "</sheetData>", "spans='a'", "_x0000_"],
}  # fmt: skip
_STRANGE = [
    "\0",
    "\ufeff",
    "\u202e",
    "\u2028",
    "《",
    "》",
    "｜",
    "漢字《かんじ》",
    "𝟙",
    "٣",
    "\x85",
    "ﾊ",
]
LIST = tuple(SEEDS)


def _torn(form: str, seed: bytes) -> st.SearchStrategy[bytes]:
    """The seed with pieces cut out, doubled, or replaced by signs that mean something."""
    words = st.sampled_from([*_TOKENS[form], *_STRANGE]).map(
        lambda text: text.encode("utf-8", "surrogatepass")
    )
    new = st.one_of(words, st.binary(max_size=4), st.just(b""))
    cut = st.tuples(st.integers(0, len(seed)), st.integers(0, 60), new)

    def applied(cuts: list[tuple[int, int, bytes]]) -> bytes:
        data = seed
        for place, length, piece in cuts:
            at = place % (len(data) + 1)
            data = data[:at] + piece + data[at + length :]
        return data

    return st.lists(cut, min_size=1, max_size=6).map(applied)


def _heap(form: str) -> st.SearchStrategy[bytes]:
    piece = st.one_of(st.sampled_from([*_TOKENS[form], *_STRANGE]), st.text(max_size=6))
    text = st.lists(piece, max_size=40).map("".join)
    encodings = st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp932", "cp1252"])
    return st.tuples(text, encodings).map(lambda pair: pair[0].encode(pair[1], "replace"))


def _workbooks() -> st.SearchStrategy[bytes]:
    """Whole zips whose parts are torn, besides zips that are torn themselves."""
    with zipfile.ZipFile(io.BytesIO(SEEDS["xlsx"])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def packed(name: str, data: bytes) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for part, content in parts.items():
                archive.writestr(part, data if part == name else content)
        return target.getvalue()

    def with_part(name: str) -> st.SearchStrategy[bytes]:
        return _torn("xlsx", parts[name]).map(lambda data: packed(name, data))

    return st.one_of(
        st.sampled_from(sorted(parts)).flatmap(with_part), _torn("xlsx", SEEDS["xlsx"])
    )


def files(form: str) -> st.SearchStrategy[bytes]:
    if form == "xlsx":
        return _workbooks()
    if form == "loader":
        return _torn("csv", deck_yaml(HEAD, _DECK.questions).encode())
    return st.one_of(_torn(form, SEEDS[form]), _heap(form))


def check(form: str, data: bytes) -> str:
    """`refused`, `nothing` or `read`. Any other exception than Unfit is a fault, and is let out."""
    if form == "loader":
        return "read" if read_content(data, "deck.yaml", "deck")[0] else "refused"
    wishes = Wishes(wrong_from_others=len(data) % 2 == 0)
    given = "" if len(data) % 3 == 0 or form == "xlsx" else form
    try:
        made = import_deck(data, f"file.{form}", given, "", wishes)
    except Unfit as fault:
        assert str(fault.left_out())
        return "refused"
    assert all(map(str, made.left_out))
    assert all(note.told() for note in made.notes)
    assert made.questions or made.left_out
    if made.yaml is None:
        return "nothing"
    deck, _ = read_content(made.yaml, "deck.yaml", "deck")
    assert isinstance(deck, Deck)
    assert len(deck.questions) == made.questions
    return "read"
