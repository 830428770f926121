"""Broken and hostile files: refused with a clear message, quickly, and never with a crash."""

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from small_pack import BOARD, DECK, PNG, SVG, change, write_pack

from sugoroku.content.checking import check_paths
from sugoroku.content.library import ContentFolders
from sugoroku.content.pictures import check_file_name, check_path, check_picture
from sugoroku.content.problems import Problem, errors_of
from sugoroku.content.reading import read_content

ASK = "ask: What saves most at night?"
OPTIONS = 'options: [Lamp off, Book shut, "No: nothing", 2.75]'


def deck(old: str, new: str) -> bytes:
    assert old in DECK
    return DECK.replace(old, new, 1).encode("utf-8", "surrogatepass")


def board(old: str, new: str) -> bytes:
    assert old in BOARD
    return BOARD.replace(old, new, 1).encode()


def merge_bomb() -> bytes:
    lines = ["m0: &m0 {k: v}"]
    for i in range(1, 9):
        lines.append(f"m{i}: &m{i} {{<<: [{','.join([f'*m{i - 1}'] * 12)}], k{i}: v}}")
    return "\n".join(lines).encode() + b"\n" + DECK.encode()


HOSTILE: dict[str, tuple[bytes, str]] = {
    "merge bomb": (merge_bomb(), "Anchors and aliases"),
    "laughs": (deck(ASK, "ask: [&a [x, x], &b [*a, *a], *b]"), "Anchors and aliases"),
    "deep maps": (b"a: " + b"{a: " * 10_000 + b"}" * 10_000, "nested"),
    "deep lists": (b"[" * 1_000_000, "nested"),
    "deep dashes": (b"- " * 100_000 + b"x", "nested"),
    "deep questions": (b"? " * 100_000, "cannot be a name"),
    "many values": (b"[" + b"a," * 900_000 + b"]", "more than 250000 values"),
    "many keys twice": (DECK.encode() + b"title: x\n" * 5_000, "written twice"),
    "keys twice in braces": (b"{" + b"a," * 900_000, "written twice"),
    "unknown names": (
        DECK.encode() + b"".join(b"k%d: b\n" % i for i in range(100_000)),
        "not known",
    ),
    "readings not closed": (deck("Book shut", "《" * 600_000), "longer than 600"),
    "options without end": (deck("Book shut", "a, " * 100_000 + "b"), "at most 6"),
    "groups without end": (deck("[{leaves: 5}, ", "[" + "{}, " * 100_000), "at most 10"),
    "5,000 bad jumps": (
        BOARD[: BOARD.index("  - {kind: goal")].encode()
        + b"  - {kind: event, effects: [%s]}\n" % b", ".join([b"{go_to: bx}"] * 10) * 450
        + b"  - {kind: goal, id: goal}\n",
        "no square “bx”",
    ),
    "500 squares, 80 steps": (
        BOARD.replace("count: 1, sides: 6", "count: 4, sides: 20")
        .replace("repeat: 2", "repeat: 490")
        .encode(),
        "goal is out of reach",
    ),
    "NUL": (deck(ASK, "ask: Wh\0at?"), "U+0000"),
    "escape sequence": (deck(ASK, "ask: \x1b[2J"), "U+001B"),
    "C1 control": (deck(ASK, "ask: a\x9bb"), "U+009B"),
    "direction override": (deck(ASK, "ask: abc \u202egnp.exe"), "U+202E"),
    "direction isolate": (deck(ASK, "ask: abc \u2066x"), "U+2066"),
    "override in a comment": (deck("title:", "# \u202e\ntitle:"), "U+202E"),
    "escaped override": (deck(ASK, 'ask: "abc \\u202e def"'), "U+202E"),
    "escaped NUL": (deck(ASK, 'ask: "abc \\0 def"'), "U+0000"),
    "escaped bell": (deck(ASK, 'ask: "abc \\a def"'), "U+0007"),
    "mark in the middle": (deck("  - id: lamp", "\ufeff  - id: lamp"), "U+FEFF"),
    "lone surrogate": (deck(ASK, "ask: a\ud800b"), "not saved as UTF-8"),
    "escaped surrogate": (deck(ASK, 'ask: "x \\ud800 y"'), "backslash"),
    "out of Unicode": (deck(ASK, 'ask: "\\U00110000"'), "backslash"),
    "overlong": (deck(ASK, "ask: a/b").replace(b"a/b", b"a\xc0\xafb"), "not saved as UTF-8"),
    "CP932": (DECK.replace("A small deck", "富山市の表").encode("cp932"), "Shift_JIS"),
    "UTF-16 LE": (DECK.encode("utf-16"), "UTF-16"),
    "UTF-16 BE": (DECK.encode("utf-16-be"), "UTF-16"),
    "UTF-32": (DECK.encode("utf-32"), "not saved as UTF-8"),
    "binary": (bytes(range(256)) * 64, "not saved as UTF-8"),
    "empty": (b"", "no content"),
    "comment": (b"# nothing\n", "no content"),
    "white space": (b"\n \n", "no content"),
    "scalar": (b"hello", "no list of names"),
    "two documents": (DECK.encode() + b"---\n" + DECK.encode(), "second document"),
    "object": (deck(ASK, "ask: !!python/object/new:type {args: [x]}"), "Tags"),
    "secret": (deck(ASK, "ask: !secret foo"), "Tags"),
    "set": (deck(OPTIONS, "options: !!set {Lamp off, b}"), "Tags"),
    "binary tag": (deck(ASK, "ask: !!binary aGVsbG8="), "Tags"),
    "undefined tag": (deck(ASK, "ask: !x!y z"), "exclamation mark"),
    "YAML 3": (b"%YAML 3.0\n---\n" + DECK.encode(), "not YAML as these files use it"),
    "null option": (deck(OPTIONS, "options: [NO, yes, on, ~]"), "missing"),
    "number for a name": (deck("id: lamp", "id: [1]"), "must be a text"),
    "NaN": (deck("answer: 17500", "answer: .nan"), "not a number"),
    "infinity": (deck("max: 40000", "max: 1e999"), "too large"),
    "huge digits": (deck("answer: 17500", "answer: " + "9" * 5000), "not a number"),
    "huge year": (deck("year: 2025", "year: " + "9" * 5000), "too large"),
    "foreign digits": (deck("year: 2025", "year: ２０２５"), "not a whole number"),
    "sexagesimal": (deck("year: 2025", "year: 33:45"), "not a whole number"),
    "10,000 options": (deck(OPTIONS, f"options: {list(range(10_000))}"), "at most 6"),
    "long text": (deck(ASK, "ask: " + "x" * 1_000_000), "longer than 600"),
    "blank": (deck(ASK, 'ask: "  　\u200b "'), "only spaces"),
    "blank braille": (deck(ASK, "ask: '\u3164\u200b'"), "only spaces"),
    "missing answer": (deck("    answer: Lamp off\n", ""), "“answer” is missing"),
    "index as answer": (deck("answer: Lamp off", "answer: 0"), "not one of the options"),
    "list as key": (DECK.encode() + b"? [1, 2]\n: x\n", "cannot be a name"),
    "group as key": (DECK.encode() + b"{a: b}: x\n", "cannot be a name"),
    "format is a list": (b"format: [deck/1]\nquestions: []\n", "not known"),
    "unknown format": (b"format: zip/1\n", "not known"),
    "deck reference": (board("decks: [small]", "decks: [../../../etc/passwd]"), "cannot be a name"),
    "theme reference": (board("theme: small", "theme: /etc/passwd"), "cannot be a name"),
    "survey reference": (board("survey: small", "survey: CON.x"), "cannot be a name"),
    "id with a newline": (board("id: small", 'id: "small\\n"'), "cannot be a name"),
    "rest for ever": (board("{advance: 1}", "{rest: 1000000000}"), "too large"),
    "rest less than nothing": (board("{advance: 1}", "{rest: -1}"), "too small"),
    "move of 10^20": (board("{advance: 1}", "{advance: 100000000000000000000}"), "too large"),
    "leaves": (board("{advance: 1}", "{leaves: 101}"), "too large"),
    "unknown effect": (board("{advance: 1}", "{teleport: 1}"), "not known"),
    "no dice": (board("count: 1", "count: 0"), "too small"),
    "10^9 dice": (board("count: 1", "count: 1000000000"), "too large"),
    "negative faces": (board("sides: 6", "sides: -6"), "too small"),
    "faces as a list": (board("die: {count: 1, sides: 6}", "die: {values: [-1, 0]}"), "not known"),
    "die as a list": (board("die: {count: 1, sides: 6}", "die: [1, 2]"), "not a number"),
    "10^6 teams": (board("minutes: 20", "players: {min: 2, max: 1000000}"), "not known"),
    "10^7 squares": (board("repeat: 2", "repeat: 10000000"), "at most 500"),
    "digits squares": (board("repeat: 2", "repeat: " + "9" * 5000), "too large"),
    "second goal": (board("{kind: plain, repeat: 2}", "{kind: goal}"), "second square"),
    "minutes": (board("minutes: 20", "minutes: 100000"), "too large"),
    "road": (board("[0, 1080]", "[nan, 1e308]"), "not a number"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_refused(name: str) -> None:
    data, message = HOSTILE[name]
    content, problems = read_content(data, "x.yaml")
    assert content is None
    said = [problem.what() for problem in errors_of(problems)]
    assert any(message in text for text in said), said
    for problem in problems:
        assert_harmless(problem)


def assert_harmless(problem: Problem) -> None:
    """What is shown has no control characters and is short."""
    for text in (problem.what(), problem.fix(), problem.excerpt):
        assert len(text) < 700
        assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in text)
        assert not any(sign in text for sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068")
        text.encode("utf-8")


ACCEPTED = {
    "right to left": deck(ASK, "ask: ما هو عاصمة فرنسا؟ שלום"),
    "no glyphs": deck(ASK, "ask: 𠀀🟿𖀀\ue000"),
    "joined emoji": deck(ASK, "ask: " + "👩‍👩‍👧‍👦" * 40),
    "markup": deck(ASK, 'ask: "<script>alert(1)</script> [b]x[/b] {0} %s"'),
    "formula": deck(ASK, 'ask: "=HYPERLINK(1)"'),
    "start mark": b"---\n" + DECK.encode(),
    "end mark": DECK.encode() + b"...\n",
    "wall of five": board(
        "  - {kind: plain, repeat: 2}\n",
        "  - {kind: plain, repeat: 2}\n" + "  - {kind: event, effects: [{go_to: start}]}\n" * 3,
    ),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(name: str) -> None:
    content, problems = read_content(ACCEPTED[name], "x.yaml")
    assert content is not None, problems


# ---------------------------------------------------------------------------- files


def messages(path: Path) -> list[str]:
    problems = check_paths([path], ContentFolders((path.parent.parent,)))
    return [problem.what() for problem in errors_of(problems)]


def test_a_huge_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.write(b'format: deck/1\ntitle: "')
        file.truncate(100_000_000)
    assert messages(path) == ["The file is larger than 2048 KiB."]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    assert messages(tmp_path / "pipe.yaml") == ["This is not a file."]
    assert messages(tmp_path / "zero.yaml") == ["This is not a file."]
    assert len(messages(tmp_path / "loop.yaml")) == 1


# ---------------------------------------------------------------------------- pictures

UNSAFE_NAMES = [
    "images/../../../../../etc/passwd", "../x.png", "..", ".", "/etc/passwd.png", "//host/x.png",
    "C:\\Windows\\win.ini", "C:/x.png", "c:x.png", "\\\\server\\share\\x.png", "a\\b.png",
    "file:///etc/passwd", "https://example.org/x.png", "data:image/png;base64,AAAA",
    "..%2f..%2fetc%2fpasswd", "%2e%2e/x.png", "CON.png", "nul", "a/AUX.svg", "com1.png",
    "LPT9.txt.png", "", " x.png", "x.png ", "x.png.", "....//....//etc/passwd", "a//b.png",
    "pic.png:stream", "~/x.png", "$HOME/x.png", "a" * 5000 + ".png", "．．/．．/etc/passwd",
    "ａ.png", "a\u2024\u2024/x.png", "x\n.png", "x\u202e.png", "/x.png", "a/", "-x/../y.png",
    ".hidden.png", "x*.png", "x?.png", "x|y.png", "<x>.png", '"x".png',
]  # fmt: skip


@pytest.mark.parametrize("name", UNSAFE_NAMES)
def test_names_that_leave_the_folder(name: str) -> None:
    assert check_path(name) is not None


@pytest.mark.parametrize(
    "name", ["a.png", "town/tram.png", "富山/市電 1.jpeg", "Peña (1).SVG", "a-b_c+d.jpg"]
)
def test_good_names(name: str) -> None:
    assert check_file_name(name) is None


@pytest.mark.parametrize("name", ["a.gif", "a.exe", "a", "a.svgz", "a.png.html", "a.webp"])
def test_other_kinds_of_files(name: str) -> None:
    assert check_file_name(name) is not None


def png(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return PNG[:8] + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head)) + PNG[33:]


JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x11\x08\x00\x10\x00\x20\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xd9"
)
WIDE_SVG = SVG.replace("<svg", '<svg width="99999" height="1"')

PICTURES: dict[str, tuple[str, bytes, bool]] = {
    "png": ("a.png", PNG, True),
    "jpeg": ("a.jpg", JPEG, True),
    "svg": ("a.svg", SVG.encode(), True),
    "largest png": ("a.png", png(4096, 4096), True),
    "zero bytes": ("a.png", b"", False),
    "text": ("a.png", b"not a png", False),
    "cut off": ("a.png", PNG[:40], False),
    "cut at the end": ("a.png", PNG[:-4], False),
    "bomb": ("a.png", png(50_000, 50_000), False),
    "no width": ("a.png", png(0, 5), False),
    "png as svg": ("a.svg", PNG, False),
    "svg as png": ("a.png", SVG.encode(), False),
    "jpeg cut off": ("a.jpg", JPEG[:-6], False),
    "jpeg of zeros": ("a.jpg", b"\xff\xd8" + b"\0" * 100 + b"\xff\xd9", False),
    "jpeg that loops": ("a.jpg", b"\xff\xd8" + b"\xff\xe0\0\0" * 9 + b"\xff\xd9", False),
    "svg without size": ("a.svg", b"<svg></svg>", False),
    "svg bomb": ("a.svg", WIDE_SVG.encode(), False),
    "svg not closed": ("a.svg", SVG[:-6].encode(), False),
    "svg entities": ("a.svg", b'<!DOCTYPE s [<!ENTITY a "b">]>' + SVG.encode(), False),
    "svg in CP932": ("a.svg", SVG.encode() + "<!-- 富山 --></svg>".encode("cp932"), False),
    "too large": ("a.png", PNG[:33] + b"\0" * (8 * 2**20), False),
}


@pytest.mark.parametrize("case", PICTURES)
def test_pictures(tmp_path: Path, case: str) -> None:
    name, data, good = PICTURES[case]
    (tmp_path / name).write_bytes(data)
    assert (check_picture(name, [tmp_path]) is None) is good


def link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


@pytest.mark.parametrize(
    "make",
    [link("/dev/zero"), link("../../../../etc/hostname"), link("lamp.png"), link("/none"),
     lambda path: path.mkdir()],
    ids=["zero", "up", "itself", "nowhere", "folder"],
)  # fmt: skip
def test_pictures_that_are_something_else(tmp_path: Path, make: Callable[[Path], None]) -> None:
    root = write_pack(tmp_path)
    picture = root / "assets" / "lamp.png"
    picture.unlink()
    make(picture)
    assert len(messages(root / "quizzes" / "small.yaml")) == 1


def test_a_link_inside_the_folder_is_good(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / "assets" / "lamp.png").rename(root / "assets" / "other.png")
    (root / "assets" / "lamp.png").symlink_to("other.png")
    assert messages(root / "quizzes" / "small.yaml") == []


def test_pictures_of_boards_and_themes(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    change(root, "boards/small.yaml", "title: Paper", "title: Paper, picture: no-such")
    change(
        root, "assets/themes/small.yaml", "goal: tile/goal", "goal: tile/gaol\nmascot: mascot/dog"
    )
    assert messages(root / "boards" / "small.yaml") == [
        "There is no picture “tile/gaol.svg”.",
        "There is no picture “mascot/dog-neutral.svg”.",
        "There is no picture “event/no-such.svg”.",
    ]
