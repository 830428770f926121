"""Languages that stress the layout: longer words, accents, German, and one from right to left.

Right to left is not set: letters would need joining and the screens mirroring, and the shipped
font has no Arabic. What is promised is that such a catalogue does no harm.
"""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import re
from typing import Any

import pytest

from sugoroku.app.walk import screens
from sugoroku.i18n.translator import Translator
from sugoroku.stage.canvas import Block, Canvas
from tests.app.conftest import MakeLesson

ACCENTS = str.maketrans("aeiouncAEIOU", "áéíóúñçÁÉÍÓÚ")
PLACE = re.compile(r"(\{\w+\})")
ARABIC = "الطاقة والماء والطبيعة في المدينة"


def pseudo(text: str) -> str:
    """A third longer, with accents; `{places}` stay."""
    parts = [p if PLACE.fullmatch(p) else p.translate(ACCENTS) for p in PLACE.split(text)]
    longer = max(1, len(text) // 3)
    return "".join(parts) + "·" * min(longer, 12)


def arabic(text: str) -> str:
    return " ".join([ARABIC[: max(4, len(text))], *PLACE.findall(text)])


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Texts that had to be shortened, as they come."""
    found: list[str] = []
    draw = Canvas.text

    def text(self: Canvas, text: str, *args: Any, **kwargs: Any) -> Block:
        block = draw(self, text, *args, **kwargs)
        if "…" in "".join(block.lines) and "…" not in text:
            found.append(text)
        return block

    monkeypatch.setattr(Canvas, "text", text)
    return found


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_german_holds(make_lesson: MakeLesson, cut: list[str], size: tuple[int, int]) -> None:
    lesson, loop = make_lesson(size, language="de")
    assert len(list(screens(lesson, loop, "renca"))) > 12
    assert cut == []


@pytest.mark.parametrize("way", [pseudo, arabic])
def test_stretched_and_foreign_words_do_no_harm(
    make_lesson: MakeLesson, monkeypatch: pytest.MonkeyPatch, cut: list[str], way: Any
) -> None:
    said = Translator.__call__
    counted = Translator.plural
    monkeypatch.setattr(Translator, "__call__", lambda self, m, /, **v: said(self, way(m), **v))
    monkeypatch.setattr(
        Translator,
        "plural",
        lambda self, a, b, n, /, **v: counted(self, way(a), way(b), n, **v),
    )
    lesson, loop = make_lesson((1024, 768), language="en")
    assert len(list(screens(lesson, loop, "toyama"))) > 12
    if way is pseudo:
        assert len(set(cut)) <= 4, set(cut)
