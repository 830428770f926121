"""`pytest tests/golden --update-golden` writes the games anew; read the difference first."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden games anew")
