"""A stage without a screen: drivers that draw to memory, set before pygame is imported."""

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from sugoroku.model.layout import Palette
from sugoroku.stage.assets import Assets
from sugoroku.stage.canvas import Canvas
from sugoroku.stage.typeset import Typesetter

ASSETS = Path(__file__).resolve().parents[2] / "assets"


@pytest.fixture(scope="session")
def assets() -> Assets:
    pygame.display.init()
    pygame.display.set_mode((640, 480))
    return Assets([ASSETS])


@pytest.fixture(scope="session")
def typesetter(assets: Assets) -> Typesetter:
    return Typesetter(assets)


@pytest.fixture
def canvas_of(assets: Assets, typesetter: Typesetter) -> Callable[[int, int], Canvas]:
    """Makes canvases of any size in pixels."""

    def make(width: int, height: int) -> Canvas:
        surface = pygame.Surface((width, height))
        return Canvas(surface, assets, typesetter, Palette())

    return make


@pytest.fixture
def canvas(canvas_of: Callable[[int, int], Canvas]) -> Canvas:
    return canvas_of(1280, 720)
