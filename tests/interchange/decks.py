"""Decks for tests: one with every field, and a strategy for all that an author may write."""

from typing import Any

from hypothesis import strategies as st

from sugoroku.content.reading import read_content
from sugoroku.content.yaml_writing import deck_yaml
from sugoroku.interchange.exporting import DeckTree
from sugoroku.model.ids import TOPICS
from sugoroku.model.quiz import Deck

EVERYTHING: list[Any] = [
    {
        "id": "lamp", "kind": "choice", "topic": "energy", "level": "1",
        "ask": "What saves most at night?",
        "options": ["Lamp off", "Book shut", "No: nothing", "2.75"],
        "answer": "Lamp off", "keep_order": "true",
        "explain": "A lamp that is off\nneeds nothing.", "hint": "Look up.",
        "source": {"title": "Energy office", "url": "https://example.org/a", "year": "2025",
                   "checked": "2026-11-22"},
        "review_by": "2028-04-01",
        "image": {"file": "lamp.png", "alt": "A lamp", "credit": "CC0"},
        "right": [{"leaves": "5"}, {"go_to": "park"}, {"roll_again": "true"},
                  {"quiz": {"topic": "water", "level": "2"}}, {"quiz": {}}],
        "wrong": [],
    },
    {"id": "ice", "kind": "true_false", "topic": "climate", "level": "2",
     "ask": "Ice melts in the sun.", "answer": "true"},
    {"id": "rain", "kind": "several", "topic": "water", "level": "1",
     "ask": "Where does rain come from?", "options": ["clouds", "taps", "snow"],
     "answer": ["snow", "clouds"]},
    {"id": "distance", "kind": "estimate", "topic": "cooperation", "level": "3", "ask": "How far?",
     "answer": "17500", "unit": "km", "within": "10%", "min": "0", "max": "40000", "step": "500"},
    {"id": "steps", "kind": "order", "topic": "waste", "level": "1", "ask": "In which order?",
     "options": ["buy", "use", "sort"]},
]  # fmt: skip
HEAD = {"id": "small", "language": "en", "grade": "3", "title": "A small deck: all of it"}


def everything() -> DeckTree:
    return DeckTree(dict(HEAD), [dict(entry) for entry in EVERYTHING])


def is_good(deck: DeckTree) -> bool:
    data = deck_yaml(deck.head, deck.questions).encode("utf-8", "surrogatepass")
    return isinstance(read_content(data, "deck.yaml", "deck")[0], Deck)


_TRICKY = st.sampled_from([
    "=1+1", "'=1", "''-x", "@a", "+81 90", "-", "- a", "# b", "a: b", "yes", "no", "null", "~", "1",
    "2", "A", "B", "option_1", "option_2", "true", "1; 2", "1,2", "2.50", "0.10", "1e3", "007",
    "1/2", "2028-04-01", "_x000D_", "_x005F_x0041_", "a\r\nb", "a\rb", "a\nb", " a", "a ", '"', "'",
    '"a"', "{a}", "[b]", "%50%", "《", "漢字《かんじ》", "｜乗り物《のりもの》", "#N/A", "<b>&amp;",
    "\\n", "🙂",
    "a,b", "a;b", "a|b", "=HYPERLINK(\"x\")", "none", "…", "\u3000a", "a\u00a0b", "---", "...",
    "a #b", "a:", "!x", "&x", "*x", "|", ">", "? a", "`", "@", "%", "-5", "a\n\nb\n", "ﬁ", "Ａ",
])  # fmt: skip
texts = st.one_of(
    _TRICKY,
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30),
    st.builds("{}{}".format, _TRICKY, _TRICKY),
)
_numbers = st.one_of(
    st.integers(-(10**6), 10**6).map(str),
    st.decimals(-1000, 1000, places=2).map(str),
    st.sampled_from(["0.10", "1e3", "+5", "007", ".5", "5.", "-0", "123456789012345"]),
)
_days = st.dates().filter(lambda day: day.year >= 1000).map(lambda day: day.isoformat())
_effects = st.lists(
    st.one_of(
        st.integers(1, 50).map(lambda n: {"advance": str(n)}),
        st.integers(1, 50).map(lambda n: {"back": str(n)}),
        st.integers(1, 9).map(lambda n: {"rest": str(n)}),
        st.integers(-100, 100).map(lambda n: {"leaves": str(n)}),
        st.sampled_from(["park", "a-b_c", "5", "-"]).map(lambda name: {"go_to": name}),
        st.just({"roll_again": "true"}),
        st.fixed_dictionaries(
            {}, optional={"topic": st.sampled_from(TOPICS), "level": st.sampled_from("123")}
        ).map(lambda group: {"quiz": group}),
    ),
    max_size=4,
)
_source = st.fixed_dictionaries(
    {"title": texts},
    optional={"url": st.just("https://example.org/a?b=1"), "checked": _days,
              "year": st.integers(1000, 2999).map(str)},
)  # fmt: skip
_image = st.fixed_dictionaries(
    {"file": st.just("a/b.png")}, optional={"alt": texts, "credit": texts}
)
_OPTIONAL = {
    "explain": texts, "hint": texts, "source": _source, "review_by": _days, "image": _image,
    "right": _effects, "wrong": _effects,
}  # fmt: skip


@st.composite
def questions(draw: st.DrawFn, name: str) -> Any:
    kind = draw(st.sampled_from(["choice", "true_false", "several", "estimate", "order"]))
    entry: dict[str, Any] = {
        "id": name, "kind": kind, "topic": draw(st.sampled_from(TOPICS)),
        "level": draw(st.sampled_from("123")), "ask": draw(texts),
    }  # fmt: skip
    if kind in ("choice", "several", "order"):
        entry["options"] = draw(st.lists(texts, min_size=2, max_size=6, unique=True))
    if kind == "choice":
        entry["answer"] = draw(st.sampled_from(entry["options"]))
    elif kind == "several":
        entry["answer"] = draw(
            st.lists(st.sampled_from(entry["options"]), min_size=1, max_size=6, unique=True)
        )
    elif kind == "true_false":
        entry["answer"] = draw(st.sampled_from(["true", "false"]))
    elif kind == "estimate":
        entry["answer"] = draw(_numbers)
        more = {"unit": texts, "within": st.sampled_from(["10%", "0.5", "0", "7.25%"]),
                "min": _numbers, "max": _numbers, "step": _numbers}  # fmt: skip
        entry |= draw(st.fixed_dictionaries({}, optional=more))
    if kind in ("choice", "several"):
        entry |= draw(
            st.fixed_dictionaries({}, optional={"keep_order": st.sampled_from(["true", "false"])})
        )
    return entry | draw(st.fixed_dictionaries({}, optional=_OPTIONAL))


@st.composite
def decks(draw: st.DrawFn) -> DeckTree:
    """Of good questions; ids differ, and so does what is asked."""
    names = draw(st.lists(st.sampled_from(["a", "b-1", "c_2", "x9"]), min_size=1, unique=True))
    entries = [draw(questions(name)) for name in names]
    head = {"id": "small", "language": draw(st.sampled_from(["en", "pt_BR"])), "title": draw(texts)}
    if draw(st.booleans()):
        head = {"id": "small", "language": "en", "grade": "4", "title": head["title"]}
    kept = [entry for entry in entries if is_good(DeckTree(head, [entry]))]
    return DeckTree(head, kept)
