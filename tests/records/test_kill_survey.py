"""The plug is pulled while a class answers; `scripts/kill_survey.py` does it a thousand times."""

import os
from pathlib import Path

import pytest
from killing import kill_surveys

KILLS = 30

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def test_no_answer_is_lost(tmp_path: Path) -> None:
    witness = kill_surveys(tmp_path, KILLS, 20261122)
    assert witness.told > KILLS
