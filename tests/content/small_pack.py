"""A small pack of files without mistakes, to be changed in tests."""

from pathlib import Path

DECK = """\
format: deck/1
id: small
language: en
title: A small deck
questions:
  - id: lamp
    kind: choice
    topic: energy
    level: 1
    ask: What saves most at night?
    options: [Lamp off, Book shut, "No: nothing", 2.75]
    answer: Lamp off
    explain: A lamp that is off needs nothing.
    hint: Look up.
    source: {title: Energy office, url: https://example.org/a, year: 2025, checked: 2026-11-22}
    review_by: 2028-04-01
    image: {file: lamp.png, alt: A lamp, credit: CC0}
  - {id: ice, kind: true_false, topic: climate, level: 2, ask: Ice melts in the sun., answer: true}
  - id: rain
    kind: several
    topic: water
    ask: Where does rain come from?
    options: [clouds, taps, snow]
    answer: [snow, clouds]
    right: [{leaves: 5}, {go_to: park}]
  - {id: distance, kind: estimate, topic: cooperation, level: 3, ask: How far?, answer: 17500,
     unit: km, within: 10%, min: 0, max: 40000, step: 500}
  - {id: steps, kind: order, topic: waste, ask: In which order?, options: [buy, use, sort]}
"""

BOARD = """\
format: board/1
id: small
language: en
title: A small board
place: Somewhere
decks: [small]
survey: small
theme: small
minutes: 20
rules: {die: {count: 1, sides: 6}, finish: exact, right: [{advance: 2}]}
road: [[0, 1080], [1408, 0]]
teams: [Oaks, Elms]
tips: [Switch it off!]
squares:
  - {kind: start, id: start}
  - {kind: quiz, topic: energy}
  - {kind: event, mood: good, title: Paper, text: We wrote on the back., effects: [{advance: 1}]}
  - {kind: plain, id: park, next: [bridge, "5"], at: [704, 540]}
  - {kind: fact, id: bridge, text: A bridge., next: [goal]}
  - {kind: plain, repeat: 2}
  - {kind: event, text: Again., effects: [{roll_again: true}, {quiz: {level: 2}}], stop: true}
  - {kind: goal, id: goal}
"""

SURVEY = """\
format: survey/1
id: small
language: en
title: Well?
items:
  - {id: fun, kind: faces, ask: Fun?, scale: [little, some, much]}
  - {id: again, kind: choice, ask: Again?, options: [Yes, Maybe, No]}
  - {id: will_do, kind: several, most: 2, ask: What will you do?, options: [walk, sort, tell]}
  - {id: noticed, kind: text, optional: true, ask: What did you notice?}
  - {id: lamps, kind: number, ask: How many lamps?, min: 0, max: 50, unit: lamps}
"""

THEME = """\
format: theme/1
id: small
language: en
title: Plain and clear
mascot_name: Frida
goal: tile/goal
focus: 0.25
colours: {ink: "#102030"}
road: {wide: [[0.1, 0.7], [0.9, 0.2]], narrow: [[0.2, 0.7], [0.8, 0.2]]}
"""

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"></svg>'


def write_pack(root: Path) -> Path:
    """The files in their folders below `root`, which is given back."""
    files = {
        "quizzes/small.yaml": DECK,
        "boards/small.yaml": BOARD,
        "surveys/small.yaml": SURVEY,
        "assets/themes/small.yaml": THEME,
        "assets/tile/goal.svg": SVG,
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "assets" / "lamp.png").write_bytes(PNG)
    return root


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
