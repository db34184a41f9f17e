"""Progress in the log: how many are done, how fast, and how long the rest will take."""

import logging
import time
from collections.abc import Callable

EVERY_SECONDS = 10.0


def log_progress(total: int, what: str) -> Callable[[int], None]:
    """Give a function that is told how many of ``total`` are done, and logs it every ten seconds and at the end."""
    began = last = time.monotonic()

    def step(done: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done < total and now - last < EVERY_SECONDS:
            return
        last = now
        rate = done / max(1e-9, now - began)
        left = (total - done) / max(1e-9, rate)
        logging.info("%d of %d %s, %.0f a second, %.0f s left", done, total, what, rate, left)

    return step
