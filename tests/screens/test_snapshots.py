"""Every screen in three languages and four sizes, compared with the pictures in `snapshots/`.

Rendered at full size, kept 480 pixels wide. After an intended change look at the new pictures:
`SUGOROKU_SNAPSHOTS=write python -m pytest tests/screens/test_snapshots.py`.
"""

import os
from pathlib import Path

import numpy as np
import pygame
import pytest

from sugoroku.app.walk import screens
from tests.app.conftest import MakeLesson

FOLDER = Path(__file__).parent / "snapshots"
WIDTH = 480
SIZES = ((1024, 768), (1280, 800), (1366, 768), (1920, 1080))
LANGUAGES = {"ja": "toyama", "es": "renca", "en": "toyama"}
UNLIKE = 56
"""A pixel whose colours differ by more is another one; JPEG and font engines stay below."""
MOST_UNLIKE = 0.02
"""So many pixels may differ."""


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_screens_look_as_they_did(
    make_lesson: MakeLesson, language: str, size: tuple[int, int]
) -> None:
    lesson, loop = make_lesson(size, language=language)
    unlike: dict[str, float] = {}
    for name in screens(lesson, loop, LANGUAGES[language]):
        assert loop.canvas is not None
        height = round(WIDTH * size[1] / size[0])
        seen = pygame.transform.smoothscale(loop.canvas.surface, (WIDTH, height))
        path = FOLDER / f"{language}-{size[0]}x{size[1]}-{name}.jpg"
        if os.environ.get("SUGOROKU_SNAPSHOTS") == "write":
            FOLDER.mkdir(exist_ok=True)
            pygame.image.save(seen, str(path))
            continue
        kept = pygame.image.load(str(path))
        share = difference(seen, kept)
        if share > MOST_UNLIKE:
            unlike[name] = round(share, 4)
    assert unlike == {}


def difference(one: pygame.Surface, other: pygame.Surface) -> float:
    """The share of pixels that are not alike."""
    assert one.get_size() == other.get_size()
    first, second = (pygame.surfarray.array3d(s).astype(np.int16) for s in (one, other))
    return float((np.abs(first - second).max(axis=2) > UNLIKE).mean())


def test_a_change_is_seen() -> None:
    page = pygame.Surface((480, 270))
    page.fill("#E4F1FA")
    other = page.copy()
    pygame.draw.rect(other, "#094A84", (10, 10, 120, 60))
    assert difference(page, page.copy()) == 0
    assert difference(page, other) > MOST_UNLIKE
