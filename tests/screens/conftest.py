"""The same desk as the lessons have."""

from tests.app.conftest import make_lesson

__all__ = ["make_lesson"]
