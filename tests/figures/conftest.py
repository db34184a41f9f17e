import runpy
from pathlib import Path

import pytest


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
