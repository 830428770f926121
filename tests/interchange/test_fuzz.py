"""A short, seeded round of what `scripts/fuzz_import.py` does at length."""

import pytest
from fuzzing import LIST, check, files
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SHORT = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


@pytest.mark.parametrize("form", [*LIST, "loader"])
def test_nothing_but_unfit_comes_out_of_an_importer(form: str) -> None:
    @given(st.data())
    @SHORT
    def tear(data: st.DataObject) -> None:
        check(form, data.draw(files(form)))

    tear()
