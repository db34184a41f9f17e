"""Ctrl-C in Snakemake's own process: heard once, and at a moment when it can end the run well."""

import os
import signal
import threading
from types import FrameType

WAIT = 0.05
NOT_BROKEN_OFF = frozenset({"asyncio", "logging"})


def hear_once() -> None:
    """Let the first Ctrl-C raise KeyboardInterrupt outside asyncio and the log, and the next ones pass.

    Within asyncio, as while Snakemake prepares a job, it may be lost or leave a loop running; a second one would break
    off what the first began. Either ends in a traceback. Within the log it may leave a lock held, for which the other
    threads then wait for ever. A run in the background, which hears none, stays as it is.
    """
    heard = signal.getsignal(signal.SIGINT) is not signal.SIG_IGN
    if heard and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, _end)


def _end(number: int, frame: FrameType | None) -> None:
    if not _within(frame):
        signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt
    again = threading.Timer(WAIT, os.kill, (os.getpid(), number))
    again.daemon = True
    again.start()


def _within(frame: FrameType | None) -> bool:
    """Tell whether a frame or one that called it is of a package that must not be broken off."""
    while frame is not None:
        # Snakemake runs a Snakefile as code of a module without a name.
        if (frame.f_globals.get("__name__") or "").partition(".")[0] in NOT_BROKEN_OFF:
            return True
        frame = frame.f_back
    return False
