import asyncio
import logging
import signal
import time

import pytest

from samestory.interrupt import hear_once


@pytest.fixture(autouse=True)
def heard_once():
    """Hear Ctrl-C once, and give the handler back that was there."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    hear_once()
    yield
    signal.signal(signal.SIGINT, before)


def test_the_first_ends_and_the_next_are_not_heard():
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    signal.raise_signal(signal.SIGINT)


def test_it_is_heard_in_code_whose_module_has_no_name():
    with pytest.raises(KeyboardInterrupt):
        exec("import signal; signal.raise_signal(signal.SIGINT)", {"__name__": None})  # noqa: S102


def test_an_event_loop_comes_to_its_end_first():
    ended = []

    async def prepare():
        signal.raise_signal(signal.SIGINT)
        ended.append(True)

    asyncio.run(prepare())
    assert ended
    with pytest.raises(KeyboardInterrupt):
        time.sleep(5)


def test_an_event_loop_that_is_being_closed_is_closed_first():
    closed = []

    class Closing(asyncio.SelectorEventLoop):
        def close(self):
            signal.raise_signal(signal.SIGINT)
            super().close()
            closed.append(True)

    with asyncio.Runner(loop_factory=Closing) as runner:
        runner.run(asyncio.sleep(0))
    assert closed
    with pytest.raises(KeyboardInterrupt):
        time.sleep(5)


def test_a_line_of_the_log_is_written_to_its_end_first():
    written = []

    class Interrupted(logging.Handler):
        def emit(self, record):
            signal.raise_signal(signal.SIGINT)
            written.append(record.getMessage())

    log = logging.Logger("run")
    log.addHandler(Interrupted())
    log.warning("one of five")
    assert written == ["one of five"]
    with pytest.raises(KeyboardInterrupt):
        time.sleep(5)


def test_a_run_in_the_background_hears_none():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    hear_once()
    signal.raise_signal(signal.SIGINT)
