"""Files that were changed by chance, and what must hold for whatever comes of them."""

import contextlib
import io
import tempfile
from datetime import date
from pathlib import Path

from hypothesis import strategies as some
from small_pack import BOARD, DECK, SURVEY, THEME, write_pack

from sugoroku.cli.problem_printing import print_github, print_json, print_mended, print_text
from sugoroku.content.checking import check_paths, mend_paths
from sugoroku.content.formats import FORMATS
from sugoroku.content.library import ContentFolders
from sugoroku.content.mending import mended
from sugoroku.content.problems import errors_of
from sugoroku.content.reading import read_content
from sugoroku.i18n.translator import Translator
from sugoroku.paths import bundled_root

FILES = {"board": BOARD, "deck": DECK, "survey": SURVEY, "theme": THEME}
PIECES = [
    "", " ", "\n", "\r", "\t", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "#", "&a ", "*a",
    "!", "!!", "|", ">", "'", '"', "\\", "%", "@", "`", "<<: ", "---\n", "...\n", "~", "null",
    "true", "-1", "0", "1e999", "99999999999999999999999", ".nan", "\ufeff", "\u202e", "\0",
    "\x85", "é", "漢《かん》", "《", "》", "｜", "kind: goal", "go_to: start", "next: [start]",
    "repeat: 500", "id: start", "id: My Park", "language: ja", "knid: quiz", "Kind: chioce",
    "answer: yes", "format: deck/1\n", "format: Deck/1\n", "picture: ../x", "chain: true",
]  # fmt: skip


@some.composite
def changed_files(draw: some.DrawFn) -> tuple[str, bytes]:
    """A good file with some pieces put in, taken out, doubled or moved."""
    kind = draw(some.sampled_from(sorted(FILES)))
    text = FILES[kind]
    for _ in range(draw(some.integers(1, 5))):
        at, end = sorted((draw(some.integers(0, len(text))), draw(some.integers(0, len(text)))))
        end = min(end, at + draw(some.integers(0, 40)))
        piece = draw(
            some.one_of(some.sampled_from(PIECES), some.text(max_size=4), some.just(text[at:end]))
        )
        text = draw(
            some.sampled_from([text[:at] + piece + text[at:], text[:at] + piece + text[end:]])
        )
    data = text.encode("utf-8", "surrogatepass")
    if draw(some.booleans()) and data:
        at = draw(some.integers(0, len(data) - 1))
        data = data[:at] + draw(some.binary(max_size=3)) + data[at + 1 :]
    return kind, data


def content_or_problems(kind: str, data: bytes) -> None:
    """Never an exception; problems have words, and places inside the file."""
    content, problems = read_content(data, "x.yaml", kind)
    assert (content is None) == bool(errors_of(problems))
    for problem in problems:
        assert problem.what()
        assert problem.fix()
        assert problem.line <= data.count(b"\n") + data.count(b"\r") + 2


def mends_only_letters(kind: str, data: bytes) -> None:
    """Mending keeps every line, comes to an end, and has then nothing left to do."""
    after, edits = mended(data, "x.yaml", kind)
    assert bool(edits) == (after != data)
    assert after.count(b"\n") == data.count(b"\n")
    assert after.count(b"\r") == data.count(b"\r")
    assert mended(after, "x.yaml", kind) == (after, ())


def whole_check(kind: str, data: bytes) -> None:
    """The command's way: a folder of files, of which one is changed, told in three languages."""
    with tempfile.TemporaryDirectory(prefix="sugoroku-fuzz-") as folder:
        root = write_pack(Path(folder))
        (root / FORMATS[kind].folder / "small.yaml").write_bytes(data)
        folders = ContentFolders((root, bundled_root()))
        problems = check_paths([root], folders, date(2026, 11, 22))
        done, troubles = mend_paths([root])
        assert not troubles
        problems += check_paths([root], folders, date(2026, 11, 22))
        with contextlib.redirect_stdout(io.StringIO()) as out:
            for language in ("ja", "es", "en"):
                tr = Translator(language, [bundled_root() / "locales"])
                print_mended(done, tr, err=False)
                for printed in (print_text, print_github, print_json):
                    printed(problems, tr)
        assert not any(ord(sign) < 32 and sign != "\n" for sign in out.getvalue())
