"""The small table of `tests/session` serves here too."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "session"))

from lesson_desk import Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()
