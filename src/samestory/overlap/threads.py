"""Threads: a function mapped over batches, in order; numpy leaves the interpreter to others while it works."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Batch = TypeVar("Batch")
Result = TypeVar("Result")


def in_threads(function: Callable[[Batch], Result], batches: Iterable[Batch], threads: int) -> Iterator[Result]:
    """Give the function's result for each batch, in the order of the batches.

    Args:
        function: what is done with a batch; it must not change what the batches have in common.
        batches: made as they are needed.
        threads: how many work at once; what is found does not depend on it.
    """
    if threads < 2:
        yield from map(function, batches)
        return
    with ThreadPoolExecutor(threads) as pool:
        # Enough ahead that no thread waits, and not so much that finished results pile up.
        ahead: deque[Future[Result]] = deque()
        for batch in batches:
            ahead.append(pool.submit(function, batch))
            if len(ahead) > 2 * threads:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()
