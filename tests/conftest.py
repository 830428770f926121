"""What all tests share: no screen, no sound, fresh catalogues."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

ROOT = Path(__file__).resolve().parent.parent


def pytest_configure(config: pytest.Config) -> None:
    """Compile stale catalogues once, before the workers start."""
    if not hasattr(config, "workerinput"):
        from sugoroku.i18n.catalogues import compile_all

        compile_all(ROOT / "locales")
