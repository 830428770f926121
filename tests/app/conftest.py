"""A house whose data and cache lie in a temporary folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sugoroku import paths
from sugoroku.app.house import House
from sugoroku.app.lesson import Lesson
from sugoroku.settings import Settings
from sugoroku.stage.assets import Assets
from sugoroku.stage.loop import Loop
from sugoroku.stage.sounds import Sounds

MakeLesson = Callable[..., tuple[Lesson, Loop]]


@pytest.fixture
def make_lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeLesson:
    """`make_lesson(size=(1024, 768), **settings)` opens a window that nobody sees."""
    monkeypatch.setattr(paths, "cache_folder", lambda: tmp_path / "cache")

    def make(size: tuple[int, int] = (1024, 768), **more: object) -> tuple[Lesson, Loop]:
        settings = Settings(data_folder=tmp_path / "data", seed=7, size=size, **more)  # type: ignore[arg-type]
        house = House(settings)
        assets = Assets(house.asset_roots(), house.packs_folder())
        loop = Loop(assets, step_ms=40.0)
        loop.open_window(size, True)
        house.sounds = Sounds(assets, volume=0)
        lesson = Lesson(house, house.context(loop.now_ms))
        loop.direct(lesson)
        return lesson, loop

    return make


@pytest.fixture
def at_title(make_lesson: MakeLesson) -> tuple[Lesson, Loop]:
    """The first page, in English."""
    lesson, loop = make_lesson(language="en")
    lesson.show_title()
    loop.frame()
    return lesson, loop
