"""Ctrl-C in Snakemake's own process: heard once, and at a moment when it can end the run well."""

import asyncio
import logging
import os
import signal
import threading
from types import FrameType

WAIT = 0.05


def hear_once() -> None:
    """Let the first Ctrl-C raise KeyboardInterrupt outside an event loop and outside the log, and the next ones pass.

    Within an event loop, as while Snakemake prepares a job, asyncio may lose it or be left running; a second one would
    break off what the first began. Either ends in a traceback. Within the log it may leave a lock held, for which the
    other threads then wait for ever. A run in the background, which hears none, stays as it is.
    """
    heard = signal.getsignal(signal.SIGINT) is not signal.SIG_IGN
    if heard and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, _end)


def _end(number: int, frame: FrameType | None) -> None:
    if not _in_event_loop() and not _in_log(frame):
        signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt
    again = threading.Timer(WAIT, os.kill, (os.getpid(), number))
    again.daemon = True
    again.start()


def _in_event_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _in_log(frame: FrameType | None) -> bool:
    while frame is not None and frame.f_globals.get("__name__") != logging.__name__:
        frame = frame.f_back
    return frame is not None
