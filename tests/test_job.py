"""How a job ends: in one message, or without a word when the user stops it."""

import logging
import signal
from types import SimpleNamespace

import pytest

from samestory.job import run
from samestory.schema import InputError


@pytest.fixture
def job(tmp_path, monkeypatch):
    """Run a job that ends as given, and give what its process would exit with."""
    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(logging, "raiseExceptions", logging.raiseExceptions)

    def end(error, log="logs/job.log"):
        def main(_):
            raise error

        with pytest.raises(SystemExit) as ended:
            run(main, SimpleNamespace(log=[str(tmp_path / log)], rule="compare"))
        return str(ended.value.code).replace(str(tmp_path), "…")

    yield end
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (InputError("a.csv, line 2: no such file"), "samestory: a.csv, line 2: no such file"),
        (OSError(28, "No space left on device", "a.csv"), "samestory: a.csv: No space left on device"),
        (OSError("disk quota"), "samestory: compare: disk quota"),
        (ValueError("odd"), "samestory: compare stopped on ValueError: odd; see …/logs/job.log"),
        (KeyboardInterrupt(), "130"),
    ],
)
def test_an_error_is_one_message(job, error, said):
    assert job(error) == said


def test_a_log_that_cannot_be_opened_is_one_message_too(job, tmp_path):
    (tmp_path / "logs").write_text("a file")
    assert job(ValueError("never reached")) == "samestory: …/logs/job.log: File exists"
