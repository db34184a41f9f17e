"""A corpus of two articles, the second a copy of the first, and its run."""

from collections.abc import Callable
from pathlib import Path

import pytest

FERRY = (
    "Ferry stuck off Brill\n\nThe ferry Anna ran aground on Monday with 40 passengers aboard, the harbour office said."
    "\n\n“Nobody was hurt and the tide will lift her tonight,” said harbour master Ruth Okafor.\n"
)
COPY = FERRY + "\nThe line has cancelled all crossings until Wednesday.\n"


@pytest.fixture(scope="session")
def make_ferry() -> Callable[[Path], None]:
    """Make the corpus ``event`` in a folder."""

    def make(folder: Path) -> None:
        (folder / "event" / "raw").mkdir(parents=True)
        (folder / "event" / "raw" / "a.txt").write_text(FERRY, encoding="utf-8")
        (folder / "event" / "raw" / "b.txt").write_text(COPY, encoding="utf-8")

    return make


@pytest.fixture(scope="session")
def ferry_run(run_once: Callable[..., Path], make_ferry: Callable[[Path], None]) -> Path:
    """A folder in which the corpus has been run once, and nothing disturbed it."""
    return run_once("ferry", make_ferry, "--config", "corpus=./event")
