"""Ctrl-C in Snakemake's own process: heard once, and at a moment when it can end the run well."""

import asyncio
import os
import signal
import threading
from types import FrameType

WAIT = 0.05


def hear_once() -> None:
    """Let the first Ctrl-C raise KeyboardInterrupt outside an event loop, and the next ones pass.

    Within one, as while Snakemake prepares a job, asyncio may lose it or be left running; a second one would break
    off what the first began. Either ends in a traceback. A run in the background, which hears none, stays as it is.
    """
    heard = signal.getsignal(signal.SIGINT) is not signal.SIG_IGN
    if heard and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, _end)


def _end(number: int, _frame: FrameType | None) -> None:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt from None
    again = threading.Timer(WAIT, os.kill, (os.getpid(), number))
    again.daemon = True
    again.start()
