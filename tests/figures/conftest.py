import runpy
from pathlib import Path

import pytest

from samestory.results import read_results


@pytest.fixture(scope="session")
def event():
    """A tiny made-up event: its tables (``make_tables()``) and texts."""
    return runpy.run_path(str(Path(__file__).with_name("small_event.py")))


@pytest.fixture
def tables(event):
    return event["make_tables"]()


@pytest.fixture(scope="session")
def twelve(event):
    return event["make_many"](event["make_tables"](), 4)


@pytest.fixture(scope="session")
def fifty(event):
    """Fifty-one articles: one more than figures show."""
    return event["make_many"](event["make_tables"](), 17)


@pytest.fixture(scope="module", params=["small", "fifty", "seeds"])
def run_tables(request, event):
    """The tables of three events: the made-up one, fifty-one articles of it, the five articles."""
    if request.param == "seeds":
        return read_results(request.getfixturevalue("seed_run"))
    return event["make_tables"]() if request.param == "small" else request.getfixturevalue("fifty")
